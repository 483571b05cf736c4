import { expect, it } from 'vitest'
import * as np from 'weldarray'

/*
 * What a list becomes has nobody who holds it but the call it was given to. Calls that look at it before they record anything (whether
 * indices are inside, how many elements a mask holds) must not let go of it.
 */

const MANY = 1300
const list = Array.from({ length: MANY }, (_, i) => (i * 7) % MANY)
const mask = list.map((i) => i % 3 === 0)
const keep = mask.map((on) => !on)
const x = np.arange(MANY).mul(0.5).evaluate()
const line = x.tolist() as number[]

const cases: [string, () => np.NdArray, number[]][] = [
  ['take', () => np.take(x, list), list.map((i) => i / 2)],
  ['take of a list', () => np.take(line, list), list.map((i) => i / 2)],
  ['take by a typed array', () => np.take(x, Int32Array.from(list)), list.map((i) => i / 2)],
  ['take by an array nobody keeps', () => np.take(x, np.array(list)), list.map((i) => i / 2)],
  ['take_along_axis', () => np.take_along_axis(line, list.map(BigInt), 0), list.map((i) => i / 2)],
  ['an index', () => x.slice(list), list.map((i) => i / 2)],
  ['compress', () => np.compress(mask, line), line.filter((_, i) => mask[i])],
  ['extract', () => np.extract(mask, line), line.filter((_, i) => mask[i])],
  [
    'delete',
    () =>
      np.delete(
        line,
        list.filter((i) => mask[i]),
      ),
    line.filter((_, i) => keep[i]),
  ],
]

it.each(cases)('lists of many elements are operands as arrays are: %s', (_, call, wanted) => {
  expect(call().tolist()).toEqual(wanted)
})
