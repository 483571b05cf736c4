import { createRequire } from 'node:module'

// biome-ignore lint/suspicious/noExplicitAny: three shapes of loops, for data of any kind
export type Kernel = (...args: any[]) => any

export type KernelSet = Readonly<Record<string, Kernel>>

/** dtypes whose elements other loops can read and write as they are. */
const ALIAS: Readonly<Record<string, string>> = { buffer: 'uint8', biguint64: 'bigint64', float16: 'mixed' }

// biome-ignore lint/suspicious/noExplicitAny: as above
let sets: Record<string, () => any> | undefined

/** Loaded when the first is needed: reading their text takes longer than importing the rest. */
const kernelSets = () => (sets ??= createRequire(import.meta.url)('./kernels.generated.cjs') as NonNullable<typeof sets>)

const made: Record<string, KernelSet | undefined> = {}

/** The loops for arrays of one dtype, made at first use; undefined for dtypes without loops (`bool`, `generic`). */
export function kernelsOf(dtype: string): KernelSet | undefined {
  const known = made[dtype]
  if (known !== undefined) return known
  const name = ALIAS[dtype] ?? dtype
  if (!Object.hasOwn(kernelSets(), name)) return undefined
  return (made[dtype] = name === dtype ? kernelSets()[name]!() : kernelsOf(name))
}
