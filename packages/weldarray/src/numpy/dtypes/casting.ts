import { type DType, DTypeError, dtypeInfo, promoteTypes, storedAs } from '@weldarray/ir'

export type Casting = 'no' | 'equiv' | 'safe' | 'same_kind' | 'unsafe'

const RANK = { bool: 0, unsigned: 1, signed: 2, float: 3 } as const

/**
 * NumPy's `can_cast`. `same_kind` forbids what loses more than precision or range: float to integer,
 * signed to unsigned, anything to bool.
 */
export function canCast(from: DType, to: DType, casting: Casting = 'safe'): boolean {
  if (from === to || casting === 'unsafe') return true
  if (casting === 'no') return false
  // int64 and bigint64 are one in memory.
  if (storedAs(from) === storedAs(to)) return true
  if (casting === 'equiv') return false
  if (casting === 'safe') return promoteTypes(from, to) === to
  return RANK[dtypeInfo[from].kind] <= RANK[dtypeInfo[to].kind]
}

/** Throws `DTypeError` when a result of dtype `from` may not be stored as `to`. */
export function checkCast(what: string, from: DType, to: DType, casting: Casting = 'same_kind'): void {
  if (!canCast(from, to, casting))
    throw new DTypeError(
      `${what}: a result of dtype ${from} cannot be stored as ${to} by the rule '${casting}'; convert it first with astype('${to}')`,
    )
}
