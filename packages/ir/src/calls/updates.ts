import { type DType, dtypeInfo, isFloat, type Scalar, type TypedArray } from '../dtype.js'
import { DTypeError, ShapeError } from '../errors.js'
import { showShape, sizeOf } from '../shape.js'
import type { CallDef } from './call.js'

/*
 * Places of an array that is there, by number: what is written to them, or joined with what they hold, one value after the other.
 */

/** What becomes of a place and a value. A call has the number of one of these. */
export const CHANGES = ['set', 'add', 'mul', 'div', 'min', 'max'] as const
export type Change = (typeof CHANGES)[number]

/** dtypes that positions are counted in. */
const POSITION_TYPES: readonly DType[] = ['int32', 'bigint64']

type Step = (x: Scalar, y: Scalar) => Scalar

/** One value and what is at its place; the result is rounded or wrapped when it is stored. Of bool, `add` is or, `mul` is and. */
function changeOf(change: Change, dtype: DType): Step {
  const { lane } = dtypeInfo[dtype]
  const steps: Record<Change, (x: number, y: number) => number> = {
    set: (_, y) => y,
    add: dtype === 'bool' ? (x, y) => x | y : (x, y) => x + y,
    mul: dtype === 'bool' ? (x, y) => x & y : lane === 'i32' ? Math.imul : (x, y) => x * y,
    div: (x, y) => x / y,
    // As `minimum` and `maximum`: NaN wins, and -0 is below 0. (64-bit integers are no numbers to `Math`.)
    min: isFloat(dtype) ? Math.min : (x, y) => (x <= y ? x : y),
    max: isFloat(dtype) ? Math.max : (x, y) => (x >= y ? x : y),
  }
  return steps[change] as unknown as Step
}

/** The array with its places changed, in the order of the positions. A position that is none of the array's changes nothing. */
export function updateInto(
  change: Change,
  dtype: DType,
  from: TypedArray,
  positions: TypedArray,
  values: TypedArray,
  result: TypedArray,
): void {
  if (result !== from) result.set(from as never)
  const [places, by, to] = [positions, values, result] as unknown as Scalar[][]
  const step = changeOf(change, dtype)
  const one = by!.length === 1
  for (let i = 0; i < places!.length; i++) {
    const k = Number(places![i]!)
    if (k >= 0 && k < to!.length) to![k] = step(to![k]!, by![one ? 0 : i]!)
  }
}

export const updates = {
  /** A copy of an array, in which places (counted in C order) are changed by a value each, or by one value. `how`: one of `CHANGES`. */
  update: {
    arity: 3,
    attributes: ['how'],
    strided: false,
    infer: ([target, positions, values], [how]) => {
      const change = CHANGES[how!]
      if (change === undefined) throw new ShapeError(`update: how is ${how}, expected 0 to ${CHANGES.length - 1}`)
      if (!POSITION_TYPES.includes(positions!.dtype))
        throw new DTypeError(`update: positions of dtype ${positions!.dtype}, expected one of ${POSITION_TYPES.join(', ')}`)
      if (values!.dtype !== target!.dtype)
        throw new DTypeError(
          `update: values of dtype ${values!.dtype} for elements of dtype ${target!.dtype}, expected one dtype`,
        )
      if (change === 'div' && !isFloat(target!.dtype))
        throw new DTypeError(`update: div of dtype ${target!.dtype}, expected floats`)
      const size = sizeOf(values!.shape)
      if (size !== 1 && size !== sizeOf(positions!.shape))
        throw new ShapeError(
          `update: values of shape ${showShape(values!.shape)} for positions of shape ${showShape(positions!.shape)}, expected as many or one`,
        )
      return { dtype: target!.dtype, shape: target!.shape }
    },
    compute: ([target, positions, values], [how], to) =>
      updateInto(CHANGES[how!]!, target!.dtype, target!.data, positions!.data, values!.data, to),
  },
} satisfies Record<string, CallDef>
