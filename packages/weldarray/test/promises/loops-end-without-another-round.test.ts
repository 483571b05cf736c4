import { afterEach, expect, test } from 'vitest'
import * as np from 'weldarray'

afterEach(() => np.configure({ trace: false }))

/** The operations of the one kernel that computes an array, in order. */
async function kernelOf(x: np.NdArray): Promise<string[]> {
  np.configure({ trace: true })
  await x.evaluateAsync()
  const text = x.explain()
  return [...text.slice(text.lastIndexOf('kernel map')).matchAll(/^ *\| %\d+ = (\w+)/gm)].map((m) => m[1]!)
}

const points = (): np.NdArray => np.linspace(-1.9, 1.7, 1003).evaluate()

test('of an element that has left a loop by one of two ways nothing is computed again to tell by which', async () => {
  const escape = (re: number): number => {
    let [x, y] = [0, 0]
    for (let i = 0; i < 70; i++) {
      const x2 = x * x
      const y2 = y * y
      if (x2 + y2 > 4) return i
      y = 2 * x * y + 0.3
      x = x2 - y2 + re
    }
    return 1000
  }
  const result = np.vectorize(escape)(points())
  const operations = await kernelOf(result)
  expect(operations.filter((op) => op === 'loop')).toHaveLength(1)
  expect(operations).not.toContain('mul')
  expect(result.tolist()).toEqual(Array.from(points().tolist() as number[], escape))
})

test('what a way out takes with it is there, whichever is told by the others', () => {
  const f = (a: number): readonly [number, number] => {
    let x = a
    for (let i = 0; i < 70; i++) {
      if (x > 1.5) return [i, x]
      x = x * x * 0.7 + 0.2
      if (x < 0.4) return [-i, x * 2]
      if (i > 40 && x * x > 0.9) break
    }
    return [1000, x]
  }
  const [first, second] = np.vectorize(f)(points())
  const expected = Array.from(points().tolist() as number[], f)
  expect(first.tolist()).toEqual(expected.map((r) => r[0]))
  expect(second.tolist()).toEqual(expected.map((r) => r[1]))
  expect(new Set(expected.map((r) => Math.sign(r[0]))).size).toBeGreaterThan(1)
})
