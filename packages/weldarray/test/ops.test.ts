import real from 'ndarray'
import realOps from 'ndarray-ops'
import { describe, expect, test } from 'vitest'
import weld, { type NdArray } from 'weldarray'
import ops from 'weldarray/ops'
import { arrayTypes, isBig, ownable, randomData, randomElement } from './support/data.js'
import { chance, Random, seed } from './support/random.js'
import { type AnyArray, type Change, elements, randomChange } from './support/views.js'

type Fn = (...args: unknown[]) => unknown
const mine = ops as unknown as Record<string, Fn>
const original = realOps as unknown as Record<string, Fn>

const ELEMENTARY = /^(acos|asin|atan|atan2|cos|exp|log|pow|sin|tan)/
const REDUCTIONS = /^(any|all|sum|prod|norm|sup|inf|arg|equals)/
const isScalarForm = (name: string): boolean =>
  /^(?!abs|cos$).*s(eq)?$/.test(name) && original[name]!.length === (name.endsWith('seq') ? 2 : name === 'assigns' ? 2 : 3)

/** The kinds of argument of each function, told by name and number of arguments. */
function kindsOf(name: string): ('array' | 'scalar')[] {
  const n = original[name]!.length
  const kinds = new Array<'array' | 'scalar'>(n).fill('array')
  if (isScalarForm(name) && name !== 'equals') kinds[n - 1] = 'scalar'
  return kinds
}

type Home = 'external' | 'owned' | 'pending' | 'foreign'

interface Pair {
  ours: AnyArray
  theirs: AnyArray
}

/** An array of ours and a real one with the same elements, both seen through the same changes. */
function pair(random: Random, dtype: string, home: Home, shape: readonly number[], changes: readonly Change[]): Pair {
  const size = shape.reduce((n, x) => n * x, 1)
  const data = randomData(random, dtype, size)
  const copy = arrayTypes[dtype]!(size)
  for (let i = 0; i < size; i++) copy[i] = data[i]
  const make = (home === 'foreign' ? real : weld) as unknown as (data: unknown, shape: readonly number[]) => AnyArray
  let ours = make(data, shape)
  if (home === 'owned' || home === 'pending') {
    const owned = (ours as unknown as NdArray).clone()
    ours = (home === 'pending' ? owned.mul(isBig(dtype) ? 1n : 1) : owned) as never
  }
  let theirs = (real as unknown as typeof make)(copy, shape)
  for (const change of changes) {
    ours = change(ours)
    theirs = change(theirs)
  }
  return { ours, theirs }
}

function attempt(f: () => unknown): { value?: unknown; error?: string } {
  try {
    return { value: f() }
  } catch (error) {
    // Digits in a message may be the last ones of an elementary function.
    return { error: `${(error as Error).name}: ${(error as Error).message.replace(/-?\d[\d.e+-]*/g, '#')}` }
  }
}

const bits = new DataView(new ArrayBuffer(8))
/** Doubles between two numbers, at most 3 told apart. */
function apart(x: unknown, y: unknown, dtype: string): number {
  if (Object.is(x, y)) return 0
  if (typeof x !== 'number' || typeof y !== 'number' || Number.isNaN(x) || Number.isNaN(y)) return 99
  if (dtype === 'float32') {
    bits.setFloat32(0, x)
    const i = bits.getInt32(0)
    bits.setFloat32(0, y)
    return Math.abs(i - bits.getInt32(0))
  }
  if (dtype !== 'float64' && dtype !== 'array') return Math.min(Math.abs(x - y), 2 ** 32 - Math.abs(x - y))
  bits.setFloat64(0, x)
  const i = bits.getBigInt64(0)
  bits.setFloat64(0, y)
  const d = i - bits.getBigInt64(0)
  return Number(d < 0n ? -d : d)
}

/**
 * `exact` holds results before they were stored, where that loses what the tolerance is about: the last digits of a double
 * of more than 32 bits decide what is left of it in an integer.
 */
