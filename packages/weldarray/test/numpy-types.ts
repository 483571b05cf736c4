// Compiled, never run: what the types of functions and methods tell about dtypes. `npm run typecheck` fails where they tell
// something else, and where a line marked as an error is none. `static-dtypes` compares types with values.
import * as np from 'weldarray'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>): void => {}
/** `is(x).a<'int64'>(true)`: the array's dtype is known to be this, and nothing else. */
const is = <D extends np.AnyDType>(_: np.NdArray<D>) => ({ a: <E>(_: Same<D, E>): void => {} })

// Creation.
is(np.zeros([2, 2])).a<'float64'>(true)
is(np.zeros(3, 'float32')).a<'float32'>(true)
is(np.zeros(3, { dtype: np.uint8 })).a<'uint8'>(true)
is(np.zeros(3, 'int')).a<'int64'>(true)
is(np.arange(10)).a<'float64'>(true)
is(np.arange(3n)).a<'bigint64'>(true)
is(np.arange(0, 10, 2, 'int32')).a<'int32'>(true)
is(np.linspace(0, 1, 5)).a<'float64'>(true)
is(np.array([1, 2])).a<'float64'>(true)
is(
  np.array(
    [
      [1, 2],
      [3, 4],
    ],
    'int16',
  ),
).a<'int16'>(true)
is(np.array([true, false])).a<'bool'>(true)
is(np.array([1n])).a<'bigint64'>(true)
is(np.asarray(new Float32Array(3))).a<'float32'>(true)
is(np.full(3, 2.5)).a<'float64'>(true)
is(np.full(3, true)).a<'bool'>(true)
is(np.ones_like(np.zeros(3, 'int8'))).a<'int8'>(true)
is(np.eye(3)).a<'float64'>(true)

// Promotion.
const int32 = np.array([1, 2], 'int32')
const uint8 = np.array([1, 2], 'uint8')
const float32 = np.array([1, 2], 'float32')
const int64 = np.array([1, 2], 'int64')
const bool = np.array([true, false])
const bigs = np.arange(3n)
is(np.add(int32, uint8)).a<'int32'>(true)
is(np.add(int32, float32)).a<'float64'>(true)
is(uint8.add(float32)).a<'float32'>(true)
is(int32.add(1)).a<'int32'>(true)
is(int32.add(1.5)).a<'float64'>(true)
is(int32.add(Number.parseFloat('1'))).a<'int32' | 'float64'>(true)
is(float32.mul(0.1)).a<'float32'>(true)
is(bool.add(1)).a<'int64'>(true)
is(int64.add(bigs)).a<'bigint64'>(true)
is(int32.div(int32)).a<'float64'>(true)
is(float32.div(2)).a<'float32'>(true)
is(bool.power(bool)).a<'int8'>(true)
is(uint8.sqrt()).a<'float32'>(true)
is(np.exp(int32)).a<'float64'>(true)
is(np.hypot(uint8, 2)).a<'float32'>(true)
is(np.where(bool, int32, 0.5)).a<'float64'>(true)
is(np.concatenate([int32, uint8, float32])).a<'float64'>(true)
is(np.concatenate([uint8, float32])).a<'float32'>(true)
is(int32.clip(0, 1.5)).a<'float64'>(true)
is(np.matmul(int32, uint8)).a<'int32'>(true)
is(np.add(int32, 1, { dtype: 'float32' })).a<'float32'>(true)
const out = np.add(int32, 1, { out: float32 })
is(out).a<'float32'>(true)

// Questions, indices, sums.
is(int32.lt(2)).a<'bool'>(true)
is(np.isnan(float32)).a<'bool'>(true)
is(np.logical_and(int32, bool)).a<'bool'>(true)
is(int32.argmax()).a<'int64'>(true)
is(np.argsort(float32)).a<'int64'>(true)
is(np.nonzero(int32)[0]!).a<'int64'>(true)
is(int32.sum()).a<'int64'>(true)
is(uint8.sum(0)).a<'uint64'>(true)
is(np.sum(float32)).a<'float32'>(true)
is(bigs.sum()).a<'bigint64'>(true)
is(int32.sum({ dtype: 'int32' })).a<'int32'>(true)
is(int32.mean()).a<'float64'>(true)
is(float32.std(0)).a<'float32'>(true)
is(np.max(uint8)).a<'uint8'>(true)
is(np.cumsum(bool)).a<'int64'>(true)
const anything: boolean = np.any(int32)

