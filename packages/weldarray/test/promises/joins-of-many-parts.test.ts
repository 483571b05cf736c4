import { expect, it } from 'vitest'
import * as np from 'weldarray'

/*
 * Parts that are there are handed to one kernel. More of them than a call takes arguments ended in a `RangeError` of the engine.
 */

const MANY = 150_000
const pair = np.array([1, 2])

it.each<[string, () => np.NdArray, number[], number]>([
  ['numbers in a block', () => np.block(new Array<number>(MANY).fill(1)), [MANY], MANY],
  ['rows in a concatenation', () => np.concatenate(new Array<np.NdArray>(MANY).fill(pair)), [2 * MANY], 3 * MANY],
  ['columns of a stack', () => np.stack(new Array<np.NdArray>(MANY).fill(pair), 1), [2, MANY], 3 * MANY],
])('any number of parts is joined: %s', (_, join, shape, sum) => {
  const joined = join()
  expect(joined.shape).toEqual(shape)
  expect(joined.sum().item()).toBe(sum)
})
