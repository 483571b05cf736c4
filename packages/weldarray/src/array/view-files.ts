import { createRequire } from 'node:module'
import { elementOf, numberOf } from '@weldarray/ir'
import { Storage } from '@weldarray/runtime'
import { axisOf, orderOf } from './axis-order.js'
import type { Make, ViewClass } from './constructors.js'
import { type Family, position } from './held.js'
import { isOnlooker } from './onlookers.js'
import type { AnyDType } from './types.js'

/** Makes the class of views of one dtype and dimension; `makers` are those of all its dimensions. */
type Literal<Rest extends unknown[]> = (makers: readonly Make[], ...rest: Rest) => ViewClass

/** The classes of one dtype, of dimension -1, 0, 1, …, as far as there are literals. */
export interface Views {
  /** Views that hold their caller's data. */
  readonly plain: readonly Literal<[order: () => number[]]>[]
  /** Views of library memory; null for dtypes it never has. */
  readonly family: (Family & { readonly classes: readonly Literal<[]>[] }) | null
}

const given = { axisOf, orderOf, position, numberOf, elementOf, external: Storage.external, isOnlooker }

const require = createRequire(import.meta.url)

// By literal names, which bundlers see.
const files: Readonly<Record<AnyDType, () => (to: typeof given) => Views>> = {
  bool: () => require('./views/bool.cjs'),
  int8: () => require('./views/int8.cjs'),
  uint8: () => require('./views/uint8.cjs'),
  int16: () => require('./views/int16.cjs'),
  uint16: () => require('./views/uint16.cjs'),
  int32: () => require('./views/int32.cjs'),
  uint32: () => require('./views/uint32.cjs'),
  int64: () => require('./views/int64.cjs'),
  uint64: () => require('./views/uint64.cjs'),
  bigint64: () => require('./views/bigint64.cjs'),
  biguint64: () => require('./views/biguint64.cjs'),
  float32: () => require('./views/float32.cjs'),
  float64: () => require('./views/float64.cjs'),
  uint8_clamped: () => require('./views/uint8_clamped.cjs'),
  float16: () => require('./views/float16.cjs'),
  array: () => require('./views/array.cjs'),
  buffer: () => require('./views/buffer.cjs'),
  generic: () => require('./views/generic.cjs'),
}

const read: Partial<Record<AnyDType, Views>> = {}

/** Whether there are arrays of this dtype. */
export const isKnown = (dtype: string): boolean => Object.hasOwn(files, dtype)

/** The classes for arrays of a dtype, read when the first is made. */
export const viewsOf = (dtype: AnyDType): Views => (read[dtype] ??= files[dtype]()(given))
