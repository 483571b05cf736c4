import * as np from 'weldarray'
import { maskFor } from '../support/selection.js'
import type { Action } from '../support/step.js'
import { elementsOf, fits, positions, sizeOf } from '../support/values.js'

/** `np.place` takes values in turns for the places where a mask holds, `np.putmask` for all places; as if both had been copied first. */
export const inTurns: Action = (world, random) => {
  const pair = world.target(random)
  if (pair === undefined) return false
  const { model, weld } = pair
  const mask = maskFor(world, random, model, weld)
  const values = mask && world.numeric(random, (p) => sizeOf(p.model.shape) > 0 && p.model.dtype === model.dtype)
  if (values === null || values === undefined || !fits(values.model.dtype, model.dtype)) return false
  const [name, f] = random.pick([
    ['place', np.place],
    ['putmask', np.putmask],
  ] as const)
  world.said = `np.${name}(${pair.name}, ${mask!.text}, ${values.name})`
  const list = elementsOf(values.model)
  const all = positions(model)
  const chosen = new Set(mask!.places)
  f(weld, mask!.spec[0] as np.NdArray, values.weld)
  let count = 0
  all.forEach((at, i) => {
    if (chosen.has(at)) model.data[at] = list[(name === 'place' ? count++ : i) % list.length]!
  })
  return true
}
