import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { twiceTheSquare } from '../cse.js'
import { fma } from '../fma.js'
import { addTenTimes } from '../inplace.js'
import { furthest } from './ulp.js'
import { values } from './values.js'

const n = 100_003
const rng = np.random.default_rng(7)
const inputs = [rng.random(n), rng.random(n), rng.random(n)] as const
const [x, y, z] = inputs.map((v) => Float64Array.from(values(v)))

test('fma: d = a * b + c; d += 100', () => {
  const d = fma(...inputs)
  expect(d.isEvaluated).toBe(false)
  expect(
    furthest(
      values(d),
      x.map((v, i) => v * y[i] + z[i] + 100),
    ),
  ).toBe(0)
})

test('inplace: ten times a += b in one loop', () => {
  const a = inputs[0].clone().evaluate()
  const before = np.stats().loops
  addTenTimes(a, inputs[1]).evaluate()
  expect(np.stats().loops - before).toBe(1)
  const expected = x.slice()
  for (let k = 0; k < 10; k++) for (let i = 0; i < n; i++) expected[i] += y[i]
  expect(furthest(values(a), expected)).toBe(0)
})

test('cse: a ** 2 + a ** 2', () => {
  const result = twiceTheSquare(inputs[0])
  expect(
    furthest(
      values(result),
      x.map((v) => v * v + v * v),
    ),
  ).toBe(0)
})
