/** An operation of straight-line code, and the places of its operands. */
export interface Line {
  readonly op: string
  readonly args: readonly number[]
}

/** Outside all branches. */
export const ALWAYS = -1

/**
 * Code is straight-line, but what only the third operand of a `likely` needs is computed in a branch there. Branches are named
 * by the place of their `likely`, and nest.
 */
export class Branches {
  /** For each place the branch it belongs to. */
  readonly of: readonly number[]
  private readonly depth = new Map<number, number>([[ALWAYS, 0]])

  /** `kept` are the results. `open` tells which `likely` has a branch, `inside` what may be computed in one. */
  constructor(
    code: readonly Line[],
    kept: readonly number[],
    open: (place: number) => boolean = () => true,
    inside: (place: number) => boolean = () => true,
  ) {
    const of = new Array<number | undefined>(code.length)
    const need = (place: number, branch: number): void => {
      const before = of[place]
      of[place] = before === undefined || before === branch ? branch : this.common(of as number[], before, branch)
    }
    for (const place of kept) need(place, ALWAYS)
    for (let i = code.length - 1; i >= 0; i--) {
      const { op, args } = code[i]!
      const own = (of[i] = inside(i) ? (of[i] ?? ALWAYS) : ALWAYS)
      const branches = op === 'likely' && open(i)
      if (branches) this.depth.set(i, this.depth.get(own)! + 1)
      args.forEach((a, k) => {
        need(a, branches && k === 2 ? i : own)
      })
    }
    this.of = of as number[]
  }

  /** The innermost branch that holds both. */
  private common(of: readonly number[], a: number, b: number): number {
    let [x, y] = [a, b]
    while (x !== y) {
      if (this.depth.get(x)! >= this.depth.get(y)!) x = of[x]!
      else y = of[y]!
    }
    return x
  }

  /** Where the branch of `place` sees that `user` needs it: at `user`, or at the `likely` of the branch around it. */
  seen(place: number, user: number): number {
    let at = user
    while (this.of[at] !== this.of[place]) {
      // The rare operand itself: needed until its branch ends.
      if (at === this.of[place]) return Infinity
      at = this.of[at]!
    }
    return at
  }
}
