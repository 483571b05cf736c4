import { type CallNode, contiguousStrides, isContiguous, make, type Node, sizeOf } from '@weldarray/ir'
import { builderOf, isInPlace } from './builders.js'
import { buffersOf, fed } from './feeds.js'
import { formGroups } from './groups.js'
import { lowerGroup } from './lower.js'
import type { Buffer, CallStep, Plan } from './plan.js'

/** Where a root's elements go instead of a buffer of their own: into a slot, by these strides. Nothing of the graph reads that slot. */
export interface Target {
  readonly slot: number
  readonly strides: readonly number[]
}

/** A call as a step. What its operands did not have in memory, earlier steps have put there. */
function callStep(node: CallNode, bufferOf: (node: Node) => number): Omit<CallStep, 'dies'> {
  const operands = node.args.map((arg) => {
    const { dtype, shape } = arg
    if ((arg.kind === 'input' || arg.kind === 'view') && isInPlace(node, arg)) {
      const { strides, offset } = arg
      return { buffer: arg.kind === 'input' ? arg.slot : bufferOf(arg.args[0]), dtype, view: { shape, strides, offset } }
    }
    return { buffer: bufferOf(arg), dtype, view: { shape, strides: contiguousStrides(shape), offset: 0 } }
  })
  const { op, attributes, dtype } = node
  return { kind: 'call', op, attributes, operands, result: bufferOf(node), dtype, size: sizeOf(node.shape) }
}

/**
 * What is stored for each root: of a view that shows all of its source in its order the source, so that nothing is copied. (Such views are
 * left where slices of slices do not compose.)
 */
function storedFor(roots: readonly Node[]): readonly Node[] {
  const stored = new Set(roots)
  return roots.map((root) => {
    if (root.kind !== 'view' || root.offset !== 0 || !isContiguous(root)) return root
    const [source] = root.args
    if (source.uniform || sizeOf(source.shape) !== sizeOf(root.shape) || stored.has(source)) return root
    stored.add(source)
    return source
  })
}

/** A root as a loop stores it by strides: what is there only once its own step has ended (a call, a reduction) is copied. */
function placed(root: Node): Node {
  const { id, kind, shape } = root
  return builderOf(root).waits && kind !== 'join' ? make.view(id + 1, root, shape, contiguousStrides(shape), 0) : root
}

/**
 * Loops in the order in which they run, and the memory between them. `inputs` is the number of input slots,
 * which are the first buffers; a buffer the plan made is dead after its last reader, unless it is a root.
 */
export function schedule(asked: readonly Node[], inputs: number, target: Target | null = null): Plan {
  const roots = target === null ? storedFor(asked) : asked.map(placed)
  const { groups, calls, regions } = formGroups(roots)
  const buffers: Buffer[] = []
  const numbers = new Map<Node, number>()
  if (target !== null) numbers.set(roots[0]!, target.slot)
  const bufferOf = (node: Node): number => {
    let n = numbers.get(node)
    if (n === undefined) {
      n = inputs + buffers.length
      numbers.set(node, n)
      buffers.push({ dtype: node.dtype, length: sizeOf(node.shape) })
    }
    return n
  }
  const destination = target === null ? null : { node: roots[0]!, strides: target.strides }
  const staged = [
    ...groups.map((g) => ({ stage: g.stage, draft: () => lowerGroup(g, regions, bufferOf, destination) })),
    ...calls.map((c) => ({ stage: regions.stage.get(c)!, draft: () => callStep(c, bufferOf) })),
  ]
  const inOrder = staged.sort((a, b) => a.stage - b.stage).map((s) => s.draft())
  const rootBuffers = roots.map(bufferOf)
  const drafts = fed(inOrder, rootBuffers, inputs)

  const lastUse = new Map<number, number>()
  drafts.forEach((step, at) => {
    for (const buffer of buffersOf(step)) if (buffer >= inputs) lastUse.set(buffer, at)
  })
  for (const root of rootBuffers) lastUse.delete(root)
  const dies: number[][] = drafts.map(() => [])
  for (const [buffer, at] of lastUse) dies[at]!.push(buffer)
  const steps = drafts.map((step, at) => ({ ...step, dies: dies[at]! }))
  return { inputs, buffers, steps, roots: rootBuffers }
}
