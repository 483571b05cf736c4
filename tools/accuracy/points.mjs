// The functions, their bars and where they are tried: deterministic points from a seeded generator.

/** A 32-bit generator (a Weyl sequence through a multiplicative hash), uniform in [0, 1) with 53 bits. */
export function random(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0
    let z = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return (z ^ (z >>> 16)) >>> 0
  }
  return () => (next() * 2097152 + (next() >>> 11)) / 2 ** 53
}

const word = new DataView(new ArrayBuffer(8))
/** x moved by n units in the last place (positive finite x). */
export function nudge(x, n) {
  word.setFloat64(0, Math.abs(x))
  word.setBigInt64(0, word.getBigInt64(0) + BigInt(n))
  const r = word.getFloat64(0)
  return x < 0 ? -r : r
}

const uniform = (low, high) => (r) => low + (high - low) * r()
/** Magnitude uniform in the exponent between 2^low and 2^high. */
const logUniform =
  (low, high, signed = true) =>
  (r) => {
    const e = Math.floor(low + (high - low) * r())
    const m = 1 + r()
    const x = e < -1022 ? m * 2 ** -1022 * 2 ** (e + 1022) : m * 2 ** e
    return signed && r() < 0.5 ? -x : x
  }
/** Within a few thousand (often a few) units in the last place of one of `places`, or relatively close. */
const near =
  (...places) =>
  (r) => {
    const p = places[Math.floor(r() * places.length)]
    const how = r()
    if (how < 0.5) return nudge(p, Math.floor((r() - 0.5) * 2 ** (1 + 12 * r())))
    return p * (1 + (r() - 0.5) * 2 ** (-40 * r()))
  }
const around = (centre, low, high) => {
  const step = logUniform(low, high)
  return (r) => centre + step(r)
}
/** Near n pi/2, n up to 2^bits. */
const nearHalfPi = (bits) => (r) => {
  const n = Math.floor(2 ** (bits * r()))
  return nudge(n * (Math.PI / 2), Math.floor((r() - 0.5) * 8))
}
const halves = (count, unit) => Array.from({ length: count }, (_, i) => (i + 0.5) * unit).flatMap((x) => [x, -x])

const LN2 = Math.LN2
const trigonometric = [
  uniform(-10, 10),
  uniform(-1e3, 1e3),
  logUniform(-30, 4),
  logUniform(4, 20.6),
  nearHalfPi(20),
  nearHalfPi(60),
  logUniform(20, 1023.9),
  logUniform(-1074, -1),
  near(...halves(6, Math.PI / 2), 2 ** 20 * (Math.PI / 2)),
]
const positive = [
  logUniform(-1074, 1023.9, false),
  uniform(0.5, 2),
  around(1, -50, -2),
  near(1, Math.SQRT1_2, Math.SQRT2, 2 ** -1022, 2 ** 53),
  uniform(0, 100),
  logUniform(-1074, -1020, false),
]

