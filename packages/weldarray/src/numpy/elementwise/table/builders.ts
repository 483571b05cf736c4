import { type DType, dtypeInfo, isFloat, type MapOp } from '@weldarray/ir'
import { map, type Value } from '@weldarray/runtime'
import type { Typing } from '../typing.js'
import type { FreeRow, Row } from '../ufunc.js'

/** What a row does for operands of one dtype: an operation's name, `same` for the operand itself, or an expression. */
export type Way = string | ((...args: Value[]) => Value)

interface More {
  method?: string
  /** Instead of the operation, for operands that are bool. */
  bool?: Way
  /** Instead of the operation, for integer operands. */
  int?: Way
}

const run = (way: Way, args: readonly Value[]): Value =>
  typeof way === 'function' ? way(...args) : way === 'same' ? args[0]! : map(way as MapOp, args)

/** Chooses the way by the dtype the operands have been brought to. */
function choose(way: Way, more: More, dtype: DType): Way {
  if (dtype === 'bool' && more.bool !== undefined) return more.bool
  if (!isFloat(dtype) && more.int !== undefined) return more.int
  return way
}

/** A row whose number of operands the type knows, so that the functions made from it are typed. */
export type Of<A extends 1 | 2> = Row & { readonly arity: A }

const row =
  <A extends 1 | 2>(arity: A) =>
  (typing: Typing, way: Way, more: More = {}): Of<A> => ({
    arity,
    typing,
    ...(more.method === undefined ? {} : { method: more.method }),
    boolOk: more.bool !== undefined,
    build: (_, args) => run(choose(way, more, args[0]!.dtype), args),
  })

export const unary = row(1)
export const binary = row(2)

export const free = <A extends 1 | 2>(arity: A, record: FreeRow['record'], method?: string): Of<A> => ({
  arity,
  record,
  ...(method === undefined ? {} : { method }),
})

/** Whether values may be negative. */
export const isSigned = (x: Value): boolean => dtypeInfo[x.dtype].kind !== 'unsigned'
