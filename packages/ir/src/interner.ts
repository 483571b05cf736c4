import { type CallOp, callOps } from './calls/index.js'
import { make } from './cell.js'
import { convert } from './convert.js'
import type { DType, Scalar } from './dtype.js'
import { type GatherOf, inferGather } from './gather.js'
import { inferMap, inferReduce } from './infer.js'
import { inferJoin } from './join.js'
import type {
  CallNode,
  ConstNode,
  GatherNode,
  InputNode,
  IotaNode,
  JoinNode,
  MapNode,
  Node,
  ParamNode,
  ReduceNode,
  ScanNode,
  ScatterNode,
  ViewNode,
} from './node.js'
import { type MapOp, type PrimitiveOp, primitives, type ReduceOp } from './ops/index.js'
import { scalarText } from './scalar-text.js'
import { inferScan, type ScanOp } from './scan.js'
import { inferScatter, type ScatterOf } from './scatter.js'
import { contiguousStrides, type Shape, sameShape, sizeOf } from './shape.js'

/**
 * Makes nodes, the same node for the same contents (hash-consing): within one interner two nodes are equal
 * exactly if they are identical, and building a graph is common-subexpression elimination.
 * Every constructor checks types and shapes and throws what the user should see.
 */
export class Interner {
  private readonly table = new Map<string, Node>()

  get size(): number {
    return this.table.size
  }

  private intern<N extends Node>(key: string, make: (id: number) => N): N {
    let node = this.table.get(key)
    if (node === undefined) {
      node = make(this.table.size)
      this.table.set(key, node)
    }
    return node as N
  }

  input(slot: number, dtype: DType, shape: Shape, strides: readonly number[] = contiguousStrides(shape), offset = 0): InputNode {
    return this.intern(`input ${slot} ${dtype} [${shape}] [${strides}] ${offset}`, (id) =>
      make.input(id, slot, dtype, shape, strides, offset),
    )
  }

  /** A user's constant: a kernel parameter. The value is converted to `dtype`. */
  constant(value: Scalar, dtype: DType, literal = false): ConstNode {
    const stored = convert(value, dtype)
    return this.intern(`${literal ? 'lit' : 'const'} ${scalarText(stored)} ${dtype}`, (id) =>
      make.constant(id, stored, dtype, literal),
    )
  }

  /** The user's constant number `slot`, whose value a plan does not know. */
  param(slot: number, dtype: DType): ParamNode {
    return this.intern(`param ${slot} ${dtype}`, (id) => make.param(id, slot, dtype))
  }

  /** A constant that is part of the structure: compiled into the kernel. */
  literal(value: Scalar, dtype: DType): ConstNode {
    return this.constant(value, dtype, true)
  }

  iota(shape: Shape, strides: readonly number[] = contiguousStrides(shape), offset = 0): IotaNode {
    return this.intern(`iota [${shape}] [${strides}] ${offset}`, (id) => make.iota(id, shape, strides, offset))
  }

  /**
   * `op` of `args`; `dtype` is needed by `cast` alone, whose result type its arguments do not tell.
   * A primitive of constants alone is a constant, a literal if they all are.
   */
  map(op: MapOp, args: readonly Node[], dtype?: DType): Node {
    const type = inferMap(op, args, dtype)
    const folded = this.fold(op, args, type.dtype)
    if (folded !== null) return folded
    let key = `${op} ${type.dtype} [${type.shape}]`
    for (const arg of args) key += ` ${arg.id}`
    return this.intern(key, (id): MapNode => make.map(id, op, type.dtype, type.shape, args))
  }

  private fold(op: MapOp, args: readonly Node[], dtype: DType): Node | null {
    for (let i = 0; i < args.length; i++) if (args[i]!.kind !== 'const') return null
    if (!Object.hasOwn(primitives, op)) return null
    const constants = args as readonly ConstNode[]
    const value = primitives[op as PrimitiveOp].ref(args[args.length - 1]!.dtype)(...constants.map((c) => c.value))
    return this.constant(
      value,
      dtype,
      constants.every((c) => c.literal),
    )
  }

  cast(arg: Node, dtype: DType): Node {
    return arg.dtype === dtype ? arg : this.map('cast', [arg], dtype)
  }

  view(source: Node, shape: Shape, strides: readonly number[], offset: number): ViewNode {
    return this.intern(`view ${source.id} [${shape}] [${strides}] ${offset}`, (id) =>
      make.view(id, source, shape, strides, offset),
    )
  }

  /** `src` with another shape of the same size; `src` itself when the shape is the same. */
  reshape(src: Node, shape: Shape): Node {
    if (sameShape(src.shape, shape)) return src
    if (sizeOf(shape) !== sizeOf(src.shape)) throw new Error(`reshape of [${src.shape}] to [${shape}]`)
    return this.view(src, shape, contiguousStrides(shape), 0)
  }

  reduce(op: ReduceOp, src: Node, axes: readonly number[]): ReduceNode {
    const type = inferReduce(op, src, axes)
    return this.intern(`${op} ${src.id} [${axes}]`, (id) => make.reduce(id, op, src, type.shape, axes))
  }

  /** Elements of `source` whose coordinate along an axis is that which `index` (of the result's shape, or a constant) tells. */
  gather(source: Node, index: Node, shape: Shape, of: GatherOf): GatherNode {
    inferGather(source, index, shape, of)
    return this.intern(`gather ${source.id} ${index.id} [${shape}] ${of.axis} ${of.span} ${of.mode}`, (id) =>
      make.gather(id, source, index, shape, of),
    )
  }

  /** Parts one after the other along an axis. */
  join(parts: readonly Node[], axis: number): JoinNode {
    const { dtype, shape } = inferJoin(parts, axis)
    return this.intern(`join ${parts.map((p) => p.id)} ${axis}`, (id) => make.join(id, dtype, shape, parts, axis))
  }

  /** What the elements along an axis come to, one after the other. Within loops the operand may be a constant, which has no shape of its own. */
  scan(op: ScanOp, src: Node, axis: number, shape: Shape = src.shape): ScanNode {
    inferScan(op, { dtype: src.dtype, shape }, axis)
    return this.intern(`scan ${op} ${src.id} [${shape}] ${axis}`, (id) => make.scan(id, op, src, shape, axis))
  }

  /** Values added to the bins that an index (of their shape) tells, in parts. */
  scatter(index: Node, value: Node, of: ScatterOf): ScatterNode {
    const { dtype, shape } = inferScatter(index, value, of)
    return this.intern(`scatter ${index.id} ${value.id} ${of.parts} ${of.bins}`, (id) =>
      make.scatter(id, dtype, shape, index, value, of),
    )
  }

  /** An operation of the table `callOps`. */
  call(op: CallOp, args: readonly Node[], attributes: readonly number[] = []): CallNode {
    const def = callOps[op]
    const type = def.infer(args, attributes)
    return this.intern(`call ${op} ${args.map((a) => a.id)} [${attributes}]`, (id) =>
      make.call(id, op, type.dtype, type.shape, args, attributes),
    )
  }
}
