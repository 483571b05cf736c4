import { createRequire } from 'node:module'
import { DTYPES } from '@weldarray/ir'
import { loopsOf } from './loop-files.js'

// biome-ignore lint/suspicious/noExplicitAny: three shapes of loops, for data of any kind
export type Kernel = (...args: any[]) => any

export type KernelSet = Readonly<Record<string, Kernel>>

const require = createRequire(import.meta.url)

// By literal names, which bundlers see.
const sets: Readonly<Record<string, () => KernelSet>> = {
  int8: () => require('./kernels/int8.cjs'),
  uint8: () => require('./kernels/uint8.cjs'),
  uint8_clamped: () => require('./kernels/uint8_clamped.cjs'),
  int16: () => require('./kernels/int16.cjs'),
  uint16: () => require('./kernels/uint16.cjs'),
  int32: () => require('./kernels/int32.cjs'),
  uint32: () => require('./kernels/uint32.cjs'),
  bigint64: () => require('./kernels/bigint64.cjs'),
  float32: () => require('./kernels/float32.cjs'),
  float64: () => require('./kernels/float64.cjs'),
  array: () => require('./kernels/array.cjs'),
  mixed: () => require('./kernels/mixed.cjs'),
}

/** Files of loops by dtype. `mixed`: elements of any dtypes, converted by the stores, in arrays of any length. */
const files: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DTYPES.filter((d) => d !== 'bool').map((d) => [d, loopsOf(d)])),
  uint8_clamped: 'uint8_clamped',
  buffer: 'uint8',
  float16: 'mixed',
  array: 'array',
  mixed: 'mixed',
}

const read: Record<string, KernelSet | undefined> = {}

/** The loops for arrays of one dtype, read at first use; undefined for dtypes without loops (`bool`, `generic`). */
export function kernelsOf(dtype: string): KernelSet | undefined {
  const known = read[dtype]
  if (known !== undefined || !Object.hasOwn(files, dtype)) return known
  return (read[dtype] = sets[files[dtype]]())
}

/** The loops of one dtype count in 32-bit integers. */
export const LONGEST = 2 ** 31 - 1
