import { type DType, dtypeInfo, type Interner, mapOps, type NamedOp, type Node, type Scalar } from '@weldarray/ir'

/*
 * What rules are made of: the left side says what a node must look like, the right side what stands for it. Both are data, from
 * which the law's text, the index by operation and the tests derive.
 */

/** Any node; wherever the name occurs again, the same one. */
export interface Any {
  readonly is: 'any'
  readonly name: string
}

/** A constant of this value, a `bigint` or a `number`; -0 is another than 0. */
export interface Value {
  readonly is: 'value'
  readonly value: number
}

/** Any constant, by a name. */
export interface Constant {
  readonly is: 'constant'
  readonly name: string
}

/** On the right: a constant computed from another one, a literal if that is one. Without a value, the rule does not apply. */
export interface Derived {
  readonly is: 'derived'
  readonly from: string
  readonly text: string
  readonly value: (from: Scalar, dtype: DType) => Scalar | null
}

/** An operation on what its operands match. `lossless`: every value of its operand's dtype is one of its own. */
export interface Operation<Operand> {
  readonly is: 'op'
  readonly op: NamedOp
  readonly args: readonly Operand[]
  readonly lossless?: true
}

export type Pattern = Any | Value | Constant | Operation<Pattern>
export type Replacement = Any | Derived | Operation<Replacement>

export type Bindings = Map<string, Node>

export const any = (name: string): Any => ({ is: 'any', name })
export const value = (of: number): Value => ({ is: 'value', value: of })
export const constant = (name: string): Constant => ({ is: 'constant', name })
export const op = <Operands extends readonly (Pattern | Replacement)[]>(
  name: NamedOp,
  ...args: Operands
): Operation<Operands[number]> => {
  if (args.length !== mapOps[name].arity) throw new Error(`${name} takes ${mapOps[name].arity} operands, not ${args.length}`)
  return { is: 'op', op: name, args }
}
export const losslessCast = (arg: Pattern): Operation<Pattern> => ({ is: 'op', op: 'cast', args: [arg], lossless: true })

/** Whether every value of `from` is a value of `to`, another dtype. */
export function widens(from: DType, to: DType): boolean {
  const [a, b] = [dtypeInfo[from], dtypeInfo[to]]
  if (a.kind === 'bool') return b.kind !== 'bool'
  if (b.kind === 'bool' || (a.kind === 'float' && b.kind !== 'float')) return false
  const holds = a.kind === b.kind || b.kind === 'float' || a.kind === 'unsigned'
  return holds && b.bytes > a.bytes
}

function bind(name: string, node: Node, bindings: Bindings): boolean {
  const bound = bindings.get(name)
  if (bound === undefined) bindings.set(name, node)
  return bound === undefined || bound === node
}

/** Whether `node` looks like `pattern`; names are bound on the way. Patterns are a few operations deep, graphs are not walked. */
export function matches(pattern: Pattern, node: Node, bindings: Bindings): boolean {
  switch (pattern.is) {
    case 'any':
      return bind(pattern.name, node, bindings)
    case 'value':
      return node.kind === 'const' && Object.is(Number(node.value), pattern.value)
    case 'constant':
      return node.kind === 'const' && bind(pattern.name, node, bindings)
    case 'op': {
      if (node.kind !== 'map' || node.op !== pattern.op) return false
      if (pattern.lossless && !widens(node.args[0]!.dtype, node.dtype)) return false
      for (let i = 0; i < pattern.args.length; i++) if (!matches(pattern.args[i]!, node.args[i]!, bindings)) return false
      return true
    }
  }
}

/** The right side with the bound nodes in it; null where a constant cannot be derived. `dtype` is that of the replaced node. */
export function build(right: Replacement, bindings: Bindings, dtype: DType, interner: Interner): Node | null {
  switch (right.is) {
    case 'any':
      return bindings.get(right.name)!
    case 'derived': {
      const from = bindings.get(right.from)!
      if (from.kind !== 'const') return null
      const found = right.value(from.value, from.dtype)
      return found === null ? null : interner.constant(found, from.dtype, from.literal)
    }
    case 'op': {
      const args: Node[] = []
      for (const arg of right.args) {
        const node = build(arg, bindings, dtype, interner)
        if (node === null) return null
        args.push(node)
      }
      return interner.map(right.op, args, dtype)
    }
  }
}

/** A side of a rule as a reader would write it. */
export function textOf(side: Pattern | Replacement): string {
  switch (side.is) {
    case 'any':
    case 'constant':
      return side.name
    case 'value':
      return Object.is(side.value, -0) ? '-0' : String(side.value)
    case 'derived':
      return side.text
    case 'op':
      return `${side.lossless ? 'lossless ' : ''}${side.op}(${side.args.map(textOf).join(', ')})`
  }
}
