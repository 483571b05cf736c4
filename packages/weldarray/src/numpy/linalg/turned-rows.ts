/** What an iteration turns. */
export interface Turned {
  /** Row `i` becomes c·i + s·j, row `j` c·j - s·i. It is quickest where `i` is the `j` of the one before. */
  turn(i: number, j: number, c: number, s: number): void
}

/** Few rows of `length` elements, one after the other. */
export class FewRows implements Turned {
  constructor(
    readonly data: Float64Array,
    readonly length: number,
  ) {}

  turn(i: number, j: number, c: number, s: number): void {
    const { data, length } = this
    turnRows(data, i * length, j * length, length, c, s)
  }

  negate(i: number): void {
    const { data, length } = this
    for (let k = i * length; k < (i + 1) * length; k++) data[k] = -data[k]!
  }

  exchange(i: number, j: number): void {
    const { data, length } = this
    for (let k = 0, x = i * length, y = j * length; k < length; k++, x++, y++) {
      const kept = data[x]!
      data[x] = data[y]!
      data[y] = kept
    }
  }
}

/** Puts few numbers in order, smallest or largest first, and rows as these. */
export function putInOrder(numbers: Float64Array, sign: 1 | -1, ...all: readonly (FewRows | null)[]): void {
  for (let i = 0; i < numbers.length; i++) {
    let first = i
    for (let j = i + 1; j < numbers.length; j++) if (sign * numbers[j]! < sign * numbers[first]!) first = j
    if (first === i) continue
    const kept = numbers[i]!
    numbers[i] = numbers[first]!
    numbers[first] = kept
    for (const rows of all) rows?.exchange(i, first)
  }
}

/** By itself, so that the engine compiles nothing but this loop. */
export function turnRows(data: Float64Array, x: number, y: number, length: number, c: number, s: number): void {
  for (let k = 0; k < length; k++) {
    const a = data[x + k]!
    const b = data[y + k]!
    data[x + k] = a * c + b * s
    data[y + k] = b * c - a * s
  }
}

/** Rotations of rows that nobody looks at, but for what the matrix of them, turned, makes of few numbers. */
export class Noted implements Turned {
  #places = new Int32Array(1 << 10)
  #angles = new Float64Array(1 << 10)
  #end = 0

  turn(i: number, j: number, c: number, s: number): void {
    const at = this.#end
    if (at === this.#places.length) {
      const [places, angles] = [this.#places, this.#angles]
      ;[this.#places, this.#angles] = [new Int32Array(2 * at), new Float64Array(2 * at)]
      this.#places.set(places)
      this.#angles.set(angles)
    }
    this.#places[at] = i
    this.#places[at + 1] = j
    this.#angles[at] = c
    this.#angles[at + 1] = s
    this.#end += 2
  }

  /** Does to `x`, by rows of `count`, what the rotations turned do, the last one first. */
  back(x: Float64Array, count: number): void {
    const [places, angles] = [this.#places, this.#angles]
    for (let at = this.#end - 2; at >= 0; at -= 2)
      turnRows(x, places[at]! * count, places[at + 1]! * count, count, angles[at]!, -angles[at + 1]!)
  }
}

/** Up to so many rows and columns they are few. */
export const FEW_ROWS = 40

/** Numbers from 0 to `n`. */
export function places(n: number): Uint32Array {
  const order = new Uint32Array(n)
  for (let i = 0; i < n; i++) order[i] = i
  return order
}

/** The same in the order of numbers, smallest first. */
export function orderOf(numbers: Float64Array): Uint32Array {
  const order = places(numbers.length)
  if (order.length > FEW_ROWS) return order.sort((i, j) => numbers[i]! - numbers[j]!)
  // A few: the engine's own order takes longer to begin.
  for (let i = 1; i < order.length; i++) {
    let at = i
    for (; at > 0 && numbers[order[at - 1]!]! > numbers[i]!; at--) order[at] = order[at - 1]!
    order[at] = i
  }
  return order
}
