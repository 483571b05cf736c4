/** Choices, one after the other; when there are no more, always the first, which is the simplest. Shorter tapes give simpler programs. */
export class Tape {
  private at = 0

  constructor(private readonly choices: readonly number[]) {}

  /** A number below `count`. */
  below(count: number): number {
    const choice = this.choices[this.at] ?? 0
    this.at++
    return choice % count
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!
  }

  /** True in `share` of 16 cases. */
  chance(share: number): boolean {
    return this.below(16) >= 16 - share
  }

  get isOver(): boolean {
    return this.at >= this.choices.length
  }
}
