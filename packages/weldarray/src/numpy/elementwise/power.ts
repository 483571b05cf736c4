import { isFloat, type Node } from '@weldarray/ir'
import { op } from '../operands/expressions.js'
import { wholePower } from './whole-powers.js'

/** `base ** exponent` of one dtype and shape. Of floats it is an operation (squares and roots are recognised when the graph is optimised). */
export const power = (what: string, base: Node, exponent: Node): Node =>
  isFloat(base.dtype) ? op('pow', base, exponent) : wholePower(what, base, exponent)
