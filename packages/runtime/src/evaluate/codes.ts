import {
  ARRAY_DTYPES,
  callOps,
  type DType,
  dtypeInfo,
  type LoopOp,
  type MapOp,
  mapOps,
  reduceOps,
  type ScanOp,
  scanNames,
} from '@weldarray/ir'

/*
 * The numbers of operations and dtypes in the keys of plans. No two operations have the same one.
 */

const numbered = (names: readonly string[], from: number): Record<string, number> =>
  Object.fromEntries(names.map((name, i) => [name, from + i]))

/** What kernels take for the same has the same number. */
const stored = numbered(ARRAY_DTYPES, 0)
const dtypeCode = Object.fromEntries(ARRAY_DTYPES.map((d) => [d, stored[dtypeInfo[d].stored]!]))
const DTYPE_CODES = 32

/** What a group of words is of, other than an operation. */
export const INPUT = 1
export const STRIDED = 2
export const CONST = 3
export const FILL = 4
export const IOTA = 5
export const REPEAT = 6
export const VIEW = 7
export const ROOTS = 8
export const GATHER = 10
export const JOIN = 11
export const SCATTER = 12
/** A read that another node has noted. */
export const SAME = 13
/** Comes after the roots, which are places: no place is negative. */
export const STORE = -1

/** The first number that no operation has yet. */
let next = 16

function numbersFor(table: object): Record<string, number> {
  const names = Object.keys(table)
  next += names.length
  return numbered(names, next - names.length)
}

const mapCode = numbersFor(mapOps)
export const reduceCode = numbersFor(reduceOps)
const scanCode = numbersFor(scanNames)
export const callCode = numbersFor(callOps)
/** Loops are numbered as they come, after all others, and keep their numbers. */
const loopCode = new Map<string, number>()

/** The number of an elementwise operation, or of a step. */
export function codeOf(op: MapOp): number {
  const known = mapCode[op] ?? loopCode.get(op)
  if (known !== undefined) return known
  loopCode.set(op, next)
  return next++
}

/** The number of a scan. */
export const scanCodeOf = (op: ScanOp): number => scanCode[op] ?? codeOf(op as LoopOp)

/** A word for an operation and the dtype of its result. */
export const headOf = (code: number, dtype: DType): number => code * DTYPE_CODES + dtypeCode[dtype]!
