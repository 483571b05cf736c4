import { type DType, dtypeInfo, type Node } from '@weldarray/ir'
import { cast, constant } from '@weldarray/runtime'
import { isWeak, type Operand, scalarOf, strongType } from '../numpy/operands/operands.js'

export type Float = 'float32' | 'float64'

/** The dtype that a function computes in: float32 where that is what its arguments promote to. */
export function floatOf(operands: readonly Operand[]): Float {
  return strongType(operands) === 'float32' ? 'float32' : 'float64'
}

/** The dtype an argument has in the function: floats are of the dtype that is computed in. */
export function parameterType(x: Operand, float: Float): DType {
  if (isWeak(x)) return typeof x === 'boolean' ? 'bool' : float
  const { kind, bytes } = dtypeInfo[x.dtype]
  if (kind === 'bool') return 'bool'
  if (kind === 'float' || bytes === 8) return float
  return kind === 'unsigned' && bytes === 4 ? 'uint32' : 'int32'
}

export const isBigint = (x: Operand): boolean =>
  isWeak(x) ? typeof x === 'bigint' : x.dtype === 'bigint64' || x.dtype === 'biguint64'

export const inDType = (x: Operand, dtype: DType): Node => (isWeak(x) ? constant(scalarOf(x), dtype) : cast(x, dtype))
