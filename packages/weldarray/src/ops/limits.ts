/**
 * Destinations of at most this many elements whose operands are at hand are computed at once: a loop is done before a
 * recorded operation would have been planned and dispatched.
 */
export const AT_ONCE = 8192

/** From this many elements on, an elementary function is worth a compiled pass even on a caller's memory. */
export const LONG = 32_768

/** From this many elements on, the engine's own copying and filling beat a loop. */
export const BULK = 32
