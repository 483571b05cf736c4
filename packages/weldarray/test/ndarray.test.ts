import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import real from 'ndarray'
import { describe, expect, test } from 'vitest'
import weld, { NdArray } from 'weldarray'
import { arrayTypes, isBig, ownable, randomData, randomElement } from './support/data.js'
import { chance, Random, seed } from './support/random.js'
import { type AnyArray, type Change, elements, randomChange } from './support/views.js'

type Make = (data?: unknown, shape?: number[], stride?: number[], offset?: number) => AnyArray
const ours = weld as unknown as Make
const theirs = real as unknown as Make
// Until it has made an array over a list, ndarray() throws.
theirs([1])

/** Everything one can see of an array without changing it. */
function look(a: AnyArray): unknown {
  return {
    keys: Object.keys(a),
    dtype: a.dtype,
    shape: [...a.shape],
    stride: [...a.stride],
    offset: a.offset,
    size: a.size,
    order: [...a.order],
    dimension: a.dimension,
    name: /^function (\w+)/.exec(String((a as object).constructor))?.[1],
    elements: elements(a),
    outside: [a.get(-1, -1, -1), a.get(1e9, 0, 0), a.get(0.5), a.get()],
    index: a.index(...a.shape.map((_, i) => i + 1)),
  }
}

const both = (f: (make: Make) => unknown): void => expect(f(ours)).toEqual(f(theirs))

describe('the constructor', () => {
  test('defaults', () => {
    for (const args of [
      [],
      [5],
      [[1, 2, 3]],
      [new Float64Array(6), [2, 3]],
      [new Int8Array(6), [2, 3], [-3, 1]],
    ] as unknown[][]) {
      both((make) => look(make(...(args as []))))
    }
    both((make) => look(make([1, 2, 3, 4], [2, 2], [2, 1], 0)))
    both((make) => look(make([1, 2, 3, 4], [2], [2], 1)))
    both((make) => look(make([7], [])))
  })

  test.each(Object.keys(arrayTypes))('dtype %s in every dimension', (dtype) => {
    for (let d = 0; d <= 8; d++) {
      const shape = Array.from({ length: d }, (_, i) => 1 + (i % 2))
      both((make) => look(make(randomData(new Random(seed + d), dtype, 64), shape)))
    }
  })

  test('data of any kind', () => {
    const cell: Record<number, number> = { 0: 3, 1: 4, 2: 5, 3: 6 }
    const generic = { get: (i: number) => cell[i], set: (i: number, v: number) => (cell[i] = v), length: 4 }
    both((make) => look(make(generic, [2, 2])))
    both((make) => [make(generic, [2, 2]).set(1, 1, 9), cell[3]])
    both((make) => look(make(['a', 'b'])))
    both((make) => make(new DataView(new ArrayBuffer(4)), [2]).dtype)
    const data = new Float32Array(4)
    expect(ours(data).data).toBe(data)
  })

  test('is recognised by isndarray', () => {
    const isndarray = (a: AnyArray): boolean =>
      new RegExp(`function View[0-9]+d(:?${a.dtype})+`).test(String((a as object).constructor))
    for (const dtype of Object.keys(arrayTypes)) {
      for (let d = 0; d < 8; d++) {
        const a = ours(randomData(new Random(1), dtype, 1), new Array(d).fill(1))
        expect(isndarray(a)).toBe(true)
        if (ownable.includes(dtype)) expect(isndarray((a as unknown as NdArray).clone() as never)).toBe(true)
      }
    }
  })
})

describe('arrays of dimension 0 and -1', () => {
  test.each(['float64', 'array', 'bigint64'])('%s', (dtype) => {
    const data = (): unknown[] => randomData(new Random(seed), dtype, 3)
    both((make) => {
      const a = make(data(), [])
      const nil = a.pick()!
      return [
        Object.keys(a),
        a.valueOf(),
        a.get(),
        a.index(),
        a.size,
        a.dimension,
        nil.dimension,
        nil.size,
        nil.index(),
        nil.get(),
        nil.set(),
        nil.pick(),
        Object.keys(nil),
        nil.shape,
        nil.lo().dimension,
      ]
    })
    both((make) => {
      const a = make(data(), [3]).pick(1)!
      return [a.set(isBig(dtype) ? 5n : 5), a.get(), a.transpose().get(), a.offset]
    })
  })
})

