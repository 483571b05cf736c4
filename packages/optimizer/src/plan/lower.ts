import {
  contiguousStrides,
  expandAll,
  gatherStrides,
  type IndexMode,
  Interner,
  type IotaNode,
  isScalar,
  type Node,
  reachable,
  type ScanNode,
  type Shape,
  scanNames,
  shortName,
  sizeOf,
  splitRuns,
  withOperands,
} from '@weldarray/ir'
import type { Access, Instruction, Kernel, Reduce, Scan, Scatter, Store } from '../kernel.js'
import { kernelText } from '../kernel-text.js'
import { builderOf, computedWith } from './builders.js'
import { collapse, type RawAccess } from './collapse.js'
import { type Group, isComputedHere, scansOf } from './groups.js'
import type { AccessBinding, Binding, LoopStep, ParamBinding, SourceInstruction } from './plan.js'
import type { Regions } from './regions.js'

/** A loop's expression: a graph over the iteration space whose inputs are reads of buffers. */
interface Expression {
  readonly interner: Interner
  /** Values to store, values to reduce, then index and value of each scatter. */
  readonly values: readonly Node[]
  /** What is scanned on the way to them. */
  readonly scans: readonly Node[]
}

/** Kernels count in unsigned words of 32 bits. */
export const COUNTABLE = 2 ** 32

/** An iota as kernels can count it, from 0 up: what is below 0 is added afterwards, exactly. */
function countable(interner: Interner, { shape, strides, offset }: IotaNode): Node {
  let least = offset
  let range = 0
  strides.forEach((s, axis) => {
    const span = s * Math.max(0, shape[axis]! - 1)
    least += Math.min(0, span)
    range += Math.abs(span)
  })
  if (least >= 0 && least + range < COUNTABLE) return interner.iota(shape, strides, offset)
  const plus = (node: Node, n: number): Node => interner.map('add', [node, interner.constant(n, 'float64')])
  if (range < COUNTABLE) return plus(interner.iota(shape, strides, offset - least), least)
  // Too far apart: each axis counts for itself.
  const terms = strides.map((s, axis) =>
    interner.map('mul', [
      interner.iota(
        shape,
        strides.map((_, i) => Number(i === axis)),
      ),
      interner.constant(s, 'float64'),
    ]),
  )
  return plus(
    terms.reduce((a, b) => interner.map('add', [a, b])),
    offset,
  )
}

/** The group's body as a graph of its own: everything read from memory is an input, slot = buffer. */
function expressionOf(group: Group, regions: Regions, bufferOf: (node: Node) => number): Expression {
  const interner = new Interner()
  const results = [...group.stores, ...group.reduces, ...group.scatters]
  const scanned = scansOf(group, regions)
  const made = new Map<Node, Node>()
  for (const node of group.body) {
    made.set(node, build(node))
  }
  function build(node: Node): Node {
    if (node.kind === 'map' && isComputedHere(node, group.stage, regions, results))
      return folded(
        interner,
        interner.map(
          node.op,
          node.args.map((a) => made.get(a)!),
          node.dtype,
        ),
      )
    if (node.kind === 'scan' && isComputedHere(node, group.stage, regions, results)) {
      const operand = made.get(node.args[0])!
      return scanned.includes(node) ? interner.scan(node.op, operand, node.axis, node.shape) : operand
    }
    // What lies far apart was put in order first.
    if (regions.cut.has(node) && regions.stage.get(node)! < group.stage)
      return interner.input(bufferOf(node), node.dtype, node.shape)
    if (node.kind === 'gather' && isComputedHere(node, group.stage, regions, results))
      return interner.gather(source(node.args[0]), made.get(node.args[1])!, node.shape, node)
    if (node.kind === 'iota') return countable(interner, node)
    if (isScalar(node)) return withOperands(interner, node, [])
    if (node.kind === 'view' && isScalar(node.args[0])) return withOperands(interner, node.args[0], [])
    if (node.kind === 'view') return interner.input(bufferOf(node.args[0]), node.dtype, node.shape, node.strides, node.offset)
    if (node.kind === 'input') return interner.input(node.slot, node.dtype, node.shape, node.strides, node.offset)
    return interner.input(bufferOf(node), node.dtype, node.shape)
  }
  /** What a gather takes from, as it lies in memory. */
  function source(node: Node): Node {
    if (node.kind === 'input') return interner.input(node.slot, node.dtype, node.shape, node.strides, node.offset)
    return interner.input(bufferOf(node), node.dtype, node.shape)
  }
  const values = [
    ...group.stores,
    ...group.placed.map((p) => p.node),
    ...[...group.reduces, ...group.scatters].flatMap((r) => builderOf(r).values(r)),
  ]
  return { interner, values: values.map((v) => made.get(v)!), scans: scanned.map((s) => made.get(s)!) }
}

