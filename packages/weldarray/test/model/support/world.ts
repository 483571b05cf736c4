import real from 'ndarray'
import type { NdArray } from 'weldarray'
import * as np from 'weldarray'
import type { Random } from '../../support/random.js'
import type { AnyArray } from '../../support/views.js'
import { type Dtype, type Elements, givenElements, isNumeric, type Result, type Scalar, type Strided, sizeOf } from './values.js'

/** Memory of the model: a typed array that several views may share. */
export interface Store {
  readonly data: Elements
  /** What the library gave as `data` of this memory, or the caller gave to it; null as long as nobody has seen any. */
  held: Elements | null
}

/** An array of the model: a view by the real `ndarray`, so that views are what that package says they are. */
export interface ModelArray extends Strided {
  readonly view: AnyArray
  readonly store: Store
  /** Several of its elements share their memory, so that writing to it has no one meaning. */
  readonly repeats: boolean
}

export interface Pair {
  readonly name: string
  readonly model: ModelArray
  readonly weld: NdArray
}

/** The same array over `store`, as `ndarray` makes it. */
export function modelOf(dtype: Dtype, store: Store, view: AnyArray, repeats = false): ModelArray {
  return { dtype, store, view, repeats, data: store.data, shape: view.shape, stride: view.stride, offset: view.offset }
}

export const strided = (data: Elements, shape: readonly number[], stride?: readonly number[], offset?: number): AnyArray =>
  (real as unknown as (...args: unknown[]) => AnyArray)(data, [...shape], stride && [...stride], offset)

/** More arrays than this, and the one not used for longest is dropped without a word. */
const MOST = 8

/**
 * No array of a program has more elements: repeats of repeats, and columns against rows, would grow to millions within 60
 * steps, of which the model makes lists, again and again, until the time is up.
 */
export const MOST_ELEMENTS = 10_000

/** The arrays of a program, the model's beside the library's, and what a caller has got hold of. */
export class World {
  readonly pairs: Pair[] = []
  readonly stores = new Set<Store>()
  readonly promises: Promise<unknown>[] = []
  /** A stream of random numbers, and the same once more. */
  readonly rng = np.random.default_rng(7)
  readonly second = np.random.default_rng(7)
  /** The step under way, as a line of a program. */
  said = ''
  /** What there is before the first step. */
  readonly started: string[] = []
  /** What new arrays are made of. */
  shapes: readonly number[][] = []
  private names = 0
  private focus: Store | null = null
  private steps = 0

  /** Remembers a new array; both sides must agree on what it is. */
  add(weld: NdArray, model: ModelArray): Pair {
    const pair = { name: `a${this.names++}`, weld, model }
    this.said = `const ${pair.name} = ${this.said}`
    sameForm(weld, model)
    if (sizeOf(model.shape) > MOST_ELEMENTS) throw new Error(`${this.said} has ${sizeOf(model.shape)} elements`)
    this.pairs.push(pair)
    this.stores.add(model.store)
    if (this.pairs.length > MOST) this.pairs.shift()
    return pair
  }

  addResult(weld: NdArray, result: Result): Pair {
    const store = { data: result.data, held: null }
    return this.add(weld, modelOf(result.dtype, store, strided(result.data, result.shape)))
  }

  /** One of the arrays: of the focus if there is one, and those used last before others. */
  some(random: Random, suits: (pair: Pair) => boolean = () => true): Pair | undefined {
    const list = this.pairs.filter(suits)
    const near = this.steps-- > 0 && random.next() < 0.8 ? list.filter((p) => p.model.store === this.focus) : []
    const from = near.length > 0 ? near : list
    const pair = from[from.length - 1 - Math.floor(random.next() ** 2 * from.length)]
    if (pair !== undefined) this.pairs.push(...this.pairs.splice(this.pairs.indexOf(pair), 1))
    return pair
  }

  /** What goes wrong takes several steps on the same memory: some steps in a row choose from what shares it. */
  focusOn(store: Store): void {
    this.focus = store
    this.steps = 12
  }

  numeric(random: Random, suits: (pair: Pair) => boolean = () => true): Pair | undefined {
    return this.some(random, (p) => isNumeric(p.model.dtype) && suits(p))
  }

  /** An array that can be written to. */
  target(random: Random, suits: (pair: Pair) => boolean = () => true): Pair | undefined {
    return this.numeric(random, (p) => !p.model.repeats && suits(p))
  }

  /** What a caller holds shows what the model's memory has, whatever has happened since. */
  checkHeld(): void {
    for (const { data, held } of this.stores) {
      if (held === null) continue
      if (held.length !== data.length) throw new Error(`data has ${held.length} elements instead of ${data.length}`)
      for (let i = 0; i < data.length; i++)
        if (!Object.is(held[i], data[i])) throw new Error(`data[${i}] is ${held[i]} instead of ${data[i]}`)
    }
  }
}

const list = (x: readonly number[]): string => `[${x.join(', ')}]`

/** Shape, dtype and the like, none of which looks at an element. */
export function sameForm(weld: NdArray, model: ModelArray): void {
  if (list(weld.shape) !== list(model.shape)) throw new Error(`shape ${list(weld.shape)} instead of ${list(model.shape)}`)
  if (weld.dtype !== model.dtype) throw new Error(`dtype ${weld.dtype} instead of ${model.dtype}`)
  const size = sizeOf(model.shape)
  if (weld.size !== size) throw new Error(`size ${weld.size} instead of ${size}`)
}

/** The elements as a caller sees them, with those of `bool` as numbers. */
export const shown = (weld: NdArray): Scalar[] =>
  [weld.tolist()].flat(Number.POSITIVE_INFINITY as 20).map((x) => (typeof x === 'boolean' ? Number(x) : (x as Scalar)))

export function sameElements(weld: NdArray, model: ModelArray): void {
  const got = shown(weld)
  const wanted = givenElements(model)
  if (got.length !== wanted.length) throw new Error(`${got.length} elements instead of ${wanted.length}`)
  for (let i = 0; i < wanted.length; i++) same(got[i], wanted[i], `element ${i}`)
}

export function same(got: unknown, wanted: unknown, what: string): void {
  if (!Object.is(got, wanted)) throw new Error(`${what} is ${String(got)} instead of ${String(wanted)}`)
}
