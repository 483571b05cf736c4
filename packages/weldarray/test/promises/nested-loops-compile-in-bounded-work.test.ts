import { expect, test } from 'vitest'
import 'weldarray'
import { type AnyFunction, compileWith } from '../../dist/functions/compile.js'
import type { Machine } from '../../dist/functions/machine.js'
import { number } from '../../dist/functions/numbers.js'

/** How many terms compiling makes, and how many bindings are known at its end. */
function work(fn: AnyFunction): { terms: number; bindings: number } {
  let machine: Machine | undefined
  compileWith(
    fn,
    (m) => {
      machine = m
      return [number(m.t.param(0, 'float64'))]
    },
    'float64',
    {},
    1000,
  )
  return { terms: machine!.t.size, bindings: machine!.env.size }
}

test('what is declared in a round is forgotten after it: branches copy what is known', () => {
  const written = work((x: number) => {
    let s = x
    for (let i = 0; i < 30; i++) {
      const a = s * i
      for (let j = 0; j < 4; j++) {
        const b = a + j
        let c: number
        if (b > 3) c = b
        else c = -s
        s += c
      }
    }
    return s
  })
  expect(written.bindings).toBeLessThan(5)
})

test('a loop that is too long to be written out is not tried again in each pass over those around it', () => {
  const nested = (x: number) => {
    let s = x
    for (let h = 0; h < x; h++)
      for (let i = 0; i < x; i++)
        for (let j = 0; j < x; j++)
          for (let k = 0; k < 60; k++) for (let l = 0; l < 60; l++) if (s > k * l) s -= Math.sqrt(l + x) * k
    return s
  }
  expect(work(nested).terms).toBeLessThan(12_000)
})

test('a loop within loops is gone through once more for each of them, not twice as often', () => {
  const inFive = (x: number) => {
    let s = x
    for (let g = 0; g < x; g++)
      for (let h = 0; h < x; h++)
        for (let i = 0; i < x; i++)
          for (let j = 0; j < x; j++) for (let k = 0; k < x; k++) if (s > k * j) s -= Math.sqrt(i + h) * k + g
    return s
  }
  const inTwo = (x: number) => {
    let s = x
    for (let j = 0; j < x; j++) for (let k = 0; k < x; k++) if (s > k * j) s -= Math.sqrt(j + k) * k + x
    return s
  }
  expect(work(inFive).terms).toBeLessThan(6 * work(inTwo).terms)
})
