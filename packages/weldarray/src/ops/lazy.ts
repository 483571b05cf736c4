import { contiguousStrides, type DType, dtypeInfo, isDType, isNumbered, type Node, sameShape, sizeOf } from '@weldarray/ir'
import { allocateMemory, constant, leaf, Storage, view } from '@weldarray/runtime'
import { type NdArray, viewOf } from '../array/ndarray.js'
import { storageOf, valueOf } from '../array/wrap.js'
import type { Call } from './eager.js'
import { kernelsOf } from './kernels.js'
import { AT_ONCE, DEAR_AT_ONCE, FIRST_AT_ONCE, LONG } from './limits.js'
import { type Argument, isComplete, isDense, isDistinct, overlapping } from './operand.js'
import { isBetterNow } from './quick.js'
import { type Operand, recorders } from './record.js'
import { isElementary } from './table.js'

/** The storage of an array that is the whole of owned memory, in order: what is written there can stay pending. */
function wholeStorage(array: Argument): Storage | undefined {
  const storage = storageOf(array)
  if (storage === undefined || storage.isExternal || array.offset !== 0) return undefined
  return isDense(array) && sizeOf(array.shape) === storage.length ? storage : undefined
}

const isPending = (array: Argument): boolean => storageOf(array)?.isEvaluated === false

/**
 * Records an operation where it can wait, and runs it compiled where that pays. False if it is to be done by loops now.
 * The meaning is the same either way.
 */
export function tryLazy(d: Argument, { op, sources, scalar }: Call): boolean {
  const size = sizeOf(d.shape)
  const storage = wholeStorage(d)
  const pending = sources.some(isPending)
  if (storage === undefined) {
    const pays = pending ? size > 1 : isElementary(op) && size >= LONG
    if (!pays) return false
  } else if (!pending && size <= (isElementary(op) ? DEAR_AT_ONCE : FIRST_AT_ONCE) && isBetterNow(storage, size)) return false
  const recorder = recorders[op]
  if (recorder === undefined || !isRecordable(d.dtype, sources, scalar)) return false
  if (storage === undefined && !isDistinct(d)) return false
  for (let k = 0; k < sources.length; k++) if (overlapping(d, sources[k]!) || !isComplete(sources[k]!)) return false
  const operands: Operand[] = sources.map(valueOf)
  if (scalar !== undefined) {
    if (scalar.first) operands.unshift(scalar.value as number)
    else operands.push(scalar.value as number)
  }
  const value = recorder(d.dtype as DType, operands[0]!, operands[1]!)
  if (value === null) return false
  if (storage !== undefined) storage.replace(reshaped(value, d))
  else writeNow(d as unknown as NdArray, value)
  return true
}

const reshaped = (value: Node, d: Argument): Node =>
  sameShape(value.shape, d.shape) ? value : view(value, { shape: [...d.shape], strides: contiguousStrides(d.shape), offset: 0 })

function writeNow(d: NdArray, value: Node): void {
  const storage = storageOf(d) ?? Storage.external(d.data as never, value.dtype)
  storage.write(viewOf(d), value)
}

/** All dtypes known to the compiler, and bigints not among numbers. */
function isRecordable(to: string, sources: readonly Argument[], scalar: { readonly value: unknown } | undefined): boolean {
  if (!isDType(to) || isNumbered(to) || sources.some((s) => isNumbered(s.dtype))) return false
  const { big } = dtypeInfo[to]
  for (const { dtype } of sources) if (!isDType(dtype) || (big ? dtype !== to : dtypeInfo[dtype].big)) return false
  return scalar === undefined || typeof scalar.value === (big ? 'bigint' : 'number')
}

/** Fills the whole of owned memory with a value that can wait. */
export function tryFill(d: Argument, value: unknown): boolean {
  const storage = wholeStorage(d)
  if (storage === undefined || d.shape.length === 0 || storage.length === 0 || !isRecordable(d.dtype, [], { value })) return false
  if (storage.isEvaluated && storage.length <= AT_ONCE) return false
  const shape = [...d.shape]
  storage.replace(view(constant(value as number, d.dtype as DType), { shape, strides: shape.map(() => 0), offset: 0 }))
  return true
}

/** Random numbers for the whole of owned memory: what it held need not be computed any more. */
export function tryRandom(d: Argument): boolean {
  const storage = wholeStorage(d)
  const kernel = kernelsOf(d.dtype)?.random
  if (storage === undefined || storage.isEvaluated || kernel === undefined) return false
  const memory = allocateMemory(d.dtype as DType, storage.length)
  kernel(1, storage.length, memory.data, 0, 0, 1)
  storage.replace(leaf(memory, [...d.shape]))
  return true
}
