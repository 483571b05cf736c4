import { dtypeInfo } from '@weldarray/ir'
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
