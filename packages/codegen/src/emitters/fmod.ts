import { FMOD_RANGE } from '../wasm/helpers.js'
import type { Arg, Ref, Scope } from '../wasm/scope.js'
import { floatBits } from './float-bits.js'
import type { Emitter } from './types.js'

const call = (e: Scope, x: Ref, y: Ref): Ref => {
  e.wasm.helper('fmod')
  return e.m.call('fmod', [x, y], e.wasm.types.f64)
}

/** The step of `fmodBody` for quotients that are small, on all lanes at once; lanes with others have all of them done one by one. */
function register(e: Scope, x: Arg, y: Arg): Ref {
  const { f64x2, v128, i64x2 } = e.m
  const all = (value: number): Ref => e.splatConstant('f64', value)
  const ax = e.letV128(f64x2.abs(x()))
  const ay = e.letV128(f64x2.abs(y()))
  const q = e.letV128(f64x2.trunc(f64x2.div(ax(), ay())))
  const top = e.letV128(floatBits.head.simd(e, { from: 'float64', to: 'float64' }, ay))
  const end = f64x2.sub(ay(), top())
  const left = e.letV128(f64x2.sub(f64x2.sub(ax(), f64x2.mul(q(), top())), f64x2.mul(q(), end)))
  const rest = f64x2.add(left(), v128.and(ay(), f64x2.lt(left(), all(0))))
  const quick = v128.or(rest, v128.and(x(), all(-0)))
  const { least, most, quotient } = FMOD_RANGE
  const fits = v128.and(
    v128.and(f64x2.ge(ay(), all(least)), f64x2.le(f64x2.pmax(ax(), ay()), all(most))),
    f64x2.lt(q(), all(quotient)),
  )
  const lane = (k: 0 | 1): Ref => call(e, f64x2.extract_lane(x(), k), f64x2.extract_lane(y(), k))
  return e.m.if(i64x2.all_true(fits), quick, f64x2.replace_lane(f64x2.splat(lane(0)), 1, lane(1)))
}

/** C's fmod, JavaScript's `%`: exact. */
export const fmod: Emitter = {
  scalar: (e, { from }, a, b) => {
    if (from === 'float64') return call(e, a!(), b!())
    // The remainder of two float32 is a float32: nothing is lost on the way back.
    return e.m.f32.demote(call(e, e.m.f64.promote(a!()), e.m.f64.promote(b!())))
  },
  vector: (v, { from }, a, b) => {
    if (from !== 'float64') return null
    const ys = v.regs(b!, 8)
    return { width: 8, regs: v.regs(a!, 8).map((x, j) => register(v.e, x, ys[j]!)) }
  },
  js: (_, a, b) => `${a} % ${b}`,
}
