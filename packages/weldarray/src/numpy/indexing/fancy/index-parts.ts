import { type DType, IndexError, showShape } from '@weldarray/ir'
import { storageOf } from '../../../array/wrap.js'
import { dtypeOf, isArrayLikeNd, isNdArray, type NdArray, wrap } from '../../operands/arrays.js'
import { toValue } from '../../operands/operands.js'
import { typedArrayType } from '../../operands/typed-arrays.js'
import type { ArrayInput } from '../../types.js'
import type { SlicePart } from '../slicing.js'

/** One part of an index: a part of a slice, an array of integers, or a mask. */
export type IndexPart = SlicePart | bigint | boolean | Exclude<ArrayInput, number | bigint | boolean>

/** What a part selects by, once it is read. */
export type Part =
  | { readonly kind: 'basic'; readonly part: number | null | string }
  | { readonly kind: 'integers'; readonly array: NdArray; readonly isOfNewAxis?: true }
  | { readonly kind: 'mask'; readonly array: NdArray; readonly isOfNewAxis?: never }

const isArray = (x: unknown): boolean => isArrayLikeNd(x) || typedArrayType(x) !== undefined || Array.isArray(x)

/** Whether an index selects by arrays, so that the result is a new array and not a view. */
export const isFancy = (spec: readonly unknown[]): boolean =>
  spec.some((p) => typeof p === 'boolean' || (typeof p === 'object' && p !== null))

const plainPart = (text: string): number | null | string =>
  text === 'null' || text === 'None' || text === 'newaxis' ? null : /^-?\d+$/.test(text) ? Number(text) : text

/** Parts with the strings' commas split, and arrays told by their dtypes. Throws `IndexError`. */
export function readParts(what: string, spec: readonly IndexPart[]): Part[] {
  const parts: Part[] = []
  for (const part of spec) {
    if (typeof part !== 'string') parts.push(readPart(what, part))
    else for (const piece of part.split(',')) parts.push({ kind: 'basic', part: plainPart(piece.replace(/\s+/g, '')) })
  }
  return parts
}

function readPart(what: string, part: Exclude<IndexPart, string>): Part {
  if (part === null || part === undefined) return { kind: 'basic', part: null }
  if (typeof part === 'number' || typeof part === 'bigint') return { kind: 'basic', part: checked(what, Number(part), 'float64') }
  // What is in the library's own memory is read when it is used.
  if (isNdArray(part) && storageOf(part)?.isExternal === false)
    return { kind: dtypeOf(part) === 'bool' ? 'mask' : 'integers', array: part as NdArray }
  if (!isArray(part) && typeof part !== 'boolean')
    throw new IndexError(
      `${what}: cannot index with ${typeof part}; expected integers, strings like '1:-1', null, '...', masks or arrays of integers`,
    )
  const value = toValue(what, part as ArrayInput)
  const empty = Array.isArray(part) && value.shape.length === 1 && value.shape[0] === 0
  return { kind: value.dtype === 'bool' && !empty ? 'mask' : 'integers', array: wrap(value) }
}

function checked(what: string, x: number, dtype: DType): number {
  if (!Number.isSafeInteger(x)) throw new IndexError(`${what}: index ${x} of dtype ${dtype} is no integer`)
  return x
}

/** Throws `IndexError` unless a mask has the lengths of the axes it selects from; one of length 0 selects nothing of an axis of any length. */
export function checkMask(what: string, mask: readonly number[], shape: readonly number[], axis: number): void {
  mask.forEach((n, i) => {
    const length = shape[axis + i]
    if (length !== n && (n > 0 || length === undefined))
      throw new IndexError(
        `${what}: a mask of shape ${showShape(mask)} does not fit axes from ${axis} on of shape ${showShape(shape)}: axis ${axis + i} has length ${length ?? 'none'}`,
      )
  })
}
