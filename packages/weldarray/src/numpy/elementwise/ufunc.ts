import { broadcastShapes, type DType, DTypeError, type MapOp, type Node, type Shape, sameShape, toDType } from '@weldarray/ir'
import { broadcast } from '@weldarray/runtime'
import type { AnyDType } from '../../array/types.js'
import { checkScalar } from '../arguments/checks.js'
import { ufuncOptions } from '../arguments/ufunc-options.js'
import { type Casting, checkCast } from '../dtypes/casting.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import { store } from '../operands/destination.js'
import { inType, isWeak, type Operand, operand } from '../operands/operands.js'
import type { ArrayInput, UfuncOptions } from '../types.js'
import { checkAsked, computeType, type Typing } from './typing.js'

interface Names {
  readonly arity: 1 | 2
  /** The method of arrays, where there is one. */
  readonly method?: string
}

/** An elementwise function that brings its operands to one dtype first. */
export interface TypedRow extends Names {
  readonly typing: Typing
  /** The expression over operands of one dtype and shape. */
  readonly build: (what: string, args: readonly Node[]) => Node
  /** Whether `build` takes bool (the class `arithmetic` only). */
  readonly boolOk?: boolean
  /** The operation that it is, of a function of floats. */
  readonly op?: MapOp
}

/** An elementwise function with typing rules of its own. */
export interface FreeRow extends Names {
  readonly record: (what: string, operands: readonly Operand[]) => Node
}

export type Row = TypedRow | FreeRow

/** Operands brought to one dtype and one shape, as the IR wants them. Constants need no shape. */
export function unify(what: string, operands: readonly Operand[], dtype: DType): Node[] {
  const values = new Array<Node>(operands.length)
  let shape: Shape | undefined
  let alike = true
  for (let i = 0; i < operands.length; i++) {
    const value = inType(operands[i]!, dtype)
    values[i] = value
    if (value.kind === 'const') continue
    if (shape === undefined) shape = value.shape
    else if (!sameShape(shape, value.shape)) alike = false
  }
  if (alike) return values
  const joint = broadcastShapes(what, ...values.map((v) => v.shape))
  return values.map((v) => broadcast(v, joint))
}

/** Records one elementwise function. Throws `ShapeError` and `DTypeError` now, not at evaluation. */
export function record(what: string, row: Row, operands: readonly Operand[], asked?: DType, casting?: Casting): Node {
  if ('record' in row) {
    const value = row.record(what, operands)
    if (asked !== undefined && asked !== value.dtype)
      throw new DTypeError(`${what}: the result is ${value.dtype}, it cannot be ${asked}`)
    return value
  }
  const boolOk = row.boolOk ?? false
  if (asked !== undefined) {
    checkAsked(what, row.typing, asked, boolOk)
    for (const x of operands) {
      if (isWeak(x)) checkScalar(what, x, asked, casting === 'unsafe' ? 'unsafe' : 'same_kind')
      else checkCast(what, x.dtype, asked, casting)
    }
  }
  return row.build(what, unify(what, operands, asked ?? computeType(what, row.typing, operands, boolOk)))
}

/** The public form of a row: operands, then options. */
export function call(
  what: string,
  row: Row,
  inputs: readonly ArrayInput[],
  given: UfuncOptions | NdArray<AnyDType> | undefined,
  more: readonly unknown[] = [],
): Untyped {
  const options = given === undefined && more.length === 0 ? undefined : ufuncOptions(what, given, more)
  const asked = options?.dtype === undefined ? undefined : toDType(options.dtype)
  const operands = new Array<Operand>(inputs.length)
  for (let i = 0; i < inputs.length; i++) operands[i] = operand(what, inputs[i]!)
  return finish(what, record(what, row, operands, asked, options?.casting), options)
}

/** Applies `out` and `where`. */
export function finish(what: string, value: Node, options: UfuncOptions | undefined): Untyped {
  if (options === undefined || (options.out === undefined && options.where === undefined)) return wrap(value)
  return store(what, value, options.out, options.where, options.casting)
}
