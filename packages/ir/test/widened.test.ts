import { Interner, interpret, mapOps, type NamedOp, type Node } from '@weldarray/ir'
import { describe, expect, it } from 'vitest'
import { functions } from '../../../tools/accuracy/points.mjs'

const special = [
  0,
  -0,
  1,
  -1,
  0.3,
  -0.7,
  2 ** -149,
  -(2 ** -130),
  2 ** -126,
  3e38,
  -3e38,
  22.5,
  709,
  711,
  Infinity,
  -Infinity,
  NaN,
]

describe('a float64 function of float32 that were widened is that of the doubles they are', () => {
  it.each(Object.keys(functions) as NamedOp[])('%s', (op) => {
    const short = Float32Array.from(special)
    const interner = new Interner()
    const inputs = [interner.input(0, 'float32', [special.length]), interner.input(1, 'float64', [special.length])]
    const of = (x: Node): Node =>
      interner.map(
        op,
        Array.from({ length: mapOps[op].arity }, () => x),
      )
    const roots = [of(interner.cast(inputs[0]!, 'float64')), of(inputs[1]!)]
    const [widened, apart] = interpret(interner, roots, [short, Float64Array.from(short)])
    expect(widened).toEqual(apart)
  })
})
