import type { DType } from '@weldarray/ir'
import type { Elements } from '@weldarray/runtime'

/** Every element type an array may have: those the compiler knows, and those only a caller's own data has. */
export type AnyDType = DType | 'uint8_clamped' | 'float16' | 'array' | 'buffer' | 'generic'

/** The element types whose elements are `number`s: all but those of bigints. */
export type NumberDType = Exclude<AnyDType, 'bigint64' | 'biguint64'>

/** Data with accessors instead of indices (dtype `generic`). */
export interface GenericArray<T = number> {
  get(index: number): T
  set(index: number, value: T): void
  length: number
}

type Float16Data = InstanceType<typeof globalThis extends { Float16Array: infer T extends new () => object } ? T : never>

interface DataTypes {
  bool: Uint8Array
  int8: Int8Array
  uint8: Uint8Array
  int16: Int16Array
  uint16: Uint16Array
  int32: Int32Array
  uint32: Uint32Array
  /** Of these, JavaScript gets and gives numbers. */
  int64: BigInt64Array
  uint64: BigUint64Array
  bigint64: BigInt64Array
  biguint64: BigUint64Array
  float32: Float32Array
  float64: Float64Array
  uint8_clamped: Uint8ClampedArray
  float16: Float16Data
  array: number[]
  buffer: Uint8Array
  generic: GenericArray
}

/** What `data` of an array is. */
export type DataOf<D extends AnyDType> = DataTypes[D]

interface ElementTypes extends Record<NumberDType, number> {
  bigint64: bigint
  biguint64: bigint
}

/** What `get` returns and `set` takes. */
export type ElementOf<D extends AnyDType> = ElementTypes[D]

/** What `ndarray(data)` accepts. */
export type Data = DataOf<Exclude<AnyDType, 'array' | 'generic'>> | readonly unknown[] | GenericArray<unknown>

/** The dtype of an array over data of type `T`. */
export type DTypeOf<T> = T extends AnyDType
  ? T
  : T extends Int8Array
    ? 'int8'
    : T extends Int16Array
      ? 'int16'
      : T extends Int32Array
        ? 'int32'
        : T extends Uint8Array
          ? 'uint8'
          : T extends Uint8ClampedArray
            ? 'uint8_clamped'
            : T extends Uint16Array
              ? 'uint16'
              : T extends Uint32Array
                ? 'uint32'
                : T extends Float32Array
                  ? 'float32'
                  : T extends Float64Array
                    ? 'float64'
                    : T extends BigInt64Array
                      ? 'bigint64'
                      : T extends BigUint64Array
                        ? 'biguint64'
                        : T extends readonly unknown[]
                          ? 'array'
                          : T extends GenericArray<unknown>
                            ? 'generic'
                            : NumberDType

/** An array as any library made it: what `ndarray`'s instances and ours have in common. */
export interface ArrayLikeNd {
  readonly data: Elements | GenericArray<unknown>
  readonly shape: readonly number[]
  readonly stride: readonly number[]
  readonly offset: number
  readonly dtype: string
  readonly order: readonly number[]
}