describe('against ndarray, random programs', () => {
  const programs = 300

  test.each(Object.keys(arrayTypes))(`%s (seed ${seed})`, (dtype) => {
    for (let program = 0; program < programs; program++) {
      const random = new Random(seed + 7919 * program)
      const d = random.int(1, chance(random, 0.1) ? 7 : 4)
      const shape = Array.from({ length: d }, () => random.int(d > 4 ? 1 : 0, d > 4 ? 2 : 5))
      const size = shape.reduce((n, x) => n * x, 1)
      const data = randomData(random, dtype, size)
      const copy = arrayTypes[dtype]!(size)
      for (let i = 0; i < size; i++) copy[i] = data[i]
      const reference: AnyArray[] = [theirs(copy, shape)]
      const external = ours(data, shape)
      const owned = ownable.includes(dtype) && chance(random, 0.5)
      const mine: AnyArray[] = [owned ? ((external as unknown as NdArray).clone() as never) : external]
      const trail: string[] = [`${dtype} [${shape}] owned ${owned}`]
      for (let step = 0; step < 8; step++) {
        const at = random.int(0, mine.length - 1)
        const a = mine[at]!
        const b = reference[at]!
        const act = (name: string, change: Change): void => {
          trail.push(`#${at}.${name}`)
          mine.push(change(a))
          reference.push(change(b))
        }
        switch (random.int(0, 5)) {
          case 0: {
            const index = a.shape.map((n) => random.int(-1, n))
            const value = randomElement(random, dtype)
            trail.push(`#${at}.set(${index}, ${value})`)
            const [x, y] = [a, b].map((v) => v.set(...index, value))
            expect(x, trail.join(' ')).toEqual(y)
            break
          }
          case 1: {
            if (a.dimension < 0) break
            const axis = random.int(0, a.shape.length - 1)
            const by = a.shape.map((n, k) => (k === axis && n > 0 ? random.int(0, n - 1) : chance(random, 0.2) ? -1 : null))
            act(`pick(${by})`, (v) => v.pick(...by)!)
            break
          }
          case 2: {
            if (a.shape.length === 0 || a.shape.includes(0)) break
            trail.push(`#${at} changed in place`)
            for (const v of [a, b]) {
              v.offset += v.stride[0]! * (v.shape[0]! - 1)
              v.stride[0]! *= -1
            }
            break
          }
          case 3:
            if (chance(random, 0.2)) {
              trail.push(`#${at}.data`)
              expect(Array.from(a.data as ArrayLike<unknown>), trail.join(' ')).toEqual(Array.from(b.data as ArrayLike<unknown>))
            }
            break
          default:
            if (a.shape.length > 0) {
              const { name, change } = randomChange(random, a.shape)
              act(name, change)
            }
        }
        for (let i = 0; i < mine.length; i++) expect(look(mine[i]!), trail.join(' ')).toEqual(look(reference[i]!))
      }
    }
  })
})

