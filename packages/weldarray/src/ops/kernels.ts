import { createRequire } from 'node:module'
import { DTYPES } from '@weldarray/ir'
import { loopsOf } from './loop-files.js'

// biome-ignore lint/suspicious/noExplicitAny: three shapes of loops, for data of any kind
export type Kernel = (...args: any[]) => any

export type KernelSet = Readonly<Record<string, Kernel>>

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
  return (read[dtype] = createRequire(import.meta.url)(`./kernels/${files[dtype]}.cjs`) as KernelSet)
}

/** The loops of one dtype count in 32-bit integers. */
export const LONGEST = 2 ** 31 - 1
