import { isFloat, type Node } from '@weldarray/ir'
import { op } from '../operands/expressions.js'
import { wholePower } from './whole-powers.js'

/**
 * `base ** exponent` of one dtype and shape. Of floats it is an operation (squares are recognised when it is recorded), and the square root where the
 * exponent is the number 0.5: of -infinity NaN, as in NumPy.
 */
export function power(what: string, base: Node, exponent: Node): Node {
  if (!isFloat(base.dtype)) return wholePower(what, base, exponent)
  return exponent.kind === 'const' && exponent.value === 0.5 ? op('sqrt', base) : op('pow', base, exponent)
}
