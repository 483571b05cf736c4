import { elementOf, isNumbered, numberOf, type Scalar } from '@weldarray/ir'
import { axisOf, orderOf } from './axis-order.js'
import type { Make, ViewClass } from './constructors.js'
import { type Family, position } from './held.js'
import type { AnyDType } from './types.js'

/*
 * Classes of more dimensions than the generated code has literals for: the same members, as loops over the arguments.
 */

interface Large {
  data: unknown
  shape: number[]
  stride: number[]
  offset: number
  dtype?: AnyDType
}

/** What the two kinds of view do differently. */
interface Kind {
  readonly memory: (view: Large) => unknown
  readonly read: (view: Large, at: number) => unknown
  readonly write: (view: Large, at: number, value: unknown) => unknown
  /** What becomes of an offset. */
  readonly position: (offset: number) => number
}

type Arguments = readonly (number | null | undefined)[]

const given = (i: number | null | undefined): i is number => typeof i === 'number' && i >= 0

function members(
  dtype: AnyDType,
  dimension: number,
  kind: Kind,
  makers: readonly Make[],
): PropertyDescriptorMap & ThisType<Large> {
  const again = (view: Large, shape: readonly number[], stride: readonly number[], offset: number): unknown =>
    makers[shape.length + 1]!(kind.memory(view), shape, stride, offset)
  // By their number, not by the length of `shape` or `stride`, which a caller may have changed.
  const axes = Array.from({ length: dimension }, (_, k) => k)
  const indexOf = (view: Large, index: Arguments): number => {
    let at = view.offset
    for (let k = 0; k < dimension; k++) at += view.stride[k]! * (index[k] as number)
    return at
  }
  const methods: Record<string, (this: Large, ...args: never[]) => unknown> = {
    set(...args: number[]) {
      return kind.write(this, indexOf(this, args), args[dimension])
    },
    get(...index: number[]) {
      return kind.read(this, indexOf(this, index))
    },
    index(...index: number[]) {
      return indexOf(this, index)
    },
    hi(...count: number[]) {
      const shape = axes.map((k) => (typeof count[k] !== 'number' || count[k]! < 0 ? this.shape[k]! : count[k]! | 0))
      return again(
        this,
        shape,
        axes.map((k) => this.stride[k]!),
        this.offset,
      )
    },
    lo(...start: number[]) {
      let offset = this.offset
      const shape = axes.map((k) => {
        if (!given(start[k])) return this.shape[k]!
        offset += this.stride[k]! * (start[k]! | 0)
        return this.shape[k]! - (start[k]! | 0)
      })
      return again(
        this,
        shape,
        axes.map((k) => this.stride[k]!),
        offset,
      )
    },
    step(...step: number[]) {
      let offset = this.offset
      const shape = axes.map((k) => this.shape[k]!)
      const stride = axes.map((k) => this.stride[k]!)
      for (let k = 0; k < dimension; k++) {
        if (typeof step[k] !== 'number') continue
        const by = step[k]! | 0
        if (by < 0) offset += stride[k]! * (shape[k]! - 1)
        shape[k] = Math.ceil((by < 0 ? -shape[k]! : shape[k]!) / by)
        stride[k]! *= by
      }
      return again(this, shape, stride, offset)
    },
    transpose(...given: (number | undefined)[] | [Iterable<number>]) {
      const [first] = given
      const order = typeof first === 'object' && first !== null ? orderOf(first, dimension) : (given as (number | undefined)[])
      const from = axes.map((k) => (order[k] === undefined ? k : axisOf(order[k], dimension)))
      return again(
        this,
        from.map((k) => this.shape[k]!),
        from.map((k) => this.stride[k]!),
        this.offset,
      )
    },
    pick(...index: number[]) {
      let offset = this.offset
      const kept: number[] = []
      for (let k = 0; k < dimension; k++) {
        if (given(index[k])) offset = kind.position(offset + this.stride[k]! * index[k]!)
        else kept.push(k)
      }
      return again(
        this,
        kept.map((k) => this.shape[k]!),
        kept.map((k) => this.stride[k]!),
        offset,
      )
    },
  }
  const descriptors: PropertyDescriptorMap = {}
  const add = (name: string, value: unknown): void => {
    descriptors[name] = { value, writable: true, enumerable: true, configurable: true }
  }
  add('dtype', dtype)
  add('dimension', dimension)
  for (const [name, method] of Object.entries(methods)) {
    Object.defineProperty(method, 'name', { value: `View${dimension}d${dtype}_${name}`, configurable: true })
    Object.defineProperty(method, 'length', { value: name === 'set' ? dimension + 1 : dimension, configurable: true })
    add(name, method)
  }
  return descriptors
}

