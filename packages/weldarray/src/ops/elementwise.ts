import { type Call, eager } from './eager.js'
import { tryLazy } from './lazy.js'
import { type Argument, checkThree, checkTwo, isComplete } from './operand.js'
import { type Quick, quickElementary, quickLoop } from './quick.js'
import { isElementary, type Row } from './table.js'

export function run(destination: Argument, call: Call): void {
  const written = asWritten(call)
  // A power of 1 in place.
  if (written !== call && written.op === 'assign' && written.sources[0] === destination) return
  if (!tryLazy(destination, written)) eager(destination, written)
}

/** Exponents with which a power is something simpler, exactly, as elsewhere in the library. */
const isSimple = (exponent: unknown): boolean => exponent === 1 || exponent === 2 || exponent === -1

/** Powers with simple exponents, where elements are plain numbers. */
function asWritten(call: Call): Call {
  const { scalar } = call
  if (call.op !== 'pow' || scalar === undefined || scalar.first || !isSimple(scalar.value)) return call
  const [a] = call.sources as [Argument]
  if (!/^(u?int|float)/.test(a.dtype) || !isComplete(a)) return call
  if (scalar.value === 1) return { name: 'assign', op: 'assign', sources: [a], given: [a] }
  if (scalar.value === 2) return { name: 'mul', op: 'mul', sources: [a, a], given: [a, a] }
  return { name: 'recip', op: 'recip', sources: [a], given: [a] }
}

function quickFor({ op, form, swapped = false }: Row): Quick {
  const withScalar = form === 'scalar' || form === 'scalarInPlace'
  if (!isElementary(op)) return quickLoop(op, withScalar)
  const quick = quickElementary(op, swapped, withScalar)
  return op === 'pow' && withScalar && !swapped ? (d, a, b, s) => !isSimple(s) && quick(d, a, b, s) : quick
}

/** The public function of one row of the table. All of them return the destination. */
// biome-ignore lint/complexity/noBannedTypes: six signatures
export function elementwise(name: string, row: Row): Function {
  const { op, form, swapped = false } = row
  const quick = quickFor(row)
  switch (form) {
    case 'two':
      return (d: Argument, a: Argument, b: Argument) => {
        checkThree(d, a, b)
        if (!quick(d, a, b, undefined)) run(d, { name, op, sources: swapped ? [b, a] : [a, b], given: [a, b] })
        return d
      }
    case 'twoInPlace':
      return (d: Argument, b: Argument) => {
        checkTwo(d, b)
        if (!quick(d, null, b, undefined)) run(d, { name, op, sources: swapped ? [b, d] : [d, b], given: [b] })
        return d
      }
    case 'scalar':
      return (d: Argument, a: Argument, s: unknown) => {
        checkTwo(d, a)
        if (!quick(d, a, null, s)) run(d, { name, op, sources: [a], scalar: { value: s, first: swapped }, given: [a, s] })
        return d
      }
    case 'scalarInPlace':
      return (d: Argument, s: unknown) => {
        if (!quick(d, null, null, s)) run(d, { name, op, sources: [d], scalar: { value: s, first: swapped }, given: [s] })
        return d
      }
    case 'one':
      return (d: Argument, a: Argument) => {
        checkTwo(d, a)
        if (!quick(d, a, null, undefined)) run(d, { name, op, sources: [a], given: [a] })
        return d
      }
    case 'oneInPlace':
      return (d: Argument) => {
        if (!quick(d, null, null, undefined)) run(d, { name, op, sources: [d], given: [] })
        return d
      }
  }
}
