import type { Storage } from '@weldarray/runtime'
import { FAMILY } from './held.js'
import { largeHeld, largePlain } from './large.js'
import { NdArray, type Untyped } from './ndarray.js'
import type { AnyDType } from './types.js'
import { viewsOf } from './view-files.js'

/** Makes an array of one class; arguments as `ndarray`'s own constructors take them. Data, or a storage for library memory. */
// biome-ignore lint/suspicious/noExplicitAny: one type for the makers of all dtypes
export type Make = (memory: any, shape?: readonly number[], stride?: readonly number[], offset?: number) => any

export interface ViewClass {
  readonly proto: object
  readonly make: Make
}

/** The axes from the smallest stride to the largest, as `ndarray` finds them above three dimensions, whatever `stride` is by now. */
function order(this: NdArray): number[] {
  const terms = Array.from({ length: this.stride.length }, (_, axis) => [Math.abs(this.stride[axis]!), axis] as const)
  return terms.sort((a, b) => a[0] - b[0]).map(([, axis]) => axis)
}

interface Family {
  readonly classes: ViewClass[]
  /** `makers[d + 1]` makes arrays of dimension d; `pick` looks its result's class up here. */
  readonly makers: Make[]
}

const newFamily = (): Family => ({ classes: [], makers: [] })
const plain: Record<string, Family> = {}
const held: Record<string, Family> = {}

/** Classes are made at first use, those of lower dimensions with them (`pick` needs them). */
function plainFamily(dtype: AnyDType, dimension: number): Family {
  const family = (plain[dtype] ??= newFamily())
  for (let d = family.classes.length - 1; d <= dimension; d++) {
    const literal = viewsOf(dtype).plain[d + 1]
    const made: ViewClass = literal === undefined ? largePlain(dtype, d, family.makers, order) : literal(family.makers, order)
    Object.setPrototypeOf(made.proto, NdArray.prototype)
    family.classes.push(made)
    family.makers.push(made.make)
  }
  return family
}

/** Held classes stand on the plain ones, constructor included: `new x.constructor(data, …)` takes a caller's data, as `ndarray`'s do. */
function heldFamily(dtype: AnyDType, dimension: number): Family {
  const family = (held[dtype] ??= newFamily())
  const base = plainFamily(dtype, dimension)
  for (let d = family.classes.length - 1; d <= dimension; d++) {
    const views = viewsOf(dtype).family!
    const literal = views.classes[d + 1]
    const made: ViewClass = literal === undefined ? largeHeld(dtype, d, family.makers, views) : literal(family.makers)
    Object.setPrototypeOf(made.proto, base.classes[d + 1]!.proto)
    Object.defineProperty(made.proto, FAMILY, { value: views })
    delete (made.proto as { constructor?: unknown }).constructor
    family.classes.push(made)
    family.makers.push(made.make)
  }
  return family
}

/** The maker of arrays over a caller's data, for a dimension from -1 on. */
export const plainMaker = (dtype: AnyDType, dimension: number): Make =>
  plain[dtype]?.makers[dimension + 1] ?? plainFamily(dtype, dimension).makers[dimension + 1]!

const heldMaker = (dtype: AnyDType, dimension: number): Make =>
  held[dtype]?.makers[dimension + 1] ?? heldFamily(dtype, dimension).makers[dimension + 1]!

/** An array over a storage of this library. */
export const heldArray = (storage: Storage, shape: readonly number[], stride: readonly number[], offset: number): Untyped =>
  heldMaker(storage.dtype, shape.length)(storage, shape, stride, offset)
