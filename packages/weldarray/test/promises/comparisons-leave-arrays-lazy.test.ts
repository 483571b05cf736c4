import assert from 'node:assert/strict'
import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { inspect, isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import * as np from 'weldarray'

// Node's comparisons and tables read an array's own properties, `data` among them, and keep nothing: its elements stay in library memory,
// and operations on it lazy. A caller who asks for `data` gets the elements themselves.
const array = () => np.arange(100_000).add(1)

/** Whether what is written to an array now waits for somebody to look, as it does in library memory only. */
const isLazy = (x: np.NdArray): boolean => !x.addeq(1).isEvaluated

const silent = new Console(new Writable({ write: (_, __, done) => done() }))

test.each([
  ['assert.deepStrictEqual', (x: np.NdArray) => assert.deepStrictEqual(x, x.clone())],
  ['assert.notDeepStrictEqual', (x: np.NdArray) => assert.notDeepStrictEqual(x, x.add(1))],
  ['util.isDeepStrictEqual', (x: np.NdArray) => expect(isDeepStrictEqual(x, x.clone())).toBe(true)],
  ['util.inspect without custom inspection', (x: np.NdArray) => inspect(x, { customInspect: false, getters: true })],
  ['console.log', (x: np.NdArray) => silent.log(x)],
])('%s leaves an array in library memory', (_, look) => {
  const x = array()
  look(x)
  expect(isLazy(x)).toBe(true)
})

test('console.table leaves an array in library memory', () => {
  const x = np.arange(6).reshape(2, 3)
  const before = np.stats().bytesCopiedOut
  silent.table(x)
  silent.table(x)
  expect(np.stats().bytesCopiedOut - before).toBe(96)
})

test('elements that differ are told apart', () => {
  expect(() => assert.deepStrictEqual(array(), array().mul(2))).toThrow(assert.AssertionError)
  expect(isDeepStrictEqual(np.array([1, 2]), np.array([1, 3]))).toBe(false)
})

test('a caller who asks for data gets the elements themselves', () => {
  const x = array()
  expect(isLazy(x)).toBe(true)
  const { data } = x
  data[0] = 7
  expect(x.get(0)).toBe(7)
  expect(isLazy(x)).toBe(false)
  expect(x.data).toBe(data)
})

test('where there are no stacks, data is the elements themselves', () => {
  const { stackTraceLimit, captureStackTrace } = Error
  const x = array()
  try {
    Error.captureStackTrace = () => {}
    assert.deepStrictEqual(x, array())
  } finally {
    Object.assign(Error, { captureStackTrace })
  }
  expect(isLazy(x)).toBe(false)
  expect(Error.stackTraceLimit).toBe(stackTraceLimit)
})
