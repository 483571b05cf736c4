import { type Loop, loops } from '@weldarray/runtime'
import type { Data } from './operand.js'

/*
 * The elementary functions by the loops that every tier agrees with to the bit, and with JavaScript's idea of pow.
 */

/** The type an elementary function computes in: float32 only where nothing, the scalar included, has more digits. */
export const computeType = (dtypes: readonly string[], scalar?: number): 'float32' | 'float64' =>
  dtypes.every((d) => d === 'float32') && (scalar === undefined || Math.fround(scalar) === scalar) ? 'float32' : 'float64'

export interface Span {
  readonly data: Data
  readonly at: number
  readonly step: number
}

/** `Math.pow(±1, NaN)` and `Math.pow(±1, ±Infinity)` are NaN; IEEE's, and ours elsewhere, are 1. */
const isNaNInJs = (base: number, exponent: number): boolean => !Number.isFinite(exponent) && (base === 1 || base === -1)

/** `out = op(a, b)` for n elements; functions of one argument ignore `b`. */
export function elementaryRun(op: string, type: 'float32' | 'float64', n: number, out: Span, a: Span, b: Span): void {
  const loop = loops[`${op}:${type}`] as Loop
  // Found before anything is written: out may be one of the operands.
  const nans: number[] = []
  if (op === 'pow')
    for (let i = 0; i < n; i++)
      if (isNaNInJs(a.data[a.at + i * a.step], b.data[b.at + i * b.step])) nans.push(out.at + i * out.step)
  loop(n, out.data, out.at, out.step, a.data, a.at, a.step, b.data, b.at, b.step, b.data, 0, 0)
  for (const at of nans) out.data[at] = NaN
}

const result = new Float64Array(1)
const operands = new Float64Array(2)

/** One elementary function of single values, converted to numbers as `Math`'s functions convert (a bigint throws). */
export function elementaryOf(op: string): (b: unknown, c: unknown) => number {
  const binary = op === 'pow' || op === 'atan2'
  const out = { data: result, at: 0, step: 0 }
  const first = { data: operands, at: 0, step: 0 }
  const second = { data: operands, at: 1, step: 0 }
  return (b, c) => {
    operands[0] = +(b as number)
    operands[1] = binary ? +(c as number) : 0
    elementaryRun(op, 'float64', 1, out, first, second)
    return result[0]!
  }
}
