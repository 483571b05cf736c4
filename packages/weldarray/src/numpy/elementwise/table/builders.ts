import { type DType, dtypeInfo, isFloat, type MapOp, type Node } from '@weldarray/ir'
import { map } from '@weldarray/runtime'
import type { Typing } from '../typing.js'
import type { FreeRow, Row } from '../ufunc.js'

/** What a row does for operands of one dtype: an operation's name, `same` for the operand itself, or an expression. */
export type Way = string | ((...args: Node[]) => Node)

interface More {
  method?: string
  /** Instead of the operation, for operands that are bool. */
  bool?: Way
  /** Instead of the operation, for integer operands. */
  int?: Way
}

const run = (way: Way, args: readonly Node[]): Node =>
  typeof way === 'function' ? way(...args) : way === 'same' ? args[0]! : map(way as MapOp, args)

/** Chooses the way by the dtype the operands have been brought to. */
function choose(way: Way, more: More, dtype: DType): Way {
  if (dtype === 'bool' && more.bool !== undefined) return more.bool
  if (!isFloat(dtype) && more.int !== undefined) return more.int
  return way
}

/** A row of which the type knows the number of operands and the typing, so that what is made from it is typed. `truth` gives bool. */
export type Of<A extends 1 | 2, C extends Typing | 'truth' = Typing> = Row & { readonly arity: A; readonly as?: C }

const row =
  <A extends 1 | 2>(arity: A) =>
  <C extends Typing>(typing: C, way: Way, more: More = {}): Of<A, C> => ({
    arity,
    typing,
    ...(more.method === undefined ? {} : { method: more.method }),
    boolOk: more.bool !== undefined,
    ...(typing === 'float' && typeof way === 'string' ? { op: way as MapOp } : {}),
    build: (_, args) => run(choose(way, more, args[0]!.dtype), args),
  })

export const unary = row(1)
export const binary = row(2)

/** A function of two operands whose errors tell how it was called. */
export const named = <C extends Typing>(
  typing: C,
  method: string,
  build: (what: string, x: Node, y: Node) => Node,
): Of<2, C> => ({
  arity: 2,
  typing,
  method,
  build: (what, [x, y]) => build(what, x!, y!),
})

/** A question, with typing rules of its own. */
export const free = <A extends 1 | 2>(arity: A, record: FreeRow['record'], method?: string): Of<A, 'truth'> => ({
  arity,
  record,
  ...(method === undefined ? {} : { method }),
})

/** Whether values may be negative. */
export const isSigned = (x: Node): boolean => dtypeInfo[x.dtype].kind !== 'unsigned'
