import { callOps } from './calls/index.js'
import { VerifyError } from './errors.js'
import { inferGather } from './gather.js'
import { inferMap, inferReduce } from './infer.js'
import { inferJoin } from './join.js'
import { type Node, reachable } from './node.js'
import { inferScan } from './scan.js'
import { inferScatter } from './scatter.js'
import { sameShape, sizeOf } from './shape.js'
import { isInside } from './view.js'

type Rule = readonly [law: string, holds: (node: Node) => boolean]

const whole = (list: readonly number[]): boolean => list.every(Number.isInteger)

/** What every node must obey; run between passes when checking is on, and by the tests. */
const rules: readonly Rule[] = [
  ['lengths are non-negative integers', (n) => n.shape.every((d) => Number.isInteger(d) && d >= 0)],
  ['operands are older than the node', (n) => n.args.every((a) => a.id < n.id)],
  [
    'strides are integers, one an axis, and the offset is an integer',
    (n) =>
      !(n.kind === 'input' || n.kind === 'view' || n.kind === 'iota') ||
      (n.strides.length === n.shape.length && whole(n.strides) && Number.isInteger(n.offset)),
  ],
  ['a view stays inside its source', (n) => n.kind !== 'view' || isInside(n, sizeOf(n.args[0].shape))],
  [
    'a map has the type that inference gives it',
    (n) => {
      if (n.kind !== 'map') return true
      const type = inferMap(n.op, n.args, n.dtype)
      return type.dtype === n.dtype && sameShape(type.shape, n.shape)
    },
  ],
  [
    'operands of a map have its shape or are constants',
    (n) => n.kind !== 'map' || n.args.every((a) => a.uniform || sameShape(a.shape, n.shape)),
  ],
  [
    'a reduction has the type that inference gives it, over sorted distinct axes',
    (n) => {
      if (n.kind !== 'reduce') return true
      const type = inferReduce(n.op, n.args[0], n.axes)
      const sorted = n.axes.every((a, i) => a < n.args[0].shape.length && (i === 0 || a > n.axes[i - 1]!))
      return sorted && type.dtype === n.dtype && sameShape(type.shape, n.shape)
    },
  ],
  [
    'a gather replaces one axis of its source, by an index of its shape or a constant',
    (n) => n.kind !== 'gather' || inferGather(n.args[0], n.args[1], n.shape, n).dtype === n.dtype,
  ],
  [
    'a gather has something to take from, or takes nothing',
    (n) => n.kind !== 'gather' || sizeOf(n.shape) === 0 || n.args[0].shape[n.axis]! > 0,
  ],
  [
    'a join has the type of its parts one after the other, which are no constants',
    (n) => n.kind !== 'join' || (!n.args.some((a) => a.uniform) && sameShape(inferJoin(n.args, n.axis).shape, n.shape)),
  ],
  [
    "a scan has its operand's type, and one of its axes",
    (n) => {
      if (n.kind !== 'scan') return true
      const type = inferScan(n.op, n.args[0], n.axis)
      return type.dtype === n.dtype && sameShape(type.shape, n.shape)
    },
  ],
  [
    'a scatter has a row of bins for each of its parts',
    (n) => {
      if (n.kind !== 'scatter') return true
      const type = inferScatter(n.args[0], n.args[1], n)
      return type.dtype === n.dtype && sameShape(type.shape, n.shape)
    },
  ],
  [
    'a call has the type that inference gives it, and whole numbers for attributes',
    (n) => {
      if (n.kind !== 'call') return true
      const type = callOps[n.op].infer(n.args, n.attributes)
      const fits =
        n.attributes.length === callOps[n.op].attributes.length && n.attributes.every((a) => Number.isInteger(a) && a >= 0)
      return fits && n.args.length === callOps[n.op].arity && type.dtype === n.dtype && sameShape(type.shape, n.shape)
    },
  ],
]

/** Throws `VerifyError` for the first node that breaks a rule; `where` names the pass that made the graph. */
export function verify(roots: readonly Node[], where = 'graph'): void {
  for (const node of reachable(roots))
    for (const [law, holds] of rules)
      if (!holds(node)) throw new VerifyError(`${where}: node %${node.id} (${node.kind}) breaks the rule: ${law}`)
}
