import { writeFileSync } from 'node:fs'
import { dtypeInfo, isContiguous, type Node, ShapeError, showShape, toDType } from '@weldarray/ir'
import { declare } from '../numpy/arguments/declare.js'
import { ufuncDeclaration } from '../numpy/arguments/ufunc-options.js'
import { zeros_like } from '../numpy/creation/creation.js'
import { diagonal } from '../numpy/creation/matrices.js'
import { type Casting, checkCast } from '../numpy/dtypes/casting.js'
import { table } from '../numpy/elementwise/table/index.js'
import { call, type Row } from '../numpy/elementwise/ufunc.js'
import { At } from '../numpy/indexing/fancy/at.js'
import { slice } from '../numpy/indexing/fancy/index.js'
import type { IndexPart } from '../numpy/indexing/fancy/index-parts.js'
import type { CompressOptions } from '../numpy/indexing/indexing.js'
import * as indexing from '../numpy/indexing/indexing.js'
import { choose } from '../numpy/indexing/selecting.js'
import { bytesOf, swapped, tobytes } from '../numpy/io/raw-bytes.js'
import { reinterpreted } from '../numpy/io/reinterpreting.js'
import { repeat } from '../numpy/joining/repeating.js'
import * as products from '../numpy/linalg/matmul.js'
import { toWrite, write } from '../numpy/operands/destination.js'
import { ptp } from '../numpy/reductions/reductions.js'
import { all, any } from '../numpy/reductions/truth.js'
import * as layout from '../numpy/shaping/layout.js'
import { argpartition, partition } from '../numpy/sorting/partition.js'
import * as sorting from '../numpy/sorting/sorting.js'
import type { ArrayInput, DTypeName, UfuncOptions } from '../numpy/types.js'
import { asMethod, declaredAs } from './as-method.js'
import { Flat } from './flat.js'
import type { NdArray } from './ndarray.js'
import { viewOf } from './ndarray.js'
import { dtypeOf, storageOf, valueOf, viewAs } from './wrap.js'

/** An elementwise function as a method. */
export function elementwiseMethod(name: string, row: Row): (this: NdArray, ...args: never[]) => NdArray {
  const method =
    row.arity === 1
      ? function (this: NdArray, options?: UfuncOptions | NdArray, ...more: unknown[]): NdArray {
          return call(name, row, [this], options, more)
        }
      : function (this: NdArray, other: ArrayInput, options?: UfuncOptions | NdArray, ...more: unknown[]): NdArray {
          return call(name, row, [this, other], options, more)
        }
  return declaredAs(method, () => ufuncDeclaration(name, row.arity))
}

/** NumPy's own names of the elementwise functions, as methods. */
const ufuncs = Object.fromEntries(
  Object.entries(table as Record<string, Row>).map(([name, row]) => [name, elementwiseMethod(name, row)]),
)

/** Stores what a function makes of the array in the array. */
const replacing = (what: string, f: (...args: never) => NdArray) =>
  asMethod(f, (self, made: NdArray) => write(what, self, reshaped(made, self), 'unsafe'))

/** All elements in one line, where they were sorted so, as they lie in the array. */
const reshaped = (made: NdArray, to: NdArray): Node =>
  valueOf(made.shape.length === to.shape.length ? made : layout.reshape(made, [...to.shape]))

/** NumPy's method, whose function is the array API's: casts are told by a rule here. */
const astype = declare(
  'astype(a: ndarray, dtype: dtype, {*, casting?: casting, copy?: flag, device?: "cpu"|null})',
  (a: NdArray, dtype: DTypeName, options?: { casting?: Casting; copy?: boolean }): NdArray => {
    if (options?.casting !== undefined) checkCast('astype', dtypeOf(a), toDType(dtype), options.casting)
    return layout.astype(a, dtype, options?.copy === undefined ? {} : { copy: options.copy })
  },
)

const only = (a: NdArray, what: string): number => {
  if (a.size !== 1) throw new ShapeError(`${what}: the array has shape ${showShape(a.shape)}, expected one element`)
  return Number(a.item())
}

