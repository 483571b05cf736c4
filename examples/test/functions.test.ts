import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { heat, plate } from '../heat-stencil.js'
import { colors, escape, mandelbrot, ROUNDS } from '../mandelbrot.js'
import { newton, search } from '../newton-fractal.js'
import { plane } from '../support/picture.js'

const [re, im] = plane(60, 40, [-0.65, 0], 3.2)
const points = [...im.flat].flatMap((y) => [...re.flat].map((x): [number, number] => [x, y]))

test('mandelbrot: as a loop over pixels', () => {
  const rounds = [...mandelbrot(re, im).flat]
  points.forEach(([x, y], i) => {
    const plain = escape(x, y)
    // log2 is np's, not the engine's.
    expect(Math.abs(rounds[i] - plain)).toBeLessThanOrEqual(1e-12 * plain)
  })
  expect(mandelbrot.refusal).toBeNull()
  expect(rounds).toContain(ROUNDS)
  expect(
    colors(rounds)
      .map((c) => c.max().item())
      .every((c) => c > 200 && c <= 255),
  ).toBe(true)
})

test('newton-fractal: as a loop over pixels, to the bit', () => {
  const [root, steps] = newton(re, im)
  const [roots, counts] = [[...root.flat], [...steps.flat]]
  points.forEach(([x, y], i) => {
    expect([roots[i], counts[i]]).toEqual(search(x, y))
  })
  expect(newton.refusal).toBeNull()
})

test('heat-stencil: as loops over the plate, to the bit', () => {
  const n = 24
  let plain = [...plate(n).flat]
  for (let k = 0; k < 10; k++) {
    const at = (i: number, j: number) => plain[Math.min(n - 1, Math.max(0, i)) * n + Math.min(n - 1, Math.max(0, j))]
    plain = plain.map((x, p) => {
      const [i, j] = [Math.floor(p / n), p % n]
      return x + 0.2 * (at(i - 1, j) + at(i + 1, j) + at(i, j - 1) + at(i, j + 1) - 4 * x)
    })
  }
  expect(np.ravel(heat(n, 10)).tolist()).toEqual(plain)
})
