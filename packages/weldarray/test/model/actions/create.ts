import ndarray, * as np from 'weldarray'
import { chance, type Random } from '../../support/random.js'
import type { Action } from '../support/step.js'
import { allocate, type Dtype, type Elements, numeric, sizeOf } from '../support/values.js'
import { modelOf, strided, type World } from '../support/world.js'

export function fill(random: Random, dtype: Dtype, data: Elements): Elements {
  const start = random.int(-40, 40)
  const step = random.int(1, 7)
  for (let i = 0; i < data.length; i++) {
    const x = ((start + i * step) % 97) - 48
    data[i] = dtype === 'uint8' ? Math.abs(x) : dtype === 'int32' ? x * 1001 : x / 4
  }
  return data
}

const copyOf = (data: Elements): Elements => (data as unknown as Float64Array).slice() as unknown as Elements

/** An array in library memory: copied from a caller's, made by a function, or pending from the start. */
export const owned: Action = (world, random) => {
  const dtype = random.pick(numeric)
  const shape = random.pick(world.shapes)
  const data = fill(random, dtype, allocate(dtype, sizeOf(shape)))
  const how = random.pick(['array', 'clone', 'zeros', 'full', 'arange', 'pending'])
  world.said = `${how}(${dtype}, [${shape}])`
  if (how === 'zeros' || how === 'full') {
    const value = how === 'zeros' ? 0 : 3
    ;(data as unknown as Float64Array).fill(value)
    world.addResult(how === 'zeros' ? np.zeros(shape, dtype) : np.full(shape, value, dtype), { dtype, shape, data })
  } else if (how === 'arange') {
    for (let i = 0; i < data.length; i++) data[i] = i
    world.addResult(np.arange(data.length, { dtype }).reshape(shape), { dtype, shape, data })
  } else {
    const source = ndarray(copyOf(data) as never, shape) as unknown as np.NdArray
    const weld = how === 'array' ? np.array(source) : how === 'clone' ? source.clone() : np.array(source).mul(1)
    world.addResult(weld, { dtype, shape, data })
  }
  return true
}

/** An array over a caller's typed array, whole or part of it. */
export const external: Action = (world, random) => {
  const dtype = random.pick(numeric)
  const shape = random.pick(world.shapes)
  const offset = chance(random, 0.3) ? random.int(1, 5) : 0
  const held = fill(random, dtype, allocate(dtype, sizeOf(shape) + 2 * offset))
  const data = copyOf(held)
  const view = strided(data, shape, undefined, offset)
  world.said = `ndarray(${dtype}, [${shape}], [${view.stride}], ${offset})`
  const foreign = chance(random, 0.3)
  const made = foreign
    ? np.asarray(strided(held, shape, undefined, offset) as never)
    : ndarray(held as never, shape, view.stride, offset)
  world.add(made as unknown as np.NdArray, modelOf(dtype, { data, held }, view))
  return true
}

/** What a program starts with. */
export const start = async (world: World, random: Random): Promise<void> => {
  while (world.pairs.length < 2) {
    await random.pick([owned, owned, external])(world, random)
    world.started.push(world.said)
  }
}
