import { createRequire } from 'node:module'
import { type DType, piRemainder } from '@weldarray/ir'

/**
 * A loop in JavaScript over one operation: `out[oo + i·os] = op(a[ao + i·as], b[bo + i·bs], c[co + i·cs])` for i below n.
 * Operands the operation does not have are ignored.
 */
export type Loop = (
  n: number,
  // biome-ignore lint/suspicious/noExplicitAny: typed arrays of any dtype
  ...outAndOperands: any[]
) => void

type Table = Readonly<Record<string, Loop>>

type LoopsFile = (given: { piRemainder: typeof piRemainder }) => Table

const require = createRequire(import.meta.url)

// By literal names, which bundlers see.
const files: Readonly<Record<string, () => LoopsFile>> = {
  bool: () => require('./loops/bool.cjs'),
  int8: () => require('./loops/int8.cjs'),
  uint8: () => require('./loops/uint8.cjs'),
  int16: () => require('./loops/int16.cjs'),
  uint16: () => require('./loops/uint16.cjs'),
  int32: () => require('./loops/int32.cjs'),
  uint32: () => require('./loops/uint32.cjs'),
  bigint64: () => require('./loops/bigint64.cjs'),
  biguint64: () => require('./loops/biguint64.cjs'),
  float32: () => require('./loops/float32.cjs'),
  float64: () => require('./loops/float64.cjs'),
}

const loops: Partial<Record<DType, Table>> = {}

/**
 * The loops for operands of one dtype by `loopKey`, read when the first is needed. Each dtype has loops of its own although many
 * have the same text, so that each sees one kind of typed array and stays fast.
 */
export const generatedLoops = (dtype: DType): Table => (loops[dtype] ??= files[dtype]()({ piRemainder }))