const lowered = (interner: Interner, nodes: readonly Node[]): readonly Node[] =>
  expandAll(interner, nodes, (node, args) => (args.length === 0 ? node : withOperands(interner, node, args)))

/**
 * A function of constants alone becomes a constant, as primitives of constants are from the start: it has no shape,
 * so an operation on it and an array would not have two operands of one shape.
 */
const folded = (interner: Interner, node: Node): Node =>
  node.kind === 'map' && node.args.every((a) => a.kind === 'const') ? lowered(interner, [node])[0]! : node

/** Composites lowered to primitives. */
function toPrimitives({ interner, values, scans }: Expression): Pick<Expression, 'values' | 'scans'> {
  const all = lowered(interner, [...values, ...scans])
  return { values: all.slice(0, values.length), scans: all.slice(values.length) }
}

interface Read {
  readonly use: 'load' | 'iota' | 'gather'
  readonly node: Node
  readonly raw: RawAccess
  /** Of a gather, whose index is no part of it: gathers that differ in the index alone are one access. */
  readonly mode?: IndexMode
  readonly key?: string
}

/** An access that an index of the body adds to. */
function gathering(node: Node & { kind: 'gather' }, source: Node & { kind: 'input' }): Read {
  const { axis, span, mode } = node
  return {
    use: 'gather',
    node: source,
    mode,
    key: `${axis} ${span} ${mode}`,
    raw: {
      buffer: source.slot,
      strides: gatherStrides(source.strides, node),
      offset: source.offset,
      gather: { scale: source.strides[axis]!, length: source.shape[axis]! },
    },
  }
}

/** All that is loaded as it is, and not only taken from. */
function operandsOf(values: readonly Node[], nodes: readonly Node[]): Set<Node> {
  const used = new Set(values)
  for (const node of nodes) for (const arg of computedWith(node)) used.add(arg)
  return used
}

