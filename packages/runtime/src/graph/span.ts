import { isFloat, type Node, sizeOf, type TypedArray } from '@weldarray/ir'
import { evaluate, evaluateAhead } from '../evaluate/evaluate.js'
import { isAccessible } from './accessible.js'
import { inOrder } from './few.js'
import { type Ends, knownOf, type Span, wholeOf } from './known.js'
import { keeping } from './lifetime.js'
import { map, reduceAll } from './record.js'

/*
 * How far numbers reach: what has to be known of indices and of what is counted before it can be recorded. A loop that computes the
 * numbers finds it and keeps none of them.
 */

/** So many numbers that are there are looked at sooner than a loop is begun. */
export const FEW = 2048

const extremes = (numbers: Node): Node[] => [reduceAll('min', numbers), reduceAll('max', numbers)]

/** The least and the greatest of some numbers (at least one), and whether all are whole; NaN where one is NaN. Computed now. */
export function endsOf(numbers: Node): Ends {
  const known = knownOf(numbers)
  if (known === null) return findEnds(numbers)
  known.ends ??= findEnds(numbers)
  return known.ends
}

function findEnds(numbers: Node): Ends {
  if (isAccessible(numbers) && sizeOf(numbers.shape) <= FEW) return endsOfFew(inOrder(numbers).data)
  const whole = isFloat(numbers.dtype) ? [reduceAll('min', map('eq', [map('trunc', [numbers]), numbers]))] : []
  const all = [...extremes(numbers), ...whole]
  // Nobody else may refer to them yet, and what is recorded next needs them.
  keeping([numbers], () => evaluateAhead(all.filter((n) => n.memory === null)))
  const [least, greatest, areWhole = 1] = all.map((n) => Number(n.memory!.data[0])) as [number, number, number?]
  return { least, greatest, areWhole: areWhole === 1 }
}

/** The least and the greatest of numbers (at least one) that are needed themselves, too: they are in memory afterwards. */
export function extremesOf(numbers: Node): Span {
  const known = knownOf(numbers)
  if (known === null) return findExtremes(numbers)
  known.span ??= known.ends ?? findExtremes(numbers)
  return known.span
}

function findExtremes(numbers: Node): Span {
  if (isAccessible(numbers) && sizeOf(numbers.shape) <= FEW) return endsOfFew(inOrder(numbers).data)
  const ends = extremes(numbers)
  keeping([numbers, ...ends], () => evaluate([numbers, ...ends].filter((n) => !isAccessible(n))))
  const [least, greatest] = ends.map((n) => Number(n.memory!.data[0])) as [number, number]
  return { least, greatest }
}

/** Those of 32-bit integers, `step` words apart, of which the word behind tells nothing else (if there is one); null where it does. */
function endsOfWords(words: Int32Array, step: 1 | 2): Ends | null {
  let least = words[0]!
  let greatest = least
  for (let i = 0; i < words.length; i += step) {
    const n = words[i]!
    if (step === 2 && words[i + 1] !== n >> 31) return null
    if (n < least) least = n
    else if (n > greatest) greatest = n
  }
  return { least, greatest, areWhole: true }
}

/** Most integers are short: then nothing else than 32-bit integers is compared, which takes half of the time. */
function endsOfFew(numbers: TypedArray): Ends {
  const ends =
    numbers instanceof Int32Array
      ? endsOfWords(numbers, 1)
      : numbers instanceof BigInt64Array
        ? endsOfWords(new Int32Array(numbers.buffer, numbers.byteOffset, 2 * numbers.length), 2)
        : null
  if (ends !== null) return ends
  let [least, greatest, areWhole] = [Infinity, -Infinity, true]
  for (let i = 0; i < numbers.length; i++) {
    const n = Number(numbers[i])
    if (Number.isNaN(n)) return { least: n, greatest: n, areWhole: false }
    if (n < least) least = n
    if (n > greatest) greatest = n
    if (!Number.isInteger(n)) areWhole = false
  }
  return { least, greatest, areWhole }
}

/** The span of some whole numbers, computed now; null if one is not whole, or not to be told in a number, or if there are none. */
export function spanOf(numbers: Node): Span | null {
  if (sizeOf(numbers.shape) === 0) return null
  const { least, greatest, areWhole } = endsOf(numbers)
  return areWhole && Number.isSafeInteger(least) && Number.isSafeInteger(greatest) ? { least, greatest } : null
}

/** Whether some numbers, looked at now, are whole and at least `from` and less than `below`. */
export function areWithin(numbers: Node, from: number, below: number): boolean {
  const isWithin = (of: Node): boolean => {
    const span = spanOf(of)
    return span !== null && span.least >= from && span.greatest < below
  }
  const whole = wholeOf(numbers)
  return (whole !== null && isWithin(whole)) || isWithin(numbers)
}
