import { interpret, type TypedArray } from '@weldarray/ir'
import { configure, evaluate, forcePiece, forceTier } from '@weldarray/runtime'
import type { Program } from './programs.js'
import { elementsOf, record } from './record.js'

/** Every way in which a graph can be computed. All must give the interpreter's bits. */
export const TIERS = {
  /** Small operations at once in JavaScript, the rest by size: what users get. */
  auto: { tier: 'auto', threads: 2, piece: null, fused: true },
  js: { tier: 'js', threads: 1, piece: null, fused: true },
  'wasm, 1 thread': { tier: 'wasm', threads: 1, piece: null, fused: true },
  'wasm, 2 threads, small pieces': { tier: 'wasm', threads: 2, piece: 16, fused: true },
  'wasm, unfused': { tier: 'wasm', threads: 1, piece: null, fused: false },
} as const

export type TierName = keyof typeof TIERS

export const reference = ({ interner, roots, slots }: Program): TypedArray[] => interpret(interner, roots, slots)

/** Computes a program on a tier, and leaves the settings as they were; on another number of threads, if one is given. */
export function runOn(name: TierName, program: Program, onThreads?: number): TypedArray[] {
  const { tier, piece, fused } = TIERS[name]
  const threads = onThreads ?? TIERS[name].threads
  forceTier(tier)
  forcePiece(piece)
  configure({ threads })
  try {
    return elementsOf(record(program, fused ? undefined : (v) => evaluate([v])))
  } finally {
    forceTier('auto')
    forcePiece(null)
  }
}
