import type { CallOp } from './calls/index.js'
import type { DType, Scalar } from './dtype.js'
import { type GatherOf, INDEX_MODES, type IndexMode } from './gather.js'
import type { Memory } from './memory.js'
import type {
  CallNode,
  ConstNode,
  GatherNode,
  InputNode,
  IotaNode,
  JoinNode,
  MapNode,
  Node,
  NodeKind,
  ParamNode,
  ReduceNode,
  ScanNode,
  ScatterNode,
  ViewNode,
} from './node.js'
import type { MapOp, ReduceOp } from './ops/index.js'
import type { ScanOp } from './scan.js'
import type { ScatterOf } from './scatter.js'
import type { Shape } from './shape.js'

const NO_NODES: readonly Node[] = []
const NO_NUMBERS: readonly number[] = []

/** Where nodes that are shown go while they are listed. */
let listed: Node[] | null = null

/** The nodes that Node's `inspect` comes across in `show`: the only way to those of a weak set. */
export function listNodes(show: () => void): Node[] {
  const found: Node[] = []
  listed = found
  try {
    show()
  } finally {
    listed = null
  }
  return found
}

/** All kinds are objects of one shape, which is what keeps recording fast. */
class Cell {
  memory: Memory | null = null
  refs = 0
  stamp = 0
  place = 0
  met = 0
  reach = 0
  depth = 0
  origin: unknown = null
  originPlace = 0
  trace: unknown = null
  readers: ViewNode[] | null = null

  /** What kinds have in common, then what few have, so that each maker ends where its kind does. */
  constructor(
    readonly id: number,
    public kind: NodeKind,
    readonly dtype: DType,
    readonly shape: Shape,
    public args: readonly Node[],
    readonly uniform: boolean,
    readonly op: MapOp | ReduceOp | ScanOp | CallOp | null = null,
    readonly attributes: readonly number[] = NO_NUMBERS,
    readonly axes: readonly number[] = NO_NUMBERS,
    readonly strides: readonly number[] = NO_NUMBERS,
    readonly offset = 0,
    readonly slot = 0,
    readonly value: Scalar = 0,
    readonly literal = false,
  ) {}

  /** How Node's `inspect` shows it. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    listed?.push(this as unknown as Node)
    return `${this.op ?? this.kind} : ${this.dtype}[${this.shape}]`
  }

  /** Of a gather, a join, or a scan. */
  get axis(): number {
    return this.attributes[0]!
  }

  get span(): number {
    return this.attributes[1]!
  }

  /** Of a scatter. */
  get parts(): number {
    return this.attributes[0]!
  }

  get bins(): number {
    return this.attributes[1]!
  }

  get mode(): IndexMode {
    return INDEX_MODES[this.attributes[2]!]!
  }
}

function allUniform(args: readonly Node[]): boolean {
  for (let i = 0; i < args.length; i++) if (!args[i]!.uniform) return false
  return true
}

/** A cell is of the kind it says. The makers take types and shapes as given: `Interner` and the runtime's recording functions check them first. */
export const make = {
  input: (id: number, slot: number, dtype: DType, shape: Shape, strides: readonly number[], offset: number): InputNode =>
    new Cell(id, 'input', dtype, shape, NO_NODES, false, null, NO_NUMBERS, NO_NUMBERS, strides, offset, slot) as never,
  constant: (id: number, value: Scalar, dtype: DType, literal: boolean): ConstNode =>
    new Cell(
      id,
      'const',
      dtype,
      NO_NUMBERS,
      NO_NODES,
      true,
      null,
      NO_NUMBERS,
      NO_NUMBERS,
      NO_NUMBERS,
      0,
      0,
      value,
      literal,
    ) as never,
  param: (id: number, slot: number, dtype: DType): ParamNode =>
    new Cell(id, 'param', dtype, NO_NUMBERS, NO_NODES, true, null, NO_NUMBERS, NO_NUMBERS, NO_NUMBERS, 0, slot) as never,
  iota: (id: number, shape: Shape, strides: readonly number[], offset: number): IotaNode =>
    new Cell(id, 'iota', 'float64', shape, NO_NODES, false, null, NO_NUMBERS, NO_NUMBERS, strides, offset) as never,
  map: (id: number, op: MapOp, dtype: DType, shape: Shape, args: readonly Node[]): MapNode =>
    new Cell(id, 'map', dtype, shape, args, allUniform(args), op) as never,
  view: (id: number, source: Node, shape: Shape, strides: readonly number[], offset: number): ViewNode =>
    new Cell(id, 'view', source.dtype, shape, [source], false, null, NO_NUMBERS, NO_NUMBERS, strides, offset) as never,
  reduce: (id: number, op: ReduceOp, source: Node, shape: Shape, axes: readonly number[]): ReduceNode =>
    new Cell(id, 'reduce', source.dtype, shape, [source], false, op, NO_NUMBERS, axes) as never,
  gather: (id: number, source: Node, index: Node, shape: Shape, { axis, span, mode }: GatherOf): GatherNode => {
    const attributes = [axis, span, INDEX_MODES.indexOf(mode)]
    return new Cell(id, 'gather', source.dtype, shape, [source, index], false, null, attributes) as never
  },
  join: (id: number, dtype: DType, shape: Shape, parts: readonly Node[], axis: number): JoinNode =>
    new Cell(id, 'join', dtype, shape, parts, false, null, [axis]) as never,
  scan: (id: number, op: ScanOp, source: Node, shape: Shape, axis: number): ScanNode =>
    new Cell(id, 'scan', source.dtype, shape, [source], false, op, [axis]) as never,
  scatter: (id: number, dtype: DType, shape: Shape, index: Node, value: Node, { parts, bins }: ScatterOf): ScatterNode =>
    new Cell(id, 'scatter', dtype, shape, [index, value], false, null, [parts, bins]) as never,
  call: (id: number, op: CallOp, dtype: DType, shape: Shape, args: readonly Node[], attributes: readonly number[]): CallNode =>
    new Cell(id, 'call', dtype, shape, args, false, op, attributes) as never,
}
