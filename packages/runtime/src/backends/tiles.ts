import { allocate, type DType, isLoopOp, type TypedArray } from '@weldarray/ir'
import { type Kernel, resultsOf } from '@weldarray/optimizer'
import { JS_TILE } from '../schedule/costs.js'

/*
 * Where loops in JavaScript keep the values of a tile's elements. One loop runs at a time, and what it keeps is of no use to the next, so
 * that all have the same tiles; within a loop a tile is used again once nothing needs what is in it. A few of them stay in the caches.
 */

const tiles: Partial<Record<DType, TypedArray[]>> = {}

function tile(dtype: DType, number: number): TypedArray {
  const own = (tiles[dtype] ??= [])
  while (own.length <= number) own.push(allocate(dtype, JS_TILE))
  return own[number]!
}

/** The last instruction that uses each value: Infinity for what is wanted in the end, and for rounds, which have several results at once. */
function lastUses(kernel: Kernel): number[] {
  const { code, scans } = kernel
  const last = code.map((c, i) => (isLoopOp(c.op) ? Infinity : i))
  code.forEach((c, i) => {
    if ('args' in c) for (const a of c.args) last[a] = Math.max(last[a]!, i)
  })
  for (const value of [...resultsOf(kernel), ...scans.map((s) => s.value)]) last[value] = Infinity
  return last
}

/** The tile of each instruction's value; null where it needs none: it is read where it lies, or is one number for all. */
export function tilesOf(kernel: Kernel): (TypedArray | null)[] {
  const { code } = kernel
  const last = lastUses(kernel)
  const free: Partial<Record<DType, number[]>> = {}
  const used: Partial<Record<DType, number>> = {}
  const numbers: number[] = []
  const take = (dtype: DType): number => {
    const again = free[dtype]?.pop()
    if (again !== undefined) return again
    const next = used[dtype] ?? 0
    used[dtype] = next + 1
    return next
  }
  const takes = code.map((c) => c.op !== 'lit' && c.op !== 'param' && c.op !== 'load')
  // All results of rounds are there when the first of them is computed.
  code.forEach((c, i) => {
    if (isLoopOp(c.op)) numbers[i] = take(c.dtype)
  })
  code.forEach((c, i) => {
    if (!takes[i]) return
    numbers[i] ??= take(c.dtype)
    // What is computed never overwrites its operands.
    for (const value of new Set([i, ...('args' in c ? c.args : [])]))
      if (last[value] === i && takes[value]) (free[code[value]!.dtype] ??= []).push(numbers[value]!)
  })
  return code.map((c, i) => (takes[i] ? tile(c.dtype, numbers[i]!) : null))
}