/** The instructions of a loop body, and what each access and parameter stands for. */
function linearise({ values, scans }: Pick<Expression, 'values' | 'scans'>, space: Shape, known: readonly Read[] = []) {
  const code: SourceInstruction[] = []
  const reads: Read[] = [...known]
  const params: ParamBinding[] = []
  const index = new Map<Node, number>()
  const nodes = reachable(values)
  const operands = operandsOf(values, nodes)
  for (const node of nodes) {
    if (!operands.has(node)) continue
    index.set(node, code.length)
    switch (node.kind) {
      case 'input':
      case 'iota': {
        const use = node.kind === 'input' ? 'load' : 'iota'
        const before = reads.findIndex((r) => r.node === node && r.use === use)
        code.push({ op: use, dtype: node.dtype, slot: before < 0 ? reads.length : before })
        if (before >= 0) break
        // A 0-d read inside a larger space is the same element everywhere.
        const strides = node.shape.length === space.length ? node.strides : space.map(() => 0)
        reads.push({ use, node, raw: { buffer: node.kind === 'input' ? node.slot : -1, strides, offset: node.offset } })
        break
      }
      case 'const':
        if (node.literal) code.push({ op: 'lit', dtype: node.dtype, value: node.value })
        else {
          code.push({ op: 'param', dtype: node.dtype, slot: params.length })
          params.push({ dtype: node.dtype, value: node.value, slot: -1 })
        }
        break
      case 'param':
        code.push({ op: 'param', dtype: node.dtype, slot: params.length })
        params.push({ dtype: node.dtype, value: 0, slot: node.slot })
        break
      case 'map':
        code.push({ op: node.op, dtype: node.dtype, args: node.args.map((a) => index.get(a)!) })
        break
      case 'scan':
        code.push({ op: 'scan', dtype: node.dtype, scan: scans.indexOf(node), args: [index.get(node.args[0])!] })
        break
      case 'gather': {
        const read = gathering(node, node.args[0] as Node & { kind: 'input' })
        let slot = reads.findIndex((r) => r.node === read.node && r.use === 'gather' && r.key === read.key)
        if (slot < 0) slot = reads.push(read) - 1
        code.push({ op: 'gather', dtype: node.dtype, slot, args: [index.get(node.args[1])!] })
        break
      }
      default:
        throw new Error(`a ${node.kind} cannot be inside a loop`)
    }
  }
  const at = (node: Node): number => index.get(node)!
  return { code, reads, params, values: values.map(at), scans: scans.map((s) => at(s.args[0]!)) }
}

interface Axes {
  readonly kind: Kernel['kind']
  readonly kept: number[]
  readonly reduced: number[]
}

/** Which axes of the space are kept and which reduced, length-1 axes left out. */
function axesOf({ space, reduces }: Group, scans: readonly ScanNode[]): Axes {
  const real = space.map((_, i) => i).filter((i) => space[i] !== 1)
  if (scans.length > 0) {
    const { axis } = scans[0]!
    const kind = real[real.length - 1] === axis ? 'inner' : 'outer'
    return { kind, kept: real.filter((a) => a !== axis), reduced: [axis] }
  }
  const first = reduces[0]
  if (first === undefined) return { kind: 'map', kept: real, reduced: [] }
  const run = splitRuns(space, first.axes)[0]!
  const inRun = (axis: number): boolean => axis >= run.from && axis < run.to
  return { kind: run.inner === 1 ? 'inner' : 'outer', kept: real.filter((a) => !inRun(a)), reduced: real.filter(inRun) }
}

