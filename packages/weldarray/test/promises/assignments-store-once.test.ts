import { expect, test } from 'vitest'
import * as np from 'weldarray'

// What is assigned to a part of an array is stored there by the loop that computes it.

const n = 40_000
const random = () => np.random.default_rng(5).random(n).evaluate()

function change(work: () => void) {
  const before = np.stats()
  work()
  const after = np.stats()
  return {
    loops: after.loops - before.loops,
    bytesCopied: after.bytesCopiedIn + after.bytesCopiedOut - before.bytesCopiedIn - before.bytesCopiedOut,
    bytesHeld: after.bytesHeld - before.bytesHeld,
  }
}

test.each<[string, (x: np.NdArray) => np.NdArray]>([
  ['a slice', (x) => x.slice('1000:31000')],
  ['every third element', (x) => x.slice('5:35000:3')],
  ['a reversed slice', (x) => x.slice('30000:1000:-1')],
  ['columns', (x) => x.reshape(200, 200).slice(':, 20:150')],
])('into %s: one loop, no copy, no memory', (_, part) => {
  const [x, y] = [random(), random()]
  const view = part(x)
  const value = () => part(y).mul(2).add(1)
  view.assign(value())
  const again = part(x)
  expect(change(() => again.assign(value()))).toEqual({ loops: 1, bytesCopied: 0, bytesHeld: 0 })
  expect(again.tolist()).toEqual(value().tolist())
  // Elsewhere it is what it was.
  const untouched = random()
  part(untouched).assign(0)
  part(x).assign(0)
  expect(x.tolist()).toEqual(untouched.tolist())
})

test('from itself, moved: as if it had been copied first', () => {
  const x = random()
  const elements = Float64Array.from(x.tolist() as number[])
  x.slice('1:').assign(x.slice(':-1').mul(2))
  const expected = elements.map((_, i) => (i === 0 ? elements[0]! : elements[i - 1]! * 2))
  expect(x.tolist()).toEqual([...expected])
})

test.each([
  ['most of it: a loop for the copy, and one that computes into it', '1:-1', 2],
  ['a small part: computed apart, copied, stored', '100:3000', 3],
])('while something pending reads what is there, %s', (_, range, loops) => {
  const x = random()
  const elements = x.tolist() as number[]
  const before = x.mul(3)
  const value = x.slice(range).add(x.slice(range).mul(0.5))
  // Plans are made once for all that follows.
  random().slice(range).assign(random().slice(range))
  expect(change(() => x.slice(range).assign(value))).toMatchObject({ loops, bytesCopied: 0 })
  const [from, to] = range === '1:-1' ? [1, n - 1] : [100, 3000]
  expect(x.tolist()).toEqual(elements.map((e, i) => (i >= from && i < to ? e + e * 0.5 : e)))
  expect(before.tolist()).toEqual(elements.map((e) => e * 3))
})
