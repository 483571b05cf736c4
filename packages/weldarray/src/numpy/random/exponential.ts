import type { Memory } from '@weldarray/runtime'
import type { Pcg64 } from './pcg64.js'
import type { BitSource } from './source.js'
import { emptyTables, layered, type Tables } from './ziggurat.js'

/*
 * The ziggurat method for the exponential distribution (Marsaglia and Tsang 2000, 256 layers), as NumPy has it.
 */

/** Two to this power is what positions of the exponential's ziggurat are below. */
const POSITIONS = 2 ** 53
const EXP_TAIL = 7.69711747013104972
const EXP_AREA = 3.949659822581572e-3

let layers: Tables | undefined

/** The layers under e^-x (Marsaglia and Tsang 2000, 256 of them). */
function exponentialLayers(): Tables {
  const made = emptyTables()
  const { inside, width, height } = made
  const base = EXP_AREA / Math.exp(-EXP_TAIL)
  inside[0] = Math.floor((EXP_TAIL / base) * POSITIONS)
  width[0] = base / POSITIONS
  width[255] = EXP_TAIL / POSITIONS
  height[0] = 1
  height[255] = Math.exp(-EXP_TAIL)
  let edge = EXP_TAIL
  for (let i = 254; i >= 1; i--) {
    const next = -Math.log(EXP_AREA / edge + Math.exp(-edge))
    inside[i + 1] = Math.floor((next / edge) * POSITIONS)
    edge = next
    height[i] = Math.exp(-edge)
    width[i] = edge / POSITIONS
  }
  return made
}

/** Exponential with mean 1. */
export function exponential(source: BitSource): number {
  const { inside, width, height } = (layers ??= exponentialLayers())
  for (;;) {
    source.next()
    const x = ofDraw(source, inside, width, height)
    if (x !== null) return x
  }
}

/** The number for what was just drawn, which may take another draw; null if it is rejected. */
function ofDraw(source: BitSource, inside: Float64Array, width: Float64Array, height: Float64Array): number | null {
  const { high, low } = source
  // Three bits are not used; eight give the layer, 53 the position.
  const layer = (low >>> 3) & 0xff
  const position = high * 2 ** 21 + (low >>> 11)
  const x = position * width[layer]!
  if (position < inside[layer]!) return x
  if (layer === 0) return EXP_TAIL - Math.log1p(-source.double())
  return (height[layer - 1]! - height[layer]!) * source.double() + height[layer]! < Math.exp(-x) ? x : null
}

/** `count` of them by a kernel; null where there is none. */
export const exponentials = (source: Pcg64, count: number): Memory | null =>
  layered('exponentials', source, count, (layers ??= exponentialLayers()), ofDraw)
