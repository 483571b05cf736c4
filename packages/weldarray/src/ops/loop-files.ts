import { DTYPES, type DType, dtypeInfo } from '@weldarray/ir'

/** The file with the loops over one dtype: all bigints share one, their stores convert. */
export const loopsOf = (dtype: DType): string => (dtypeInfo[dtype].big ? 'bigint64' : dtype)

/** Those whose elements are numbers behind an index. */
export const numberFiles: readonly string[] = [
  ...DTYPES.filter((d) => dtypeInfo[d].kind !== 'bool' && !dtypeInfo[d].big),
  'uint8_clamped',
]

/** Stores into these keep what an expression gives, or convert it themselves: no shortcut for booleans. `mixed`: any operands. */
export const exactFiles: readonly string[] = ['bigint64', 'array', 'mixed']
