import type { MessagePort } from 'node:worker_threads'
import type { Compilable } from '@weldarray/codegen/compile'

/** Words of the memory shared with the compiler thread. */
export const ANSWERS = 0
export const STAGE = 1
export const THREAD = 2
/** The number of the request being compiled, or 0: who is to blame if the thread dies. */
export const WORKING = 3
export const WORDS = 4

/** How far the thread has come; where it was is what an error message should say. */
export const STAGES = ['starting', 'loading Binaryen', 'ready'] as const
export const LOADING = 1
export const READY = 2

export interface Setup {
  readonly port: MessagePort
  readonly control: Int32Array
}

export interface Request {
  readonly id: number
  readonly kernel: Compilable
}

/** Code; or what the compiler has against this kernel; or why this thread can compile none. */
export type Answer = { readonly id: number } & (
  | { readonly code: Uint8Array }
  | { readonly error: string }
  | { readonly unable: string }
)
