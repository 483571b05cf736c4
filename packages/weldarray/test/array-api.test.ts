import { describe, expect, test } from 'vitest'
import * as np from 'weldarray'
import { fixture } from './support/fixtures.js'

/*
 * The Python array API standard 2024.12, by the list that tools/array-api-names.py reads from it: every function is here under its name
 * and takes the standard's arguments by their names, or stands below with the reason why not.
 */
interface Parameters {
  /** How many are given by position alone. */
  only: number
  /** Names by position or by name, and by name alone. */
  positions: string[]
  names: string[]
  rest?: string
}
const standard = fixture<Record<string, Parameters | null>>('array-api')

/** Spectra are complex, and there are no complex dtypes yet. */
const COMPLEX = /^fft\./
/** Memory that other libraries of the process share has no such protocol in JavaScript. */
const DLPACK = ['from_dlpack', 'array.__dlpack__', 'array.__dlpack_device__']

/** Operators are methods: JavaScript has none for objects. */
const OPERATORS: Readonly<Record<string, string>> = {
  __abs__: 'abs',
  __add__: 'add',
  __and__: 'band',
  __eq__: 'eq',
  __floordiv__: 'floor_divide',
  __ge__: 'geq',
  __getitem__: 'slice',
  __gt__: 'gt',
  __invert__: 'bnot',
  __le__: 'leq',
  __lshift__: 'lshift',
  __lt__: 'lt',
  __matmul__: 'matmul',
  __mod__: 'mod',
  __mul__: 'mul',
  __ne__: 'neq',
  __neg__: 'neg',
  __or__: 'bor',
  __pos__: 'positive',
  __pow__: 'pow',
  __rshift__: 'rshift',
  __setitem__: 'at',
  __sub__: 'sub',
  __truediv__: 'div',
  __xor__: 'bxor',
  // What Python's built-in functions ask for, JavaScript asks of these.
  __bool__: 'item',
  __float__: 'valueOf',
  __index__: 'item',
  __int__: 'item',
}
/** A program imports the namespace; there is no complex number to give. */
const NO_METHOD = ['array.__array_namespace__', 'array.__complex__']

const DECLARATION = Symbol.for('weldarray.declaration')

const found = (path: string): unknown => {
  const [head, name] = path.startsWith('__array_namespace_info__().')
    ? [np.__array_namespace_info__(), path.slice(path.indexOf('.') + 1)]
    : [np, path]
  return name.split('.').reduce((o, n) => (o as Record<string, unknown> | undefined)?.[n], head as unknown)
}

const functions = Object.entries(standard).filter(([name]) => !name.startsWith('array.'))

test.each(functions.filter(([name]) => !COMPLEX.test(name) && !DLPACK.includes(name)))('%s', (name, parameters) => {
  const f = found(name)
  expect(f).toBeDefined()
  if (parameters === null) return
  expect(typeof f).toBe('function')
  const { [DECLARATION]: declaration, nin } = f as { [DECLARATION]?: string; nin?: number }
  // Elementwise functions take operands by position alone, in the standard as here.
  if (nin !== undefined) expect([nin, parameters.positions, parameters.names]).toEqual([parameters.only, [], []])
  else {
    const names = [...declaration!.matchAll(/\b(\w+)\??:/g)].map((m) => m[1])
    expect([...parameters.positions, ...parameters.names].filter((n) => !names.includes(n))).toEqual([])
  }
})

test.each(Object.keys(standard).filter((name) => name.startsWith('array.') && !DLPACK.includes(name)))('%s', (path) => {
  if (NO_METHOD.includes(path)) return
  const name = path.slice('array.'.length)
  const x = np.ones([2, 2], 'int32') as unknown as Record<string, unknown>
  if (name.startsWith('__')) expect(typeof x[OPERATORS[name]!]).toBe('function')
  else expect(x[name]).toBeDefined()
})

test('what is absent is absent', () => {
  expect(
    [...functions.map(([name]) => name).filter((name) => COMPLEX.test(name)), 'from_dlpack'].filter((n) => found(n)),
  ).toEqual([])
})

describe('inspection', () => {
  const info = np.__array_namespace_info__()
  test('tells what there is', () => {
    expect(np.__array_api_version__).toBe('2024.12')
    expect(info.capabilities()).toEqual({ 'boolean indexing': true, 'data-dependent shapes': true, 'max dimensions': 64 })
    expect([info.default_device(), info.devices()]).toEqual(['cpu', ['cpu']])
    expect(info.default_dtypes()).toEqual({ 'real floating': 'float64', integral: 'int64', indexing: 'int64' })
    expect(Object.keys(info.dtypes({ kind: 'real floating' })).sort()).toEqual(['float32', 'float64'])
    expect(Object.keys(info.dtypes({ kind: ['bool', 'unsigned integer'] })).sort()).toEqual(
      ['bool', 'uint16', 'uint32', 'uint64', 'uint8'].sort(),
    )
    expect(info.dtypes({ kind: 'complex floating' })).toEqual({})
  })
  test('tells the truth', () => {
    const { 'real floating': float, integral, indexing } = info.default_dtypes()
    expect([np.zeros(2).dtype, np.sum(np.ones(2, 'int32')).dtype, np.argmax([1, 2]).dtype]).toEqual([float, integral, indexing])
    expect(np.zeros(new Array<number>(info.capabilities()['max dimensions']).fill(1)).shape.length).toBe(64)
    for (const dtype of Object.values(info.dtypes())) expect(np.zeros(1, dtype).dtype).toBe(dtype)
  })
  test('refuses other devices and kinds', () => {
    expect(() => info.dtypes({ device: 'gpu' as 'cpu' })).toThrow(np.ArgumentError)
    expect(() => info.dtypes({ kind: 'integer' as 'integral' })).toThrow(np.WeldError)
  })
})