describe('library memory', () => {
  const owned = (n: number, shape = [n]): NdArray<'float64'> =>
    weld(
      Float64Array.from({ length: n }, (_, i) => i),
      shape,
    ).clone() as never

  test('data moves out into a typed array of its own, which stays the memory of all views', () => {
    for (const n of [12, 40_000]) {
      const a = owned(n, [n / 4, 4])
      const row = a.pick(1)
      const data = a.data
      expect([data.byteOffset, data.buffer.byteLength, data.buffer instanceof ArrayBuffer]).toEqual([0, 8 * n, true])
      expect(row.data).toBe(data)
      row.set(2, -1)
      expect(data[6]).toBe(-1)
      data[7] = -2
      expect(row.get(3)).toBe(-2)
    }
  })

  test('a data reference shows its array for good', () => {
    const a = owned(5000)
    const data = a.data
    const b = a.add(1)
    a.addeq(b)
    expect(a.data).toBe(data)
    expect([data[10], b.get(10)]).toEqual([21, 11])
  })

  test('data and offset can be assigned', () => {
    const a = owned(4)
    const view = a.lo(1)
    a.data = new Float64Array([9, 8, 7, 6])
    expect([a.get(0), view.get(0)]).toEqual([9, 1])
    a.offset = 2
    expect(a.get(1)).toBe(6)
  })

  test('views evaluate nothing and see each other', () => {
    const x = owned(4000, [40, 100])
    const y = x.mul(2)
    const corner = y.lo(1, 1).step(-1, 2).transpose(1, 0)
    expect([y.isEvaluated, corner.isEvaluated]).toEqual([false, false])
    x.set(39, 1, 1000)
    expect(corner.get(0, 0)).toBe(2 * 3901)
    corner.set(0, 0, 5)
    expect(y.get(39, 1)).toBe(5)
  })

  test('pending results keep the values their operands had', () => {
    for (const n of [4, 5000]) {
      const w = owned(n)
      const x = w.add(1)
      w.set(0, 50)
      const z = w.add(1)
      w.set(0, 60)
      expect([x.get(0), z.get(0), w.get(0)]).toEqual([1, 51, 60])
    }
  })

  test('disposal', () => {
    const a = owned(4000)
    const view = a.lo(1)
    a.dispose()
    expect(() => view.get(0)).toThrow(expect.objectContaining({ name: 'DisposedError' }))
    expect(() => a.data).toThrow(expect.objectContaining({ name: 'DisposedError' }))
  })

  test('nothing of it shows among the properties', () => {
    const a = owned(4, [2, 2])
    expect(Reflect.ownKeys(a)).toEqual(['data', 'shape', 'stride', 'offset'])
    const names = (x: object): string[] => {
      const out = []
      for (const name in x) out.push(name)
      return out.sort()
    }
    expect(names(a)).toEqual(names(real(new Float64Array(4), [2, 2])))
    expect(a).toBeInstanceOf((a as object).constructor as never)
    expect(a).toBeInstanceOf(NdArray)
  })
})

describe('generated files are what their generators write', () => {
  const made = (file: string): string => readFileSync(fileURLToPath(new URL(`../${file}`, import.meta.url)), 'utf8')
  const written = (generator: string, what: string): string =>
    execFileSync(
      process.execPath,
      ['-e', `import(${JSON.stringify(new URL(generator, import.meta.url).href)}).then((m) => process.stdout.write(${what}))`],
      { encoding: 'utf8', maxBuffer: 1e8 },
    )

  test.each([
    ['classes', 'generate-views', 'array/views'],
    ['loops', 'generate-kernels', 'ops/kernels'],
  ])('%s', (_, generator, folder) => {
    const texts = JSON.parse(written(`../build/${generator}.mjs`, 'JSON.stringify(m.texts)')) as Record<string, string>
    const files = Object.keys(texts).map((dtype) => `${dtype}.cjs`)
    expect(readdirSync(fileURLToPath(new URL(`../dist/${folder}`, import.meta.url))).sort()).toEqual(files.sort())
    for (const [dtype, text] of Object.entries(texts)) expect(made(`dist/${folder}/${dtype}.cjs`) === text).toBe(true)
  })
})

test('works where code must not be generated from strings', () => {
  const index = new URL('../dist/index.js', import.meta.url).href
  const entry = new URL('../dist/ops-entry.js', import.meta.url).href
  const program = `
    import ndarray from ${JSON.stringify(index)}
    import ops from ${JSON.stringify(entry)}
    const a = ndarray(new Float64Array(400), [20, 20])
    ops.assigns(a, 2); ops.muleq(a, a.transpose(1, 0)); ops.addeq(a, ndarray(new Int8Array(400).fill(1), [20, 20])); ops.expeq(a)
    console.log(a.get(3, 4) === Math.fround(a.get(3, 4)), ops.sum(a) > 0, a.lo(1, 1).get(0, 0))`
  const out = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', '--input-type=module', '-e', program], {
    encoding: 'utf8',
  })
  expect(Number(out.trim().split(' ')[2])).toBeCloseTo(Math.exp(5), 10)
})
