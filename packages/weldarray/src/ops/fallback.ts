import { createRequire } from 'node:module'
import { countFallback } from '@weldarray/runtime'
import { type Argument, dataOf, isArrayLikeNd, writableOf } from './operand.js'

const require = createRequire(import.meta.url)

/** Fewer elements than this are not worth the code that `ndarray-ops` generates. */
export const WORTH_COMPILING = 64

// biome-ignore lint/suspicious/noExplicitAny: the original's functions take arrays and scalars
type Original = Record<string, (...args: any[]) => unknown>

let original: Original | null | undefined

/** `ndarray-ops`, loaded at first use; null where code must not be generated from strings, which is how it works. */
function ndarrayOps(): Original | null {
  if (original === undefined) {
    try {
      new Function('')
      original = require('ndarray-ops') as Original
    } catch {
      original = null
    }
  }
  return original
}

/** An array as `ndarray-ops` needs it, without moving library memory out. */
const plainly = (array: Argument, data: unknown): object => ({
  data,
  shape: array.shape,
  stride: array.stride,
  offset: array.offset,
  dtype: array.dtype,
  order: array.order,
})

let running = false

/** Runs one of the original's functions; asked for another one meanwhile, this module has none. */
function asOriginal(run: () => unknown): void {
  running = true
  try {
    run()
  } finally {
    running = false
  }
}

/**
 * Runs the original's loops, compiled for just these dtypes; false if they cannot be had. Where a program puts
 * `weldarray/ops` in place of every `ndarray-ops`, ours too, the original is these very functions, and asks again.
 */
export function runOriginal(name: string, destination: Argument, others: readonly unknown[]): boolean {
  const f = running ? undefined : ndarrayOps()?.[name]
  if (f === undefined) return false
  countFallback(`ops.${name}`, 'operands of several dtypes')
  const out = plainly(destination, writableOf(destination))
  asOriginal(() => f(out, ...others.map((x) => (isArrayLikeNd(x) ? plainly(x, dataOf(x)) : x))))
  return true
}

/** An array as `ndarray-ops` asks for it, which sorts loops by the order of axes. */
const isWhole = (x: unknown): boolean => isArrayLikeNd(x) && Array.isArray((x as { order?: unknown }).order)

/** What the original throws for arguments some of which are no arrays; `error` where that cannot be found out. */
export function errorOf(name: string, args: readonly unknown[], arrays: number, error: unknown): unknown {
  if (running || args.slice(0, arrays).every(isWhole)) return error
  try {
    asOriginal(() => ndarrayOps()?.[name]?.(...args))
    return error
  } catch (theirs) {
    return theirs
  }
}
