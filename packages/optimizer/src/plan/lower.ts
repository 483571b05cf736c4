import { contiguousStrides, type Node, type ScanNode, scanName, shortName, sizeOf, splitRuns } from '@weldarray/ir'
import type { Access, Kernel, Reduce, Scan, Scatter, Store } from '../kernel.js'
import { kernelText } from '../kernel-text.js'
import { collapse, type RawAccess } from './collapse.js'
import { expressionOf } from './expression.js'
import { type Group, isComputedHere, scansOf } from './groups.js'
import { linearise } from './linearise.js'
import type { AccessBinding, Binding, LoopStep } from './plan.js'
import type { Regions } from './regions.js'

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
): Omit<LoopStep, 'dies' | 'feeds'> {
  const { space } = group
  const body = linearise(expressionOf(group, regions, bufferOf), space)
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
    code: body.code,
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
    .map((n) => (n.kind === 'map' ? shortName(n.op) : n.kind === 'scan' ? scanName(n.op) : n.kind))
  return {
    kind: 'loop',
    kernel,
    text: kernelText(kernel),
    binding,
    size: sizeOf(space),
    fused: [...names, ...group.reduces.map((r) => r.op), ...group.scatters.map((s) => s.kind)],
  }
}
