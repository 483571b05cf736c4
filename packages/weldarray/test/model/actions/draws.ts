import type * as np from 'weldarray'
import type { Action } from '../support/step.js'
import { type Dtype, filledFrom, sizeOf } from '../support/values.js'

type Rng = ReturnType<typeof np.random.default_rng>

/** Kinds of numbers, by dtype: many at a time, and one. */
const kinds: readonly [Dtype, (rng: Rng, shape: number[]) => np.NdArray, (rng: Rng) => number][] = [
  ['float64', (rng, shape) => rng.random(shape), (rng) => rng.random()],
  ['float32', (rng, shape) => rng.random(shape, { dtype: 'float32' }), (rng) => Number(rng.random([], { dtype: 'float32' }))],
  [
    'int32',
    (rng, shape) => rng.integers(0, 50, { size: shape, dtype: 'int32' }) as np.NdArray,
    (rng) => Number(rng.integers(0, 50, { size: [], dtype: 'int32' })),
  ],
]

/** Random numbers, of a stream that goes on through the program: those that a second generator gives one by one. */
export const draw: Action = (world, random) => {
  const [dtype, many, one] = random.pick(kinds)
  const shape = [...random.pick(world.shapes)]
  world.said = `rng draws ${dtype} [${shape}]`
  const data = filledFrom(
    dtype,
    Array.from({ length: sizeOf(shape) }, () => one(world.second)),
  )
  world.addResult(many(world.rng, shape), { dtype, shape, data })
  return true
}
