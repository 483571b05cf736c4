import { expect, test } from 'vitest'
import { hold, isHeld, meet, timesMet } from '../dist/graph/met.js'
import { iota } from '../dist/graph/record.js'

test('a node that a hundred thousand evaluations met is not taken for what an array written in place holds', () => {
  const node = iota({ shape: [3], strides: [1], offset: 0 })
  for (let i = 0; i < 100_000; i++) meet(node)
  expect(isHeld(node)).toBe(false)
  expect(timesMet(node)).toBeGreaterThan(1000)
  hold(node)
  meet(node)
  expect([isHeld(node), timesMet(node) > 1000]).toEqual([true, true])
})
