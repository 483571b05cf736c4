import type { MessagePort } from 'node:worker_threads'
import type { Kernel } from '@weldarray/optimizer'

/** Words of the memory shared with the compiler thread. */
export const ANSWERS = 0
export const STAGE = 1
export const THREAD = 2
export const WORDS = 3

/** How far the thread has come; where it was is what an error message should say. */
export const STAGES = ['starting', 'loading Binaryen', 'ready'] as const

export interface Setup {
  readonly port: MessagePort
  readonly control: Int32Array
}

export interface Request {
  readonly id: number
  readonly kernel: Kernel
}

export type Answer = { readonly id: number; readonly code: Uint8Array } | { readonly id: number; readonly error: string }
