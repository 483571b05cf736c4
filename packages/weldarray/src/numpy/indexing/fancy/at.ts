import { ArgumentError, type DType, DTypeError, isFloat, type Node, promoteScalar, ShapeError, sizeOf } from '@weldarray/ir'
import { cast, positionsOf } from '@weldarray/runtime'
import type { AnyDType } from '../../../array/types.js'
import { checkCast } from '../../dtypes/casting.js'
import { table } from '../../elementwise/table/index.js'
import { record } from '../../elementwise/ufunc.js'
import { dtypeOf, isNdArray, type NdArray, sharing, valueOf, viewOf, wrap, writeValue } from '../../operands/arrays.js'
import { converted, droppingOnes, fitted, masked, toStore, write } from '../../operands/destination.js'
import { op, truth } from '../../operands/expressions.js'
import { isWeak, type Operand, operand, settled } from '../../operands/operands.js'
import type { ArrayInput } from '../../types.js'
import { changePlaces } from '../changing.js'
import { type SlicePart, sliceView } from '../slicing.js'
import { type IndexPart, isFancy, type Part, readParts } from './index-parts.js'
import { select, selectedPlaces, soleMask } from './select.js'

const UFUNC = { add: 'add', sub: 'subtract', mul: 'multiply', div: 'divide', min: 'minimum', max: 'maximum' } as const
type Change = keyof typeof UFUNC

/** What an operand adds to elements of `dtype`, without changing their kind. Throws `DTypeError`. */
function inDType(what: string, x: Operand, dtype: DType, change: Change): Node {
  const result = isWeak(x) ? promoteScalar(what, dtype, x) : x.dtype
  checkCast(what, change === 'div' && !isFloat(dtype) ? 'float64' : result, dtype)
  if (dtype === 'bool' && change === 'sub') throw new DTypeError(`${what}: subtract is not defined for bool; use logical_xor`)
  return isWeak(x) ? settled(x, dtype) : cast(x, dtype)
}

/**
 * Elements, selected by any index, that are read and written in place; what `x.at(...index)` returns.
 * @example
 * np.zeros(4).at([0, 2]).set(1) // array([1., 0., 1., 0.])
 */
export class At<out D extends AnyDType = AnyDType> {
  /** What the index is made of, where arrays are in it; it is read now. */
  private readonly parts: readonly Part[] | null
  /** What it is made of otherwise. */
  private readonly basic: readonly SlicePart[]

  constructor(
    private readonly target: NdArray<D>,
    spec: readonly IndexPart[],
  ) {
    if (!isNdArray(target) || !Array.isArray(spec))
      throw new ArgumentError('at: expected an array of this library and a list of indices; use x.at(…) or np.at(x, …)')
    this.parts = isFancy(spec) ? readParts('at', spec) : null
    this.basic = this.parts === null ? spec.map((p) => (typeof p === 'bigint' ? Number(p) : (p as SlicePart))) : []
  }

  private view(): NdArray<D> {
    return sharing(this.target, sliceView(viewOf(this.target), this.basic))
  }

  /**
   * The selected elements: a view for slices and integers, else a new array.
   * @example
   * np.array([10, 20, 30]).at([2, 0]).get() // array([30., 10.])
   */
  get(): NdArray<D> {
    return this.parts === null ? this.view() : select('at', this.target, this.parts)
  }

  /**
   * Writes a number, or an array that broadcasts to the selection; of an index that comes several times the last value
   * stays. Converts as typed-array stores do. Returns the whole array.
   * @example
   * np.arange(5).at('1:3').set(9) // array([0., 9., 9., 3., 4.])
   */
  set(value: ArrayInput): NdArray<D> {
    const { target, parts } = this
    if (parts === null) {
      const view = this.view()
      write('at.set', view, toStore(operand('at.set', value), view), 'unsafe')
      return target
    }
    const source = toStore(operand('at.set', value), target)
    const mask = soleMask('at', target, parts)
    if (mask !== null && mask.shape.length === target.shape.length) {
      if (source.shape.length === 0) return this.whereMask(mask, converted(source, target))
      if (source.shape.length === 1 && source.shape[0]! > 1) {
        const at = positionsOf(truth(valueOf(mask)), false)
        const count = sizeOf(at.shape)
        if (count !== source.shape[0])
          throw new ShapeError(`at.set: ${source.shape[0]} values for ${count} selected elements, expected as many or one`)
        changePlaces(target, at, converted(source, target))
        return target
      }
    }
    return this.rewrite('at.set', parts, converted(source, target), 'set')
  }

