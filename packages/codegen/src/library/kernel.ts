import type { DType } from '@weldarray/ir'

/** The kernels that are written by hand; `build.ts` has the emitter of each. */
const LIBRARY = [
  'copy',
  'count',
  'append',
  'bins',
  'bin sums',
  'panels',
  'contract',
  'apply',
  'dots',
  'slide',
  'eliminate',
  'pivot',
  'radix',
  'spread',
  'bisect',
  'peaks',
  'update',
  'segments',
  'pack',
  'unpack',
  'draw',
] as const
export type LibraryName = (typeof LIBRARY)[number]

/**
 * A kernel with a schedule of its own: what an iteration over elements does not express. As all kernels it names no memory
 * and no shape; `dtype` is what it is compiled for, `variant` which of its forms.
 */
export interface LibraryKernel {
  readonly kind: 'library'
  readonly name: LibraryName
  readonly dtype: DType
  readonly variant: string
}

/** The canonical text: what a compiled kernel is found by. */
export const libraryText = ({ name, dtype, variant }: LibraryKernel): string =>
  `library ${name}(${dtype})${variant === '' ? '' : ` ${variant}`}`

/** Bytes of an argument in the parameter block of such a kernel: wide enough for each kind of number. */
export const ARGUMENT_BYTES = 8
