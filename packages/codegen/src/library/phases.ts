import type { Ex, Var, Writer } from './writer.js'

/*
 * Kernels that are called several times for one result: an argument tells the phase, rows are parts of the elements.
 */

/** What each phase does, by the number that stands for it. */
export function byPhase<P extends string>(
  w: Writer,
  phase: Ex,
  numbers: Readonly<Record<P, number>>,
  phases: Readonly<Record<P, () => void>>,
): void {
  for (const name of Object.keys(numbers) as P[]) w.if(phase.eq(numbers[name]), phases[name])
}

/** `body` for each part of `size` elements, the last of which ends with the elements: its first is at `i`, what is behind it at `end`. */
export function parts(
  w: Writer,
  [row, row1]: readonly [Var, Ex],
  [i, end]: readonly [Var, Var],
  size: Ex,
  length: Ex,
  body: () => void,
): void {
  w.upTo(row, row1, 1, () => {
    i.set(row.mul(size))
    end.set(i.add(size))
    end.set(end.ltU(length).pick(end, length))
    body()
  })
}
