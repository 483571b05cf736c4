import type { Place } from './refusal.js'
import type { FunctionNode, Source } from './source.js'
import type { Term } from './terms.js'

/** A binding, or an element of a list: what it holds is in the environment of the moment. */
export class Variable {
  /** How many there are so far, in all functions. */
  static made = 0
  /** Later ones have higher numbers. */
  readonly number = Variable.made++

  constructor(
    readonly name: string,
    readonly isElement = false,
  ) {}
}

/** Names in a block, and in those around it. */
export class Scope {
  private readonly names = new Map<string, { variable: Variable; constant: boolean }>()

  constructor(
    readonly outer: Scope | null,
    /** Whether `var` belongs here. */
    readonly isFunction = false,
  ) {}

  declare(name: string, constant = false): Variable {
    const known = this.names.get(name)
    if (known !== undefined) return known.variable
    const variable = new Variable(name)
    this.names.set(name, { variable, constant })
    return variable
  }

  find(name: string): { variable: Variable; constant: boolean } | null {
    return this.names.get(name) ?? this.outer?.find(name) ?? null
  }

  /** The binding of this block itself. */
  own(name: string): Variable | null {
    return this.names.get(name)?.variable ?? null
  }

  get functionScope(): Scope {
    return this.isFunction || this.outer === null ? this : this.outer.functionScope
  }
}

/** A list or an object of fixed shape. Two that were joined by a condition may not be written any more: which one was meant is not known. */
export interface Record {
  readonly kind: 'record'
  readonly isList: boolean
  readonly fields: ReadonlyMap<string, Variable>
  frozen: boolean
}

export interface Closure {
  readonly kind: 'closure'
  readonly node: FunctionNode
  readonly scope: Scope
  readonly name: string
  /** Where it stands in, for a function that is not part of the one being compiled. */
  readonly source?: Source
}

/** What an expression of the function is. Numbers are terms; all else is known while the function is compiled. */
export type Value =
  /** `mixed`: a boolean or a number, as the case may be. */
  | { readonly kind: 'number'; readonly term: Term; readonly mixed?: boolean }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'builtin'; readonly name: string }
  /** A function that the compiler knows: of a stencil's neighbours. */
  | { readonly kind: 'accessor'; readonly call: (args: readonly Value[], at: Place) => Value }
  | Record
  | Closure
  /** Different kinds of things, as the case may be: an error where it is used. */
  | { readonly kind: 'unusable'; readonly why: string }

export type Environment = Map<Variable, Value>

export const UNDEFINED: Value = { kind: 'undefined' }

/** What a value is, for messages. */
export function describe(value: Value): string {
  switch (value.kind) {
    case 'number':
      return value.term.dtype === 'bool' ? 'a boolean' : 'a number'
    case 'record':
      return value.isList ? 'a list' : 'an object'
    case 'text':
      return 'a string'
    case 'closure':
    case 'accessor':
      return 'a function'
    case 'builtin':
      return `'${value.name}'`
    case 'unusable':
      return value.why
    default:
      return value.kind
  }
}
