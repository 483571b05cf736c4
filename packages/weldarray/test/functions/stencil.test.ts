import { afterEach, expect, test, vi } from 'vitest'
import * as np from 'weldarray'
import { forceTier, type Tier } from '../../../runtime/dist/execute/tier.js'

const named = (name: string) => expect.objectContaining({ name })

afterEach(() => {
  forceTier('auto')
  vi.restoreAllMocks()
})

const laplace = (at: np.Neighbour) => at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1) - 4 * at(0, 0)

/** The same by np.pad and slices. */
function expected(x: np.NdArray, mode: string): unknown {
  const [h, w] = x.shape as [number, number]
  const p = np.pad(x, 1, { mode: mode as 'edge' })
  const at = (i: number, j: number) => p.slice(`${1 + i}:${1 + i + h}`, `${1 + j}:${1 + j + w}`)
  return at(-1, 0).add(at(1, 0)).add(at(0, -1)).add(at(0, 1)).sub(at(0, 0).mul(4)).tolist()
}

test.each(['constant', 'edge', 'reflect', 'symmetric', 'wrap'] as const)('beyond the border: %s', (mode) => {
  const f = np.stencil(laplace, { mode })
  for (const shape of [
    [4, 5],
    [40, 70],
  ]) {
    const x = np.random.default_rng(1).random(shape)
    expect(f(x).tolist()).toEqual(expected(x, mode))
  }
})

test('elements with neighbours beyond the border are left out', () => {
  const x = np.arange(10)
  expect(
    np
      .stencil((at) => at(-1) + at(2), { mode: 'valid' })(x)
      .tolist(),
  ).toEqual([3, 5, 7, 9, 11, 13, 15])
  expect(() => np.stencil((at) => at(-5) + at(6), { mode: 'valid' })(x)).toThrow(named('ShapeError'))
  expect(
    np
      .stencil((at) => at(-1) + at(1), { cval: 100 })(x)
      .tolist(),
  ).toEqual([101, 2, 4, 6, 8, 10, 12, 14, 16, 108])
})

test('what is beyond the border is seen as it was given, whatever the dtype of the array', () => {
  const left = (cval: number) => np.stencil((at) => at(-1), { cval })
  for (const dtype of ['int32', 'uint8', 'int64', 'bool'] as const)
    for (const cval of [0.5, -3, 300, NaN]) {
      const f = left(cval)(np.array([1, 0, 1], dtype))
      expect([f.dtype, f.tolist()]).toEqual(['float64', [cval, 1, 0]])
    }
})

test('loops over distances, conditions and other arrays', () => {
  const mean = np.stencil(
    (at) => {
      let s = 0
      for (let i = -1; i <= 1; i++) for (let j = -1; j <= 1; j++) s += at(i, j)
      return s / 9
    },
    { mode: 'edge' },
  )
  const even = np.array([
    [1, 1, 1],
    [1, 1, 1],
  ])
  expect(mean(even).tolist()).toEqual(even.tolist())
  const upwind = np.stencil((at, v) => (v! > 0 ? at(0) - at(-1) : at(1) - at(0)), { mode: 'wrap' })
  expect(upwind([1, 2, 4, 8], [1, -1, 1, -1]).tolist()).toEqual([-7, 2, 2, -7])
  const alive = (at: np.Neighbour) => {
    const n = at(-1, -1) + at(-1, 0) + at(-1, 1) + at(0, -1) + at(0, 1) + at(1, -1) + at(1, 0) + at(1, 1)
    return n === 3 || (n === 2 && at(0, 0) === 1)
  }
  const glider = np.zeros([6, 6])
  for (const [i, j] of [
    [0, 1],
    [1, 2],
    [2, 0],
    [2, 1],
    [2, 2],
  ] as const)
    glider.set(i, j, 1)
  let x = glider
  const life = np.stencil(alive, { mode: 'wrap' })
  for (let k = 0; k < 24; k++) x = life(x).astype('float64') as typeof glider
  expect(x.tolist()).toEqual(glider.tolist())
})

test.each<Tier>(['js', 'wasm'])('the same bits in %s', (tier) => {
  const x = np.random.default_rng(5).random([50, 60], { dtype: 'float32' })
  const f = np.stencil(laplace, { mode: 'reflect' })
  expect(f(x).dtype).toBe('float32')
  const auto = f(x).tolist()
  forceTier(tier)
  expect(f(x).tolist()).toEqual(auto)
})

test('one loop over views, recorded', () => {
  const x = np.random.default_rng(1).random([100, 100])
  const y = np.stencil(laplace, { mode: 'valid' })(x).mul(2)
  expect(y.isEvaluated).toBe(false)
  x.evaluate()
  const before = np.stats()
  y.evaluate()
  expect(np.stats().loops - before.loops).toBe(1)
})

test('what is not compiled is called element by element', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {})
  const f = np.stencil((at) => [at(-1), at(0)].reduce((a: number, b: number) => a + b, 0), { mode: 'edge' })
  expect(f([1, 2, 4]).tolist()).toEqual([2, 3, 6])
  f([1, 2, 4])
  expect(warn).toHaveBeenCalledTimes(1)
  expect(() => np.stencil(laplace, { mode: 'odd' as never })).toThrow(/mode is 'odd'/)
  const wrong = np.stencil((at) => at(0, 0))
  expect(() => wrong([1, 2])).toThrow(named('ArgumentError'))
})
