/*
 * Whether what came of a call is an answer or an honest error.
 */

/** Most elements of a result that are looked at. */
const LOOKED_AT = 100_000

/** Errors of the operating system, of Node's own checks of paths, and of aborts: theirs, with a code. */
const isSystemError = (e) =>
  e instanceof Error && typeof e.code === 'string' && (typeof e.syscall === 'string' || e.code.startsWith('ERR_'))

/** Beyond what a number holds exactly, elements of int64 are a RangeError that names the way out. */
const isInexact = (e) => e instanceof RangeError && /bigint64/.test(e.message)

export const isHonest = (np, e, file) =>
  e instanceof np.WeldError || isInexact(e) || e?.name === 'AbortError' || (file && isSystemError(e))

/** What is wrong with a result; undefined where nothing is. Evaluates it. */
export function faultOf(np, x, depth = 0) {
  if (x instanceof np.NdArray) {
    const { shape } = x
    if (!shape.every((n) => Number.isSafeInteger(n) && n >= 0)) return `a shape of ${shape}`
    if (shape.length > 64) return `${shape.length} axes`
    if (x.size > LOOKED_AT) return undefined
    const big = x.dtype === 'bigint64' || x.dtype === 'biguint64'
    const flat = [x.tolist()].flat(Infinity)
    if (flat.length !== x.size && !shape.includes(0)) return `${flat.length} elements in shape ${shape}`
    const kind = big ? 'bigint' : x.dtype === 'bool' ? 'boolean' : 'number'
    const odd =
      shape.includes(0) || ['array', 'generic'].includes(x.dtype)
        ? undefined
        : flat.find((e) => typeof e !== kind && e !== undefined)
    if (odd !== undefined) return `an element ${String(odd)} of type ${typeof odd} in ${x.dtype}`
    String(x)
    return undefined
  }
  if (typeof x !== 'object' || x === null || depth > 2) return undefined
  if (ArrayBuffer.isView(x) || x instanceof Promise) return undefined
  for (const part of Array.isArray(x) ? x.slice(0, 8) : []) {
    const fault = faultOf(np, part, depth + 1)
    if (fault !== undefined) return fault
  }
  return undefined
}