/** One group as a step: the kernel, and the numbers it leaves open. */
export function lowerGroup(
  group: Group,
  regions: Regions,
  bufferOf: (node: Node) => number,
  target: { readonly node: Node; readonly strides: readonly number[] } | null,
): Omit<LoopStep, 'dies'> {
  const { space } = group
  const expression = expressionOf(group, regions, bufferOf)
  const body = linearise(toPrimitives(expression), space)
  const source = linearise(expression, space, body.reads)
  if (source.reads.length > body.reads.length) throw new Error('an expansion reads less than the operation')
  const scanned = scansOf(group, regions)
  const { kind, kept, reduced } = axesOf(group, scanned)

  const raw: RawAccess[] = body.reads.map((r) => r.raw)
  const stepsOf = (node: Node): readonly number[] => (node === target?.node ? target.strides : contiguousStrides(node.shape))
  for (const node of group.stores) raw.push({ buffer: bufferOf(node), strides: stepsOf(node), offset: 0 })
  for (const { join, start } of group.placed) {
    const strides = stepsOf(join)
    raw.push({ buffer: bufferOf(join), strides, offset: start.reduce((sum, at, k) => sum + at * strides[k]!, 0) })
  }
  const stored = [...group.stores, ...group.placed.map((p) => p.node)]
  for (const node of group.scatters) {
    const scatter = { scale: 1, length: node.bins, parts: node.parts }
    raw.push({ buffer: bufferOf(node), strides: space.map(() => 0), offset: 0, gather: scatter })
  }
  const pick = (axes: readonly number[]) => ({
    lengths: axes.map((a) => space[a]!),
    strides: raw.map((r) => axes.map((a) => r.strides[a]!)),
  })
  const keptPart = pick(kept)
  const reducedPart = pick(reduced)
  const outer = collapse(keptPart.lengths, keptPart.strides, kind !== 'inner')
  const inner = collapse(reducedPart.lengths, reducedPart.strides, kind !== 'map')
  const arrange = <T>(k: readonly T[], r: readonly T[]): T[] =>
    kind === 'inner' ? [...k, ...r] : [...k.slice(0, -1), ...r, ...k.slice(-1)]

  const lengths = arrange(outer.lengths, inner.lengths)
  const runs = kind === 'inner' ? inner.lengths.length - 1 : inner.lengths.length
  const rowAxes = lengths.length - 1 - runs
  const accesses: AccessBinding[] = raw.map((r, i) => ({
    buffer: r.buffer,
    strides: arrange(outer.strides[i]!, inner.strides[i]!),
    offset: r.offset,
    ...(r.gather === undefined ? {} : { gather: r.gather }),
  }))
  const shapeOf = (b: AccessBinding, use: Access['use'], dtype: Access['dtype']): Access => {
    const last = b.strides[b.strides.length - 1]!
    return { use, dtype, inner: last === 1 ? 'unit' : last === 0 ? 'zero' : 'any' }
  }
  const stores: Store[] = stored.map((_, i) => ({ slot: body.reads.length + i, value: body.values[i]! }))
  const reduces: Reduce[] = group.reduces.map((r, i) => ({
    op: r.op,
    dtype: r.dtype,
    value: body.values[stored.length + i]!,
  }))
  const scatters: Scatter[] = group.scatters.map((_, i) => {
    const at = stored.length + group.reduces.length + 2 * i
    return { slot: body.reads.length + stored.length + i, index: body.values[at]!, value: body.values[at + 1]! }
  })
  const scans: Scan[] = scanned.map(({ op, dtype }, i) => ({ op, dtype, value: body.scans[i]! }))
  const kernel: Kernel = {
    kind,
    rows: rowAxes,
    runs,
    accesses: [
      ...body.reads.map((r, i) => {
        const access = shapeOf(accesses[i]!, r.use, r.node.dtype)
        return r.mode === undefined ? access : { ...access, mode: r.mode }
      }),
      ...stored.map((n, i) => {
        const access = shapeOf(accesses[body.reads.length + i]!, 'store', n.dtype)
        // A store of a single element is addressed as any other.
        return access.inner === 'zero' ? { ...access, inner: 'unit' as const } : access
      }),
      ...group.scatters.map(({ dtype }) => ({ use: 'scatter', dtype, inner: 'zero', mode: 'raise' }) as const),
    ],
    params: body.params.map((p) => p.dtype),
    code: body.code as readonly Instruction[],
    stores,
    reduces,
    scans,
    scatters,
  }
  const product = (list: readonly number[]): number => list.reduce((a, b) => a * b, 1)
  const runLength = product(inner.lengths)
  const binding: Binding = {
    lengths,
    accesses,
    params: body.params,
    reduces: group.reduces.map(bufferOf),
    rows: product(lengths.slice(0, rowAxes)),
    runLength: kind === 'map' ? 0 : runLength,
    rowLength: kind === 'inner' ? runLength : lengths[lengths.length - 1]!,
  }
  const names = group.body
    .filter((n) => isComputedHere(n, group.stage, regions, [...group.stores]))
    .map((n) => (n.kind === 'map' ? shortName(n.op) : n.kind === 'scan' ? scanNames[n.op] : n.kind))
  return {
    kind: 'loop',
    kernel,
    text: kernelText(kernel),
    binding,
    size: sizeOf(space),
    fused: [...names, ...group.reduces.map((r) => r.op), ...group.scatters.map((s) => s.kind)],
    source: { code: source.code, params: source.params, values: [...source.values, ...source.scans] },
  }
}
