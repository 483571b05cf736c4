import { type DType, dtypeInfo, MAX_RANK } from '@weldarray/ir'
import { declare } from './arguments/declare.js'
import { isdtype, type StandardKind } from './dtypes/types.js'

/*
 * What programs written for the Python array API standard ask a namespace. There are no complex dtypes and no DLPack.
 */

/**
 * The edition of the array API standard whose names and arguments are here.
 * @example
 * np.__array_api_version__ // '2024.12'
 */
export const __array_api_version__ = '2024.12'

export interface Capabilities {
  readonly 'boolean indexing': boolean
  readonly 'data-dependent shapes': boolean
  readonly 'max dimensions': number
}

export interface DefaultDTypes {
  readonly 'real floating': DType
  readonly integral: DType
  readonly indexing: DType
}

interface DeviceOption {
  device?: 'cpu' | null
}

/** What the standard's inspection tells. */
export interface NamespaceInfo {
  /** What a program may rely on. */
  capabilities(): Capabilities
  /** Where arrays are made. */
  default_device(): 'cpu'
  /** The dtypes of numbers where none is given. */
  default_dtypes(options?: DeviceOption): DefaultDTypes
  /** Where arrays can be. */
  devices(): readonly 'cpu'[]
  /** The dtypes by name, of the kinds asked for. */
  dtypes(options?: DeviceOption & { kind?: StandardKind | readonly StandardKind[] | null }): Readonly<Record<string, DType>>
}

const DEVICE = 'device?: "cpu"|null'

/** Those the standard names. */
const NAMES = Object.keys(dtypeInfo).filter((name) => !name.startsWith('big')) as DType[]

const info: NamespaceInfo = {
  capabilities: declare('capabilities()', () => ({
    'boolean indexing': true,
    'data-dependent shapes': true,
    'max dimensions': MAX_RANK,
  })),
  default_device: declare('default_device()', () => 'cpu' as const),
  default_dtypes: declare(`default_dtypes({*, ${DEVICE}})`, () => ({
    'real floating': 'float64',
    integral: 'int64',
    indexing: 'int64',
  })),
  devices: declare('devices()', () => ['cpu'] as const),
  dtypes: declare(
    `dtypes({*, ${DEVICE}, kind?: string|strings|null})`,
    ({ kind = null }: { kind?: StandardKind | readonly StandardKind[] | null } = {}) =>
      Object.fromEntries(NAMES.filter((name) => kind === null || isdtype(name, kind)).map((name) => [name, name])),
  ),
}

/**
 * What programs for any array library ask for: capabilities, devices and dtypes, as the array API standard has them. NumPy's
 * `numpy.__array_namespace_info__`.
 * @example
 * np.__array_namespace_info__().default_dtypes().indexing // 'int64'
 */
export const __array_namespace_info__ = declare('__array_namespace_info__()', (): NamespaceInfo => info)
