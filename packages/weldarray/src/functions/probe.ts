import { builtinFunctions } from './builtins.js'
import { type AnyFunction, type Compiled, compile } from './compile.js'
import { refuse } from './refusal.js'
import { evaluateTerms } from './scalar.js'

/** Arguments to try, one of each list an argument. */
const SAMPLES = [0.75, -1.5, 2.25, 40.5, 0, -7, 3, 1e-3, 1.25, 5, -0.5, 11]
const TRIES = 8

/** Beyond what Math.hypot of many arguments and squares written as powers may round otherwise. */
const NEAR = 1e-9

const agrees = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b))

const show = (x: unknown): string => (Array.isArray(x) ? `[${x}]` : String(x))

/**
 * Calls the function with a few numbers and compares: what its source says is not what it does where names mean something else in the
 * place it comes from (`const Math = …` around it, a global that was replaced). Throws `Refusal`.
 */
export function probe(fn: AnyFunction, count: number): void {
  // Those of Math and np are known by what they are, not by their source.
  if (builtinFunctions.has(fn)) return
  const types = Array.from({ length: count }, () => 'float64' as const)
  compare(compile(fn, types, 'float64', {}, 1), count, (args) => fn(...args))
}

/** The same of what was compiled to something over `count` numbers, which `call` hands to the function. Throws `Refusal`. */
export function compare(
  { results, isList }: Pick<Compiled, 'results' | 'isList'>,
  count: number,
  call: (args: readonly number[]) => unknown,
): void {
  for (let k = 0; k < TRIES; k++) {
    const args = Array.from({ length: count }, (_, i) => SAMPLES[(k + 5 * i) % SAMPLES.length]!)
    const expected = evaluateTerms(results, args)
    if (expected === null) continue
    let got: unknown
    try {
      got = call(args)
    } catch (error) {
      refuse(`called with (${args}) it throws ${error instanceof Error ? error.message : String(error)}`)
    }
    const list: readonly unknown[] = isList && Array.isArray(got) ? got : [got]
    if (list.length !== expected.length || !expected.every((e, i) => agrees(e, Number(list[i]))))
      refuse(
        `called with (${args}) it gives ${show(got)}, and its source says ${show(expected)}: a name means something else where it was written`,
      )
  }
}
