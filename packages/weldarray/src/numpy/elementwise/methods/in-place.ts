import { type Node, promoteScalar, sizeOf } from '@weldarray/ir'
import type { AnyDType } from '../../../array/types.js'
import { checkCast } from '../../dtypes/casting.js'
import { At } from '../../indexing/fancy/at.js'
import type { IndexPart } from '../../indexing/fancy/index-parts.js'
import { dtypeOf, type NdArray, valueOf, wrap, writeValue } from '../../operands/arrays.js'
import { fitted } from '../../operands/destination.js'
import { build } from '../../operands/eager.js'
import { spreadOut } from '../../operands/expressions.js'
import { isWeak, operand, settled } from '../../operands/operands.js'
import { reshape } from '../../shaping/layout.js'
import type { ArrayInput } from '../../types.js'
import { type Row, record } from '../ufunc.js'
import type { Indices } from './types.js'

/** Those that arrays' own `at` has. */
const OWN: Readonly<Record<string, 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max'>> = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  divide: 'div',
  minimum: 'min',
  maximum: 'max',
}

/** A list of numbers or booleans is one index; of anything else, an index for each axis. */
const specOf = (indices: Indices): IndexPart[] =>
  Array.isArray(indices) && indices.some((part) => typeof part === 'object' || typeof part === 'string')
    ? [...indices]
    : [indices as IndexPart]

/** The positions, one after the other, in rounds in which none comes twice. */
function rounds(positions: readonly number[]): number[][] {
  const turns = new Map<number, number>()
  const result: number[][] = []
  positions.forEach((position, i) => {
    const turn = turns.get(position) ?? 0
    turns.set(position, turn + 1)
    ;(result[turn] ??= []).push(i)
  })
  return result
}

export function at(name: string, row: Row, a: NdArray<AnyDType>, indices: Indices, b: readonly ArrayInput[]): void {
  const what = `${name}.at`
  const target = new At(a, specOf(indices))
  if (Object.hasOwn(OWN, name)) {
    target[OWN[name]!](b[0]!)
    return
  }
  const dtype = dtypeOf(a)
  const shape = Array.from(a.shape)
  const size = sizeOf(shape)
  const numbers = build('float64', shape, (to) => {
    for (let i = 0; i < size; i++) to[i] = i
  })
  const chosen = new At(numbers, specOf(indices)).get()
  const positions = reshape(chosen, -1).tolist() as number[]
  const spread = (x: ArrayInput): Node => {
    const y = operand(what, x)
    return isWeak(y)
      ? spreadOut(settled(y, promoteScalar(what, dtype, y)), chosen.shape)
      : fitted(what, y, Array.from(chosen.shape), y.dtype)
  }
  const others = b.map((x) => reshape(wrap(spread(x)), -1))
  const flat = reshape(wrap(valueOf(a)), -1).clone() as NdArray
  for (const round of rounds(positions)) {
    const places = new At(flat, [round.map((i) => positions[i]!)])
    const operands = [places.get(), ...others.map((y) => new At(y, [round]).get())].map(valueOf)
    const result = record(name, row, operands)
    checkCast(what, result.dtype, dtype)
    places.set(wrap(result))
  }
  writeValue(a, valueOf(reshape(flat, shape)))
}
