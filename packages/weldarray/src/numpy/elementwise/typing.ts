import { type DType, DTypeError, floatFor, isFloat, isInteger, mathType, promoteTypes } from '@weldarray/ir'

import { commonType, isWeak, type Operand } from '../operands/operands.js'

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

const undefinedFor = (what: string, dtype: DType, instead: string): never => {
  throw new DTypeError(`${what}: not defined for dtype ${dtype}; ${instead}`)
}

/** The dtype of the arrays among the operands; whole numbers need not fit it where the computation floats. One pass: every call comes here. */
function floating(operands: readonly Operand[], ofArray: (d: DType) => DType): DType {
  let dtype: DType | undefined
  let isBool = true
  let hasFloat = false
  let hasNumber = false
  // A scalar with a fraction, NaN or an infinity lifts integers to float64.
  let lifts = false
  for (let i = 0; i < operands.length; i++) {
    const x = operands[i]!
    if (isWeak(x)) {
      if (typeof x !== 'boolean') hasNumber = true
      if (typeof x === 'number' && !Number.isInteger(x)) lifts = true
      continue
    }
    if (x.dtype !== 'bool') isBool = false
    if (isFloat(x.dtype)) hasFloat = true
    const own = ofArray(x.dtype)
    dtype = dtype === undefined ? own : promoteTypes(dtype, own)
  }
  if (dtype === undefined) return hasNumber ? 'float64' : ofArray('bool')
  // A bool array takes the dtype of the scalars it meets: integers are 64 bits wide.
  if (isBool && hasNumber) return 'float64'
  return lifts && !hasFloat ? 'float64' : dtype
}

/** The dtype `what` computes in. Throws `DTypeError` where NumPy has no such loop. */
export function computeType(what: string, typing: Typing, operands: readonly Operand[], boolOk: boolean): DType {
  if (typing === 'float') return floating(operands, mathType)
  if (typing === 'divide') return floatFor(floating(operands, (d) => d))
  const dtype = commonType(what, operands)
  switch (typing) {
    case 'arithmetic':
      if (dtype === 'bool' && !boolOk)
        return undefinedFor(what, dtype, what === 'sign' ? "cast with astype('int8')" : 'use logical_xor or logical_not')
      return dtype
    case 'small':
      return dtype === 'bool' ? 'int8' : dtype
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
