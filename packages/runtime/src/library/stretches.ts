import { type StretchOp, sizeOf, type View } from '@weldarray/ir'
import { selectedInStretches } from './append.js'
import { contract } from './contract.js'
import { products } from './costs.js'
import { drawnInStretches } from './draw.js'
import type { Laid } from './run.js'
import type { Stretches } from './stretch.js'

interface InStretches {
  /** Elements below which a stretch takes more than its share of the time. */
  readonly least: (operands: readonly View[]) => number
  readonly of: (operands: readonly Laid[]) => Stretches
}

/** Lines of the first axis. */
const lines = ({ memory, view }: Laid, from: number, to: number): Laid => {
  const { shape, strides, offset } = view
  return { memory, view: { shape: [to - from, ...shape.slice(1)], strides, offset: offset + from * strides[0]! } }
}

const few = (): number => 1

/** How calls whose results are asked for in order are computed stretch by stretch: to the same bits as whole. */
const inStretches: Readonly<Record<StretchOp, InStretches>> = {
  draw: { least: few, of: ([stream]) => drawnInStretches(stream!.memory) },
  compress: { least: few, of: ([mask, from]) => selectedInStretches(mask!.memory, from!.memory) },
  matmul: {
    // The right matrices are put into another order for each.
    least: ([, right]) => products.leastRows * right!.shape[right!.shape.length - 1]!,
    of: ([left, right]) => {
      const { shape } = left!.view
      const isOne = shape.length === 2
      const line = sizeOf(shape.slice(1, -1)) * right!.view.shape[shape.length - 1]!
      return (task, from, to) => {
        const [start, end] = [Math.floor(from / line), Math.ceil(to / line)]
        const memory = contract(task, lines(left!, start, end), isOne ? right! : lines(right!, start, end))
        return { memory, first: start * line }
      }
    },
  },
}

export const leastStretch = (op: StretchOp, operands: readonly View[]): number => inStretches[op].least(operands)

export const stretchesOf = (op: StretchOp, operands: readonly Laid[]): Stretches => inStretches[op].of(operands)
