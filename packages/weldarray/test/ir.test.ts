import { afterEach, describe, expect, test } from 'vitest'
import ndarray, * as np from 'weldarray'
import * as ir from 'weldarray/ir'
import { forceTier } from '../../runtime/dist/index.js'

const N = 50_000
const random = (n = N) => np.random.default_rng(3).random(n)
const values = (x: np.NdArray): unknown => x.tolist()
const loopLines = (x: np.NdArray): string[] => x.explain().match(/^loop .*$/gm) ?? []

afterEach(() => forceTier('auto'))

describe('work of several libraries is one loop', () => {
  test('a node over a pending array, and an expression over what was made of it', () => {
    const [a, b] = [random(), random()]
    const pending = a.mul(2)
    const squared = ir.map('square', [ir.nodeOf(pending)])
    const result = ir.arrayOf(squared).add(b)
    expect(result.isEvaluated).toBe(false)
    expect(pending.isEvaluated).toBe(false)
    const before = np.stats().loops
    result.evaluate()
    expect(np.stats().loops - before).toBe(1)
    expect(loopLines(result)).toEqual([`loop 1 of 1: elementwise, ${N} elements, reads 2, stores 1, reduces 0`])
    const [x, y] = [a.tolist() as number[], b.tolist() as number[]]
    expect(result.tolist()).toEqual(x.map((v, i) => 2 * v * (2 * v) + y[i]!))
  })

  test('several nodes are computed in one pass over what they share', async () => {
    const x = ir.nodeOf(random())
    const nodes = ['sum', 'min', 'max'].map((op) => ir.reduce(op as ir.ReduceOp, x))
    const before = np.stats()
    ir.evaluate(nodes)
    expect(np.stats().loops - before.loops).toBe(1)
    expect(np.stats().evaluationsExplicit - before.evaluationsExplicit).toBe(1)
    const later = [ir.map('neg', [x]), ir.map('abs', [x])]
    expect(await ir.evaluateAsync(later)).toBe(later)
    expect(later.every((n) => n.memory !== null)).toBe(true)
  })
})

describe('nodes keep the values they had', () => {
  test('over an array that is written afterwards, element by element or whole', () => {
    for (const evaluated of [true, false]) {
      const a = random(3000).mul(1)
      if (evaluated) a.evaluate()
      const before = random(3000).tolist()
      const node = ir.nodeOf(a)
      a.set(0, 50)
      a.addeq(1)
      a.slice('10:2000').assign(3)
      a.evaluate()
      expect(values(ir.arrayOf(node))).toEqual(before)
    }
  })

  test('over memory of the caller, read at the moment of the call', () => {
    const typed = Float32Array.of(1, 2, 3)
    const foreign = ndarray(new Int32Array([1, 2, 3, 4]), [2, 2]).transpose(1, 0)
    const nodes = [ir.nodeOf(typed), ir.nodeOf(foreign)]
    typed.fill(9)
    foreign.data.fill(9)
    expect(nodes.map((n) => [n.dtype, n.shape])).toEqual([
      ['float32', [3]],
      ['int32', [2, 2]],
    ])
    expect(values(ir.arrayOf(nodes[0]!))).toEqual([1, 2, 3])
    expect(values(ir.arrayOf(nodes[1]!))).toEqual([
      [1, 3],
      [2, 4],
    ])
  })

  test('though arrays made of them are written to, disposed, or made again', () => {
    for (const evaluated of [true, false]) {
      const node = ir.map('mul', [ir.nodeOf(random(3000)), ir.constant(2)])
      const expected = random(3000).mul(2).tolist()
      const [x, y] = [ir.arrayOf(node), ir.arrayOf(node)]
      if (evaluated) x.evaluate()
      x.get(1)
      x.set(1, 7)
      y.addeq(1)
      y.evaluate()
      x.dispose()
      expect(values(ir.arrayOf(node))).toEqual(expected)
      expect(values(ir.arrayOf(ir.map('neg', [node])))).toEqual((expected as number[]).map((v) => -v))
    }
  })

  test('though what was made of them has been evaluated', () => {
    const inner = ir.map('mul', [ir.nodeOf(random(3000)), ir.constant(2)])
    const outer = ir.map('add', [inner, ir.constant(1)])
    ir.evaluate([outer])
    expect(values(ir.arrayOf(inner))).toEqual(random(3000).mul(2).tolist())
  })
})