export const functions = {
  exp: {
    bar: 1,
    from: [
      uniform(-1, 1),
      uniform(-746, 710),
      logUniform(-60, 9),
      near(...halves(8, LN2), 709.78, -708.4, -745.1),
      uniform(-746, -707),
    ],
  },
  exp2: {
    bar: 1,
    from: [uniform(-1, 1), uniform(-1076, 1024.5), logUniform(-60, 9), near(...halves(8, 1)), uniform(-1076, -1021)],
  },
  expm1: {
    bar: 1,
    from: [
      uniform(-1, 1),
      uniform(-40, 710),
      logUniform(-1074, 9),
      near(...halves(80, LN2), -37.4, 709.78),
      uniform(-2, 2),
      uniform(30, 50),
    ],
  },
  log: { bar: 1, from: positive },
  log2: { bar: 1, from: positive },
  log10: { bar: 1, from: positive },
  log1p: {
    bar: 1,
    from: [
      uniform(-1, 1),
      logUniform(-1074, 1023.9, false),
      logUniform(-1074, -0.01),
      around(-1, -53, -1),
      uniform(-0.5, 2),
      near(Math.SQRT2 - 1, Math.SQRT1_2 - 1, 2 ** 53),
      uniform(0, 100),
    ],
  },
  sin: { bar: 1, from: trigonometric },
  cos: { bar: 1, from: trigonometric },
  tan: { bar: 1, from: trigonometric },
  asin: {
    bar: 1,
    from: [uniform(-1, 1), logUniform(-1074, 0), near(0.5, -0.5), (r) => 1 - 2 ** (-53 * r()) * r(), uniform(0.45, 0.55)],
  },
  acos: {
    bar: 1,
    from: [
      uniform(-1, 1),
      logUniform(-1074, 0),
      near(0.5, -0.5),
      (r) => 1 - 2 ** (-53 * r()) * r(),
      (r) => 2 ** (-53 * r()) * r() - 1,
      uniform(0.45, 0.55),
      uniform(-0.55, -0.45),
    ],
  },
  atan: {
    bar: 1,
    from: [uniform(-3, 3), logUniform(-1074, 1023.9), logUniform(-10, 10), near(9 / 16, 16 / 9, 1), uniform(0.5, 2)],
  },
  atan2: {
    bar: 1.5,
    from: [
      (r) => [uniform(-1, 1)(r), uniform(-1, 1)(r)],
      (r) => [logUniform(-1074, 1023.9)(r), logUniform(-1074, 1023.9)(r)],
      (r) => {
        const x = logUniform(-1000, 1000)(r)
        return [x * logUniform(-20, 20)(r), x]
      },
      (r) => {
        const x = logUniform(-900, 900)(r)
        return [x * near(1, 9 / 16, 16 / 9, 0.5, 0.25, 2, -1, -0.5, -16 / 9)(r), x]
      },
      (r) => [logUniform(-1074, -1000)(r), logUniform(-1074, -1000)(r)],
    ],
  },
  sinh: {
    bar: 2,
    from: [uniform(-1, 1), uniform(-711, 711), logUniform(-1074, 9), near(...halves(40, LN2), 710.47), uniform(-3, 3)],
  },
  cosh: {
    bar: 1.6,
    from: [uniform(-1, 1), uniform(-711, 711), logUniform(-40, 9), near(...halves(40, LN2), 710.47), uniform(-3, 3)],
  },
  tanh: { bar: 1.5, from: [uniform(-1, 1), uniform(-20, 20), logUniform(-1074, 5), near(...halves(20, LN2)), uniform(-3, 3)] },
  asinh: {
    bar: 2,
    from: [uniform(-1, 1), uniform(-10, 10), logUniform(-1074, 1023.9), logUniform(-10, 40), near(2 ** 28, 2 ** 30, 0.5)],
  },
  acosh: {
    bar: 2,
    from: [
      uniform(1, 2),
      uniform(1, 100),
      logUniform(0, 1023.9, false),
      (r) => 1 + 2 ** (-52 * r()) * r(),
      near(2 ** 28, 2 ** 30, 2),
    ],
  },
  atanh: {
    bar: 2,
    from: [uniform(-1, 1), logUniform(-1074, 0), near(0.5, -0.5), (r) => 1 - 2 ** (-53 * r()) * r(), uniform(-0.2, 0.2)],
  },
  erf: { bar: 1, from: [uniform(-1, 1), uniform(-6, 6), logUniform(-1074, 3), near(1, 0.5, -1), uniform(0.8, 2)] },
  erfc: {
    bar: 1.5,
    from: [
      uniform(-1, 1),
      uniform(-6, 27.3),
      logUniform(-60, 4.8),
      near(0.5, -0.5, 1, 4, -1),
      uniform(26, 27.3),
      uniform(0.3, 3),
    ],
  },
  pow: {
    bar: 1,
    from: [
      (r) => {
        const x = logUniform(-1074, 1023.9, false)(r)
        return [x, (1080 * (2 * r() - 1)) / Math.abs(Math.log2(x))]
      },
      (r) => {
        const x = 1 + logUniform(-53, -2)(r)
        return [x, (1080 * (2 * r() - 1)) / Math.abs(Math.log2(x))]
      },
      (r) => [uniform(0, 10)(r), uniform(-20, 20)(r)],
      (r) => {
        const x = logUniform(-1074, 1023.9)(r)
        return [x, Math.round((1080 * (2 * r() - 1)) / Math.abs(Math.log2(Math.abs(x))))]
      },
      (r) => {
        const x = near(Math.sqrt(1.5), Math.sqrt(3), 1.5, 1, Math.SQRT2, 2)(r)
        return [x, (1080 * (2 * r() - 1)) / Math.abs(Math.log2(x))]
      },
      (r) => {
        const x = uniform(0.3, 3)(r)
        return [x, (-1021 - 54 * r()) / Math.log2(x)]
      },
      (r) => {
        const x = uniform(0.3, 3)(r)
        return [x, logUniform(-70, 2)(r)]
      },
      (r) => {
        const x = uniform(0.7, 2)(r)
        return [x, (1023.9 - r()) / Math.log2(x)]
      },
    ],
  },
  cbrt: {
    bar: 0.7,
    from: [uniform(-8, 8), logUniform(-1074, 1023.9), uniform(1, 8), near(1, 2, 4, 8, 2 ** -1022), logUniform(-1074, -1020)],
  },
  hypot: {
    bar: 1,
    from: [
      (r) => [uniform(-1, 1)(r), uniform(-1, 1)(r)],
      (r) => [logUniform(-1074, 1023.9)(r), logUniform(-1074, 1023.9)(r)],
      (r) => {
        const x = logUniform(-1074, 1022)(r)
        return [x * logUniform(-30, 1)(r), x]
      },
      (r) => [logUniform(-1074, -1000)(r), logUniform(-1074, -1000)(r)],
      (r) => {
        const x = near(2 ** 500, 2 ** -500, 1, 1e308)(r)
        return [x * r(), x]
      },
    ],
  },
}
for (const name of Object.keys(functions)) functions[name].arity = ['atan2', 'pow', 'hypot'].includes(name) ? 2 : 1

