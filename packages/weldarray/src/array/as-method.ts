import { DECLARATION } from '../numpy/arguments/declare.js'
import type { NdArray } from './ndarray.js'

/** What a function takes, without its first parameter, which as a method is the array it is called on. */
const withoutFirst = (declaration: string): string => declaration.replace(/\(\w+:[^,)]*(,\s*)?/, '(')

/** A method that takes what a function takes behind its first parameter. */
export function declaredAs<M extends object>(method: M, declaration: () => string | undefined): M {
  const get = (): string | undefined => {
    const text = declaration()
    return text === undefined ? undefined : withoutFirst(text)
  }
  return Object.defineProperty(method, DECLARATION, { get, configurable: true })
}

/**
 * A function as a method: the array is its first argument, and what comes after it is checked as the function's, whose declaration is the
 * method's. `result` makes what the method gives of what the function gave.
 */
export function asMethod<R>(
  f: (...args: never) => R,
  result: (self: NdArray, given: R) => unknown = (_, given) => given,
): (this: NdArray, ...args: unknown[]) => unknown {
  const run = f as unknown as (a: NdArray, ...args: unknown[]) => R
  const method = function (this: NdArray, ...args: unknown[]): unknown {
    return result(this, run(this, ...args))
  }
  // By this name a stack, and who asks, knows it.
  Object.defineProperty(method, 'name', { value: f.name, configurable: true })
  return declaredAs(method, () => (f as { [DECLARATION]?: string })[DECLARATION])
}
