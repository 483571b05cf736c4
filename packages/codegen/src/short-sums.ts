import { type DType, dtypeInfo, type MapOp, type ScanOp } from '@weldarray/ir'
import { type Kernel, type Reduce, withoutUnused } from '@weldarray/optimizer'

/*
 * Sums in 64 bits of what was bool, or an integer of 8 or 16 bits: a block of it is added up in 32-bit lanes, where it cannot overflow, and
 * what that comes to is brought to the sum's dtype. Among whole numbers the order does not matter.
 */

const isShort = (dtype: DType): boolean => dtypeInfo[dtype].bytes < 4

/** The kernel with such sums taking the short values themselves. */
export function withShortSums<Op extends MapOp, Join extends ScanOp>(kernel: Kernel<Op, Join>): Kernel<Op, Join> {
  const { code } = kernel
  const reduces = kernel.reduces.map((r) => {
    const c = code[r.value]!
    const from = 'args' in c && c.op === 'cast' ? c.args[0]! : r.value
    return r.op === 'sum' && dtypeInfo[r.dtype].bytes === 8 && isShort(code[from]!.dtype) ? { ...r, value: from } : r
  })
  if (reduces.every((r, i) => r === kernel.reduces[i])) return kernel
  return withoutUnused({ ...kernel, reduces }) as Kernel<Op, Join>
}

/** A reduction of a kernel as it is carried out: dtypes of its values, of the lanes that a block is joined in, and of the block's result. */
export interface Total<Op = ScanOp> {
  readonly op: Op
  readonly from: DType
  readonly dtype: DType
  readonly to: DType
}

export const totalOf = <Op extends MapOp, Join>({ code }: Kernel<Op, Join>, { op, dtype, value }: Reduce<Join>): Total<Join> => {
  const from = code[value]!.dtype
  return { op, from, dtype: from === dtype ? dtype : 'int32', to: dtype }
}
