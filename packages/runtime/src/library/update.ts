import { UPDATE_SCRATCH } from '@weldarray/codegen'
import { type Change, type DType, isFloat, updateInto } from '@weldarray/ir'
import { settings } from '../config/config.js'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { updates } from './costs.js'
import { available, bytesOf, kernelFor, kernelsWanted, moverOf, pieceOf, type Task } from './run.js'

const kernels = {
  set: kernelFor('update', 'set'),
  add: kernelFor('update', 'add'),
  mul: kernelFor('update', 'mul'),
  div: kernelFor('update', 'div'),
  min: kernelFor('update', 'min'),
  max: kernelFor('update', 'max'),
}

/** The dtype by whose kernel a change is made: sums and products of whole numbers wrap alike, of bool they are its extremes. */
function kernelOf(change: Change, dtype: DType): ReturnType<(typeof kernels)[Change]> {
  if (change === 'set') return kernels.set(moverOf(dtype))
  if (dtype === 'bool' && change === 'add') return kernels.max('bool')
  if (dtype === 'bool' && change === 'mul') return kernels.min('bool')
  return kernels[change]((change === 'add' || change === 'mul') && !isFloat(dtype) ? moverOf(dtype) : dtype)
}

/** A copy of some memory, changed at positions (each inside, or without effect) by as many values, or by one, in their order. */
export function updated(task: Task, change: Change, target: Memory, positions: Memory, values: Memory): Memory {
  const { dtype } = target
  const [size, count] = [target.length, positions.length]
  const kernel = kernelOf(change, dtype)
  if (size === 0 || positions.dtype !== 'int32' || !kernelsWanted(size + count, updates.least) || !available(kernel))
    return updatedInJs(change, target, positions, values)
  const [from, at, by] = [target, positions, values].map((m) => task.address(m))
  const result = task.result(dtype, size)
  const shares = size < updates.shared ? 1 : settings.threads
  task.launch({
    kernel,
    args: [from!, at!, by!, result.address, count, values.length === 1 ? 0 : bytesOf(dtype)],
    rows: size,
    rowStep: pieceOf(Math.ceil(size / shares)),
    scratch: UPDATE_SCRATCH,
  })
  return task.keep(result)
}

function updatedInJs(change: Change, target: Memory, positions: Memory, values: Memory): Memory {
  const result = allocateMemory(target.dtype, target.length)
  updateInto(change, target.dtype, target.data, positions.data, values.data, result.data)
  return result
}
