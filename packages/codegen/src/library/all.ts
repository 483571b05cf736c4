import { DTYPES, type DType, dtypeInfo, isFloat } from '@weldarray/ir'
import type { LibraryKernel, LibraryName } from './kernel.js'

const MOVERS: readonly DType[] = ['uint8', 'uint16', 'int32', 'bigint64']
const PRODUCTS: readonly DType[] = ['float64', 'float32', 'int32', 'bigint64']

const each = (name: LibraryName, dtypes: readonly DType[], variants: readonly string[] = ['']): LibraryKernel[] =>
  dtypes.flatMap((dtype) => variants.map((variant) => ({ kind: 'library' as const, name, dtype, variant })))

/** Every kernel of the library: they are compiled when the package is built. */
export const allLibraryKernels = (): LibraryKernel[] => [
  ...each('copy', MOVERS),
  ...each('count', ['bool']),
  ...each('append', MOVERS, ['values']),
  ...each('append', ['int32', 'bigint64'], ['positions']),
  ...each('bins', ['float64'], ['', 'weights']),
  ...each('bin sums', ['float64'], ['', 'weights']),
  ...each('panels', PRODUCTS),
  ...each('contract', PRODUCTS, ['', 'direct']),
  ...each('contract', ['float64'], ['minus']),
  ...each('apply', PRODUCTS, ['rows', 'columns']),
  ...each('dots', PRODUCTS),
  ...each('slide', PRODUCTS),
  ...each('eliminate', ['float64'], ['', 'pivots']),
  ...each('pivot', ['float64']),
  ...each('radix', DTYPES, ['lines keys', 'lines pairs', 'parts keys', 'parts pairs']),
  ...each('spread', DTYPES, ['keys', 'pairs']),
  ...each('bisect', DTYPES, ['left', 'right']),
  ...each('peaks', DTYPES, ['max', 'min']),
  ...each('update', MOVERS, ['set', 'add', 'mul']),
  ...each('update', ['float64', 'float32'], ['add', 'mul', 'div']),
  ...each('update', DTYPES, ['min', 'max']),
  ...each('segments', MOVERS, ['add', 'sub', 'mul', 'and', 'or', 'xor']),
  ...each('segments', ['float64', 'float32'], ['add', 'sub', 'mul', 'div']),
  ...each(
    'segments',
    DTYPES.filter((d) => d !== 'bool'),
    ['minimum', 'maximum'],
  ),
  ...each('pack', ['uint8'], ['big', 'little']),
  ...each('unpack', ['uint8'], ['big', 'little']),
  ...each('draw', ['float64', 'float32', 'biguint64']),
  ...each('draw', ['float64'], ['normals', 'exponentials', 'gammas']),
  ...each('draw', MOVERS, ['shuffles']),
  ...each(
    'draw',
    DTYPES.filter((d) => !isFloat(d) && (dtypeInfo[d].bytes >= 4 || MOVERS.includes(d))),
    ['integers'],
  ),
]
