import type { Elements, Storage } from '@weldarray/runtime'

/** `x|0`, whatever is given, which `ndarray` makes of offsets, but of whole numbers beyond 32 bits themselves: library memory may be larger. */
export const position = (x: number): number => (Number.isFinite(Number(x)) ? Math.trunc(x) + 0 : 0)

/**
 * What one dtype's views of library memory carry besides their public properties, in private fields: their storage, and its
 * elements as each view last saw them. Each dtype has a class of its own, so that V8 sees one kind of typed array in each.
 */
export interface Family {
  /** Whether an object is such a view. All others functions ask for one, and throw `TypeError`. */
  is(view: object): boolean
  storage(view: object): Storage
  /** The elements for reading, evaluated if need be. */
  elements(view: object): Elements
  /** The elements for writing, copied first if a pending result still reads them. */
  writable(view: object): Elements
  /** What was seen holds no more. */
  forget(view: object): void
  /** Makes an object such a view. */
  hold(view: object, storage: Storage): void
  /** The property `data`, which is the views' own, as that of all arrays. */
  readonly data: PropertyDescriptor
}

/** Where views, by their prototype, have their family. A symbol, since arrays show their members to callers. */
export const FAMILY: unique symbol = Symbol('family')

const familyOf = (view: object): Family => (view as { readonly [FAMILY]: Family })[FAMILY]

/** Views of library memory, of any dtype. */
export const Held = {
  is(view: object): boolean {
    const family: Family | undefined = familyOf(view)
    return family?.is(view) ?? false
  },
  storage: (view: object): Storage => familyOf(view).storage(view),
  elements: (view: object): Elements => familyOf(view).elements(view),
  writable: (view: object): Elements => familyOf(view).writable(view),
  forget: (view: object): void => familyOf(view).forget(view),
}
