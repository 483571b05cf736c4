import { writeFileSync } from 'node:fs'
import { ArgumentError, DTypeError, dtypeInfo, isContiguous, ShapeError, showShape, toDType } from '@weldarray/ir'
import { declare } from '../numpy/arguments/declare.js'
import { describe } from '../numpy/arguments/kinds.js'
import { zeros_like } from '../numpy/creation/creation.js'
import { diagonal } from '../numpy/creation/matrices.js'
import { table } from '../numpy/elementwise/table/index.js'
import { call, type Row } from '../numpy/elementwise/ufunc.js'
import { At } from '../numpy/indexing/fancy/at.js'
import { slice } from '../numpy/indexing/fancy/index.js'
import type { IndexPart } from '../numpy/indexing/fancy/index-parts.js'
import * as indexing from '../numpy/indexing/indexing.js'
import { choose } from '../numpy/indexing/selecting.js'
import { bytesOf, swapped } from '../numpy/io/raw-bytes.js'
import { repeat } from '../numpy/joining/repeating.js'
import * as products from '../numpy/linalg/matmul.js'
import { toStore, write } from '../numpy/operands/destination.js'
import { operand } from '../numpy/operands/operands.js'
import { ptp } from '../numpy/reductions/reductions.js'
import { all, any } from '../numpy/reductions/truth.js'
import * as layout from '../numpy/shaping/layout.js'
import { argpartition, partition } from '../numpy/sorting/partition.js'
import * as sorting from '../numpy/sorting/sorting.js'
import type { ArrayInput, DTypeName, UfuncOptions } from '../numpy/types.js'
import { Flat } from './flat.js'
import type { NdArray } from './ndarray.js'
import { viewOf } from './ndarray.js'
import { dtypeOf, plainArray, storageOf, valueOf, viewAs } from './wrap.js'

/** NumPy's own names of the elementwise functions, as methods. */
const ufuncs = Object.fromEntries(
  Object.entries(table as Record<string, Row>).map(([name, row]) => [
    name,
    row.arity === 1
      ? function (this: NdArray, options?: UfuncOptions): NdArray {
          return call(name, row, [this], options)
        }
      : function (this: NdArray, other: ArrayInput, options?: UfuncOptions): NdArray {
          return call(name, row, [this, other], options)
        },
  ]),
)

/** A function whose first argument becomes `this`. */
const method = (f: (a: NdArray, ...args: never[]) => unknown) =>
  function (this: NdArray, ...args: unknown[]): unknown {
    return f(this, ...(args as never[]))
  }

/** Stores what a function makes of the array in the array. */
const replacing = (what: string, f: (a: NdArray, ...args: never[]) => NdArray) =>
  function (this: NdArray, ...args: unknown[]): NdArray {
    return write(what, this, valueOf(f(this, ...(args as never[]))), 'unsafe')
  }

/** The same bytes as another dtype: over the array's data, which is then an ordinary typed array. */
function reinterpret(a: NdArray, dtype: DTypeName): NdArray {
  const to = toDType(dtype)
  const from = dtypeInfo[dtypeOf(a)].bytes
  const { bytes } = dtypeInfo[to]
  const view = viewOf(a)
  if (!isContiguous({ ...view, offset: 0 }))
    throw new ShapeError(
      `view: the elements of shape ${showShape(view.shape)} do not lie one after the other; copy the array first`,
    )
  const shape = [...view.shape]
  if (from !== bytes) {
    const last = (shape.at(-1) ?? 1) * from
    if (shape.length === 0 || last % bytes !== 0)
      throw new DTypeError(`view: the last axis has ${last} bytes, which are no whole number of ${to} elements`)
    shape[shape.length - 1] = last / bytes
  }
  const data = a.data as unknown as Float64Array
  const start = data.byteOffset + view.offset * from
  if (start % bytes !== 0)
    throw new DTypeError(`view: the elements begin at byte ${start}, where no ${to} can stand; copy the array first`)
  return plainArray(
    new dtypeInfo[to].array(
      data.buffer,
      start,
      shape.reduce((n, d) => n * d, 1),
    ),
    to,
    shape,
  )
}

const only = (a: NdArray, what: string): number => {
  if (a.size !== 1) throw new ShapeError(`${what}: the array has shape ${showShape(a.shape)}, expected one element`)
  return Number(a.item())
}

export const numpyMethods: Record<string, (this: NdArray, ...args: never[]) => unknown> = {
  ...ufuncs,
  ptp: method(ptp),
  any: method(any as never),
  all: method(all as never),
  copy: method(layout.copy),
  view(dtype?: DTypeName) {
    return dtype === undefined ? viewAs(this, viewOf(this)) : reinterpret(this, dtype)
  },
  at(...index: IndexPart[]) {
    return new At(this, index)
  },
  slice(...spec: IndexPart[]) {
    return slice(this, ...spec)
  },
  dot: method(products.dot),
  matmul: method(products.matmul),
  repeat: method(repeat),
  take: method(indexing.take),
  sort: replacing('sort', (a, axis?: number | null) => layout.reshape(sorting.sort(a, axis), [...a.shape])),
  argsort: method(sorting.argsort),
  partition: replacing('partition', partition),
  argpartition: method(argpartition),
  searchsorted: method(sorting.searchsorted as never),
  nonzero: method(indexing.nonzero),
  fill(value: ArrayInput) {
    return write('fill', this, toStore(operand('fill', value), this), 'unsafe')
  },
  put(...args: [ArrayInput, ArrayInput]) {
    indexing.put(this, ...args)
    return this
  },
  choose: method(choose),
  compress(condition: ArrayInput, axis?: number | null) {
    return indexing.compress(condition, this, axis)
  },
  diagonal: method(diagonal),
  trace: method(products.trace),
  swapaxes: method(layout.swapaxes),
  conj: method((a) => a),
  conjugate: method((a) => a),
  tobytes: method(bytesOf),
  tofile: method(declare('tofile(a: ndarray, fid: path)', (a: NdArray, path: string): void => writeFileSync(path, bytesOf(a)))),
  byteswap: method(swapped),
  to_device(device: string) {
    if (device !== 'cpu') throw new ArgumentError(`to_device: got ${describe(device)}, expected 'cpu'`)
    return this
  },
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
  const item = this.item()
  return hint === 'string' ? String(item) : item
}