/** `count` arguments (pairs flattened). */
export function pointsOf(name, count, seed) {
  const { from, arity } = functions[name]
  const r = random(seed)
  const out = new Float64Array(count * arity)
  for (let i = 0; i < count; i++) {
    const p = from[i % from.length](r)
    if (arity === 1) out[i] = p
    else out.set(p, 2 * i)
  }
  return out
}

const ulpOf = (x) => {
  const a = Math.abs(x)
  if (a < 2 ** -1021) return 5e-324
  word.setFloat64(0, a)
  return 2 ** (((word.getInt32(0) >>> 20) & 0x7ff) - 1075)
}

/** The distance of `value` from the reference, high + left units in the last place of high, in these units. */
export function ulps(value, high, left) {
  if (value !== value || high !== high) return value !== value && high !== high ? 0 : Infinity
  if (Math.abs(high) === Infinity || Math.abs(value) === Infinity)
    return value === high ? 0 : nearOverflow(value, high) ? 0.5 : Infinity
  if (value === 0 && high === 0 && left === 0) return Object.is(value, high) ? 0 : Infinity
  return Math.abs((value - high) / ulpOf(high) - left)
}
const nearOverflow = (a, b) => Math.sign(a) === Math.sign(b) && Math.min(Math.abs(a), Math.abs(b)) === Number.MAX_VALUE

const one = new Float32Array(1)
const bits = new Uint32Array(one.buffer)

/** The same for a float32 `value`, in units in the last place of float32 at the exact value. */
export function ulps32(value, high, left) {
  if (value !== value || high !== high) return value !== value && high !== high ? 0 : Infinity
  if (value === 0 && high === 0) return Object.is(value, high) ? 0 : Infinity
  if (Math.abs(high) === Infinity) return value === high ? 0 : Infinity
  one[0] = Math.min(Math.abs(high), 3.4028234663852886e38)
  const place = 2 ** (Math.max(bits[0] >>> 23, 1) - 150)
  // Infinity stands for the number that would follow the largest; what is beyond it rounds to it.
  const limited = Math.max(-(2 ** 128), Math.min(value, 2 ** 128))
  if (Math.abs(high) >= 2 ** 128 && Math.abs(value) === Infinity) return 0
  return Math.abs((limited - high) / place - (left * ulpOf(high)) / place)
}
