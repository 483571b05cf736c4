import { type DType, DTypeError, dtypeInfo, isFloat, isInteger, promoteTypes } from '@weldarray/ir'
import type { Value } from '@weldarray/runtime'
import { commonType, isWeak, type Operand, weakType } from './operands.js'

/**
 * How an elementwise function chooses the dtype it computes in. The names are used by the rows of the table.
 *
 * | class | operands of | are computed in |
 * | --- | --- | --- |
 * | arithmetic | numbers | the common dtype; bool by the row's own rule, else an error |
 * | small | numbers | the common dtype, bool as int8 |
 * | any | anything | the common dtype |
 * | divide | anything | the common dtype if it floats, else float64 |
 * | float | anything | the smallest float NumPy uses that exists here: float32 up to 16 bits, else float64 |
 * | bits | integers, bool | the common dtype |
 * | shift | integers, bool | the common dtype, bool as int8 |
 */
export type Typing = 'arithmetic' | 'small' | 'any' | 'divide' | 'float' | 'bits' | 'shift'

/** The floating dtype in which NumPy computes elementary functions; float16, which it takes for 8 bits, is float32 here. */
export const mathType = (d: DType): DType => (isFloat(d) ? d : dtypeInfo[d].bytes <= 2 ? 'float32' : 'float64')

const undefinedFor = (what: string, dtype: DType, instead: string): never => {
  throw new DTypeError(`${what}: not defined for dtype ${dtype}; ${instead}`)
}

function joinMath(what: string, operands: readonly Operand[]): DType {
  const arrays = operands.filter((x): x is Value => !isWeak(x))
  if (arrays.length === 0) return mathType(weakType(...operands.filter(isWeak)))
  let dtype = arrays.map((x) => mathType(x.dtype)).reduce(promoteTypes)
  // A fraction lifts integers to float64 before the function sees them.
  if (isFloat(commonType(what, operands)) && !arrays.some((x) => isFloat(x.dtype))) dtype = 'float64'
  return dtype
}

/** The dtype `what` computes in. Throws `DTypeError` where NumPy has no such loop. */
export function computeType(what: string, typing: Typing, operands: readonly Operand[], boolOk: boolean): DType {
  if (typing === 'float') return joinMath(what, operands)
  const dtype = commonType(what, operands)
  switch (typing) {
    case 'arithmetic':
      if (dtype === 'bool' && !boolOk)
        return undefinedFor(what, dtype, what === 'sign' ? "cast with astype('int8')" : 'use logical_xor or logical_not')
      return dtype
    case 'small':
      return dtype === 'bool' ? 'int8' : dtype
    case 'divide':
      return isFloat(dtype) ? dtype : 'float64'
    case 'bits':
    case 'shift':
      if (isFloat(dtype)) return undefinedFor(what, dtype, 'expected integers or bool: cast with astype')
      return typing === 'shift' && dtype === 'bool' ? 'int8' : dtype
    default:
      return dtype
  }
}

/** Checks a dtype asked for by the `dtype` option against the class. */
export function checkAsked(what: string, typing: Typing, dtype: DType, boolOk: boolean): void {
  const fits =
    typing === 'any' ||
    (typing === 'float' || typing === 'divide' ? isFloat(dtype) : dtype === 'bool' ? boolOk || typing === 'bits' : true)
  const bitsOk = (typing !== 'bits' && typing !== 'shift') || isInteger(dtype) || dtype === 'bool'
  if (!fits || !bitsOk) throw new DTypeError(`${what}: cannot compute in dtype ${dtype}`)
}
