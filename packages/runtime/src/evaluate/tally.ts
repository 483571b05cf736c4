const MOST = 4096

/** How often something was met, by a hash of it. Forgets all where there would be too many: what is met often is soon known again. */
export class Tally {
  private readonly times = new Map<number, number>()

  of(key: number): number {
    return this.times.get(key) ?? 0
  }

  add(key: number): void {
    if (this.times.size >= MOST) this.times.clear()
    this.times.set(key, this.of(key) + 1)
  }

  clear(): void {
    this.times.clear()
  }
}
