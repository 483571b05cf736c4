import { sizeOf } from '@weldarray/ir'
import { BULK } from '@weldarray/runtime'
import { eager } from './eager.js'
import { run } from './elementwise.js'
import { tryFill, tryRandom } from './lazy.js'
import { type Argument, checkTwo, type Data, dataOf, isDense, writableOf } from './operand.js'
import { atHand, quickLoop, writtenNow } from './quick.js'

const quickAssign = quickLoop('assign', false)
const quickFill = quickLoop('assign', true)
const quickRandom = quickLoop('random', false)

const isBig = (data: Data): boolean => data instanceof BigInt64Array || data instanceof BigUint64Array

/** Copies between typed arrays by the engine, which converts as stores do. */
function copied(d: Argument, a: Argument): boolean {
  const size = sizeOf(d.shape)
  if (size < BULK || d.dtype === 'bool' || !isDense(d) || !isDense(a) || !atHand(a) || !writtenNow(d, size)) return false
  const to = writableOf(d)
  const from = dataOf(a)
  if (!ArrayBuffer.isView(to) || !ArrayBuffer.isView(from) || isBig(to) !== isBig(from)) return false
  // Within one buffer the order of the loop decides what arrives; out of range, undefined does.
  if (to.buffer === from.buffer || !inRange(d, to, size) || !inRange(a, from, size)) return false
  const source = from as Float64Array
  ;(to as Float64Array).set(
    a.offset === 0 && source.length === size ? source : source.subarray(a.offset, a.offset + size),
    d.offset,
  )
  return true
}

const inRange = (array: Argument, data: Data, size: number): boolean => array.offset >= 0 && array.offset + size <= data.length

/** An array assigned to itself stays as it is; a list shorter than its shape grows. */
const isNothing = (d: Argument, a: Argument): boolean => d === a && d.dtype !== 'array' && d.dtype !== 'generic'

/** Every element of `d` becomes that of `a`. */
export function assign(d: Argument, a: Argument): Argument {
  checkTwo(d, a)
  if (isNothing(d, a) || copied(d, a) || quickAssign(d, a, null, undefined)) return d
  run(d, { name: 'assign', op: 'assign', sources: [a], given: [a] })
  return d
}

/** Every element becomes `value`. */
export function assigns(d: Argument, value: unknown): Argument {
  if (!filled(d, value) && !tryFill(d, value) && !quickFill(d, null, null, value))
    eager(d, { name: 'assigns', op: 'assigns', sources: [], scalar: { value, first: false }, given: [value] })
  return d
}

function filled(d: Argument, value: unknown): boolean {
  const size = sizeOf(d.shape)
  if (size < BULK || typeof value !== 'number' || !isDense(d) || d.dtype === 'bool' || !writtenNow(d, size)) return false
  const data = writableOf(d)
  if (!ArrayBuffer.isView(data) || isBig(data) || !inRange(d, data, size)) return false
  ;(data as Float64Array).fill(value, d.offset, d.offset + size)
  return true
}

/** Every element becomes a number of `Math.random`, at once: a program may replace that function. */
export function random(d: Argument): Argument {
  if (!quickRandom(d, null, null, undefined) && !tryRandom(d)) eager(d, { name: 'random', op: 'random', sources: [], given: [] })
  return d
}