function expectSame(name: string, dtype: string, got: unknown[], want: unknown[], what: string, exact?: unknown[]): void {
  const tolerance = ELEMENTARY.test(name) ? 2 : 0
  for (let i = 0; i < want.length; i++)
    if (!(exact && Math.abs(exact[i] as number) > 2 ** 30) && apart(got[i], want[i], dtype) > tolerance)
      throw new Error(`${what}: element ${i} is ${got[i]} instead of ${want[i]}`)
}

/** One call of `name` on equal arguments, ours and theirs. */
function compare(
  random: Random,
  name: string,
  dtypes: readonly string[],
  homes: readonly Home[],
  shape: readonly number[],
): void {
  const kinds = kindsOf(name)
  const changes = kinds.map(() => {
    const list: Change[] = []
    const lengths = [...shape]
    if (chance(random, 0.4)) {
      const axis = random.int(0, Math.max(0, shape.length - 1))
      if (shape.length > 0) list.push((a) => a.step(...lengths.map((_, k) => (k === axis ? -1 : 1))))
    }
    if (shape.length === 2 && shape[0] === shape[1] && chance(random, 0.4)) list.push((a) => a.transpose(1, 0))
    return list
  })
  const pairs = kinds.map((kind, k) => (kind === 'array' ? pair(random, dtypes[k]!, homes[k]!, shape, changes[k]!) : null))
  const scalar = chance(random, 0.2) ? random.pick([0, 1, 2, -1, 0.1, 31, 33, NaN, Infinity]) : randomElement(random, dtypes[0]!)
  const before = pairs.map((p) => p && `${p.ours.dtype} ${elements(p.theirs).slice(0, 8)}`)
  const what = `${name}(${before.map((b) => b ?? String(scalar)).join('; ')}) of shape [${shape}], ${homes} (seed ${seed})`
  let exact: unknown[] | undefined
  if (ELEMENTARY.test(name) && !isBig(dtypes[0]!)) {
    const wide = (real as unknown as Fn)(Float64Array.from(elements(pairs[0]!.theirs) as number[]), pairs[0]!.theirs.shape)
    if (attempt(() => original[name]!(...pairs.map((p, k) => (k === 0 ? wide : (p?.theirs ?? scalar))))).error === undefined)
      exact = elements(wide as AnyArray)
  }
  const got = attempt(() => mine[name]!(...pairs.map((p) => p?.ours ?? scalar)))
  const want = attempt(() => original[name]!(...pairs.map((p) => p?.theirs ?? scalar)))
  expect(got.error, what).toBe(want.error)
  if (REDUCTIONS.test(name)) expect(got.value, what).toEqual(want.value)
  else if (want.error === undefined) {
    expect(got.value === pairs[0]!.ours, what).toBe(true)
    pairs.forEach(
      (p, k) =>
        p &&
        expectSame(
          name,
          p.ours.dtype,
          elements(p.ours),
          elements(p.theirs),
          what,
          k === 0 && /int|buffer|clamped/.test(p.ours.dtype) ? exact : undefined,
        ),
    )
  }
}

const names = Object.keys(original)
const numbers = Object.keys(arrayTypes).filter((d) => !isBig(d))

test('the same functions', () => {
  expect(Object.keys(ops).sort()).toEqual(names.sort())
  expect(names.length).toBe(150)
  for (const name of names) expect([name, mine[name]!.length]).toEqual([name, original[name]!.length])
})

const skip = new Set(['random'])

