import { type Call, eager } from './eager.js'
import { tryLazy } from './lazy.js'
import { type Argument, checkThree, checkTwo } from './operand.js'
import type { Row } from './table.js'

function run(destination: Argument, call: Call): void {
  const written = asWritten(call)
  if (!tryLazy(destination, written)) eager(destination, written)
}

/** dtypes of plain numbers, for which a power may be written as a product. */
const isNumbers = (a: Argument): boolean => /^(u?int|float)/.test(a.dtype)

/** Powers with these exponents are what a user expects them to be, exactly, as elsewhere in the library. */
function asWritten(call: Call): Call {
  const { scalar } = call
  if (call.op !== 'pow' || scalar === undefined || scalar.first || !call.sources.every(isNumbers)) return call
  const [a] = call.sources as [Argument]
  if (scalar.value === 1) return { name: 'assign', op: 'assign', sources: [a], given: [a] }
  if (scalar.value === 2) return { name: 'mul', op: 'mul', sources: [a, a], given: [a, a] }
  return scalar.value === -1 ? { name: 'recip', op: 'recip', sources: [a], given: [a] } : call
}

/** The public function of one row of the table. All of them return the destination. */
// biome-ignore lint/complexity/noBannedTypes: six signatures
export function elementwise(name: string, { op, form, swapped = false }: Row): Function {
  switch (form) {
    case 'two':
      return (d: Argument, a: Argument, b: Argument) => {
        checkThree(d, a, b)
        run(d, { name, op, sources: swapped ? [b, a] : [a, b], given: [a, b] })
        return d
      }
    case 'twoInPlace':
      return (d: Argument, b: Argument) => {
        checkTwo(d, b)
        run(d, { name, op, sources: swapped ? [b, d] : [d, b], given: [b] })
        return d
      }
    case 'scalar':
      return (d: Argument, a: Argument, s: unknown) => {
        checkTwo(d, a)
        run(d, { name, op, sources: [a], scalar: { value: s, first: swapped }, given: [a, s] })
        return d
      }
    case 'scalarInPlace':
      return (d: Argument, s: unknown) => {
        run(d, { name, op, sources: [d], scalar: { value: s, first: swapped }, given: [s] })
        return d
      }
    case 'one':
      return (d: Argument, a: Argument) => {
        checkTwo(d, a)
        run(d, { name, op, sources: [a], given: [a] })
        return d
      }
    case 'oneInPlace':
      return (d: Argument) => {
        run(d, { name, op, sources: [d], given: [] })
        return d
      }
  }
}