describe('recording', () => {
  const x = (): ir.Node =>
    ir.nodeOf(
      ndarray(
        Float64Array.from({ length: 6 }, (_, i) => i + 1),
        [2, 3],
      ),
    )

  test.each(['auto', 'js', 'wasm', 'interpreter'] as const)('every function, on tier %s', (tier) => {
    forceTier(tier)
    const made = {
      view: ir.view(x(), { shape: [3, 2], strides: [-1, 3], offset: 2 }),
      reshape: ir.reshape(x(), [6]),
      broadcast: ir.broadcast(ir.view(x(), { shape: [3], strides: [1], offset: 0 }), [2, 3]),
      fill: ir.broadcast(ir.constant(7, 'int16'), [2, 2]),
      iota: ir.iota({ shape: [2, 2], strides: [10, 1], offset: 3 }),
      cast: ir.cast(ir.map('div', [x(), ir.constant(2)]), 'int8'),
      select: ir.map('select', [ir.map('gt', [x(), ir.constant(3)]), x(), ir.broadcast(ir.constant(0), [2, 3])]),
      sum: ir.reduce('sum', x()),
      max: ir.reduce('max', x(), 0),
      scan: ir.scan('prod', x(), -1),
      constant: ir.constant(3n),
    }
    const got = Object.fromEntries(Object.entries(made).map(([name, node]) => [name, values(ir.arrayOf(node))]))
    expect(got).toEqual({
      view: [
        [3, 6],
        [2, 5],
        [1, 4],
      ],
      reshape: [1, 2, 3, 4, 5, 6],
      broadcast: [
        [1, 2, 3],
        [1, 2, 3],
      ],
      fill: [
        [7, 7],
        [7, 7],
      ],
      iota: [
        [3, 4],
        [13, 14],
      ],
      cast: [
        [0, 1, 1],
        [2, 2, 3],
      ],
      select: [
        [0, 0, 0],
        [4, 5, 6],
      ],
      sum: 21,
      max: [4, 5, 6],
      scan: [
        [1, 2, 6],
        [4, 20, 120],
      ],
      constant: 3n,
    })
  })

  test.each([
    ['a view that leaves its source', ir.ShapeError, () => ir.view(x(), { shape: [7], strides: [1], offset: 0 })],
    ['a view from before its source', ir.ShapeError, () => ir.view(x(), { shape: [2], strides: [-1], offset: 0 })],
    ['strides that are too few', ir.ShapeError, () => ir.view(x(), { shape: [2, 2], strides: [1], offset: 0 })],
    ['fractions', ir.ShapeError, () => ir.iota({ shape: [2], strides: [0.5], offset: 0 })],
    ['numbers that float64 does not hold', ir.ShapeError, () => ir.iota({ shape: [9], strides: [3], offset: 2 ** 53 - 12 })],
    ['a reduction that is a list', ir.ArgumentError, () => ir.reduce([Symbol('s')] as never, x())],
    ['a scan that is a symbol', ir.ArgumentError, () => ir.scan(Symbol('s') as never, x(), 0)],
    ['an axis that is a symbol', ir.ArgumentError, () => ir.scan('sum', x(), Symbol('s') as never)],
    ['a negative length', ir.ShapeError, () => ir.broadcast(ir.constant(1), [-1])],
    ['another size', ir.ShapeError, () => ir.reshape(x(), [5])],
    ['a shape that does not broadcast', ir.ShapeError, () => ir.broadcast(x(), [2, 4])],
    ['two shapes', ir.ShapeError, () => ir.map('add', [x(), ir.nodeOf(new Float64Array(6))])],
    ['two dtypes', ir.DTypeError, () => ir.map('pow', [x(), ir.constant(2, 'int32')])],
    ['too few operands', ir.DTypeError, () => ir.map('add', [x()])],
    ['an axis there is not', ir.AxisError, () => ir.reduce('sum', x(), 2)],
    ['an axis to scan there is not', ir.AxisError, () => ir.scan('sum', x(), 2)],
    ['no scan of the table', ir.ArgumentError, () => ir.scan('cumsum' as 'sum', x(), 0)],
    ['an axis twice', ir.AxisError, () => ir.reduce('sum', x(), [0, -2])],
    ['no operation of the table', ir.ArgumentError, () => ir.map('plus' as 'add', [x(), x()])],
    ['no reduction of the table', ir.ArgumentError, () => ir.reduce('mean' as 'sum', x())],
    ['an array for a node', ir.ArgumentError, () => ir.map('neg', [ndarray(new Float64Array(2)) as unknown as ir.Node])],
    ['a number for an array', ir.ArgumentError, () => ir.nodeOf(3 as never)],
    ['no list of lengths', ir.ArgumentError, () => ir.reshape(x(), 4 as never)],
    ['a length that is none', ir.ShapeError, () => ir.reshape(x(), [Symbol('s') as never])],
    ['no view', ir.ArgumentError, () => ir.iota(null as never)],
    ['a view without strides', ir.ArgumentError, () => ir.view(x(), { shape: [1], offset: 0 } as never)],
    ['an object for a constant', ir.ArgumentError, () => ir.constant({} as never)],
    ['a symbol for an operation', ir.ArgumentError, () => ir.map(Symbol('add') as never, [x()])],
    ['no list of axes', ir.ArgumentError, () => ir.reduce('sum', x(), {} as never)],
    ['bins that are no number', ir.ShapeError, () => ir.scatter(ir.nodeOf(np.array([0], 'int32')), x(), 3n as never)],
    ['no nodes of a graph', ir.ArgumentError, () => ir.bind([{} as never], [])],
    ['a node that names no memory', ir.ArgumentError, () => ir.map('neg', [new ir.Interner().input(0, 'float64', [2])])],
  ])('%s throws', (_, type, work) => {
    expect(work).toThrow(type)
  })

  test('a shape that is another one each time it is looked at', () => {
    let looks = 0
    const shape = new Proxy([1, 2, 3], { get: (t, k) => (k === 'length' ? (looks++ % 3) + 1 : Reflect.get(t, k)) })
    const pair = ir.nodeOf(np.array([7, 8]))
    for (const record of [
      ir.reshape,
      ir.broadcast,
      (x: ir.Node, to: number[]) => ir.view(x, { shape: to, strides: [1, 1], offset: 0 }),
    ])
      for (let turn = 0; turn < 12; turn++) {
        let made: ir.Node
        try {
          made = record(pair, shape)
        } catch (error) {
          expect(error).toBeInstanceOf(ir.ShapeError)
          continue
        }
        expect(Array.from(ir.arrayOf(made).flat)).toHaveLength(made.shape.reduce((n, d) => n * d, 1))
      }
  })

  test('options that are none', async () => {
    await expect(ir.evaluateAsync([], null as never)).rejects.toThrow(ir.ArgumentError)
  })
})

