import { IndexError } from '@weldarray/ir'
import type { Cells } from './eager.js'

/** Elements as whole numbers. Throws `IndexError` for others. */
export function whole(what: string, cells: Cells): number[] {
  return Array.from({ length: cells.length }, (_, i) => {
    const n = Number(cells[i])
    if (!Number.isSafeInteger(n)) throw new IndexError(`${what}: index ${String(cells[i])} is no integer`)
    return n
  })
}
