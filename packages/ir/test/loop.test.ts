import { describe, expect, test } from 'vitest'
import { expandAll, Interner, interpret, isKernelOp, type LoopOp, loopOf, loopText, parse, print, verify } from '../src/index.js'

const doubled =
  'loop{carry float64, with float64, $2 = lt $0 $1 : bool, while $2, $3 = add $0 $0 : float64, next $3, limit 1000}.0'
const masked =
  'loop{masked, carry float64, $1 = lit 9 : float64, $2 = lt $0 $1 : bool, while $2, $3 = exp $0 : float64, next $3, limit 50}.0'

describe('loops within elements', () => {
  test('a graph with one prints, parses back and is interpreted', () => {
    const text = `%0 = input 0 strides [1] offset 0 : float64[3]
%1 = const 20 : float64[]
%2 = ${doubled} %0 %1 : float64[3]
return %2`
    const { roots, interner } = parse(text)
    verify(roots)
    expect(print(roots)).toBe(text)
    expect([...interpret(interner, roots, [Float64Array.of(1, 3, 30)])[0]!]).toEqual([32, 24, 30])
  })

  test('those that do not take part stay as they are', () => {
    const interner = new Interner()
    const x = interner.input(0, 'float64', [2])
    const part = interner.map('gt', [x, interner.constant(0, 'float64')])
    const y = interner.map(masked as LoopOp, [part, x])
    const [values] = interpret(interner, [y], [Float64Array.of(-5, 0.5)])
    expect(values![0]).toBe(-5)
    expect(values![1]).toBeGreaterThan(9)
  })

  test('composites in a body are expanded there', () => {
    const interner = new Interner()
    const x = interner.input(0, 'float64', [1])
    const y = interner.map(masked as LoopOp, [interner.literal(1, 'bool'), x])
    expect(isKernelOp(masked as LoopOp)).toBe(false)
    const [lowered] = expandAll(interner, [y])
    expect(lowered!.kind === 'map' && isKernelOp(lowered!.op)).toBe(true)
  })

  test('loops within loops', () => {
    const interner = new Interner()
    const [i, n] = [interner.param(0, 'float64'), interner.param(1, 'float64')]
    const inner = interner.map(doubled as LoopOp, [i, n])
    const body = loopText({
      masked: false,
      carried: ['float64'],
      invariants: ['float64'],
      test: interner.map('lt', [i, n]),
      next: [interner.map('add', [inner, interner.literal(1, 'float64')])],
      limit: 10,
    })
    const outer = `${body}.0`
    expect(loopOf(outer).lines.map((l) => l.op)).toContain(doubled)
    const x = interner.input(0, 'float64', [1])
    const y = interner.map(outer as LoopOp, [x, interner.constant(5, 'float64')])
    expect([...interpret(interner, [y], [Float64Array.of(1)])[0]!]).toEqual([9])
  })

  test('a loop without an end is an error, for the element that does not come to one', () => {
    const interner = new Interner()
    const x = interner.input(0, 'float64', [1])
    const y = interner.map(doubled as LoopOp, [x, interner.constant(1, 'float64')])
    expect([...interpret(interner, [y], [Float64Array.of(2)])[0]!]).toEqual([2])
    expect(() => interpret(interner, [y], [Float64Array.of(0)])).toThrow(expect.objectContaining({ name: 'LoopLimitError' }))
  })

  test.each([
    ['loop{', /expected loop/],
    ['loop{carry float64, while $0, next $0, limit 3}.1', /differ/],
    ['loop{carry float64, next $0, limit 3}.0', /no test/],
    ['loop{carry float64, $1 = add $0 $5 : float64, while $1, next $0, limit 3}.0', /not there yet/],
    ['loop{carry float64, nonsense, while $0, next $0, limit 3}.0', /cannot read 'nonsense'/],
  ])('%s is no loop', (text, why) => {
    expect(() => loopOf(text)).toThrow(why)
  })

  test('operands have the dtypes that the text says', () => {
    const interner = new Interner()
    const x = interner.input(0, 'float32', [1])
    expect(() => interner.map(doubled as LoopOp, [x, x])).toThrow(/expected float64, float64/)
    expect(() => interner.map(doubled as LoopOp, [x])).toThrow(/got 1 operands/)
  })
})
