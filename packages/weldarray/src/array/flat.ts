import { ArgumentError, convert, IndexError } from '@weldarray/ir'
import { describe, WRONG, wholeNumber } from '../numpy/arguments/kinds.js'
import { toStore, write } from '../numpy/operands/destination.js'
import { isWeak, operand, scalarOf } from '../numpy/operands/operands.js'
import { reshape } from '../numpy/shaping/layout.js'
import type { ArrayInput } from '../numpy/types.js'
import type { Kept } from '../types/dtype-of.js'
import type { NdArray } from './ndarray.js'
import { unraveled } from './place.js'
import type { AnyDType, ElementOf } from './types.js'
import { valueOf, fromValue as wrap } from './wrap.js'

/** The elements of an array in C order, however it lies in memory: NumPy's `flatiter`. */
export class Flat<out D extends AnyDType = AnyDType> implements Iterable<ElementOf<D>> {
  constructor(
    /** The array. */
    readonly base: NdArray<D>,
  ) {}

  get length(): number {
    return this.base.size
  }

  private index(at: number): number[] {
    const { shape, size } = this.base
    const whole = wholeNumber(at)
    const from = whole === WRONG ? NaN : whole < 0 ? whole + size : whole
    if (!(from >= 0 && from < size))
      throw new IndexError(`flat: index ${describe(at)} is out of bounds for ${size} elements: expected ${-size} to ${size - 1}`)
    return unraveled(shape, from)
  }

  /** The element at a place in C order; negative places count from the end. Throws `IndexError`. */
  get(at: number): ElementOf<D> {
    return this.base.get(...this.index(at))
  }

  /** Writes the element at a place in C order, and returns it. Throws `IndexError`. */
  set(at: number, value: number | bigint): ElementOf<D> {
    const x = operand('flat.set', value)
    if (!isWeak(x)) throw new ArgumentError(`flat.set: got ${describe(value)}, expected a number`)
    const dtype: string = this.base.dtype
    const big = dtype === 'bigint64' || dtype === 'biguint64'
    return this.base.set(...this.index(at), (big ? convert(scalarOf(x), dtype) : x) as ElementOf<D>)
  }

  /** Writes all elements: a number, or a list as long as the array. Returns the array. */
  assign(value: ArrayInput): NdArray<D> {
    const source = toStore(operand('flat', value), this.base)
    const size = source.shape.reduce((n, d) => n * d, 1)
    const value2 =
      size === this.base.size && source.shape.length > 0 ? valueOf(reshape(wrap(source), [...this.base.shape])) : source
    return write('flat', this.base, value2, 'unsafe')
  }

  /** A 1-d copy. */
  copy(): NdArray<Kept<D>> {
    return this.base.flatten()
  }

  *[Symbol.iterator](): IterableIterator<ElementOf<D>> {
    const { base, length } = this
    const { shape } = base
    const index = new Array<number>(shape.length).fill(0)
    for (let i = 0; i < length; i++) {
      yield base.get(...index)
      for (let axis = index.length - 1; axis >= 0 && ++index[axis]! >= shape[axis]!; axis--) index[axis] = 0
    }
  }
}