describe.each(names.filter((n) => !skip.has(n)))('%s', (name) => {
  const homes: Home[] = ['external', 'owned', 'pending', 'foreign']
  const homeFor = (random: Random, dtype: string): Home =>
    ownable.includes(dtype) ? random.pick(homes) : random.pick(['external', 'foreign'])

  test('arrays of one dtype, of all kinds', () => {
    for (const dtype of Object.keys(arrayTypes))
      for (let i = 0; i < 5; i++) {
        const random = new Random(seed + i * 101 + name.length * 7)
        const shape = random.pick([[], [7], [3, 4], [4, 4], [2, 3, 4], [0], [2, 1, 3, 2], [5, 1]])
        const three = [0, 1, 2].map(() => dtype)
        compare(
          random,
          name,
          three,
          three.map((d) => homeFor(random, d)),
          shape,
        )
      }
  })

  test('arrays of several dtypes', () => {
    for (let i = 0; i < 25; i++) {
      const random = new Random(seed + i * 211 + name.length * 3)
      const dtypes = [0, 1, 2].map(() => random.pick(chance(random, 0.1) ? Object.keys(arrayTypes) : numbers))
      const shape = random.pick([[5], [3, 3], [10, 9], [2, 3, 4]])
      compare(
        random,
        name,
        dtypes,
        dtypes.map((d) => homeFor(random, d)),
        shape,
      )
    }
  })

  test('large arrays, which are compiled where they are owned', () => {
    for (let i = 0; i < 2; i++) {
      const random = new Random(seed + i * 307 + name.length * 11)
      const common = random.pick(ownable)
      const dtypes = [0, 1, 2].map(() => (chance(random, 0.6) ? common : random.pick(ownable.filter((d) => !isBig(d)))))
      compare(
        random,
        name,
        dtypes,
        dtypes.map((d) => homeFor(random, d)),
        random.pick([[9000], [95, 95], [13, 27, 26]]),
      )
    }
  })
})

