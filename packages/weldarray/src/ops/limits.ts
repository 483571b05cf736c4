/**
 * Destinations in library memory of at most this many elements whose operands are at hand are computed at once: a loop is done
 * before a recorded operation would have been planned and dispatched.
 */
export const AT_ONCE = 8192

/** Up to here the first operations on an array are, where a chain of them is better fused. Both ways take about 20 µs there. */
export const FIRST_AT_ONCE = 32_768

/** `FIRST_AT_ONCE` for elementary functions. */
export const DEAR_AT_ONCE = 16_384

/** From this many elements on, an elementary function is worth a compiled pass even on a caller's memory. */
export const LONG = 65_536
