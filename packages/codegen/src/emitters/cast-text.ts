import { type DType, dtypeInfo } from '@weldarray/ir'
import type { OpType } from './types.js'

/** A cast as a JavaScript expression, up to the rounding or wrapping to `to` that the caller adds to every result. */
export function castText({ from, to }: OpType, a: string): string {
  const source = dtypeInfo[from]
  const target = dtypeInfo[to]
  if (to === 'bool') return from === 'bool' ? a : `${a} !== ${source.big ? '0n' : '0'} ? 1 : 0`
  if (source.big) return target.big ? a : target.kind === 'float' ? `Number(${a})` : `Number(BigInt.asIntN(32, ${a}))`
  if (target.big) return source.kind === 'float' ? `bigOf(${a})` : `BigInt(${a})`
  return a
}

/** An expression rounded or wrapped to `dtype`, as a store into a typed array would. */
export function stored(dtype: DType, expression: string): string {
  const { kind, bytes, big } = dtypeInfo[dtype]
  if (kind === 'bool') return expression
  if (kind === 'float') return bytes === 4 ? `Math.fround(${expression})` : expression
  if (big) return `BigInt.as${kind === 'signed' ? 'Int' : 'Uint'}N(64, ${expression})`
  if (bytes === 4) return `(${expression}) ${kind === 'signed' ? '|' : '>>>'} 0`
  const unused = 32 - 8 * bytes
  return kind === 'signed' ? `(${expression}) << ${unused} >> ${unused}` : `(${expression}) & ${2 ** (8 * bytes) - 1}`
}
