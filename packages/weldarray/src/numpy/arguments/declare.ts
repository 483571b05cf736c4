import { ArgumentError, asRefusal, didYouMean } from '@weldarray/ir'
import { areCallsWatched } from '@weldarray/runtime'
import { isClone } from '../../array/wrap.js'
import { isArrayLikeNd, isNdArray } from '../operands/arrays.js'
import { describe, KINDS, type Kind, oneOf, WRONG } from './kinds.js'
import { told } from './told.js'

/*
 * What a function takes is said once, in its declaration, and checked before the function runs:
 *
 *     declare('take(a: array, indices: array, axis?: integer|null, {out?: ndarray, mode?: "raise"|"wrap"|"clip"})', (a, indices, axis, options) => …)
 *
 * The names and their order are NumPy's. A caller gives any number of leading parameters by position and the others by
 * name, in an object at the end; `keepDims` is `keepdims`. The function gets the parameters before the brace by position
 * and those within it as one object (undefined when none is given), whichever way they came. Behind `*` parameters
 * are given by name alone; `...a: array` takes all positions that are left, and then what is given by name, if anything can be, comes first. `?` marks what may be left out; `undefined` is what is not given.
 */

/** The elements of a tuple under their names, which editors show; each may be undefined. */
type Given<P extends unknown[]> = { [K in keyof P]: P[K] | undefined }

/** Optional arguments in NumPy's order, as many as wanted, and a last object of keywords for the others. */
export type Rest<P extends unknown[], O> = P extends [unknown, ...infer T]
  ? P extends [...infer H, ...T]
    ? [options?: O | undefined] | [...Given<H>, ...Rest<T, O>]
    : never
  : [options?: O | undefined]

/** The options a declared function gets: `Rest` types the calls of users, of which `declare` has made one object. */
export const optionsOf = <O extends object>(rest: readonly unknown[]): O => (rest[0] ?? {}) as O

interface Parameter {
  readonly name: string
  readonly required: boolean
  readonly kinds: readonly Kind[]
  /** `null` is an argument of its own here, and handed on; elsewhere it is an error, or stands for nothing (`dtype`, `out`). */
  readonly nullable: boolean
  readonly says: string
}

/** What a call takes, in NumPy's order. */
export interface Declaration {
  readonly name: string
  readonly parameters: readonly Parameter[]
  /** How many parameters the function gets by position; the others are its options. */
  readonly leading: number
  /** How many parameters a caller may give by position. */
  readonly positions: number
  readonly required: number
  readonly rest: boolean
}

function parameterOf(text: string): Parameter {
  const [, name, optional, type] = /^(\w+)(\??):\s*(.*)$/.exec(text)!
  const words = type!.split('|')
  const kinds = words.filter((w) => w !== 'null').map((w) => (w.startsWith('"') ? oneOf(w.slice(1, -1)) : KINDS[w]!))
  const says = [...kinds.map((k) => k.says), ...(words.includes('null') ? ['null'] : [])]
  return {
    name: name!,
    required: optional === '',
    kinds,
    nullable: words.includes('null'),
    says: says.length < 2 ? says.join('') : `${says.slice(0, -1).join(', ')} or ${says[says.length - 1]}`,
  }
}

export function parse(text: string): Declaration {
  const [, name, inner] = /^([\w.]+)\((.*)\)$/s.exec(text)!
  const parameters: Parameter[] = []
  let leading = -1
  let positions = -1
  let rest = false
  for (let piece of inner!.split(/,(?![^(]*\))/).map((p) => p.trim())) {
    if (piece === '') continue
    if (piece.startsWith('{')) {
      leading = parameters.length
      piece = piece.slice(1).trim()
    }
    piece = piece.replace(/\}$/, '').trim()
    if (piece === '') continue
    if (piece === '*') {
      positions = parameters.length
      continue
    }
    if (piece.startsWith('...')) {
      rest = true
      piece = piece.slice(3)
      positions = parameters.length
    }
    parameters.push(parameterOf(piece))
  }
  if (leading < 0) leading = parameters.length
  return {
    name: name!,
    parameters,
    leading,
    positions: positions < 0 ? parameters.length : positions,
    required: parameters.filter((p) => p.required).length - Number(rest),
    rest,
  }
}

