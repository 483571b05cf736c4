import * as np from 'weldarray'
import { chance } from '../../support/random.js'
import { anySelection, maskFor, selected } from '../support/selection.js'
import type { Action } from '../support/step.js'
import {
  allocate,
  assignable,
  broadcast,
  elementsOf,
  fits,
  positions,
  promote,
  type Scalar,
  sizeOf,
  stretched,
} from '../support/values.js'
import type { Pair } from '../support/world.js'
import { modelIn, nameOf, otherFor, throwsLike, weldIn } from './compute.js'

/** `x.slice(indices)` and `x.at(indices).get()`: elements by their indices, or where a mask holds. */
export const gather: Action = (world, random) => {
  const pair = world.numeric(random)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const chosen = anySelection(world, random, pair)
  if (chosen === null) return false
  const bySlice = chance(random, 0.5)
  world.said = `${name}.${bySlice ? 'slice' : 'at'}(${chosen.text})${bySlice ? '' : '.get()'}`
  const spec = chosen.spec as [string]
  const call = () => (bySlice ? weld.slice(...spec) : weld.at(...spec).get())
  if (chosen.wrong) return throwsLike('IndexError', call)
  world.addResult(call(), selected(model, chosen))
  return true
}

type Change = (x: number, y: number) => number
const changes: Readonly<Record<'set' | 'add' | 'sub' | 'mul' | 'min' | 'max', Change>> = {
  set: (_, y) => y,
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  min: Math.min,
  max: Math.max,
}

/**
 * `x.at(indices).add(y)` and its kin: one place after the other, as often as its index comes, with operands as if they had been copied
 * first.
 */
export const scatter: Action = (world, random) => {
  const pair = world.target(random)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const chosen = anySelection(world, random, pair)
  if (chosen === null) return false
  const suits = (p: Pair): boolean => String(broadcast(p.model.shape, chosen.shape)) === String(chosen.shape)
  const other = (chance(random, 0.5) ? world.numeric(random, suits) : undefined) ?? otherFor(world, random, pair)
  const how = random.pick(['set', 'set', 'add', 'add', 'sub', 'mul', 'min', 'max'] as const)
  world.said = `${name}.at(${chosen.text}).${how}(${nameOf(other)})`
  const call = () => weld.at(...(chosen.spec as [string]))[how](weldIn(other))
  const value = modelIn(other)
  if (how !== 'set' && !fits(promote(model, value), model.dtype)) return throwsLike('DTypeError', call)
  if (chosen.wrong) {
    // Of two things that are wrong either may be told.
    if (typeof value !== 'number') return false
    return throwsLike('IndexError', call)
  }
  if (typeof value !== 'number' && !assignable(value.shape, chosen.shape)) return false
  const list: Scalar[] = typeof value === 'number' ? chosen.places.map(() => value) : elementsOf(stretched(value, chosen.shape))
  if (call() !== weld) throw new Error('a change of places returns its array')
  const change: Change = how === 'mul' && model.dtype === 'int32' ? Math.imul : changes[how]
  // In the array's dtype, to which values are converted first.
  const by = allocate(model.dtype, 1)
  chosen.places.forEach((p, i) => {
    by[0] = list[i]!
    model.data[p] = change(model.data[p] as number, by[0] as number)
  })
  return true
}

/** `np.copyto(x, y, { where })`: as if `y` and the mask had been copied first. */
export const copyWhere: Action = (world, random) => {
  const pair = world.target(random)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const mask = maskFor(world, random, model, weld)
  if (mask === null) return false
  const other = otherFor(world, random, pair)
  const value = modelIn(other)
  world.said = `np.copyto(${name}, ${nameOf(other)}, { where: ${mask.text} })`
  const call = () => np.copyto(weld, weldIn(other) as np.NdArray, { where: mask.spec[0] as np.NdArray })
  if (typeof value !== 'number' && !assignable(value.shape, model.shape)) return false
  if (!fits(promote(model, value), model.dtype)) return throwsLike('DTypeError', call)
  const all = positions(model)
  const list: Scalar[] = typeof value === 'number' ? all.map(() => value) : elementsOf(stretched(value, model.shape))
  const by = new Map(all.map((p, i) => [p, list[i]!]))
  call()
  for (const p of mask.places) model.data[p] = by.get(p)!
  return true
}

/** `np.put(x, indices, values)`: by numbers in C order, values in turns. */
export const put: Action = (world, random) => {
  const pair = world.target(random, (p) => sizeOf(p.model.shape) > 0)
  if (pair === undefined) return false
  const { model, weld, name } = pair
  const size = sizeOf(model.shape)
  const list = Array.from({ length: random.int(1, 9) }, () => random.int(-size, size - 1))
  const other = world.numeric(random, (p) => sizeOf(p.model.shape) > 0 && fits(p.model.dtype, model.dtype))
  if (other === undefined) return false
  world.said = `np.put(${name}, [${list}], ${other.name})`
  const values = elementsOf(other.model)
  np.put(weld, list, other.weld)
  const at = positions(model)
  list.forEach((i, k) => {
    model.data[at[i < 0 ? i + size : i]!] = values[k % values.length]!
  })
  return true
}
