import { PI_LANES } from '../wasm/pi-remainder.js'
import type { Ref, Scope } from '../wasm/scope.js'
import type { Emitter } from './types.js'

const call = (e: Scope, part: number, x: Ref, lane = 0): Ref => {
  const name = `pi_part${lane % PI_LANES}`
  e.wasm.helper(name)
  return e.m.call(name, [x, e.i32(part)], e.wasm.types.f64)
}

/** A select whose second side is computed only where it is wanted: SIMD code tests all lanes at once. */
const remainder = (part: number, js: string): Emitter => ({
  scalar: (e, _, c, near, x) => e.m.if(c!(), call(e, part, x!()), near!()),
  vector: (v, _, c, near, x) => {
    const { e } = v
    const { f64x2, i64x2, v128 } = e.m
    const masks = v.regs(c!, 8)
    const xs = v.regs(x!, 8)
    const regs = v.regs(near!, 8).map((kept, j) => {
      const mask = masks[j]!
      const lane = (k: 0 | 1): Ref =>
        e.m.if(
          e.m.i32.wrap(i64x2.extract_lane(mask(), k)),
          call(e, part, f64x2.extract_lane(xs[j]!(), k), 2 * j + k),
          f64x2.extract_lane(kept(), k),
        )
      const computed = f64x2.replace_lane(f64x2.splat(lane(0)), 1, lane(1))
      return e.m.if(v128.any_true(mask()), computed, kept())
    })
    return { width: 8, regs }
  },
  js: (_, c, near, x) => `${c} ? piRemainder(${x}).${js} : ${near}`,
})

/** Huge arguments of the trigonometric functions modulo pi/2. */
export const piRemainders = {
  pi_quadrant: remainder(0, 'quadrant'),
  pi_high: remainder(1, 'high'),
  pi_low: remainder(2, 'low'),
} satisfies Record<string, Emitter>