export const numpyMethods: Record<string, (this: NdArray, ...args: never[]) => unknown> = {
  ...ufuncs,
  ptp: asMethod(ptp),
  any: asMethod(any),
  all: asMethod(all),
  copy: asMethod(layout.copy),
  view: asMethod(
    declare(
      'view(a: ndarray, dtype?: dtype)',
      (a: NdArray, dtype?: DTypeName): NdArray => (dtype === undefined ? viewAs(a, viewOf(a)) : reinterpreted(a, dtype)),
    ),
  ),
  at(...index: IndexPart[]) {
    return new At(this, index)
  },
  slice(...spec: IndexPart[]) {
    return slice(this, ...spec)
  },
  dot: asMethod(products.dot),
  matmul: asMethod(products.matmul),
  repeat: asMethod(repeat),
  take: asMethod(indexing.take),
  sort: replacing('sort', sorting.sort),
  argsort: asMethod(sorting.argsort),
  partition: replacing('partition', partition),
  argpartition: asMethod(argpartition),
  searchsorted: asMethod(sorting.searchsorted),
  nonzero: asMethod(indexing.nonzero),
  fill: asMethod(
    declare(
      'fill(a: ndarray, value: array)',
      (a: NdArray, value: ArrayInput): NdArray => write('fill', a, toWrite('fill', value, a)),
    ),
  ),
  put: asMethod(indexing.put, (self) => self),
  choose: asMethod(choose),
  compress: asMethod(
    declare(
      'compress(a: ndarray, condition: array, axis?: integer|null, {out?: ndarray})',
      (a: NdArray, condition: ArrayInput, axis?: number | null, options?: CompressOptions): NdArray =>
        indexing.compress(condition, a, axis, options) as NdArray,
    ),
  ),
  diagonal: asMethod(diagonal),
  trace: asMethod(products.trace),
  swapaxes: asMethod(layout.swapaxes),
  conj: asMethod(declare('conj(a: ndarray)', (a: NdArray): NdArray => a)),
  conjugate: asMethod(declare('conjugate(a: ndarray)', (a: NdArray): NdArray => a)),
  astype: asMethod(astype),
  tobytes: asMethod(tobytes),
  tofile: asMethod(declare('tofile(a: ndarray, fid: path)', (a: NdArray, path: string): void => writeFileSync(path, bytesOf(a)))),
  byteswap: asMethod(
    declare('byteswap(a: ndarray, {inplace?: flag})', (a: NdArray, options?: { inplace?: boolean }): NdArray => {
      const turned = swapped(a)
      return options?.inplace === true ? write('byteswap', a, valueOf(turned)) : turned
    }),
  ),
  to_device: asMethod(declare('to_device(a: ndarray, device: "cpu")', (a: NdArray): NdArray => a)),
  toFixed(digits?: number) {
    return only(this, 'toFixed').toFixed(digits)
  },
  toPrecision(digits?: number) {
    return only(this, 'toPrecision').toPrecision(digits)
  },
  toExponential(digits?: number) {
    return only(this, 'toExponential').toExponential(digits)
  },
  toLocaleString(this: NdArray, ...args: never[]) {
    return this.shape.length === 0 ? (this.item() as number).toLocaleString(...args) : this.toString()
  },
}

/** Properties that are computed when they are looked at. */
export const numpyGetters: Record<string, (this: NdArray) => unknown> = {
  flat() {
    return new Flat(this)
  },
  itemsize() {
    return dtypeInfo[dtypeOf(this)].bytes
  },
  nbytes() {
    return this.size * dtypeInfo[dtypeOf(this)].bytes
  },
  strides() {
    const { bytes } = dtypeInfo[dtypeOf(this)]
    return Array.from(this.stride, (s) => s * bytes)
  },
  device() {
    return 'cpu'
  },
  flags() {
    const { shape, strides } = viewOf(this)
    const turned = { shape: [...shape].reverse(), strides: [...strides].reverse(), offset: 0 }
    const [c_contiguous, f_contiguous] = [isContiguous({ shape, strides, offset: 0 }), isContiguous(turned)]
    return {
      c_contiguous,
      f_contiguous,
      contiguous: c_contiguous,
      owndata: !(storageOf(this)?.isExternal ?? true),
      writeable: true,
      aligned: true,
    }
  },
  mT() {
    if (this.shape.length < 2) throw new ShapeError(`mT: got shape ${showShape(this.shape)}, expected at least two axes`)
    return layout.swapaxes(this, -1, -2)
  },
  real() {
    return this
  },
  imag() {
    return zeros_like(this)
  },
}

/**
 * An array without axes stands for its number wherever JavaScript asks for one: `x + 1`, `x < 2`, `${x}`. Others are text,
 * as ndarray's are, and no number.
 */
export function toPrimitive(this: NdArray, hint: 'default' | 'number' | 'string'): string | number | bigint | boolean {
  if (this.shape.length !== 0) return hint === 'number' ? NaN : this.toString()
  // Whole numbers are text without being numbers first, which may not be exact.
  if (hint === 'string') return dtypeInfo[dtypeOf(this)].big ? this.toString() : String(this.item())
  return this.item()
}
