import { ArgumentError, composeViews, TraceError } from '@weldarray/ir'
import { type Storage, view } from '@weldarray/runtime'
import { heldArray } from '../array/constructors.js'
import { type NdArray, type Untyped, viewOf } from '../array/ndarray.js'
import { fromValue, isNdArray, storageOf, valueOf, viewAs } from '../array/wrap.js'

/** Makes what the function returned out of the arguments and results of one call. */
export type Rebuild = (args: readonly unknown[], results: readonly Storage[]) => unknown

/** What a returned array turned out to be. */
export interface Origins {
  /** The argument it stands for, or is a view of; -1 for others. */
  argumentOf(storage: Storage): number
  /** Whether it is the very array that stands for that argument. */
  isArgument(array: NdArray): boolean
  /** Whether its memory is the function's own; if not, it was captured. */
  owns(storage: Storage): boolean
  /** The number of its memory among the results. */
  resultOf(storage: Storage): number
}

/**
 * How to make again what a traced function returned: an array, or lists and plain objects of arrays. Anything else that has no parts is
 * returned as it was when the function was traced.
 */
export function rebuilderOf(returned: unknown, origins: Origins): Rebuild {
  if (isNdArray(returned)) return arrayRebuilder(returned as Untyped, origins)
  if (Array.isArray(returned)) {
    const parts = returned.map((x) => rebuilderOf(x, origins))
    return (args, results) => parts.map((part) => part(args, results))
  }
  if (typeof returned === 'function' || (typeof returned === 'object' && returned !== null)) {
    const prototype = Object.getPrototypeOf(returned) as object | null
    if (typeof (returned as { then?: unknown }).then === 'function')
      throw new TraceError('compile: the function returns a promise; only what it records before its first await could be traced')
    if (typeof returned === 'function' || (prototype !== null && prototype !== Object.prototype))
      throw new ArgumentError(
        `compile: the function returns ${typeof returned === 'function' ? 'a function' : (returned.constructor?.name ?? 'an object')}, expected arrays of this library, or lists or plain objects of them`,
      )
    const parts = Object.entries(returned).map(([name, x]) => [name, rebuilderOf(x, origins)] as const)
    return (args, results) => Object.fromEntries(parts.map(([name, part]) => [name, part(args, results)]))
  }
  return () => returned
}

function arrayRebuilder(array: NdArray, origins: Origins): Rebuild {
  const storage = storageOf(array)
  if (storage === undefined) return () => array
  const argument = origins.argumentOf(storage)
  if (argument >= 0) return origins.isArgument(array) ? (args) => args[argument] : viewRebuilder(argument, array)
  if (!origins.owns(storage)) return () => array
  const result = origins.resultOf(storage)
  const { shape, strides, offset } = viewOf(array)
  return (_, results) => heldArray(results[result]!, shape, strides, offset)
}

/** A view of an argument: of the same memory, where strides can say so. */
function viewRebuilder(argument: number, array: NdArray): Rebuild {
  const outer = viewOf(array)
  return (args) => {
    const whole = args[argument] as NdArray
    const composed = composeViews(outer, viewOf(whole))
    return composed === null ? fromValue(view(valueOf(whole), outer)) : viewAs(whole, composed)
  }
}
