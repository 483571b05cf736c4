import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { blackScholes, eachColumn, randomMarket } from '../blackscholes.js'
import { eagerBlackScholes } from '../eager/blackscholes.js'
import { erf } from '../support/erf.js'
import { values } from './values.js'

const n = 20_011
const market = randomMarket(n)
const columns = eachColumn(market, values)

function plain(i: number): { call: number; put: number } {
  const { price, strike, t, rate, vol } = eachColumn(columns, (column) => column[i])
  const N = (x: number) => 0.5 + 0.5 * erf(x / Math.SQRT2)
  const vs = vol * Math.sqrt(t)
  const d1 = (Math.log(price / strike) + (rate + (vol * vol) / 2) * t) / vs
  const d2 = d1 - vs
  const discounted = strike * Math.exp(-rate * t)
  return { call: price * N(d1) - discounted * N(d2), put: discounted * N(-d2) - price * N(-d1) }
}

const expected = Array.from({ length: n }, (_, i) => plain(i))

/** Differences of nearly equal products cancel: a few units in the last place of 100, the largest price. */
const close = (actual: ArrayLike<number>, which: 'call' | 'put') =>
  expect(Math.max(...expected.map((e, i) => Math.abs(e[which] - actual[i])))).toBeLessThan(1e-13)

test('the prices are those of a plain loop', () => {
  const { call, put } = blackScholes(market)
  np.evaluate(call, put)
  close(values(call), 'call')
  close(values(put), 'put')
})

test('the prices of ndarray-ops are those of a plain loop', () => {
  const { call, put } = eagerBlackScholes(columns)()
  close(call, 'call')
  close(put, 'put')
})

test('both prices come from one loop', () => {
  const { call, put } = blackScholes(market)
  const before = np.stats().loops
  np.evaluate(call, put)
  expect(np.stats().loops - before).toBe(1)
})
