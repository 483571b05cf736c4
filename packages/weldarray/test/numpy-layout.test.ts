import { describe, expect, test } from 'vitest'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import { fixture } from './support/fixtures.js'

const list = (a: NdArray): unknown => a.tolist()
const cube = (): NdArray => np.reshape(np.arange(24), [2, 3, 4])

describe('slices', () => {
  const { cases } = fixture<{ cases: [string, number[], number[]][] }>('slicing')
  test.each(cases)("'%s' selects what NumPy selects", (spec, shape, elements) => {
    const s = np.slice(np.reshape(np.arange(60), [3, 4, 5]), spec)
    expect(s.shape).toEqual(shape)
    expect(list(np.flatten(s))).toEqual(elements)
  })

  test('a part per axis: strings, integers, null and ...', () => {
    const a = cube()
    expect(list(a.slice(1, '...', -1))).toEqual([15, 19, 23])
    expect(a.slice(null, '::-1').shape).toEqual([1, 2, 3, 4])
  })

  test.each([
    ['3', /index 3 is out of bounds for axis 0 with length 2/],
    ['0,0,0,0', /4 indices for an array of shape \(2, 3, 4\)/],
    ['::0', /step of '::0' must not be 0/],
    ['..., ...', /'...' may be given once/],
    ['a:b', /cannot read 'a:b'/],
    ['1.5', /cannot read/],
  ])("'%s' is an error", (spec, message) => {
    expect(() => np.slice(cube(), spec)).toThrow(message)
    expect(() => np.slice(cube(), spec)).toThrow(np.IndexError)
  })
})

/** [what, view, copies]: a view shows a write to the array, a copy does not. */
const layouts: [string, (a: NdArray) => NdArray, boolean][] = [
  ['reshape', (a) => np.reshape(a, [6, -1]), false],
  ['reshape of a transposed array', (a) => np.reshape(np.transpose(a), [24]), true],
  ['reshape that splits a reversed axis', (a) => np.reshape(np.flip(a, 2), [2, 3, 2, 2]), false],
  ['ravel', np.ravel, false],
  ['flatten', np.flatten, true],
  ['transpose', (a) => np.transpose(a, [2, 0, 1]), false],
  ['swapaxes', (a) => np.swapaxes(a, 0, -1), false],
  ['moveaxis', (a) => np.moveaxis(a, [0, 1], [-1, -2]), false],
  ['slice', (a) => np.slice(a, '::-1, :, ::2'), false],
  ['flip', (a) => np.flip(a), false],
  ['squeeze', (a) => np.squeeze(np.expand_dims(a, [0, -1])), false],
  ['broadcast_to', (a) => np.broadcast_to(a, [2, 2, 3, 4]), false],
  ['diagonal', (a) => np.diagonal(a), false],
  ['copy', np.copy, true],
  ['astype of the same dtype', (a) => np.astype(a, 'float64'), true],
]

test.each(layouts)('%s: a view shares its memory, a copy does not', (_, make, copies) => {
  const a = cube()
  const v = make(a)
  const before = list(v)
  a.assign(-1)
  expect(list(v)).toEqual(copies ? before : list(np.full(v.shape, -1)))
})

test('layouts select the elements NumPy selects', () => {
  const a = cube()
  expect(list(np.transpose(a, [2, 0, 1]).slice(3))).toEqual([
    [3, 7, 11],
    [15, 19, 23],
  ])
  expect(np.moveaxis(a, [0, 1], [-1, -2]).shape).toEqual([4, 3, 2])
  expect(list(np.reshape(np.transpose(a), [24]))).toEqual(list(np.flatten(np.transpose(a))))
  expect(
    list(
      np.roll(
        [
          [1, 2],
          [3, 4],
        ],
        1,
      ),
    ),
  ).toEqual([
    [4, 1],
    [2, 3],
  ])
  expect(
    list(
      np.roll(
        [
          [1, 2],
          [3, 4],
        ],
        [1, 1],
        [0, 1],
      ),
    ),
  ).toEqual([
    [4, 3],
    [2, 1],
  ])
  expect(list(np.tile([[1, 2]], [2, 2]))).toEqual([
    [1, 2, 1, 2],
    [1, 2, 1, 2],
  ])
  expect(np.tile(cube(), 0).shape).toEqual([2, 3, 0])
})

test.each<[string, () => unknown, RegExp]>([
  ['reshape', () => np.reshape(cube(), [5, 5]), /\(2, 3, 4\) \(24 elements\) cannot take the shape \(5, 5\)/],
  ['reshape', () => np.reshape(cube(), [-1, -1]), /cannot take the shape/],
  ['transpose', () => np.transpose(cube(), [0, 0, 1]), /given twice/],
  ['broadcast_to', () => np.broadcast_to([1, 2, 3], [2]), /broadcast/],
  ['squeeze', () => np.squeeze(cube(), 0), /axis 0 has length 2, expected 1/],
  ['concatenate', () => np.concatenate([[[1, 2]], [[1, 2, 3]]]), /\(1, 2\) and \(1, 3\) differ elsewhere than along axis 0/],
  ['split', () => np.split([1, 2, 3], 2), /does not divide into 2 equal parts/],
])('%s: errors come when it is written', (_, run, message) => {
  expect(run).toThrow(message)
})

test('joining and splitting', () => {
  expect(list(np.concatenate([[1], new Int8Array([2])]))).toEqual([1, 2])
  expect(np.concatenate([new Int8Array(1), new Uint8Array(1)]).dtype).toBe('int16')
  expect(
    list(
      np.stack(
        [
          [1, 2],
          [3, 4],
        ],
        -1,
      ),
    ),
  ).toEqual([
    [1, 3],
    [2, 4],
  ])
  expect(
    list(
      np.dstack([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toEqual([
    [
      [1, 3],
      [2, 4],
    ],
  ])
  expect(
    list(
      np.column_stack([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).toEqual([
    [1, 3],
    [2, 4],
  ])
  expect(np.array_split(np.arange(5), 3).map(list)).toEqual([[0, 1], [2, 3], [4]])
  expect(np.split(np.arange(6), [2, 3]).map(list)).toEqual([[0, 1], [2], [3, 4, 5]])
  expect(
    list(
      np.repeat(
        [
          [1, 2],
          [3, 4],
        ],
        [1, 2],
        0,
      ),
    ),
  ).toEqual([
    [1, 2],
    [3, 4],
    [3, 4],
  ])
})

test('elements in the order of the steps that axes take in memory', () => {
  const x = cube()
  const line = (a: NdArray): unknown => list(a.ravel('K'))
  const all = Array.from({ length: 24 }, (_, i) => i)
  for (const axes of [
    [2, 0, 1],
    [0, 2, 1],
    [2, 1, 0],
  ]) {
    const turned = np.transpose(x, axes)
    expect([line(turned), list(turned.flatten({ order: 'K' })), list(np.ravel(turned, { order: 'K' }))]).toEqual([all, all, all])
    // What is turned round stays so, as NumPy has it: np.arange(24).reshape(2, 3, 4).transpose(axes)[::-1].ravel('K').
    expect(line(np.flip(turned, axes.indexOf(0)))).toEqual([...all.slice(12), ...all.slice(0, 12)])
  }
  expect(list(np.ravel([[1, 2], [3, 4]], 'K'))).toEqual([1, 2, 3, 4]) // biome-ignore format: a matrix
  expect(list(np.ravel(5, 'K'))).toEqual([5])
})
