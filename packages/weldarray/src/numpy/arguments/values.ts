import { ArgumentError } from '@weldarray/ir'
import { isArrayLikeNd } from '../operands/arrays.js'
import { describe } from './kinds.js'

/*
 * Checks of single values that a declaration does not say: how small a number may be.
 */

/** A whole number, of whatever kind JavaScript has for it. Throws `ArgumentError`. */
export function integerOf(what: string, name: string, x: unknown, least = -Number.MAX_SAFE_INTEGER): number {
  const n = typeof x === 'bigint' || (typeof x === 'object' && x !== null && isArrayLikeNd(x)) ? Number(x) : x
  if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < least)
    throw new ArgumentError(
      `${what}: ${name} is ${describe(x)}, expected an integer${least > -Number.MAX_SAFE_INTEGER ? ` of at least ${least}` : ''}`,
    )
  return n
}

export { ArgumentError }
