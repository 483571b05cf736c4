import { expect, test } from 'vitest'
import * as np from 'weldarray'

/* Text is a number if it reads as one: what JavaScript's objects have by name is none. */

test.each(['constructor', 'toString', 'valueOf', '__proto__', 'hasOwnProperty', 'x', '1x', '--1', 'nano'])('%s', (word) => {
  expect(() => np.loadtxt([`1 ${word}`])).toThrow(new np.DTypeError(`loadtxt: line 1, column 2: '${word}' is no float64`))
  expect(() => np.fromstring(`1 ${word}`, { sep: ' ' })).toThrow(np.DTypeError)
  expect(np.genfromtxt([`1 ${word}`]).tolist()).toEqual([1, NaN])
})

test('NaN and infinity have names, in any case and of either sign', () => {
  const words = ['nan', 'NaN', '-nan', '+NAN', 'inf', '+Inf', '-inf', 'Infinity', '-INFINITY', '+infinity']
  const numbers = [NaN, NaN, NaN, NaN, Infinity, Infinity, -Infinity, Infinity, -Infinity, Infinity]
  expect(np.loadtxt(words).tolist()).toEqual(numbers)
  expect(np.genfromtxt(words).tolist()).toEqual(numbers)
})
