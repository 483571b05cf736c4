import type { Make, ViewClass } from './constructors.js'
import type { AnyDType } from './types.js'
import { Held } from './views.generated.js'

/*
 * Classes of more dimensions than the generated code has literals for: the same members, as loops over the arguments.
 */

interface Large {
  data: unknown
  shape: number[]
  stride: number[]
  offset: number
}

/** What the two kinds of view do differently. */
interface Kind {
  readonly memory: (view: Large) => unknown
  readonly read: (view: Large, at: number) => unknown
  readonly write: (view: Large, at: number, value: unknown) => unknown
}

type Arguments = readonly (number | null | undefined)[]

const given = (i: number | null | undefined): i is number => typeof i === 'number' && i >= 0

function indexOf(view: Large, index: Arguments): number {
  let at = view.offset
  for (let k = 0; k < view.stride.length; k++) at += view.stride[k]! * (index[k] as number)
  return at
}

function members(dimension: number, kind: Kind, makers: readonly Make[]): PropertyDescriptorMap & ThisType<Large> {
  const again = (view: Large, shape: readonly number[], stride: readonly number[], offset: number): unknown =>
    makers[shape.length + 1]!(kind.memory(view), shape, stride, offset)
  const methods: Record<string, (this: Large, ...args: never[]) => unknown> = {
    get(...index: number[]) {
      return kind.read(this, indexOf(this, index))
    },
    set(...args: number[]) {
      return kind.write(this, indexOf(this, args), args[dimension])
    },
    index(...index: number[]) {
      return indexOf(this, index)
    },
    hi(...count: number[]) {
      return again(
        this,
        this.shape.map((n, k) => (given(count[k]) ? count[k]! | 0 : n)),
        this.stride,
        this.offset,
      )
    },
    lo(...start: number[]) {
      let offset = this.offset
      const shape = this.shape.map((n, k) => {
        if (!given(start[k])) return n
        offset += this.stride[k]! * (start[k]! | 0)
        return n - (start[k]! | 0)
      })
      return again(this, shape, this.stride, offset)
    },
    step(...step: number[]) {
      let offset = this.offset
      const shape = [...this.shape]
      const stride = [...this.stride]
      for (let k = 0; k < dimension; k++) {
        if (typeof step[k] !== 'number') continue
        const by = step[k]! | 0
        if (by < 0) offset += stride[k]! * (shape[k]! - 1)
        shape[k] = Math.ceil((by < 0 ? -shape[k]! : shape[k]!) / by)
        stride[k]! *= by
      }
      return again(this, shape, stride, offset)
    },
    transpose(...axes: (number | undefined)[]) {
      const from = this.shape.map((_, k) => (axes[k] === undefined ? k : axes[k]! | 0))
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
        if (given(index[k])) offset = Math.trunc(offset + this.stride[k]! * index[k]!)
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
  for (const [name, value] of Object.entries(methods))
    descriptors[name] = { value, writable: true, enumerable: true, configurable: true }
  return descriptors
}

/** Packages recognise arrays by the text of their constructors, which here cannot be source code. */
function named(constructor: object, name: string): void {
  Object.defineProperty(constructor, 'name', { value: name, configurable: true })
  Object.defineProperty(constructor, 'toString', {
    value: () => `function ${name}() { [large] }`,
    configurable: true,
    writable: true,
  })
}

export function largePlain(dtype: AnyDType, dimension: number, makers: readonly Make[], order: () => number[]): ViewClass {
  function View(this: Large, data: unknown, ...numbers: number[]): void {
    this.data = data
    this.shape = numbers.slice(0, dimension)
    this.stride = numbers.slice(dimension, 2 * dimension)
    this.offset = numbers[2 * dimension]! | 0
  }
  named(View, `View${dimension}d${dtype}`)
  // biome-ignore lint/suspicious/noExplicitAny: data of any kind
  type Any = any
  const kind: Kind = {
    memory: (view) => view.data,
    read: dtype === 'generic' ? (view, at) => (view.data as Any).get(at) : (view, at) => (view.data as Any)[at],
    write:
      dtype === 'generic'
        ? (view, at, value) => (view.data as Any).set(at, value)
        : dtype === 'bool'
          ? (view, at, value) => {
              // biome-ignore lint/suspicious/noDoubleEquals: 0n is false too
              ;(view.data as Any)[at] = value != 0 ? 1 : 0
              return value
            }
          : (view, at, value) => ((view.data as Any)[at] = value),
  }
  const proto = Object.defineProperties(View.prototype, {
    ...members(dimension, kind, makers),
    dtype: { value: dtype, writable: true, enumerable: true, configurable: true },
    dimension: { value: dimension, writable: true, enumerable: true, configurable: true },
    size: {
      get(this: Large) {
        return this.shape.reduce((n, length) => n * length, 1)
      },
    },
    order: { get: order },
  })
  const create = View as unknown as new (data: unknown, ...numbers: number[]) => unknown
  return {
    proto,
    make: (data, shape, stride, offset) =>
      new create(data, ...shape!.slice(0, dimension), ...stride!.slice(0, dimension), offset!),
  }
}

export function largeHeld(dimension: number, makers: readonly Make[], empty: unknown): ViewClass {
  const kind: Kind = {
    memory: (view) => Held.storage(view),
    read: (view, at) => Held.elements(view)[at],
    write: (view, at, value) => {
      // biome-ignore lint/suspicious/noDoubleEquals: 0n is false too
      Held.writable(view)[at] = (view as { dtype?: string }).dtype === 'bool' ? (value != 0 ? 1 : 0) : value
      return value
    },
  }
  const proto = Object.defineProperties({}, members(dimension, kind, makers))
  return {
    proto,
    make: (storage, shape, stride, offset) => {
      const view = Object.create(proto)
      Object.defineProperty(view, 'data', Held.data)
      view.shape = shape!.slice(0, dimension)
      view.stride = stride!.slice(0, dimension)
      view.offset = offset
      new Held(view, empty, storage)
      return view
    },
  }
}
