import { WeldError } from '@weldarray/ir'

/** Bytes before and after each block that nobody may write, when checking is on. */
export const REDZONE = 64

const ZONE = 0xfd
const FREED = 0xfe
/** NaN in both float types, so that a read of what was never written shows. */
const FRESH = 0xff

/** A write outside a block, or into a freed one: always a bug in this library or in a hand-built kernel. */
export class HeapCheckError extends WeldError {
  override name = 'HeapCheckError'
}

function firstNot(bytes: Uint8Array, value: number): number {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== value) return i
  return -1
}

/** Marks a new block (`address`, `bytes`) and the zones around it; `end` is where its chunk ends. */
export function markFresh(buffer: SharedArrayBuffer, address: number, bytes: number, end: number): void {
  const all = new Uint8Array(buffer)
  all.fill(ZONE, address - REDZONE, address)
  all.fill(FRESH, address, address + bytes)
  all.fill(ZONE, address + bytes, end)
}

/** Verifies the zones of a block that is being freed and poisons it. */
export function markFreed(buffer: SharedArrayBuffer, address: number, bytes: number, end: number): void {
  const before = firstNot(new Uint8Array(buffer, address - REDZONE, REDZONE), ZONE)
  const after = firstNot(new Uint8Array(buffer, address + bytes, end - address - bytes), ZONE)
  new Uint8Array(buffer).fill(FREED, address - REDZONE, end)
  const where = before >= 0 ? `${REDZONE - before} bytes before its start` : `${after} bytes past its end`
  if (before >= 0 || after >= 0) throw new HeapCheckError(`block of ${bytes} bytes at ${address}: memory was written ${where}`)
}

/** Marks fresh memory as if it had been freed: it is handed out in parts. */
export function markEmpty(buffer: SharedArrayBuffer, address: number, end: number): void {
  new Uint8Array(buffer).fill(FREED, address, end)
}

/** Verifies that memory about to be reused was not written since it was freed. */
export function checkUntouched(buffer: SharedArrayBuffer, address: number, end: number): void {
  const at = firstNot(new Uint8Array(buffer, address, end - address), FREED)
  if (at >= 0) throw new HeapCheckError(`memory at ${address + at} was written after it was freed`)
}
