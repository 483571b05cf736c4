import { readFileSync, rmSync } from 'node:fs'

const open = (file: string): Float64Array => {
  const bytes = readFileSync(file)
  return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
}

function difference(a: Float64Array, b: Float64Array): number {
  let most = 0
  let scale = 0
  for (let i = 0; i < a.length; i++) {
    if (Object.is(a[i], b[i])) continue
    const d = Math.abs(a[i]! - b[i]!)
    // Written so that a NaN on one side counts as different.
    if (!(d <= most)) most = d
    scale = Math.max(scale, Math.abs(b[i]!))
  }
  return most === 0 ? 0 : most / scale
}

/** How far results are from the expected ones, relative to the largest number in them; throws when there are others than expected. */
export function distance(actual: readonly string[], expected: readonly string[]): number {
  if (actual.length !== expected.length) throw new Error(`${actual.length} results, expected ${expected.length}`)
  return Math.max(
    ...actual.map((file, i) => {
      const [a, b] = [open(file), open(expected[i]!)]
      if (a.length !== b.length) throw new Error(`result ${i} has ${a.length} elements, expected ${b.length}`)
      return difference(a, b)
    }),
  )
}

export const remove = (files: readonly string[]): void => {
  for (const file of files) rmSync(file, { force: true })
}
