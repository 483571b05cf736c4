import { settings } from '../config/config.js'
import type { Block } from './heap.js'
import { heap } from './heap.js'
import { MEASURES, type Measure } from './room.js'

/**
 * Blocks that arrays of some kilobytes are cut from. A block of the heap costs as much as a kernel over a thousand elements
 * (it is watched for its death), a piece of a slab a dozen instructions. A slab lives as long as any of its pieces.
 */
class Slab {
  used = 0
  pieces = 0
  constructor(readonly block: Block) {}
}

const ALIGN = 64
/** Pieces that were given back, of each class, that may wait for one of their size. */
const MOST_FREE = 32

interface Class {
  readonly largest: number
  readonly bytes: number
  slab: Slab | null
  /** Given back, the last one last: what it held is still in the caches. */
  readonly free: { slab: Slab; address: number; bytes: number }[]
}

/** From the smaller to the larger: pieces up to `largest` bytes come from slabs of `bytes`, so that none keeps much more than itself. */
const classes: readonly Class[] = [
  { largest: 4096, bytes: 65_536, slab: null, free: [] },
  { largest: 16_384, bytes: 262_144, slab: null, free: [] },
  { largest: 65_536, bytes: 1_048_576, slab: null, free: [] },
]

const classOf = (bytes: number): Class => classes[bytes <= 4096 ? 0 : bytes <= 16_384 ? 1 : 2]!
const padded = (bytes: number): number => (Math.max(bytes, 1) + ALIGN - 1) & -ALIGN

/** Pieces may be at most this large. */
export const LARGEST_PIECE = 65_536

export interface Piece {
  readonly block: Block
  readonly address: number
}

const NONE = null as unknown as Block
const taken = { block: NONE, address: 0 }

/** A piece of at most `LARGEST_PIECE` bytes; the answer is good until the next call. With checking on, a block of its own. */
export function cut(bytes: number): Piece {
  if (settings.check) {
    taken.block = heap.alloc(bytes)
    taken.address = taken.block.address
    return taken
  }
  const size = padded(bytes)
  const kind = classOf(bytes)
  const { free } = kind
  for (let i = free.length - 1; i >= 0; i--) {
    const piece = free[i]!
    if (piece.bytes !== size) continue
    free.splice(i, 1)
    return hand(piece.slab, piece.address)
  }
  let { slab } = kind
  if (slab === null || slab.used + size > kind.bytes) {
    slab = new Slab(heap.alloc(kind.bytes))
    slab.block.slab = slab
    kind.slab = slab
  }
  slab.used += size
  return hand(slab, slab.block.address + slab.used - size)
}

function hand(slab: Slab, address: number): Piece {
  slab.pieces++
  taken.block = slab.block
  taken.address = address
  return taken
}

/** Gives a piece back: the next of its size takes its place. */
export function giveBack(block: Block, address: number, bytes: number): void {
  const slab = block.slab as Slab | null
  if (slab === null) {
    heap.free(block)
    return
  }
  const kind = classOf(bytes)
  if (--slab.pieces > 0) {
    if (kind.free.length >= MOST_FREE) kind.free.shift()
    kind.free.push({ slab, address, bytes: padded(bytes) })
    return
  }
  for (let i = kind.free.length - 1; i >= 0; i--) if (kind.free[i]!.slab === slab) kind.free.splice(i, 1)
  slab.used = 0
  if (kind.slab !== slab) heap.free(block)
}

/** The operation that slabs were last forgotten for: it may cut from new ones, and would begin again without end. */
let forgottenFor = 0

/**
 * Pieces are cut from new slabs from now on, so that those of which no piece is left are given back: at once, or, where pieces were
 * dropped without a word, by the next collection.
 */
const forgetSlabs: Measure = (_, began) => {
  if (began === forgottenFor) return false
  forgottenFor = began
  taken.block = NONE
  let found = false
  for (const kind of classes) {
    found ||= kind.slab !== null || kind.free.length > 0
    if (kind.slab?.pieces === 0) heap.free(kind.slab.block)
    kind.slab = null
    kind.free.length = 0
  }
  return found
}

MEASURES.kept = forgetSlabs