const usage = (d: Declaration): string =>
  `${d.name}(${d.parameters.map((p, i) => `${d.rest && i === d.positions ? '...' : ''}${p.name}${p.required ? '' : '?'}`).join(', ')})`

const fail = (d: Declaration, message: string): never => {
  throw new ArgumentError(`${d.name}: ${message}; the call is ${usage(d)}`)
}

/** Parameters for which `null` says what leaving them out says. */
const NOTHING = new Set(['dtype', 'out', 'initial', 'weights', 'size', 'prepend'])

function read(d: Declaration, p: Parameter, x: unknown): unknown {
  if (x === null) {
    if (p.nullable) return null
    if (NOTHING.has(p.name)) return undefined
  }
  for (let k = 0; k < p.kinds.length; k++) {
    const value = p.kinds[k]!.read(x, d.name)
    if (value !== WRONG) return value
  }
  const words = p.kinds.flatMap((k) => k.words ?? [])
  const hint = typeof x === 'string' && words.length > 0 ? didYouMean(x, words) : ''
  return fail(d, `${p.name} must be ${p.says}, got ${describe(x)}${hint === '' ? '' : `;${hint}`}`)
}

/** Whether an argument is an object of options: a plain one that is no array. */
function isOptions(x: unknown): x is Record<string, unknown> {
  if (typeof x !== 'object' || x === null || Array.isArray(x) || isNdArray(x)) return false
  const parent = Object.getPrototypeOf(x) as object | null
  return (
    (parent === null || parent === Object.prototype || Object.getPrototypeOf(parent) === null) && !isArrayLikeNd(x) && !isClone(x)
  )
}

const plainName = (key: string): string => key.replaceAll('_', '').toLowerCase()

function named(d: Declaration, values: unknown[], options: Record<string, unknown>): void {
  for (const key of Object.keys(options)) {
    const at = d.parameters.findIndex((p) => p.name === key)
    const index = at >= 0 ? at : d.parameters.findIndex((p) => plainName(p.name) === plainName(key))
    if (index < 0 || (d.rest && index === d.positions)) {
      const names = d.parameters.slice(d.rest ? d.positions + 1 : 0).map((p) => p.name)
      fail(d, `there is no option '${key}';${didYouMean(key, names) || ` the options are ${names.join(', ')}`}`)
    }
    const value = options[key]
    if (value === undefined) continue
    if (values[index] !== undefined) fail(d, `${d.parameters[index]!.name} is given twice, by position and by name`)
    values[index] = read(d, d.parameters[index]!, value)
  }
}

function missing(d: Declaration, values: readonly unknown[]): never {
  const p = d.parameters.find((q, i) => q.required && values[i] === undefined)!
  return fail(d, `${p.name} is missing, expected ${p.says}`)
}

/** As `readArguments` where nothing is given by name, nor behind the leading parameters: the usual call. */
function byPosition(d: Declaration, args: readonly unknown[], given: number): unknown[] {
  const { parameters, leading } = d
  const values = new Array<unknown>(leading)
  for (let i = 0; i < leading; i++) {
    const x = i < given ? args[i] : undefined
    values[i] = x === undefined ? undefined : read(d, parameters[i]!, x)
  }
  for (let i = 0; i < parameters.length; i++) if (parameters[i]!.required && values[i] === undefined) missing(d, values)
  return values
}

/** The arguments as the function takes them. Throws `ArgumentError`. */
export function readArguments(d: Declaration, args: readonly unknown[]): unknown[] {
  const { parameters, positions, leading, rest } = d
  let given = args.length
  while (given > 0 && args[given - 1] === undefined) given--
  const last = given > 0 ? args[given - 1] : undefined
  const options = isOptions(last) && areOptions(d, given - 1, last) ? last : undefined
  if (options !== undefined) given--
  if (given > positions && !rest)
    fail(
      d,
      `got ${given} arguments${describeSurplus(args, positions)}, takes ${positions === 0 ? 'none' : `at most ${positions}`}`,
    )
  if (options === undefined && !rest && given <= leading) return byPosition(d, args, given)
  const values = new Array<unknown>(parameters.length).fill(undefined)
  for (let i = 0; i < Math.min(given, positions); i++) {
    const x = args[i]
    if (x !== undefined) values[i] = read(d, parameters[i]!, x)
  }
  const tail = rest ? args.slice(positions, given).map((x) => read(d, parameters[positions]!, x)) : undefined
  if (options !== undefined) named(d, values, options)
  for (let i = 0; i < parameters.length; i++)
    if (parameters[i]!.required && values[i] === undefined && !(rest && i === positions)) missing(d, values)
  return shaped(d, values, leading, tail)
}

