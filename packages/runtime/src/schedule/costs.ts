/*
 * Every threshold and estimate by which the runtime decides where and how work is done; those of kernels that are no loops stand in
 * `library/costs`. Nanoseconds are those of a 2.5 GHz core with SIMD of 16 bytes; only their ratios matter.
 */

/** Most elements of an operation that is computed at once, in JavaScript, when it is written, and most where elements are bigints. */
export const TINY = 128
export const TINY_BIG = 32
/** Most elements of pending work, and nodes of it, that is done at once when an operation on few elements reads a part of it. */
export const LITTLE = 1024
export const LITTLE_NODES = 32

/** Most elements that a call reads and writes, if it is computed at once where its operands are there. */
export const FEW_FOR_CALL = 4096

/** Kernels of loops over at most this many elements are not asked for at once: JavaScript does a few runs before one is compiled. */
export const FEWEST_FOR_KERNELS = 24
/** Runs without a kernel after which it is asked for once more. */
export const ASK_AGAIN = 1000

/** Nodes that are compiled together at most; planning is linear, but not cheap, and equal pieces share a plan. */
export const SEGMENT = 2048

/** So many plans are made for graphs that differ in the lengths of slices and joins alone; after that these are computed before, if they are no more. */
export const PLANS_FOR_CUTS = 4
export const MOST_BYTES_CUT = 8 << 20
/** And no more than this part of the memory that is left. */
export const MOST_PART_CUT = 1 / 4
/** Counted numbers are counted before if they are no more: 130 to 240 µs for a plan are as long as it takes to count 16,000. */
export const MOST_BYTES_COUNTED = 128 << 10
export const MOST_ROWS_JOINED = 4096
/** So many plans are made for graphs that differ in which of their constants are equal alone; after that, equal constants are parameters of their own. */
export const PLANS_FOR_CONSTANTS = 2

/** A loop's estimated time up to which the calling thread does it alone, in one call. */
export const SHORT_NS = 30_000

/** Elements that a call reads and writes up to which it is not looked at the clock for. */
export const SHORT_CALL = 1 << 14

/** Nanoseconds of work in a chunk: long against a dispatch, short against an evaluation. */
export const CHUNK_NS = 200_000

/** The same where there is less than a few such chunks for every thread: a dispatch to workers that are awake takes 3 to 5 µs. */
export const LEAST_CHUNK_NS = 8_000

/** Elements a chunk has at least. */
export const LEAST_CHUNK = 256

/** Columns in a chunk when an operand is walked against its memory: its cache lines are used by the next rows too. */
export const TRANSPOSED_TILE = 512
/** A stride, in elements, from which every element is on another cache line. */
export const LEAP = 64

/** An element of the iteration space: the loop's own part, a byte moved, an access that stays, an operation, a slow one. */
export const LOOP_NS = 0.02
export const BYTE_NS = 0.02
export const STILL_NS = 0.02
export const OPERATION_NS = 0.12
export const SLOW_OPERATION_NS = 0.8

/** A step of a scan, which waits for the one before it, in both phases. */
export const SCAN_NS = 0.8

/** Columns that are scanned side by side at least: some cache lines of each row. */
export const SCANNED_TILE = 256

/** Columns that are reduced side by side at least, and nanoseconds an element's operations take at most where memory takes longer. */
export const REDUCED_TILE = 512
export const READING_NS = 0.25

/** Rounds that a loop within an element is taken to have: how many it has is not known before. */
export const LOOP_ROUNDS = 32

/**
 * Bytes of calls' results that are held at a time for the loop that alone reads them: where there are more, it goes over them in pieces. Half of that is
 * still in a third-level cache when it is read, and each piece is long against the dispatches it takes.
 */
export const PIECE_FED = 2 ** 23
/** As many pieces at most where tests force them to be small: each is some dispatches. */
export const PIECES_FORCED = 32
/** Random numbers of so many bytes are drawn when somebody looks: perhaps in pieces, together with others. */
export const LEAST_DRAWN = 2 ** 21

/** Elements a loop in JavaScript takes at a time: all its operands in the first-level cache. */
export const JS_TILE = 1024
/** Elements a chunk in JavaScript has, between looks whether the kernel has come. */
export const JS_CHUNK = 32_768

/**
 * A pending node that keeps more bytes alive than this (or this part of all memory), and than so many times its result and so
 * many of its operands, is computed before it is looked at.
 */
export const HEAVY_BYTES = 2 ** 27
export const HEAVY_PART = 4
export const HEAVY_FACTOR = 16
export const HEAVY_OPERANDS = 8

/** A pending node that keeps at least this many bytes alive (or this part of all memory) is computed when there is no other memory. */
export const LEAST_WATCHED = 2 ** 20
export const WATCHED_PART = 256
/** No pending node is watched until this part of all memory is in use. */
export const WATCHED_FROM = 16

/** When memory is full, at least this part of it is moved to the file. */
export const SPILLED_PART = 4

/** What would take more than this part of all memory is not stored for its own sake. */
export const LARGE_PART = 4
/** Bytes of a piece of what is computed in pieces, or this part of all memory, whatever is less. */
export const PIECE_BYTES = 2 ** 26
export const PIECE_PART = 16

/** From this many elements on, what is assigned to a view is stored there by a kernel. */
export const LEAST_STORED = 2048

/** Parts of a pending array are computed by themselves as long as it is no more operations deep than this. */
export const DEEP = 16

/** So many elements an array has for each place that is changed, if the places are changed where they are and not in a copy. */
export const SPARSE_PLACES = 16

/** What does much work for each element, or is computed in parts, counts as so many operations deep, and what products read may be so deep. */
export const LABOR = 8
export const DEEP_IN_PRODUCTS = 64
