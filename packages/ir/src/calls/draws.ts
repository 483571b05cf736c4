import type { TypedArray } from '../dtype.js'
import { DTypeError, ShapeError } from '../errors.js'
import { showShape } from '../shape.js'
import type { CallDef } from './call.js'

/** The multiplier of PCG64's 128-bit congruential generator. */
export const PCG_MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n
const WORD = 64n
const TO_UNIT = 2 ** -53

/** A stream's state and increment, 128 bits each, low words first: what a draw has as operand. */
export const streamOf = (words: ArrayLike<bigint>): { state: bigint; increment: bigint } => ({
  state: words[0]! | (words[1]! << WORD),
  increment: words[2]! | (words[3]! << WORD),
})

/** The words of a stream. */
export const wordsOf = ({ state, increment }: { state: bigint; increment: bigint }): BigUint64Array =>
  BigUint64Array.of(state, state >> WORD, increment, increment >> WORD)

/** Each is a step of the state, whose halves are xored and rotated (XSL-RR); the upper 53 bits of that are a float in [0, 1). */
export function drawInto(words: ArrayLike<bigint>, to: TypedArray): void {
  const { state: first, increment } = streamOf(words)
  let state = first
  for (let i = 0; i < to.length; i++) {
    state = BigInt.asUintN(128, state * PCG_MULTIPLIER + increment)
    const mixed = BigInt.asUintN(64, (state >> WORD) ^ state)
    const turn = state >> 122n
    const drawn = BigInt.asUintN(64, (mixed >> turn) | (mixed << (WORD - turn)))
    to[i] = Number(drawn >> 11n) * TO_UNIT
  }
}

export const draws = {
  /** Floats in [0, 1) from a PCG64 stream, whose state and increment are the operand. `count`: how many. */
  draw: {
    arity: 1,
    attributes: ['count'],
    length: 'count',
    strided: false,
    inStretches: true,
    infer: ([stream], [count]) => {
      if (stream!.dtype !== 'biguint64') throw new DTypeError(`draw: a stream of dtype ${stream!.dtype}, expected biguint64`)
      if (stream!.shape.length !== 1 || stream!.shape[0] !== 4)
        throw new ShapeError(`draw: a stream of shape ${showShape(stream!.shape)}, expected its four words`)
      return { dtype: 'float64', shape: [count!] }
    },
    compute: ([stream], _, to) => drawInto(stream!.data as BigUint64Array, to),
  },
} satisfies Record<string, CallDef>