/** Whether an object at this position holds options: unless the parameter takes objects (and is not named in it), or it is required and none of the names is known. */
function areOptions(d: Declaration, index: number, x: Record<string, unknown>): boolean {
  const p = index < d.positions ? d.parameters[index] : undefined
  if (p === undefined) return true
  if (p.kinds.some((k) => k === KINDS.object || k === KINDS.any)) return Object.hasOwn(x, p.name)
  return !p.required || Object.keys(x).some((key) => d.parameters.some((q) => plainName(q.name) === plainName(key)))
}

const describeSurplus = (args: readonly unknown[], from: number): string =>
  ` (the last is ${describe(args[Math.max(from, args.length - 1)])})`

function shaped(d: Declaration, values: unknown[], leading: number, tail: unknown[] | undefined): unknown[] {
  let options: Record<string, unknown> | undefined
  const first = d.rest ? d.positions + 1 : leading
  for (let i = first; i < values.length; i++) if (values[i] !== undefined) (options ??= {})[d.parameters[i]!.name] = values[i]
  if (tail !== undefined) {
    const all = [...values.slice(0, d.positions), ...tail]
    return d.parameters.length > first ? [options, ...all] : all
  }
  const list = values.slice(0, leading)
  if (options !== undefined) list.push(options)
  return list
}

/** Whether one array is a call. */
const isArrayAlone = ({ parameters, required, rest, leading }: Declaration): boolean =>
  !rest &&
  leading > 0 &&
  required === 1 &&
  parameters[0]!.required &&
  parameters[0]!.kinds.length === 1 &&
  parameters[0]!.kinds[0] === KINDS.array

/** The declarations of functions, for tools that go through all of them. */
export const DECLARATION = Symbol.for('weldarray.declaration')

/**
 * `f`, called with what its declaration makes of the arguments. Declarations are read at the first call: importing the library
 * reads none.
 */
export function declare<F extends (...args: never[]) => unknown>(text: string, f: F): F {
  let declaration: Declaration | undefined
  let takesArrayAlone = false
  const run = f as unknown as (...args: unknown[]) => unknown
  const checked = (...args: unknown[]): unknown => {
    if (declaration === undefined) {
      declaration = parse(text)
      takesArrayAlone = isArrayAlone(declaration)
    }
    try {
      if (areCallsWatched()) {
        const values = readArguments(declaration, args)
        return told(declaration.name, values, () => run(...values))
      }
      // The usual call, of an array and nothing else, needs no reading.
      if (takesArrayAlone && isNdArray(args[0]) && (args.length === 1 || (args.length === 2 && args[1] === undefined)))
        return run(args[0])
      return run(...readArguments(declaration, args))
    } catch (error) {
      throw asRefusal(error)
    }
  }
  Object.defineProperty(checked, 'name', { value: text.slice(0, text.indexOf('(')), configurable: true })
  Object.defineProperty(checked, DECLARATION, { value: text })
  return checked as unknown as F
}

/** Declares the methods of a class: each is called with what its declaration makes of the arguments. */
export function declareMethods(prototype: object, declarations: readonly string[]): void {
  for (const text of declarations) {
    const name = text.slice(text.lastIndexOf('.', text.indexOf('(')) + 1, text.indexOf('('))
    const method = (prototype as Record<string, (...args: unknown[]) => unknown>)[name]!
    let declaration: Declaration | undefined
    const checked = function (this: unknown, ...args: unknown[]): unknown {
      declaration ??= parse(text)
      try {
        const values = readArguments(declaration, args)
        return areCallsWatched() ? told(name, values, () => method.apply(this, values)) : method.apply(this, values)
      } catch (error) {
        throw asRefusal(error)
      }
    }
    Object.defineProperty(checked, DECLARATION, { value: text })
    Object.defineProperty(prototype, name, { value: checked, writable: true, configurable: true, enumerable: false })
  }
}