describe('what is not a plain call', () => {
  test('powers of special values, compiled', () => {
    const values = [1, -1, 0, -0, 2, NaN, Infinity, -Infinity, 0.5]
    const data = Float64Array.from({ length: 9000 }, (_, i) => values[i % 9]!)
    for (const s of values)
      for (const name of ['pows', 'powops']) {
        const d = weld(data.slice()).clone() as unknown as AnyArray
        const e = real(data.slice()) as unknown as AnyArray
        mine[name]!(d, d, s)
        original[name]!(e, e, s)
        expectSame(name, 'float64', elements(d), elements(e), `${name} ${s}`)
      }
  })

  test('random calls Math.random once for every element, in order', () => {
    const kept = Math.random
    try {
      for (const make of [
        (n: number) => weld(new Float64Array(n)),
        (n: number) => weld(new Float64Array(n)).clone(),
        (n: number) => weld(new Float64Array(n)).clone().mul(2),
      ])
        for (const n of [5, 5000]) {
          let next = 0
          Math.random = () => next++
          const a = ops.random(make(n))
          expect([next, a.get(0), a.get(n - 1)]).toEqual([n, 0, n - 1])
        }
    } finally {
      Math.random = kept
    }
  })

  test('data behind accessors', () => {
    for (const name of names.filter((n) => !skip.has(n))) {
      const random = new Random(seed)
      const make = (values: number[]): unknown => ({
        get: (i: number) => values[i],
        set: (i: number, v: number) => (values[i] = v),
        length: values.length,
      })
      const kinds = kindsOf(name)
      const lists = kinds.map(() => Array.from({ length: 6 }, () => random.int(-3, 3)))
      const args = (nd: unknown): unknown[] =>
        kinds.map((k, i) => (k === 'scalar' ? 3 : (nd as Fn)(make([...lists[i]!]), [2, 3])))
      const [a, b] = [args(weld), args(real)]
      const [x, y] = [mine[name]!(...a), original[name]!(...b)]
      if (REDUCTIONS.test(name)) expect(x, name).toEqual(y)
      else expectSame(name, 'float64', elements(a[0] as AnyArray), elements(b[0] as AnyArray), name)
    }
  })

  test('overlapping views are written in the order of the original', () => {
    for (let i = 0; i < 400; i++) {
      const random = new Random(seed + i)
      const name = random.pick(['assign', 'addeq', 'add', 'subeq', 'muls', 'negeq', 'sineq', 'sin', 'max', 'atan2eq'])
      const dtype = random.pick(ownable.filter((d) => !isBig(d)))
      const n = random.pick([6, 9, 70])
      const home = random.pick<Home>(['external', 'owned', 'pending'])
      const { ours, theirs } = pair(random, dtype, home, [n, n], [])
      const kinds = kindsOf(name)
      const views = kinds.map((kind) => {
        if (kind === 'scalar') return () => 3
        const { change } = randomChange(random, [n, n])
        const by = [random.int(0, 2), random.int(0, 2)]
        return (a: AnyArray) => change(a.lo(...by)).hi(2, n > 60 ? 30 : 2)
      })
      const got = attempt(() => mine[name]!(...views.map((v) => v(ours))))
      const want = attempt(() => original[name]!(...views.map((v) => v(theirs))))
      expect(got.error).toBe(want.error)
      expectSame(name, dtype, elements(ours), elements(theirs), `${name} ${dtype} ${home} (seed ${seed + i})`)
    }
  })

  test('shapes that differ', () => {
    const a = weld(new Float64Array(6), [2, 3])
    const owned = a.clone()
    for (const d of [a, owned]) {
      expect(() => ops.add(d, a, weld(new Float64Array(6)))).toThrow('cwise: Arrays do not all have the same dimensionality!')
      expect(() => ops.addeq(d, weld(new Float64Array(6), [3, 2]))).toThrow('cwise: Arrays do not all have the same shape!')
      expect(() => ops.equals(d, weld(new Float64Array(6), [3, 2]))).toThrow('cwise: Arrays do not all have the same shape!')
    }
  })

  test('owned destinations stay pending, and pending readers keep what they read', () => {
    const x = weld(Float64Array.from({ length: 20_000 }, (_, i) => i)).clone()
    const y = x.add(1)
    const before = x.mul(3)
    for (let i = 0; i < 100; i++) ops.addseq(x, 1)
    ops.mul(y, y, x)
    expect([x.isEvaluated, y.isEvaluated]).toEqual([false, false])
    expect([y.get(10), x.get(10), before.get(10)]).toEqual([11 * 110, 110, 30])
  })

  test('a chain of operations in place on one array is one pass, but for its first steps on a small array', () => {
    for (const n of [20_000, 200_000]) {
      const x = weld(new Float64Array(n)).clone().evaluate()
      for (let i = 0; i < 100; i++) ops.addseq(x, 1)
      expect(x.isEvaluated).toBe(false)
      expect(x.explain()).toContain('loop 1 of 1')
      expect(x.get(n - 1)).toBe(100)
    }
  })

  test('a caller sees writes to external memory at once, and its own writes change no result', () => {
    const data = Float64Array.from({ length: 5000 }, (_, i) => i)
    const x = weld(data)
    const sum = weld(new Float64Array(5000)).clone()
    ops.add(sum, x, x)
    data[3] = 1000
    ops.addseq(x, 1)
    expect([data[3], data[4], sum.get(3)]).toEqual([1001, 5, 6])
  })

  test('the same bits at every size and in every memory', () => {
    for (const name of ['exp', 'sin', 'log', 'tan', 'atan', 'acos', 'pow', 'atan2', 'pows', 'pows2', 'mod', 'sqrt']) {
      for (const dtype of ['float32', 'float64', 'int16']) {
        const random = new Random(seed)
        const n = 9000
        const data = randomData(random, dtype, n)
        const other = randomData(random, dtype, n)
        const f = mine[name === 'pows2' ? 'pows' : name]!
        const last = name === 'pows2' ? [2] : name === 'pows' ? [0.3] : f.length === 3 ? ['array'] : []
        const on = (from: number, to: number, own: boolean): unknown[] => {
          const make = (list: unknown[]): NdArray => {
            const a = weld((list as never as Float64Array).slice(from, to)) as unknown as NdArray
            return own ? a.clone() : a
          }
          const d = make(data)
          f(d, make(data), ...last.map((x) => (x === 'array' ? make(other) : x)))
          return elements(d as unknown as AnyArray)
        }
        const whole = on(0, n, true)
        expectSame('', 'array', on(0, n, false), whole, `${name} ${dtype} external`)
        expectSame('', 'array', on(100, 160, true), whole.slice(100, 160), `${name} ${dtype} small`)
        expectSame('', 'array', on(100, 160, false), whole.slice(100, 160), `${name} ${dtype} small external`)
      }
    }
  })
})
