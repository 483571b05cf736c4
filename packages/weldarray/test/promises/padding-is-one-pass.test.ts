import { forcePiece, forceTier } from '@weldarray/runtime'
import { afterEach, describe, expect, test } from 'vitest'
import * as np from 'weldarray'

/*
 * Two neighbouring axes are padded in one pass over the result, and slices, single elements and constants are joined as they lie in memory:
 * one loop, memory for the result, nothing evaluated or copied before.
 */

afterEach(() => {
  forceTier('auto')
  forcePiece(null)
})

const MODES = ['constant', 'edge', 'reflect', 'symmetric', 'wrap', 'empty'] as const
const DTYPES = ['float64', 'float32', 'int64', 'int16', 'uint8', 'bool'] as const

/** Where an element of a longer axis comes from; -1 of a constant before it, -2 of one behind. */
function sourceOf(mode: (typeof MODES)[number], n: number, i: number): number {
  if (i >= 0 && i < n) return i
  if (mode === 'constant' || mode === 'empty') return i < 0 ? -1 : -2
  if (mode === 'edge') return i < 0 ? 0 : n - 1
  if (mode === 'wrap') return (i + n) % n
  const skip = mode === 'reflect' ? 1 : 0
  return i < 0 ? -i - 1 + skip : 2 * n - 1 - skip - i
}

/** Padded one element after the other. */
function padded(
  lists: unknown,
  shape: number[],
  widths: number[][],
  mode: (typeof MODES)[number],
  constants: number[][],
): unknown {
  const build = (axis: number, from: unknown, value: number | null): unknown => {
    if (axis === shape.length) return value ?? from
    const [before, after] = widths[axis]!
    return Array.from({ length: before! + shape[axis]! + after! }, (_, k) => {
      const source = sourceOf(mode, shape[axis]!, k - before!)
      return source >= 0
        ? build(axis + 1, value === null ? (from as unknown[])[source] : null, value)
        : build(axis + 1, null, mode === 'empty' ? 0 : constants[axis]![-1 - source]!)
    })
  }
  return build(0, lists, null)
}

describe.each(MODES)('%s', (mode) => {
  test.each(DTYPES)('of %s', (dtype) => {
    for (const [shape, widths] of [
      [
        [40, 30],
        [
          [2, 3],
          [1, 4],
        ],
      ],
      [
        [40, 30],
        [
          [0, 3],
          [4, 0],
        ],
      ],
      [
        [5, 20, 7],
        [
          [0, 0],
          [3, 1],
          [2, 2],
        ],
      ],
      [
        [9, 8, 3],
        [
          [2, 2],
          [2, 2],
          [0, 0],
        ],
      ],
      [
        [6, 5, 9],
        [
          [1, 2],
          [2, 1],
          [3, 4],
        ],
      ],
    ] as [number[], number[][]][]) {
      const size = shape.reduce((x, y) => x * y)
      const a = np.arange(size).mod(97).astype(dtype).reshape(shape).clone().evaluate()
      const constants = shape.map((_, axis) => [2 * axis + 3, 2 * axis + 4])
      const options = mode === 'constant' ? { constant_values: constants } : {}
      const wanted = np
        .array(padded(a.astype('float64').tolist(), shape, widths, mode, constants) as number[][])
        .astype(dtype)
        .tolist()
      for (const tier of ['js', 'wasm', 'auto'] as const)
        for (const piece of [null, 3]) {
          forceTier(tier)
          forcePiece(piece)
          const label = `${shape} by ${JSON.stringify(widths)}, ${tier}, pieces of ${piece}`
          expect(np.pad(a, widths, mode, options).tolist(), label).toEqual(wanted)
          // What is no array in C order, and what is still pending, goes another way.
          const turned = shape.map((d, axis) => d + widths[axis]![0]! + widths[axis]![1]!).toReversed()
          expect(np.pad(np.transpose(a), widths.toReversed(), mode).shape).toEqual(turned)
          forceTier('auto')
          if (mode !== 'empty') expect(np.pad(a.mul(1).astype(dtype), widths, mode, options).tolist(), label).toEqual(wanted)
        }
    }
  })
})

/** What one call of a function does, and how many bytes are held after it. */
function counted(call: () => np.NdArray): { counts: object; bytes: number; size: number } {
  call().evaluate().dispose()
  const before = np.stats()
  const made = call().evaluate()
  const { loops, recorded, evaluationsImplicit, plansMade } = np.stats({ since: before })
  const bytes = np.stats().bytesHeld - before.bytesHeld
  const { size } = made
  made.dispose()
  return { counts: { loops, recorded, evaluationsImplicit, plansMade }, bytes, size }
}

const A = np.random.default_rng(3).random([300, 200]).evaluate()
const slices: np.NdArray[] = [A.slice(':, 20:'), A.slice('::-1, :7'), np.zeros([300, 2])]

test.each([
  ['pad', () => np.pad(A, 2)],
  ['pad with edges', () => np.pad(A, 2, 'edge')],
  [
    'pad with images',
    () =>
      np.pad(
        A,
        [
          [3, 1],
          [2, 5],
        ],
        'reflect',
      ),
  ],
  [
    'pad of stacked images',
    () =>
      np.pad(
        A.reshape([3, 100, 200]),
        [
          [0, 0],
          [1, 1],
          [1, 1],
        ],
        'wrap',
      ),
  ],
  ['delete of a row', () => np.delete(A, 7, 0)],
  ['delete of a column', () => np.delete(A, 7, 1)],
  ['insert of a column', () => np.insert(A, 7, 5, 1)],
  ['insert of an element', () => np.insert(A, 7, 5)],
  ['concatenate of slices', () => np.concatenate(slices, 1)],
] as [string, () => np.NdArray][])('%s is one loop that writes the result', (_, call) => {
  const { counts, bytes, size } = counted(call)
  expect(counts).toEqual({ loops: 1, recorded: 0, evaluationsImplicit: 0, plansMade: 0 })
  expect(bytes).toBeGreaterThanOrEqual(8 * size)
  expect(bytes).toBeLessThan(8 * size + 70_000)
})

test('slices of all layouts are joined as they are', () => {
  const a = np
    .arange(24 * 10)
    .astype('float64')
    .reshape(24, 10)
    .evaluate()
  const layouts: Record<string, np.NdArray> = {
    rows: a.slice('3:9'),
    columns: a.slice(':6, 2:5'),
    'every second row': a.slice(':12:2'),
    'rows from the end': a.slice('5::-1'),
    'columns from the end': a.slice(':6, ::-1'),
    'every second column': a.slice(':6, ::2'),
    transposed: np.transpose(a).slice(':6'),
    'one row again and again': np.broadcast_to(a.slice(3), [6, 10]),
    'one column again and again': np.broadcast_to(a.slice(':6', '3:4'), [6, 5]),
    'one element again and again': np.broadcast_to(a.slice('3:4', '3:4'), [6, 5]),
    'a constant': np.full([6, 3], 7),
    'one column': a.slice(':6', '4:5'),
    nothing: a.slice(':6', '4:4'),
  }
  for (const [name, one] of Object.entries(layouts))
    for (const [other, two] of Object.entries(layouts)) {
      const [p, q] = [one, two].map((x) => x.tolist() as number[][]) as [number[][], number[][]]
      expect(np.concatenate([one, two], 1).tolist(), `${name}, ${other}`).toEqual(p.map((row, i) => [...row, ...q[i]!]))
      if (one.shape[1] === two.shape[1])
        expect(np.concatenate([one, two]).tolist(), `${name} above ${other}`).toEqual([...p, ...q])
    }
})
