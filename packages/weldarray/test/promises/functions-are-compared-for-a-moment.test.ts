import { expect, test } from 'vitest'
import 'weldarray'
import { compile } from '../../dist/functions/compile.js'
import { evaluateTerms } from '../../dist/functions/scalar.js'

const compiled = (fn: (x: number) => number) => compile(fn, ['float64'], 'float64', {}, 1).results

test('before its first use a function is called and compared, as long as it takes a few thousand operations', () => {
  const short = compiled((x) => {
    let s = 0
    for (let i = 0; i < 300; i++) s += x
    return s
  })
  expect(evaluateTerms(short, [2])).toEqual([600])
})

test('however its loops are nested', () => {
  // Each has fewer than 10,000 rounds, together they have millions.
  const nested = compiled((x) => {
    let s = 0
    for (let i = 0; i < 5000; i++) for (let j = 0; j < 5000; j++) s += x
    return s
  })
  expect(evaluateTerms(nested, [2])).toBeNull()
})
