/** Destinations of at most this many bytes whose operands are at hand are computed at once: recording would cost more. */
export const SMALL_BYTES = 8192

/** From this many elements on, an elementary function is worth a compiled pass even on a caller's memory. */
export const LONG = 2048

/** From this many elements on, the engine's own copying and filling beat a loop. */
export const BULK = 32
