import { type DTypeInfo, dtypeInfo, isNumbered, numberOf, type TypedArray } from '@weldarray/ir'
import type { AnyDType } from './types.js'

/*
 * Neighbours in memory as a list. There is a loop for each way JavaScript has elements: engines compile what meets one kind of typed array
 * to a few instructions, and what meets many to a search.
 */
export type Line<T> = (at: number, stride: number, n: number) => T[]

/** Doubles as they are. Beyond the data there are none, as everywhere. */
const doubles =
  (from: Float64Array): Line<number> =>
  (at, stride, n) => {
    const list = new Array<number>(n)
    for (let i = 0; i < n; i++) list[i] = from[at + i * stride]!
    return list
  }

const integers =
  (from: Int32Array): Line<number> =>
  (at, stride, n) => {
    const list = new Array<number>(n)
    for (let i = 0; i < n; i++) list[i] = from[at + i * stride]!
    return list
  }

const truths =
  (from: Uint8Array): Line<boolean> =>
  (at, stride, n) => {
    const list = new Array<boolean>(n)
    for (let i = 0; i < n; i++) {
      const x = from[at + i * stride]
      list[i] = x === undefined ? x! : x !== 0
    }
    return list
  }

const anything =
  <T>(from: ArrayLike<T>): Line<T> =>
  (at, stride, n) => {
    const list = new Array<T>(n)
    for (let i = 0; i < n; i++) list[i] = from[at + i * stride]!
    return list
  }

/** The upper words of integers that are exact as numbers. */
const EXACT = 2 ** 21
const WORD = 2 ** 32

/** 64-bit integers as numbers, of two words each: no bigint is made. Throws `RangeError` where a number is not exact. */
function numbered(from: BigInt64Array | BigUint64Array, isSigned: boolean): Line<number> {
  const low = new Uint32Array(from.buffer, from.byteOffset, 2 * from.length)
  const high: Int32Array | Uint32Array = isSigned ? new Int32Array(from.buffer, from.byteOffset, 2 * from.length) : low
  return (at, stride, n) => {
    const list = new Array<number>(n)
    for (let i = 0; i < n; i++) {
      const k = 2 * (at + i * stride)
      const upper = high[k + 1]
      const lower = low[k]
      if (upper === undefined || lower === undefined) list[i] = undefined!
      else
        list[i] =
          upper < EXACT && upper >= -EXACT && (upper > -EXACT || lower > 0) ? upper * WORD + lower : numberOf(from[k / 2]!)
    }
    return list
  }
}

/** Elements this many times as many as are read are not converted for it. */
const MUCH = 4

/** Lists of elements, of which `count` are read in all. */
export function lineOf(elements: TypedArray, dtype: AnyDType, count: number): Line<number | bigint | boolean> {
  const info = (dtypeInfo as Partial<Record<AnyDType, DTypeInfo>>)[dtype]
  if (info === undefined || (info.big && !isNumbered(dtype))) return anything(elements as BigInt64Array)
  const { kind, bytes } = info
  if (info.big) return numbered(elements as BigInt64Array, kind === 'signed')
  if (kind === 'bool') return truths(elements as Uint8Array)
  if (elements instanceof Float64Array) return doubles(elements)
  if (elements instanceof Int32Array) return integers(elements)
  if (elements.length > MUCH * count) return anything(elements as Float32Array)
  return kind === 'float' || (kind === 'unsigned' && bytes === 4)
    ? doubles(new Float64Array(elements as Float32Array))
    : integers(new Int32Array(elements as Int8Array))
}
