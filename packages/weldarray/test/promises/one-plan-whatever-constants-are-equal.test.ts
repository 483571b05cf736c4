import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Constants that are indices, or were read from data, are equal in other ways each time: that makes no plan for each time.

const n = 3000
const x = np.random.default_rng(3).random(n).evaluate()
const numbers = x.tolist() as number[]

/** Numbers from a few, in another order each time. */
function few(count: number, turn: number): number[] {
  let state = 7 + turn
  return Array.from({ length: count }, () => {
    state = (state * 16807) % 2147483647
    return [1.25, 2.5, 3.75][state % 3]!
  })
}

test('of a hundred graphs with eight constants of three values each', () => {
  const before = np.stats()
  for (let turn = 0; turn < 100; turn++) {
    const c = few(8, turn)
    let y = x
    for (let i = 0; i < 8; i += 2) y = y.mul(c[i]!).add(c[i + 1]!)
    const expected = numbers.map((start) => {
      let v = start
      for (let i = 0; i < 8; i += 2) v = v * c[i]! + c[i + 1]!
      return v
    })
    expect(y.tolist()).toEqual(expected)
  }
  // Two in which it decides which are equal, and one for all others.
  expect(np.stats({ since: before }).plansMade).toBe(3)
})

test('also where what is assigned goes to a slice, and where constants fill arrays', () => {
  const out = np.zeros([10, n]).evaluate()
  const before = np.stats()
  for (let turn = 0; turn < 60; turn++) {
    const [a, b, c, d] = few(4, turn) as [number, number, number, number]
    const y = np.concatenate([np.full(2000, a), np.full(1000, b)])
    out.slice(turn % 10).assign(y.mul(c).add(x.mul(d)))
    const expected = numbers.map((v, i) => (i < 2000 ? a : b) * c + v * d)
    expect(out.slice(turn % 10).tolist()).toEqual(expected)
  }
  expect(np.stats({ since: before }).plansMade).toBeLessThan(9)
})

test('equal constants of a structure that does not vary are one still: what is written twice is computed once', () => {
  const y = x.mul(1.5).add(2).sqrt()
  const z = y.add(x.mul(1.5).add(2).sqrt())
  z.evaluate()
  expect(z.explain().match(/sqrt/g)!.length).toBeLessThan(
    x.mul(1.5).add(2).sqrt().add(x.mul(1.5).add(3).sqrt()).evaluate().explain().match(/sqrt/g)!.length,
  )
})
