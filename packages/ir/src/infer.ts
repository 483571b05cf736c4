import { type DType, dtypeInfo } from './dtype.js'
import { DTypeError, ShapeError } from './errors.js'
import { inferLoop, isLoopOp, type MapOp, opOf, type ReduceOp, reduceOps, shortName } from './ops/index.js'
import type { Accepts } from './ops/types.js'
import { type Shape, sameShape, showShape, sizeOf } from './shape.js'

/** What inference needs to know of an operand. */
export interface TypeOf {
  readonly dtype: DType
  readonly shape: Shape
  /** A constant, or an operation on constants: it has no shape. */
  readonly uniform?: boolean
}

export interface Inferred {
  readonly dtype: DType
  readonly shape: Shape
}

export const acceptsKind = (accepts: Accepts, dtype: DType): boolean => {
  const { kind } = dtypeInfo[dtype]
  switch (accepts) {
    case 'any':
      return true
    case 'numeric':
      return kind !== 'bool'
    case 'float':
      return kind === 'float'
    case 'float64':
      return dtype === 'float64'
    case 'integer':
      return kind === 'signed' || kind === 'unsigned'
    case 'bits':
      return kind !== 'float'
  }
}

/**
 * The type of an elementwise operation. The IR is strict: operands have one dtype (promotion has inserted
 * casts before) and one shape (broadcasting has inserted views before), constants (0-d) excepted.
 */
export function inferMap(op: MapOp, args: readonly TypeOf[], castTo?: DType): Inferred {
  const def = opOf(op)
  if (args.length !== def.arity) throw new DTypeError(`${shortName(op)}: got ${args.length} operands, expected ${def.arity}`)
  let common: Shape | null = null
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg.uniform) continue
    if (common === null) common = arg.shape
    else if (!sameShape(arg.shape, common))
      throw new ShapeError(`${shortName(op)}: operands have shapes ${showShape(common)} and ${showShape(arg.shape)}`)
  }
  const shape = common ?? []
  if (op === 'cast') {
    if (castTo === undefined) throw new DTypeError('cast: no target dtype given')
    return { dtype: castTo, shape }
  }
  if (isLoopOp(op))
    return {
      dtype: inferLoop(
        op,
        args.map((a) => a.dtype),
      ),
      shape,
    }
  const first = def.result === 'select' ? 1 : 0
  const dtype = args[first]!.dtype
  for (let i = first + 1; i < args.length; i++)
    if (args[i]!.dtype !== dtype)
      throw new DTypeError(`${op}: operands have dtypes ${args.map((a) => a.dtype).join(', ')}, expected one dtype`)
  if (first === 1 && args[0]!.dtype !== 'bool')
    throw new DTypeError(`${op}: the condition has dtype ${args[0]!.dtype}, expected bool`)
  if (!acceptsKind(def.accepts, dtype)) throw new DTypeError(`${op}: not defined for dtype ${dtype} (takes ${def.accepts})`)
  return { dtype: def.result === 'bool' ? 'bool' : dtype, shape }
}

/** The type of a reduction: the operand's dtype, its shape without `axes`. */
export function inferReduce(op: ReduceOp, src: TypeOf, axes: readonly number[]): Inferred {
  const def = reduceOps[op]
  if (!acceptsKind(def.accepts, src.dtype)) throw new DTypeError(`${op}: not defined for dtype ${src.dtype}`)
  const shape = src.shape.filter((_, i) => !axes.includes(i))
  if (!def.emptyOk && sizeOf(src.shape) === 0 && sizeOf(shape) !== 0)
    throw new ShapeError(
      `${op}: zero-size array of shape ${showShape(src.shape)} has no ${op}: the reduced axes must not be empty`,
    )
  return { dtype: src.dtype, shape }
}
