import { type DType, type Node, type Scalar, sizeOf } from '@weldarray/ir'
import { type Drawn, drawFloats, leaf, type Memory, type PcgState, recordDraw, reshape } from '@weldarray/runtime'
import { shapeOf } from '../creation/creation.js'
import { type NdArray, type Untyped, wrap } from '../operands/arrays.js'
import type { Simpler } from './distributions/many.js'
import { filledBy, type Size } from './draws.js'
import { exponentials } from './exponential.js'
import { Pcg64 } from './pcg64.js'
import type { BitSource } from './source.js'
import { gammas, normals } from './ziggurat.js'

/*
 * Numbers that kernels draw, where there are kernels for them: of the streams of PCG64.
 */

/** What a kernel draws from where a stream is; it goes on from where that ends. */
function advancing(source: Pcg64, draw: (from: PcgState) => Drawn | null): Memory | null {
  const drawn = draw(source.position)
  if (drawn === null) return null
  source.position = drawn.after
  return drawn.memory
}

/** The same of any source: null of those that kernels do not know. */
export const byKernel = (source: BitSource, draw: (from: PcgState) => Drawn | null): Memory | null =>
  source instanceof Pcg64 ? advancing(source, draw) : null

function doubles(source: Pcg64, count: number): Memory | Node | null {
  // What would take much of all memory is drawn when it is looked at, by those who need no more than a piece of it at a time.
  const later = count > 0 ? recordDraw(source.position, count) : null
  if (later === null) return advancing(source, (from) => drawFloats('float64', count, from))
  source.position = later.after
  return later.node
}

type Kind = Parameters<Simpler>[0]

/** By kind. Only gammas have shapes. */
const KERNELS = new Map<Kind, (source: Pcg64, count: number, shapes?: Float64Array) => Memory | Node | null>([
  ['doubles', doubles],
  ['positive doubles', doubles],
  ['normals', normals],
  ['exponentials', exponentials],
  ['gammas', (source, count, shapes) => gammas(source, count, shapes!)],
])

/** What a kernel draws of a kind; null where there is none for so many. */
export const many = (source: Pcg64, kind: Kind, count: number, shapes?: Float64Array): Memory | Node | null =>
  KERNELS.get(kind)?.(source, count, shapes) ?? null

/** Numbers one after the other: by a kernel where there is one for them. */
export function drawnOf(
  source: BitSource,
  what: string,
  size: readonly number[] | number,
  dtype: DType,
  next: () => Scalar,
  drawn: (count: number) => Memory | Node | null,
): Untyped {
  const shape = shapeOf(what, size)
  const made = drawn(sizeOf(shape))
  if (made !== null) return wrap('kind' in made ? reshape(made, shape) : leaf(made, shape))
  return filledBy(source, shape, dtype, next)
}

/** Kinds of numbers that come one by one, too. */
export type Plain = 'doubles' | 'normals' | 'exponentials'

function one(source: BitSource, kind: Plain): number {
  switch (kind) {
    case 'doubles':
      return source.double()
    case 'normals':
      return source.normal()
    case 'exponentials':
      return source.exponential()
  }
}

/** Numbers of a kind; one without a size. */
export function floats(source: BitSource, what: string, kind: Plain, size: Size): number | NdArray<'float64'> {
  if (size === undefined || size === null) return one(source, kind)
  return drawnOf(
    source,
    what,
    size,
    'float64',
    () => one(source, kind),
    (count) => (source instanceof Pcg64 ? many(source, kind, count) : null),
  )
}
