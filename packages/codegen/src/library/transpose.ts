import type { Ex, Writer } from './writer.js'

/** Bytes of elements of two vectors in turns, from the first half of each, or from the second. */
export const turns = (bytes: number, second: boolean): number[] =>
  Array.from({ length: 16 }, (_, i) => {
    const element = Math.floor(i / bytes)
    return (element % 2) * 16 + (second ? 8 : 0) + Math.floor(element / 2) * bytes + (i % bytes)
  })

/**
 * As many vectors as one has lanes, as rows of a square: its first `count` columns as vectors. Rows go to pairs, pairs to fours, by the
 * instructions that take elements of two vectors in turns.
 */
export function columnsOf(w: Writer, bytes: 4 | 8, rows: readonly Ex[], count: number): Ex[] {
  const both = (a: Ex, b: Ex, size: number, second: boolean): Ex => w.shuffle(a, b, turns(size, second))
  if (bytes === 8) {
    const [a, b] = rows.map((r): Ex => w.keep(r)) as [Ex, Ex]
    return [false, true].slice(0, count).map((second) => both(a, b, 8, second))
  }
  const [a, b, c, d] = rows.map((r): Ex => w.keep(r)) as [Ex, Ex, Ex, Ex]
  const halves = [false, true].slice(0, Math.ceil(count / 2))
  return halves
    .flatMap((half) => {
      const [above, below] = [w.keep(both(a, b, 4, half)), w.keep(both(c, d, 4, half))]
      return [false, true].map((second) => both(above, below, 8, second))
    })
    .slice(0, count)
}