// Views, copies, other dtypes.
is(int32.reshape(2, 1).T.slice('0')).a<'int32'>(true)
is(int32.astype('bigint64')).a<'bigint64'>(true)
is(np.sort(uint8)).a<'uint8'>(true)
is(np.random.default_rng(1).random(3)).a<'float64'>(true)
is(np.random.default_rng(1).integers(0, 9, 3)).a<'int64'>(true)
is(np.linalg.inv(np.eye(3))).a<'float64'>(true)

// By position, as by name.
is(np.sum(int32, 0, 'int32', null, true)).a<'int32'>(true)
is(np.sum(int32, 0, null, float32)).a<'float32'>(true)
is(int32.sum(0, 'int32')).a<'int32'>(true)
is(np.max(int32, 0, float32, true, 0)).a<'float32'>(true)
is(np.cumsum(bool, 0, 'int8')).a<'int8'>(true)
is(np.round(float32, 1, float32)).a<'float32'>(true)
is(np.clip(int32, 0, 1, float32)).a<'float32'>(true)
is(np.take(int32, [0, 1], 0, uint8, 'clip')).a<'uint8'>(true)
is(np.take(int32, [0, 1], 0, null, 'clip')).a<'int32'>(true)
is(np.concatenate([int32, uint8], 0, float32)).a<'float32'>(true)
is(np.indices([2, 2], 'int32')[0]!).a<'int32'>(true)
is(np.histogram(float32, 10, [0, 1])[1]).a<'float64'>(true)
is(np.average(int32, 0, [1, 2], true)[1]).a<'float64'>(true)
is(np.random.default_rng(1).integers(0, 9, 3, 'int32', true)).a<'int32'>(true)
is(np.random.default_rng(1).random(3, 'float32')).a<'float32'>(true)
const position: boolean = np.any(int32, null, null, false)
is(np.any(int32, null, null, true)).a<'bool'>(true)
// Options that may be there.
const perhaps = (options?: { mode: 'clip' }) => np.take(int32, [0, 1], 0, options)
is(perhaps()).a<'int32'>(true)

// Elements.
bool.set(0, true)
const n: number = int64.argmax().item()
const b: bigint = bigs.get(0)
const t: boolean = bool.item()
const first: number = int64.get(0)
same<ReturnType<typeof int32.tolist>, np.Nested<number>>(true)
same<ReturnType<typeof bigs.tolist>, np.Nested<bigint>>(true)
// Lists of a depth that is asked for.
const flatList: number[] = int32.tolist()
const table: number[][] = int32.tolist()
same<typeof unasked, np.NestedList<number>>(true)
const unasked = int32.tolist()
const texts: string[] = int32.tolist().map((v) => String(v))
const doubled: number[] = int32.tolist<number[]>().map((v) => v * 2)
const only: number = int32.tolist()
// @ts-expect-error its elements are numbers
const strings: string[] = int32.tolist()
// @ts-expect-error its elements are bigints
const numbers: number[] = bigs.tolist()
// @ts-expect-error how deep it is was not asked for
unasked.map((v) => v * 2)

// Pairs of indices are pairs; where to cut may be an array.
const [up, right] = np.triu_indices(3, 1)
same<typeof up, np.NdArray<'int64'>>(true)
np.zeros([3, 3]).slice(up, right)
np.split(np.arange(9), np.flatnonzero([0, 1, 0]))

for (const x of bigs) same<typeof x, bigint | np.NdArray<'bigint64'>>(true)
for (const x of int32.flat) same<typeof x, number>(true)
// @ts-expect-error bigints are no numbers
const wrong: number = bigs.sum().item()
// @ts-expect-error comparisons are bool, their elements booleans
const wrongToo: number = int32.lt(1).item()
// @ts-expect-error there is no such dtype
np.zeros(3, 'float65')
// @ts-expect-error there is no such option
int32.sum({ axes: 0 })

// Arrays of numbers, whatever their dtype, are handed over; those of bigints are not.
const total = (x: np.NdArray): number => x.sum().item()
total(int64)
total(np.add(int32, float32))
// @ts-expect-error its elements are bigints
total(bigs)
const any = (x: np.NdArray<np.AnyDType>): number | bigint | boolean => x.sum().item()
any(bigs)
const some = (x: np.NdArray) => np.zeros(x.shape, x.dtype).add(x).mul(2)
total(some(uint8))

// Elements of arrays of any numbers are numbers, bools though there may be; those of bools are booleans.
const half = (x: np.NdArray): number => x.sum().item() / 2 + x.max().item() - x.item(0) * x.get(0)
half(float32)
const asked = (x: np.NdArray): boolean => x.item()
const sure: boolean = int32.gt(1).item()
// @ts-expect-error its elements are numbers
const never: boolean = int32.item()