describe('graphs as text', () => {
  test('what is pending, printed, read, and recorded over other inputs', () => {
    const a = random(3000)
    const sum = a.mul(3).add(1).slice('1:2000').sum()
    const { roots, inputs } = ir.graphOf([ir.nodeOf(sum)])
    const text = ir.print(roots)
    expect(text).toContain('%0 = input 0 strides [1] offset 0 : float64[3000]')
    const [again] = ir.bind(ir.parse(text).roots, inputs)
    expect(ir.arrayOf(again!).item()).toBe(sum.item())
    const [other] = ir.bind(ir.parse(text).roots, [ir.nodeOf(new Float64Array(3000).fill(2))])
    expect(ir.arrayOf(other!).item()).toBe(7 * 1999)
  })

  test('inputs that do not fit throw', () => {
    const { roots } = ir.parse('%0 = input 0 strides [2] offset 1 : int32[3]\n%1 = neg %0 : int32[3]\nreturn %1')
    expect(values(ir.arrayOf(ir.bind(roots, [ir.nodeOf(Int32Array.of(0, 1, 2, 3, 4, 5))])[0]!))).toEqual([-1, -3, -5])
    expect(() => ir.bind(roots, [])).toThrow(ir.ArgumentError)
    expect(() => ir.bind(roots, [ir.nodeOf(new Int32Array(5))])).toThrow(ir.ShapeError)
    expect(() => ir.bind(roots, [ir.nodeOf(new Float64Array(6))])).toThrow(ir.DTypeError)
    expect(() => ir.bind([new ir.Interner().param(0, 'int32')], [])).toThrow(ir.ArgumentError)
  })
})
