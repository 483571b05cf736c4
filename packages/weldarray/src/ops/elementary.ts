import type { NamedOp } from '@weldarray/ir'
import { type Loop, loopFor } from '@weldarray/runtime'
import type { Data } from './operand.js'

/*
 * The elementary functions by the loops that every tier agrees with to the bit, and with JavaScript's idea of pow.
 */

/** The type an elementary function computes in: float32 only where nothing, the scalar included, has more digits. */
export const computeType = (dtypes: readonly string[], scalar?: number): 'float32' | 'float64' =>
  dtypes.every((d) => d === 'float32') && (scalar === undefined || Math.fround(scalar) === scalar) ? 'float32' : 'float64'

/** `Math.pow(±1, NaN)` and `Math.pow(±1, ±Infinity)` are NaN; IEEE's, and ours elsewhere, are 1. */
const isNaNInJs = (base: number, exponent: number): boolean => !Number.isFinite(exponent) && (base === 1 || base === -1)

/** Whether what is written to `out` may be read as another element of `x` later. */
const isAhead = (out: Data, oi: number, os: number, x: Data, xi: number, xs: number): boolean =>
  (out === x || (out.buffer !== undefined && out.buffer === x.buffer)) && !(out === x && oi === xi && os === xs && os !== 0)

const known: Record<string, { float32: Loop; float64: Loop }> = {}

/** `out = op(a, b)` for n elements; functions of one argument ignore `b`. */
export function elementaryRun(
  op: string,
  type: 'float32' | 'float64',
  n: number,
  out: Data,
  oi: number,
  os: number,
  a: Data,
  ai: number,
  as: number,
  b: Data,
  bi: number,
  bs: number,
): void {
  const loop = (known[op] ??= { float32: loopFor(op as NamedOp, 'float32'), float64: loopFor(op as NamedOp, 'float64') })[type]
  if (op !== 'pow') {
    loop(n, out, oi, os, a, ai, as, b, bi, bs, b, 0, 0)
    return
  }
  if (isAhead(out, oi, os, a, ai, as) || isAhead(out, oi, os, b, bi, bs)) {
    for (let i = 0; i < n; i++) {
      const [to, x, y] = [oi + i * os, ai + i * as, bi + i * bs]
      if (isNaNInJs(a[x], b[y])) out[to] = NaN
      else loop(1, out, to, 0, a, x, 0, b, y, 0, b, 0, 0)
    }
    return
  }
  // Found before anything is written: out may be one of the operands.
  const nans: number[] = []
  const none = (bs === 0 && Number.isFinite(b[bi])) || (as === 0 && Math.abs(a[ai]) !== 1)
  if (!none) for (let i = 0; i < n; i++) if (isNaNInJs(a[ai + i * as], b[bi + i * bs])) nans.push(oi + i * os)
  loop(n, out, oi, os, a, ai, as, b, bi, bs, b, 0, 0)
  for (const at of nans) out[at] = NaN
}

const result = new Float64Array(1)
const operands = new Float64Array(2)

/** One elementary function of single values, converted to numbers as `Math`'s functions convert (a bigint throws). */
export function elementaryOf(op: string): (b: unknown, c: unknown) => number {
  const binary = op === 'pow' || op === 'atan2'
  return (b, c) => {
    operands[0] = +(b as number)
    operands[1] = binary ? +(c as number) : 0
    elementaryRun(op, 'float64', 1, result, 0, 0, operands, 0, 0, operands, 1, 0)
    return result[0]!
  }
}