// Chains, loops and callbacks of arrays of any numbers.
const powers = (x: np.NdArray, e: number, m: number) => {
  let r = x.mul(x).mod(m)
  for (let i = e; i > 0; i--) r = r.mul(r).mod(m)
  return r.add(x).div(m).floor().clip(0, m).pow(2)
}
total(powers(uint8, 3, 7))
let y = np.zeros(3).mul(2)
for (let i = 0; i < 3; i++) y = y.add(i).div(2).sqrt()
is([1, 2, 3].reduce((sum, k) => sum.add(k), np.zeros(3))).a<'float64'>(true)
is([np.zeros(3), np.ones(3)].reduce((p, q) => np.add(p, q))).a<'float64'>(true)

// In generic code what keeps the dtype has it, and so has what is made of an array's dtype.
const rolled = <D extends np.DType>(x: np.NdArray<D>): np.NdArray<D> => np.roll(np.zeros(x.shape, x.dtype).add(x), 1)
is(rolled(uint8)).a<'uint8'>(true)
const twice = <D extends np.DType>(x: np.NdArray<D>): np.NdArray<D> => x.add(x).mul(x.max()).slice('1:').copy()
is(twice(bigs)).a<'bigint64'>(true)
const both = <D extends np.DType>(p: np.NdArray<D>, q: np.NdArray<D>): np.NdArray<D> => np.where(p.gt(q), p, q)
is(both(float32, float32)).a<'float32'>(true)
const joined = <D extends np.DType>(x: np.NdArray<D>): np.NdArray<D> => np.concatenate([x, x])
is(joined(bool)).a<'bool'>(true)
const mirrored = <D extends np.AnyDType>(x: np.NdArray<D>) => np.maximum(np.flip(x), np.flip(np.sort(x)))
is(mirrored(int32)).a<'int32'>(true)
const filledIn = <D extends np.DType>(x: np.NdArray<D>): np.NdArray<D> =>
  np.full(x.shape, 1, x.dtype).add(np.ones(3).astype(x.dtype))
is(filledIn(float32)).a<'float32'>(true)
// A dtype that may be any tells nothing.
total(np.zeros(3, np.result_type(int32, float32)).add(uint8.astype(np.dtype('int8'))))
// @ts-expect-error of bools, integers come out
const grown = <D extends np.DType>(x: np.NdArray<D>): np.NdArray<D> => x.add(1)
// @ts-expect-error of integers, floats come out
const divided = <D extends np.DType>(x: np.NdArray<D>): np.NdArray<D> => x.div(x)
// Several dtypes may meet in another one.
const either = (x: np.NdArray<'int8' | 'uint8'>) => x.add(x)
is(either(uint8)).a<'int8' | 'uint8' | 'int16'>(true)

// Several arrays at once.
np.evaluate(int32, bool)
np.evaluate([int32, bool])
const together = async () => {
  const [p, q] = await np.evaluateAsync(int32, bool)
  is(p).a<'int32'>(true)
  is(q).a<'bool'>(true)
  const [r] = await np.evaluateAsync([int32], { timeLimit: 1000 })
  is(r).a<'int32'>(true)
  await np.evaluateAsync(int32, bool, { onProgress: () => {} })
}

// Arguments by name.
const rng = np.random.default_rng({ seed: 1 })
is(rng.normal(0, 1, { size: 3 })).a<'float64'>(true)
is(rng.uniform({ low: 0, size: [2, 2] })).a<'float64'>(true)
is(rng.random({ size: 3, dtype: 'float32' })).a<'float32'>(true)
const drawn: number = rng.normal({ loc: 1 })
is(np.arange(0, 10, { step: 2, dtype: 'int32' })).a<'int32'>(true)
is(np.pad(int32, { pad_width: 1, mode: 'edge' })).a<'int32'>(true)
is(np.roll(uint8, 1, { axis: 0 })).a<'uint8'>(true)

// Elements.
const farthest: number = float32.item(float32.argmax())
for (const [index, x] of np.ndenumerate(int32)) same<readonly [number[], number], readonly [typeof index, typeof x]>(true)
for (const [, x] of np.ndenumerate(bigs)) same<bigint, typeof x>(true)

export {
  anything,
  asked,
  b,
  divided,
  doubled,
  drawn,
  farthest,
  first,
  flatList,
  grown,
  n,
  never,
  numbers,
  only,
  position,
  strings,
  sure,
  t,
  table,
  texts,
  together,
  wrong,
  wrongToo,
}
