import { chance } from '../../support/random.js'
import type { Action } from '../support/step.js'
import { allocate, type Elements, isNumeric } from '../support/values.js'
import { modelOf, type Pair, same } from '../support/world.js'
import { throwsLike } from './compute.js'
import { fill } from './create.js'

const dataOf = (pair: Pair): Elements => pair.weld.data as unknown as Elements

/** A caller takes hold of `data`. Whoever shares the memory gives the same typed array. */
export const hold: Action = (world, random) => {
  const pair = world.some(random)
  if (pair === undefined) return false
  world.said = `${pair.name}.data`
  const data = dataOf(pair)
  const { store } = pair.model
  if (store.held !== null) same(data, store.held, 'data')
  for (const other of world.stores) if (other !== store && other.held === data) throw new Error('data of two memories is one')
  if (data.constructor !== store.data.constructor) throw new Error(`data is a ${data.constructor.name}`)
  if (store.held === null && data.buffer.byteLength !== data.length * data.BYTES_PER_ELEMENT)
    throw new Error('data handed out has no buffer of its own')
  store.held = data
  return true
}

/** A caller writes to a typed array it holds. */
export const scribble: Action = (world, random) => {
  const stores = [...world.stores].filter((s) => s.held !== null && s.data.length > 0 && typeof s.data[0] === 'number')
  if (stores.length === 0) return false
  const store = random.pick(stores)
  const at = random.int(0, store.data.length - 1)
  const owner = world.pairs.find((p) => p.model.store === store)
  const value = owner === undefined || isNumeric(owner.model.dtype) ? 77 : 1
  world.said = `${owner?.name ?? 'dropped'}.data[${at}] = ${value}`
  store.held![at] = value
  store.data[at] = value
  return true
}

/** A caller puts other data in place of an array's; its views keep what they had. */
export const replace: Action = (world, random) => {
  const pair = world.some(random, (p) => isNumeric(p.model.dtype) && !p.model.repeats)
  if (pair === undefined || chance(random, 0.5)) return false
  const { dtype, view, store } = pair.model
  const data = fill(random, dtype, allocate(dtype, store.data.length))
  const held = (data as unknown as Float64Array).slice() as unknown as Elements
  world.said = `${pair.name}.data = …`
  pair.weld.data = held as never
  view.data = data
  const model = modelOf(dtype, { data, held }, view)
  world.stores.add(model.store)
  world.pairs[world.pairs.indexOf(pair)] = { ...pair, model }
  return true
}

/** Memory given back. Arrays computed from it, and data taken from it, stay. */
export const dispose: Action = (world, random) => {
  const pair = world.some(random)
  if (pair === undefined) return false
  const { store } = pair.model
  const sharing = world.pairs.filter((p) => p.model.store === store)
  world.said = `${pair.name}.dispose()`
  pair.weld.dispose()
  const external = Object.getOwnPropertyDescriptor(pair.weld, 'data')?.get === undefined
  if (external) return true
  for (const p of sharing) throwsLike('DisposedError', () => p.weld.clone().tolist())
  world.pairs.splice(0, Infinity, ...world.pairs.filter((p) => p.model.store !== store))
  return true
}
