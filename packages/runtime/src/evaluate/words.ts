import type { Scalar } from '@weldarray/ir'
import { LITERAL } from '@weldarray/optimizer'

/** Words for numbers: literals, stand-ins, the product of the neighbouring axis, and (before two words more) anything. */
const VARIABLE = 64
const JOINED = 1024
const EXACT = 1025

const isLiteral = (n: number): boolean => n <= LITERAL && n >= -LITERAL

/** Constants are compared with no more others than these. */
const MOST_COMPARED = 64

/**
 * The key of a plan as it is written: whole numbers for what decides it, and beside them, in the order in which they come, lengths,
 * strides and constants that do not. The arrays are used again by the next key, and so are longer than what is in them: the counts
 * beside them tell.
 */
export class Words {
  words: Int32Array = new Int32Array(256)
  length = 0
  /** Lengths and strides that decide nothing, by the number of their variable. */
  readonly variables: number[] = []
  variableCount = 0
  readonly constants: Scalar[] = []
  constantCount = 0
  /** Whether all lengths decide. */
  exact = false
  /** Whether equal constants are parameters of their own, so that it does not decide which are equal. */
  apart = false
  /** Where in the words the numbers of constants are. */
  private readonly parameterWords: number[] = []
  private parameterCount = 0

  /** Lengths that decide, though they are no literals: those of slices and reshapes of what is pending, and of what was cut. */
  private readonly pinned = new Set<number>()
  /** Those of them that something in this graph lets decide, and how many were expected to. */
  private readonly needed = new Set<number>()
  private expected = 0

  private constantTypes: string[] = []

  /** Begins another key. */
  protected clear(): void {
    this.length = 0
    this.variableCount = 0
    this.constantCount = 0
    this.parameterCount = 0
    this.put(this.exact ? 1 : 0)
  }

  /** Whether a length or a stride is in the key as it is. */
  decides(n: number): boolean {
    return isLiteral(n) || this.exact || (this.pinned.size > 0 && this.pinned.has(Math.abs(n)))
  }

  pinnedLengths(): ReadonlySet<number> {
    return new Set(this.pinned)
  }

  /** Lets a length decide. */
  protected pin(n: number): void {
    if (isLiteral(n) || this.exact) return
    this.needed.add(n)
    this.pinned.add(n)
  }

  /** Begins with these lengths as those that will decide. */
  protected expectPins(lengths: Iterable<number>): void {
    if (this.needed.size > 0) this.needed.clear()
    if (this.pinned.size > 0) this.pinned.clear()
    for (const n of lengths) this.pinned.add(n)
    this.expected = this.pinned.size
  }

  /** The lengths that decide, if they are others than were expected: words that were written before one was met say that it does not. */
  protected otherPins(): number[] | null {
    const { needed, pinned, expected } = this
    return needed.size === expected && pinned.size === expected ? null : [...needed]
  }

  /** A hash of the key, or of what it has in common (`alike`) with those of the same structure whose pinned lengths are others. */
  hash(alike = false): number {
    const { words, length } = this
    let h = 0x811c9dc5 | 0
    for (let i = 0; i < length; i++) {
      h = Math.imul(h ^ words[i]!, 0x01000193)
      if (alike && words[i] === EXACT) i += 2
    }
    return h ^ (h >>> 15)
  }

  /** Whether more constants stand in the graph than parameters for them. */
  get sharesConstants(): boolean {
    return this.constantCount < this.parameterCount
  }

  /** How many constants stand in the graph. */
  get constantsRead(): number {
    return this.parameterCount
  }

  /** A hash of what the key has in common with those of graphs in which other constants are equal. */
  hashApart(): number {
    const { words, length, parameterWords, parameterCount } = this
    let h = 0x811c9dc5 | 0
    let next = 0
    for (let i = 0; i < length; i++) {
      const isParameter = next < parameterCount && parameterWords[next] === i
      if (isParameter) next++
      h = Math.imul(h ^ (isParameter ? -1 : words[i]!), 0x01000193)
    }
    return h ^ (h >>> 15)
  }

  protected put(word: number): void {
    if (this.length === this.words.length) {
      const larger = new Int32Array(2 * this.words.length)
      larger.set(this.words)
      this.words = larger
    }
    this.words[this.length++] = word
  }

  /** A number that decides. */
  private literal(n: number): void {
    if (isLiteral(n)) this.put(n)
    else {
      this.put(EXACT)
      this.put(Math.floor(n / 2 ** 32))
      this.put(n | 0)
    }
  }

  /** A length or a stride. */
  protected number(n: number): void {
    if (this.decides(n)) this.literal(n)
    else {
      const size = Math.abs(n)
      const { variables, variableCount } = this
      let v = 0
      while (v < variableCount && variables[v] !== size) v++
      if (v === variableCount) variables[this.variableCount++] = size
      this.put(n < 0 ? -VARIABLE - v : VARIABLE + v)
    }
  }

  protected shape(shape: readonly number[]): void {
    this.put(shape.length)
    for (let i = 0; i < shape.length; i++) this.number(shape[i]!)
  }

  /** Writes the number of a constant's parameter, which it gives: equal constants have one, unless they are kept apart. */
  protected constantNumber(value: Scalar, dtype: string): number {
    const { constants, constantTypes, constantCount } = this
    let i = this.apart || constantCount > MOST_COMPARED ? constantCount : 0
    while (i < constantCount && !(constantTypes[i] === dtype && Object.is(constants[i], value))) i++
    if (i === constantCount) {
      constants[i] = value
      constantTypes[i] = dtype
      this.constantCount++
    }
    this.parameterWords[this.parameterCount++] = this.length
    this.put(i)
    return i
  }

  /** The strides of a read: those that follow from the neighbouring axis say so, so that axes can be joined. */
  protected strides(shape: readonly number[], strides: readonly number[]): void {
    const last = shape.length - 1
    for (let k = 0; k <= last; k++) {
      const s = strides[k]!
      if (shape[k] === 1) this.put(0)
      else if (k < last && shape[k + 1] !== 1 && s === shape[k + 1]! * strides[k + 1]! && s !== 0) this.put(JOINED)
      else this.number(s)
    }
  }

  protected layout(shape: readonly number[], strides: readonly number[], offset: number): void {
    this.shape(shape)
    for (let k = 0; k < strides.length; k++) this.literal(strides[k]!)
    this.literal(offset)
  }
}
