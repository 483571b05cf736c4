import { readFileSync } from 'node:fs'
import { Interner, interpret, type MapOp, type TypedArray } from '@weldarray/ir'
import { describe, expect, it } from 'vitest'
import { functions, ulps } from '../../../tools/accuracy/points.mjs'
import { scalarFunction } from '../../../tools/accuracy/straight.mjs'

interface Point {
  readonly args: number[]
  /** The nearest double and what is left, in units of its last place. */
  readonly nearest: number
  readonly left: number
}

const fixture = (file: string): Buffer => readFileSync(new URL(`fixtures/${file}`, import.meta.url))

function pointsOf(name: string, arity: number): Point[] {
  const bytes = fixture(`${name}.bin`)
  const size = 8 * arity + 10
  return Array.from({ length: bytes.length / size }, (_, i) => ({
    args: Array.from({ length: arity }, (_, j) => bytes.readDoubleLE(size * i + 8 * j)),
    nearest: bytes.readDoubleLE(size * i + 8 * arity),
    left: bytes.readInt16LE(size * i + 8 * arity + 8) / 2 ** 15,
  }))
}

/** The largest value of `error`, with the arguments it belongs to. */
function largest(points: readonly Point[], error: (p: Point) => number): { error: number; args: string } {
  let worst = { error: 0, args: '' }
  for (const p of points) {
    const e = error(p)
    if (!(e <= worst.error)) worst = { error: e, args: p.args.join(', ') }
  }
  return worst
}

const one = new Float32Array(1)
const bits = new Uint32Array(one.buffer)
/** The spacing of float32 at |r|. */
function lastPlace(r: number): number {
  one[0] = Math.min(Math.abs(r), 3.4028234663852886e38)
  return 2 ** (Math.max(bits[0]! >>> 23, 1) - 150)
}

const throughInterpreter = (name: string, arity: number, dtype: 'float32' | 'float64', points: readonly Point[]): TypedArray => {
  const interner = new Interner()
  const inputs = Array.from({ length: arity }, (_, slot) => interner.input(slot, dtype, [points.length]))
  const slots = inputs.map((_, j) => {
    const values = points.map((p) => p.args[j]!)
    return dtype === 'float32' ? Float32Array.from(values) : Float64Array.from(values)
  })
  return interpret(interner, [interner.map(name as MapOp, inputs)], slots)[0]!
}

describe('elementary functions', () => {
  for (const [name, { arity, bar }] of Object.entries(functions))
    describe(name, () => {
      const wide = scalarFunction(name, arity)
      const short = scalarFunction(name, arity, 'float32')
      const points = pointsOf(name, arity)

      it(`float64 is within ${bar} units in the last place on ${points.length} hard points`, () => {
        const worst = largest(points, (p) => ulps(wide(...p.args), p.nearest, p.left))
        expect(worst.error, `at ${worst.args}`).toBeLessThanOrEqual(bar)
      })

      it('float32 is within 0.51 units in the last place of the float64 result', () => {
        const worst = largest(points, (p) => {
          const args = p.args.map(Math.fround)
          const [got, exact] = [short(...args), wide(...args)]
          if (Object.is(got, Math.fround(exact))) return 0.5
          return Math.abs(Math.max(-(2 ** 128), Math.min(got, 2 ** 128)) - exact) / lastPlace(exact)
        })
        expect(worst.error, `at ${worst.args}`).toBeLessThanOrEqual(0.51)
      })

      it('the evaluator of these tests gives the bits of the reference interpreter', () => {
        const some = points.filter((_, i) => i % 9 === 0)
        expect(Array.from(throughInterpreter(name, arity, 'float64', some), Number)).toEqual(some.map((p) => wide(...p.args)))
        expect(Array.from(throughInterpreter(name, arity, 'float32', some), Number)).toEqual(
          some.map((p) => short(...p.args.map(Math.fround))),
        )
      })
    })
})

describe('special values are those of NumPy', () => {
  const table = JSON.parse(fixture('specials.json').toString()) as {
    arguments: string[]
    pairs: string[]
    results: Record<string, string[]>
  }
  for (const [name, results] of Object.entries(table.results))
    it(name, () => {
      const { arity } = functions[name]!
      const f = scalarFunction(name, arity)
      const cases = arity === 1 ? table.arguments.map((x) => [x]) : table.pairs.flatMap((x) => table.pairs.map((y) => [x, y]))
      const wrong = cases.flatMap((args, i) => {
        const got = f(...args.map(Number))
        const want = Number(results[i])
        const exact = !Number.isFinite(want) || want === 0
        // NumPy's finite results have errors of their own.
        const same = exact ? Object.is(got, want) : Math.abs(got - want) <= 4 * Math.max(Math.abs(want) * 2 ** -52, 5e-324)
        return same ? [] : [`${name}(${args}) = ${got}, NumPy ${want}`]
      })
      expect(wrong).toEqual([])
    })
})
