import { piOver4, twoOverPiWords } from '@weldarray/ir'
import type { Arg, Local, Ref, Scope } from './scope.js'

/** `pi_word(i)`: 64 bits of 2/pi, counted from the least significant of those kept; zero beyond. */
export function piWordBody(e: Scope): void {
  const { m } = e
  const i = e.parameter(0).get
  const among = (first: number, last: number): void => {
    if (first === last) {
      e.emit(m.return(e.constant('i64', twoOverPiWords[first] ?? 0)))
      return
    }
    const middle = (first + last + 1) >> 1
    e.if(
      m.i32.lt_u(i(), e.i32(middle)),
      () => among(first, middle - 1),
      () => among(middle, last),
    )
  }
  among(0, twoOverPiWords.length)
}

/** Lanes of a vector step whose last results are remembered apart. */
export const PI_LANES = 4

/**
 * `pi_part<lane>(x, part)`: the quadrant (0), high (1) or low (2) part of x modulo pi/2: step for step `piRemainder` of
 * the IR, which explains it. The three parts of an x are asked for one after the other: the last x is remembered, for
 * each lane.
 */
export function piPartBody(e: Scope, lane: number): void {
  const { m } = e
  const { i32, i64, f64 } = m
  const types = e.wasm.types
  const x = e.parameter(0).get
  const part = e.parameter(1).get
  const k = (value: bigint | number): Ref => e.constant('i64', value)
  const holdI64 = (value: Ref): Local => e.hold(types.i64, value)
  const holdF64 = (value: Ref): Arg => e.hold(types.f64, value).get
  const low32 = (a: Ref): Ref => i64.and(a, k(0xffffffffn))
  const high32 = (a: Ref): Ref => i64.shr_u(a, k(32))

  const known = ['quadrant', 'high', 'low', 'x'].map((name) => {
    const global = `pi_${name}${lane}`
    m.addGlobal(global, types.f64, true, f64.const(0))
    return { get: (): Ref => m.global.get(global, types.f64), set: (value: Ref): void => e.emit(m.global.set(global, value)) }
  })
  const answer = (): void => {
    known.slice(0, 2).forEach(({ get }, k) => {
      e.if(i32.eq(part(), e.i32(k)), () => e.emit(m.return(get())))
    })
    e.emit(m.return(known[2]!.get()))
  }
  e.if(f64.eq(x(), known[3]!.get()), answer)

  const bits = holdI64(i64.reinterpret(f64.abs(x())))
  e.if(i64.ge_u(bits.get(), k(0x7ff0000000000000n)), () => {
    e.emit(m.return(m.select(part(), f64.const(Number.NaN), f64.const(0))))
  })
  const significand = holdI64(i64.or(i64.and(bits.get(), k(0xfffffffffffffn)), k(1n << 52n)))
  // 1216 - 190 - (exponent field - 1075)
  const shift = holdI64(i64.sub(k(1216 - 190 + 1075), i64.shr_u(bits.get(), k(52))))
  const first = e.hold(types.i32, i32.wrap(i64.shr_u(shift.get(), k(6))))
  const within = holdI64(i64.and(shift.get(), k(63)))
  e.wasm.helper('pi_word')
  const words = [0, 1, 2, 3].map((n) => holdI64(m.call('pi_word', [i32.add(first.get(), e.i32(n))], types.i64)).get)
  const window = [0, 1, 2].map(
    (n) =>
      holdI64(i64.or(i64.shr_u(words[n]!(), within.get()), i64.shl(i64.shl(words[n + 1]!(), k(1)), i64.sub(k(63), within.get()))))
        .get,
  )
  const limbs = window.flatMap((w): Arg[] => [() => low32(w()), () => high32(w())])
  // 192 bits times 53 bits, modulo 2^192
  const carry = holdI64(k(0))
  const product = limbs.map((limb) => {
    const sum = holdI64(i64.add(i64.mul(limb(), low32(significand.get())), carry.get()))
    e.set(carry, high32(sum.get()))
    e.set(sum, low32(sum.get()))
    return sum
  })
  e.set(carry, k(0))
  for (let n = 1; n < 6; n++) {
    const p = product[n]!
    e.set(p, i64.add(i64.add(i64.mul(limbs[n - 1]!(), high32(significand.get())), p.get()), carry.get()))
    e.set(carry, high32(p.get()))
    e.set(p, low32(p.get()))
  }
  const pair = (high: number, low: number): Ref => i64.or(i64.shl(product[high]!.get(), k(32)), product[low]!.get())
  const quadrant = holdI64(i64.shr_u(i64.add(product[5]!.get(), k(1n << 29n)), k(30)))
  const signed = (value: Ref): Ref => {
    const v = holdF64(value)
    return m.select(f64.lt(x(), f64.const(0)), f64.neg(v()), v())
  }
  known[3]!.set(x())
  known[0]!.set(signed(f64.convert_s.i64(quadrant.get())))

  const integer = holdI64(i64.sub(pair(5, 4), i64.shl(quadrant.get(), k(62))))
  const top = holdF64(f64.convert_s.i64(integer.get()))
  const rest = holdF64(f64.convert_s.i64(i64.sub(integer.get(), i64.trunc_s_sat.f64(top()))))
  const second = holdF64(f64.convert_s.i64(product[3]!.get()))
  const third = holdF64(f64.convert_u.i64(pair(2, 1)))
  const c = (value: number): Ref => f64.const(value)
  const a = holdF64(f64.mul(top(), c(2 ** 32)))
  const sum = holdF64(f64.add(a(), second()))
  const ends = f64.add(f64.mul(rest(), c(2 ** 32)), f64.mul(third(), c(2 ** -64)))
  const left = holdF64(f64.add(f64.sub(second(), f64.sub(sum(), a())), ends))
  const high = holdF64(f64.add(sum(), left()))
  const low = holdF64(f64.sub(left(), f64.sub(high(), sum())))

  const unit = piOver4[0] * 2 ** -93
  const u = unit * (2 ** 27 + 1)
  const unitTop = u - (u - unit)
  const unitEnd = unit - unitTop
  const main = holdF64(f64.mul(high(), c(unit)))
  const t = holdF64(f64.mul(high(), c(2 ** 27 + 1)))
  const highTop = holdF64(f64.sub(t(), f64.sub(t(), high())))
  const highEnd = holdF64(f64.sub(high(), highTop()))
  const lost = [f64.mul(highTop(), c(unitEnd)), f64.mul(highEnd(), c(unitTop)), f64.mul(highEnd(), c(unitEnd))].reduce(
    (total, term) => f64.add(total, term),
    f64.sub(f64.mul(highTop(), c(unitTop)), main()),
  )
  const small = f64.add(f64.mul(high(), c(piOver4[1] * 2 ** -93)), f64.mul(low(), c(unit)))
  const tail = holdF64(f64.add(lost, small))
  const r = holdF64(f64.add(main(), tail()))
  known[1]!.set(signed(r()))
  known[2]!.set(signed(f64.sub(tail(), f64.sub(r(), main()))))
  answer()
}
