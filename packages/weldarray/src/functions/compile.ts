import type { DType } from '@weldarray/ir'
import { builtinFunctions, callBuiltin } from './builtins.js'
import { callClosure } from './calls.js'
import { Machine } from './machine.js'
import { isBool, number, toFloat } from './numbers.js'
import { listOf } from './patterns.js'
import { refuse } from './refusal.js'
import { Operations } from './rounds.js'
import { type Source, sourceOf } from './source.js'
import { type Term, Terms } from './terms.js'
import { describe, Scope, type Value } from './values.js'

// biome-ignore lint/suspicious/noExplicitAny: functions of any arguments
export type AnyFunction = (...args: any[]) => unknown

/** What a function may be given beside its arguments. */
export type Captured = number | boolean | readonly number[] | AnyFunction
export type Where = Readonly<Record<string, Captured>>

/** Functions that stand for another one's source: what `vectorize` returns. */
export const vectorized = new WeakMap<AnyFunction, { readonly fn: AnyFunction; readonly where: Where }>()

/** A function as terms over its arguments. */
export interface Compiled {
  /** One, or several where it returns a list. */
  readonly results: readonly Term[]
  readonly isList: boolean
  /** The captured constants, by number. */
  readonly constants: readonly number[]
  readonly operations: Operations
}

/** A function as a value that can be called. */
function functionValue(m: Machine, fn: AnyFunction, where: Where, constants: number[]): Value {
  const name = builtinFunctions.get(fn)
  if (name !== undefined && typeof fn === 'function') return { kind: 'builtin', name }
  const source: Source = sourceOf(fn)
  const scope = new Scope(null)
  for (const [key, given] of Object.entries(where)) m.write(scope.declare(key, true), captured(m, key, given, constants))
  return { kind: 'closure', node: source.node, scope, name: fn.name, source }
}

function captured(m: Machine, key: string, given: Captured, constants: number[]): Value {
  const constant = (value: number): Value => number(m.t.capture(constants.push(value) - 1))
  if (typeof given === 'number') return constant(given)
  if (typeof given === 'boolean') return number(m.t.bool(given))
  if (Array.isArray(given) && given.every((x) => typeof x === 'number')) return listOf(m, given.map(constant))
  if (typeof given !== 'function') return refuse(`where.${key} is neither a number, a boolean, a list of numbers nor a function`)
  const inner = vectorized.get(given as AnyFunction)
  return inner === undefined
    ? functionValue(m, given as AnyFunction, {}, constants)
    : functionValue(m, inner.fn, inner.where, constants)
}

/** What is handed out: numbers in the dtype that is computed in, booleans as they are. */
function resultTerm(t: Terms, value: Value): Term {
  if (value.kind === 'number') return isBool(value.term) ? value.term : toFloat(t, value.term)
  if (value.kind === 'unusable') refuse(value.why.replace(/ is used$/, ' is returned'))
  return refuse(value.kind === 'undefined' ? 'it returns undefined, or ends without a return' : `it returns ${describe(value)}`)
}

/** Compiles a function of arguments that `given` makes. Throws `Refusal`. */
export function compileWith(
  fn: AnyFunction,
  given: (m: Machine) => readonly Value[],
  float: 'float32' | 'float64',
  where: Where,
  limit: number,
): Compiled {
  const t = new Terms(float)
  const m = new Machine(t)
  const constants: number[] = []
  const callee = functionValue(m, fn, where, constants)
  const args = given(m)
  const at = { start: 0 }
  const value =
    callee.kind === 'closure'
      ? callClosure(m, callee, args, callee.node)
      : callBuiltin(t, (callee as Value & { kind: 'builtin' }).name, args, at)
  const isList = value.kind === 'record' && value.isList
  const results = isList ? [...value.fields.values()].map((v) => resultTerm(t, m.read(v, at))) : [resultTerm(t, value)]
  if (results.length === 0) refuse('it returns a list without elements')
  return { results, isList, constants, operations: new Operations(results, limit) }
}

/** Compiles a function for arguments of these dtypes. Throws `Refusal`. */
export const compile = (
  fn: AnyFunction,
  params: readonly DType[],
  float: 'float32' | 'float64',
  where: Where,
  limit: number,
): Compiled => compileWith(fn, ({ t }) => params.map((dtype, i) => number(t.param(i, dtype))), float, where, limit)
