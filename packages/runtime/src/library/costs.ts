/*
 * Every threshold by which the library decides how its work is done, as `schedule/costs` has them for loops. A row is a kernel's. Work is counted in
 * what its line says: elements, if nothing. `least`: from so much a kernel is worth its start, before it the same is done in JavaScript;
 * `piece`: so much is a piece of work; `short`: up to so much the calling thread does alone, as waking another takes a good part of that.
 */

/** `piece`: elements of the mask that one call looks at; `most`: in a call at most. */
export const selection = { least: 512, piece: 1 << 15, most: 1 << 19 } as const

/** Searches. */
export const searches = { least: 8, piece: 1 << 12 } as const

export const packing = { least: 64, piece: 1 << 17, short: 1 << 18 } as const

/**
 * Bytes, but for `least`. Of rows of fewer than `shortRow`, where each of many parts writes to the same lines, a piece is what the first cache holds:
 * `cached`. From `bulk` neighbours on the engine's own copying beats a loop.
 */
export const copies = { least: 256, piece: 1 << 18, cached: 1 << 14, shortRow: 512, bulk: 16 } as const

/** Multiplications. */
export const elimination = { least: 32, piece: 1 << 15, short: 1 << 16 } as const

/** Multiplications of parts of a matrix that is factored; `leastVector`: by a vector. */
export const factors = { least: 4096, leastVector: 512 } as const

/**
 * Multiplications from which a product is worth its kernels. A product with a vector: pieces that are read in some 20 µs, and up to 60 µs for the
 * calling thread. Where there are at most `fewRows` rows and columns, an inner index of `longBlocks` blocks is cut into them, `blocksAtOnce` at a time;
 * and at most `fewDots` elements of sums of neighbours are summed block by block, `dotBlocks` of a piece for each of them.
 */
export const contraction = {
  least: 512,
  piece: 1 << 16,
  short: 1 << 17,
  longBlocks: 8,
  fewRows: 32,
  blocksAtOnce: 64,
  fewDots: 16,
  dotBlocks: 256,
} as const

/**
 * A matrix times itself, turned: rows from which half of the multiplications are more than the strips of columns and the copy; strips, and columns of
 * one at least; rows and columns of a block that is copied, whose lines stay in the first cache.
 */
export const gram = { leastRows: 200, strips: 8, narrowest: 64, block: 32 } as const

/**
 * Multiplications. Panels of the right matrices are made for `panelBytes` at a time, which stay in the cache: of these, one block of the inner index
 * (`blockBytes`) in the second one. Up to `littleBytes` they lie where tables do, since asking the heap takes as long as making them. For `fewPanels` rows of
 * the left matrices are not put into another order first: that takes as long as two panels. Where the inner index has several blocks, a call goes through
 * `leastTiles` rows of tiles with one of them, if that leaves `fewestPieces`. A stretch of the rows has `leastRows`: panels are made for each.
 */
export const products = {
  piece: 1 << 20,
  panelBytes: 4 << 20,
  blockBytes: 1 << 20,
  littleBytes: 1 << 12,
  fewPanels: 4,
  leastTiles: 16,
  fewestPieces: 8,
  leastRows: 256,
} as const

/** Draws. Where the engine has not yet compiled a kernel well, it does so between calls: of `stretch` draws each. */
export const drawing = { least: 64, piece: 1 << 14, stretch: 1 << 15 } as const

/** A line of more elements than a piece has several parts. */
export const extremes = { least: 64, piece: 1 << 16 } as const

export const segments = { least: 64, piece: 1 << 15, short: 1 << 16 } as const

/** Multiplications; a piece takes some 20 µs. */
export const slides = { least: 64, piece: 1 << 16, short: 1 << 17 } as const

/** `bins`: those of a piece of work, when parts are added up. */
export const tallies = { least: 256, bins: 1 << 14 } as const

/** Positions and elements; `shared`: from so many elements on, several threads are worth it, each of which goes through all positions. */
export const updates = { least: 128, shared: 1 << 20 } as const

/** Elements of many short lines. Lines of more than `long` are worth several threads. */
export const sorts = { least: 8, piece: 1 << 14, long: 1 << 14 } as const

/**
 * Long lines by digits, in up to `digitParts` parts, or in buckets by value, in up to `bucketParts`, of at least `leastPart`. Buckets have `inBucket` elements
 * on average, which stay in the first cache with what sorting them takes, up to `mostBuckets`, as many places as are written to in turns; `finishes`:
 * pieces of the last phase; `crowd`: elements that one meets in its bucket, at most, for each that it would meet on average.
 */
export const longLines = {
  digitParts: 8,
  bucketParts: 4,
  leastPart: 1 << 12,
  inBucket: 1 << 10,
  mostBuckets: 1 << 13,
  finishes: 64,
  crowd: 32,
} as const

/** What is sorted in place of a line, where some ranks are asked for, is at most one of so many parts of it. */
export const ranking = { parts: 4 } as const
