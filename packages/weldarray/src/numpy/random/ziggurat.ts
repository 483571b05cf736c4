import { drawLayered, type Memory, type Open } from '@weldarray/runtime'
import { gamma, pairOf } from './distributions/gamma.js'
import type { Pcg64 } from './pcg64.js'
import type { BitSource } from './source.js'

/*
 * The ziggurat method for the normal distribution (Marsaglia and Tsang 2000, with 256 layers and 52-bit positions,
 * as NumPy has it): the tables follow from the start of the tail and the area of a layer.
 */
const LAYERS = 256
/** Where the tail begins, and the common area of the layers under exp(-x²/2). */
const TAIL = 3.6541528853610088
const AREA = 0.004928673233974655
const POSITIONS = 2 ** 52

export interface Tables {
  /** Positions below this are inside the layer above too: no further test. */
  readonly inside: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
  /** All three, one after the other. */
  readonly all: Float64Array
}

/** Tables to be filled in: parts of one memory, which kernels read. */
export function emptyTables(): Tables {
  const all = new Float64Array(3 * LAYERS)
  const [inside, width, height] = [0, 1, 2].map((k) => all.subarray(k * LAYERS, (k + 1) * LAYERS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  return { inside, width, height, all }
}

let made: Tables | undefined

function tables(): Tables {
  const edges = new Float64Array(LAYERS)
  const made = emptyTables()
  const { inside, width, height } = made
  const density = (x: number): number => Math.exp(-0.5 * x * x)
  edges[LAYERS - 1] = TAIL
  for (let i = LAYERS - 2; i >= 1; i--) edges[i] = Math.sqrt(-2 * Math.log(AREA / edges[i + 1]! + density(edges[i + 1]!)))
  const base = AREA / density(TAIL)
  for (let i = 1; i < LAYERS; i++) {
    height[i] = density(edges[i]!)
    width[i] = edges[i]! / POSITIONS
    inside[i] = Math.floor((edges[i - 1]! / edges[i]!) * POSITIONS)
  }
  height[0] = 1
  width[0] = base / POSITIONS
  inside[0] = Math.floor((TAIL / base) * POSITIONS)
  inside[1] = 0
  return made
}

/** One number of the standard normal distribution. */
export function normal(source: BitSource): number {
  const { inside, width, height } = (made ??= tables())
  for (;;) {
    source.next()
    const x = ofDraw(source, inside, width, height)
    if (x !== null) return x
  }
}

/** The number for what was just drawn, which may take more draws; null if it is rejected. */
function ofDraw(source: BitSource, inside: Float64Array, width: Float64Array, height: Float64Array): number | null {
  const { high, low } = source
  const layer = low & 0xff
  // Bit 8 is the sign, the 52 bits above it the position; three bits are left over.
  const position = (high & 0x1fffffff) * 2 ** 23 + (low >>> 9)
  const x = low & 0x100 ? -position * width[layer]! : position * width[layer]!
  if (position < inside[layer]!) return x
  if (layer === 0) return tail(source, position)
  const y = (height[layer - 1]! - height[layer]!) * source.double() + height[layer]!
  return y < Math.exp(-0.5 * x * x) ? x : null
}

/** `count` of them by a kernel; null where there is none. */
export const normals = (source: Pcg64, count: number): Memory | null =>
  layered('normals', source, count, (made ??= tables()), ofDraw)

/** `count` gamma numbers by a kernel, of shapes that are taken by turns; null where there is none, or none for such shapes. */
export function gammas(source: Pcg64, count: number, shapes: Float64Array): Memory | null {
  if (!shapes.every((shape) => shape > 1 && shape < 1e6)) return null
  const { all } = (made ??= tables())
  const pairs = new Float64Array(2 * shapes.length)
  for (let i = 0; i < shapes.length; i++) {
    const [b, c] = pairOf(shapes[i]!)
    pairs[2 * i] = b
    pairs[2 * i + 1] = c
  }
  const numberAt = (_: bigint, position: number): number => gamma(source, shapes[position % shapes.length]!)
  return byKernel('gammas', source, count, all, numberAt, pairs)
}

/** `count` numbers by a kernel, which leaves to us what takes exponentials and logarithms exactly; null where there is none. */
export function layered(
  which: 'normals' | 'exponentials',
  source: Pcg64,
  count: number,
  { inside, width, height, all }: Tables,
  numberOf: typeof ofDraw,
): Memory | null {
  return byKernel(which, source, count, all, (bits) => {
    source.high = Number(bits >> 32n)
    source.low = Number(bits & 0xffffffffn)
    return numberOf(source, inside, width, height)
  })
}

/** Numbers by a kernel; `numberAt` tells those that it leaves open, by the draw for it and its position, from where the source is then. */
function byKernel(
  which: 'normals' | 'exponentials' | 'gammas',
  source: Pcg64,
  count: number,
  tables: Float64Array,
  numberAt: (drawn: bigint, position: number) => number | null,
  pairs?: Float64Array,
): Memory | null {
  const start = source.position
  const open: Open = (state, bits, position) => {
    source.position = { ...start, state }
    const value = numberAt(bits, position)
    return { value, state: source.position.state }
  }
  const drawn = drawLayered(which, count, start, tables, open, pairs)
  source.position = drawn === null ? start : drawn.after
  return drawn?.memory ?? null
}

/** Beyond the last layer: by exponentials; a bit of the position gives the sign. */
function tail(source: BitSource, position: number): number {
  for (;;) {
    const x = -Math.log1p(-source.double()) / TAIL
    const y = -Math.log1p(-source.double())
    if (y + y > x * x) return Math.floor(position / 256) % 2 === 1 ? -(TAIL + x) : TAIL + x
  }
}