/** What the data of a dtype does not tell is an own property, for clones of the array. */
function tell(view: Large, dtype: AnyDType): void {
  if (dtype === 'bool' || isNumbered(dtype)) view.dtype = dtype
}

/** What bool keeps of a value. */
// biome-ignore lint/suspicious/noDoubleEquals: 0n is false too
const bit = (value: unknown): number => (value != 0 ? 1 : 0)

/** Packages recognise arrays by the text of their constructors, which here cannot be source code. */
function named(constructor: object, name: string): void {
  Object.defineProperty(constructor, 'name', { value: name, configurable: true })
  Object.defineProperty(constructor, 'toString', {
    value: () => `function ${name}() { [large] }`,
    configurable: true,
    writable: true,
  })
}

/** The first entries of anything with indices; undefined where there are none. */
const entries = (list: ArrayLike<number>, n: number): number[] => Array.from({ length: n }, (_, k) => list[k]!)

/** An element of `int64` or `uint64`; beyond the data there is none. */
const asNumber = (element: bigint | undefined): number | undefined => (element === undefined ? element : numberOf(element))

export function largePlain(dtype: AnyDType, dimension: number, makers: readonly Make[], order: () => number[]): ViewClass {
  function View(this: Large, data: unknown, ...numbers: number[]): void {
    this.data = data
    this.shape = numbers.slice(0, dimension)
    this.stride = numbers.slice(dimension, 2 * dimension)
    this.offset = numbers[2 * dimension]! | 0
    tell(this, dtype)
  }
  named(View, `View${dimension}d${dtype}`)
  // biome-ignore lint/suspicious/noExplicitAny: data of any kind
  type Any = any
  const kind: Kind = {
    memory: (view) => view.data,
    position: (offset) => offset | 0,
    read:
      dtype === 'generic'
        ? (view, at) => (view.data as Any).get(at)
        : isNumbered(dtype)
          ? (view, at) => asNumber((view.data as Any)[at])
          : (view, at) => (view.data as Any)[at],
    write:
      dtype === 'generic'
        ? (view, at, value) => (view.data as Any).set(at, value)
        : dtype === 'bool'
          ? (view, at, value) => {
              ;(view.data as Any)[at] = bit(value)
              return value
            }
          : isNumbered(dtype)
            ? (view, at, value) => {
                ;(view.data as Any)[at] = elementOf(value as number)
                return value
              }
            : (view, at, value) => ((view.data as Any)[at] = value),
  }
  const proto = Object.defineProperties(View.prototype, {
    ...members(dtype, dimension, kind, makers),
    size: {
      get(this: Large) {
        let size = this.shape[0]!
        for (let k = 1; k < dimension; k++) size *= this.shape[k]!
        return size
      },
    },
    order: { get: order },
  })
  const create = View as unknown as new (data: unknown, ...numbers: number[]) => unknown
  return {
    proto,
    make: (data, shape, stride, offset) =>
      new create(data, ...entries(shape!, dimension), ...entries(stride!, dimension), offset!),
  }
}

export function largeHeld(dtype: AnyDType, dimension: number, makers: readonly Make[], family: Family): ViewClass {
  const kind: Kind = {
    memory: (view) => family.storage(view),
    position,
    read: isNumbered(dtype)
      ? (view, at) => asNumber(family.elements(view)[at] as bigint | undefined)
      : (view, at) => family.elements(view)[at],
    write: (view, at, value) => {
      family.writable(view)[at] =
        dtype === 'bool' ? bit(value) : isNumbered(dtype) ? elementOf(value as number) : (value as Scalar)
      return value
    },
  }
  const proto = Object.defineProperties({}, members(dtype, dimension, kind, makers))
  return {
    proto,
    make: (storage, shape, stride, offset) => {
      const view = Object.create(proto)
      Object.defineProperty(view, 'data', family.data)
      view.shape = entries(shape!, dimension)
      view.stride = entries(stride!, dimension)
      view.offset = position(offset!)
      tell(view, dtype)
      family.hold(view, storage)
      return view
    },
  }
}
