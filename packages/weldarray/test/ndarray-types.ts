// Compiled, never run: what the types of arrays promise. `npm run typecheck` fails where a line marked as an error is none.
import type realNdarray from 'ndarray'
import ndarray, { type AnyDType, type DataType, type NdArray as Named, type NdArray, type TypedArray } from 'weldarray'
import ops from 'weldarray/ops'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>): void => {}

// Elements by dtype.
const doubles = ndarray(new Float64Array(6), [2, 3])
same<typeof doubles, NdArray<'float64'>>(true)
const double: number = doubles.get(1, 2)
doubles.set(1, 2, double)
const data: Float64Array = doubles.data
const bigs = ndarray(new BigInt64Array(3))
same<typeof bigs, NdArray<'bigint64'>>(true)
const big: bigint = bigs.get(0)
bigs.set(0, big)
// @ts-expect-error a bigint is no number
const wrong: number = bigs.get(0)
// @ts-expect-error the data are doubles
const narrow: Float32Array = doubles.data
// @ts-expect-error indices are numbers
doubles.get('1')
// @ts-expect-error read only
doubles.size = 3

// Views keep the dtype.
same<ReturnType<typeof doubles.lo>, NdArray<'float64'>>(true)
const part: NdArray<'float64'> = doubles.lo(1, 1).hi(1, 1).step(-1).transpose(1, 0).pick(0, null)

// Any array of numbers.
const total = (a: NdArray): number => a.get(0) + ops.sum(a)
total(doubles)
total(ndarray(new Uint8Array(3)))
total(ndarray([1, 2, 3]))
// @ts-expect-error its elements are bigints
total(bigs)

// Code written against @types/ndarray.
function scale(x: ndarray.NdArray<Float64Array>, by: number): ndarray.NdArray<Float64Array> {
  for (let i = 0; i < x.shape[0]!; i++) x.set(i, x.get(i) * by)
  return x
}
scale(ndarray(new Float64Array(3)), 2)
const generic: ndarray.NdArray = ndarray([1, 2, 3])
const first: number = generic.get(0)
const name: ndarray.DataType<Uint8ClampedArray> = 'uint8_clamped'
const typed: ndarray.TypedArray = new Float32Array(2)
const fromTyped = ndarray(typed, [2])
const mean = (x: ndarray.NdArray<ndarray.TypedArray>): number => x.get(0) / x.size
mean(ndarray(new Int16Array(4)))
// Without a type it is of any numbers, and types may be imported by their names.
const inner = <T extends ndarray.NdArray>(x: T): ndarray.NdArray => x.lo(1)
ops.addeq(inner(ndarray(new Float32Array(3))), ndarray(new Uint8Array(2)))
const named: Named<Float32Array> = ndarray(new Float32Array(3))
same<typeof named, NdArray<'float32'>>(true)
const ofData: DataType<Int8Array> = 'int8'
const view: TypedArray = new Int8Array(2)
const half = <D extends AnyDType>(x: Named<D>): Named<D> => x.step(2)
same<ReturnType<typeof half<'int8'>>, NdArray<'int8'>>(true)
same<typeof halved, NdArray<'uint8'>>(true)
const halved = half(ndarray(new Uint8Array(4)))
// biome-ignore lint/suspicious/noExplicitAny: as such code has it
const anything: Named<'float64'> = doubles as Named<any>
// @ts-expect-error of floats, not of bytes
const bytes: Named<Uint8Array> = named
// Where such code hands arrays on to packages typed for the real ndarray.
const handedOn: realNdarray.NdArray<Float64Array> = doubles

// ops
same<ReturnType<typeof ops.argmin>, number[]>(true)
const sum: NdArray<'float64'> = ops.add(doubles, doubles, bigs)
ops.adds(doubles, doubles, 3)
ops.mulseq(bigs, 3n)
// @ts-expect-error no such function
ops.plus(doubles, doubles)
// @ts-expect-error the third argument is an array
ops.add(doubles, doubles, 3)

export { anything, bytes, data, first, fromTyped, handedOn, name, narrow, ofData, part, sum, view, wrong }