  /**
   * Adds to the selected elements; an index that comes several times is added to several times. Returns the whole array.
   * @example
   * np.zeros(3).at([1, 1, 2]).add(1) // array([0., 2., 1.])
   */
  add(value: ArrayInput): NdArray<D> {
    return this.change('add', value)
  }

  /**
   * Subtracts from the selected elements; as `add`.
   * @example
   * np.zeros(3).at([1, 1, 2]).sub(1) // array([ 0., -2., -1.])
   */
  sub(value: ArrayInput): NdArray<D> {
    return this.change('sub', value)
  }

  /**
   * Multiplies the selected elements; as `add`.
   * @example
   * np.ones(3).at([1, 1, 2]).mul(2) // array([1., 4., 2.])
   */
  mul(value: ArrayInput): NdArray<D> {
    return this.change('mul', value)
  }

  /**
   * Divides the selected elements, which must be floats; as `add`.
   * @example
   * np.ones(3).at([1, 1, 2]).div(2) // array([1.  , 0.25, 0.5 ])
   */
  div(value: ArrayInput): NdArray<D> {
    return this.change('div', value)
  }

  /**
   * Lowers the selected elements to at most `value`; NaN wins. As `add`.
   * @example
   * np.full(3, 5).at([0, 1]).min([3, 9]) // array([3., 5., 5.])
   */
  min(value: ArrayInput): NdArray<D> {
    return this.change('min', value)
  }

  /**
   * Raises the selected elements to at least `value`; NaN wins. As `add`.
   * @example
   * np.full(3, 5).at([0, 1]).max([3, 9]) // array([5., 9., 5.])
   */
  max(value: ArrayInput): NdArray<D> {
    return this.change('max', value)
  }

  private change(change: Change, value: ArrayInput): NdArray<D> {
    const { target, parts } = this
    const what = `at.${change}`
    const dtype = dtypeOf(target)
    const x = operand(what, value)
    const row = table[UFUNC[change]]
    if (parts === null) {
      const view = this.view()
      write(what, view, record(UFUNC[change], row, [valueOf(view), x]))
      return target
    }
    const by = inDType(what, x, dtype, change)
    const mask = soleMask('at', target, parts)
    if (mask !== null && mask.shape.length === target.shape.length && by.shape.length === 0)
      return this.whereMask(mask, record(UFUNC[change], row, [valueOf(target), by]))
    // To subtract is to add what is negated, to the bit.
    return change === 'sub' ? this.rewrite(what, parts, op('neg', by), 'add') : this.rewrite(what, parts, by, change)
  }

  /** A mask of the array's own shape is a choice for each element: recorded, and fused with what comes before and after. */
  private whereMask(mask: NdArray, value: Node): NdArray<D> {
    const { target } = this
    const shape = Array.from(target.shape)
    const dtype = dtypeOf(target)
    writeValue(target, masked(truth(valueOf(mask)), fitted('at', value, shape, dtype), valueOf(target), shape))
    return target
  }

  private rewrite(what: string, parts: readonly Part[], value: Node, how: Exclude<Change, 'sub'> | 'set'): NdArray<D> {
    const { target } = this
    const positions = selectedPlaces('at', target, parts)
    const single = sizeOf(value.shape) === 1
    // A number is one element that is there.
    const source = droppingOnes(valueOf(wrap(value)), positions.shape.length)
    changePlaces(target, positions, single ? source : fitted(what, source, positions.shape, value.dtype), how)
    return target
  }
}
