// Elementwise operations through the compiled kernels, for accuracy work.
import { scratchBytes } from '@weldarray/codegen'
import { compile } from '@weldarray/codegen/compile'
import { dtypeInfo, expandAll, Interner, mapOps, reachable, viewOver, withOperands } from '@weldarray/ir'
import { paramLayout } from '@weldarray/optimizer'

/** The map kernel of `op` on inputs of dtype `from`, computed as `as` and stored as that. */
function kernelOf(op, from, as) {
  const interner = new Interner()
  const inputs = Array.from({ length: mapOps[op].arity }, (_, slot) => interner.input(slot, from, [2]))
  const node = interner.map(
    op,
    inputs.map((x) => interner.cast(x, as)),
  )
  const [root] = expandAll(interner, [node], (n, args) => withOperands(interner, n, args))
  const accesses = inputs.map(() => ({ use: 'load', dtype: from, inner: 'unit' }))
  const at = new Map()
  const code = []
  for (const n of reachable([root])) {
    at.set(n, code.length)
    if (n.kind === 'input') code.push({ op: 'load', dtype: n.dtype, slot: n.slot })
    else if (n.kind === 'const') code.push({ op: 'lit', dtype: n.dtype, value: n.value })
    else code.push({ op: n.op, dtype: n.dtype, args: n.args.map((a) => at.get(a)) })
  }
  accesses.push({ use: 'store', dtype: as, inner: 'unit' })
  return {
    kind: 'map',
    rows: 0,
    runs: 0,
    accesses,
    params: [],
    code,
    stores: [{ slot: accesses.length - 1, value: at.get(root) }],
    reduces: [],
  }
}

/** Room for `count` elements of each operand and of several results, and kernels that run there. */
export class Bench {
  #memory
  #next = 1024
  constructor(bytes) {
    const pages = Math.ceil((bytes + 65536) / 65536) + 1
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  }

  #take(bytes) {
    const at = this.#next
    this.#next = Math.ceil((at + bytes + 64) / 64) * 64
    return at
  }

  array(dtype, count) {
    return viewOver(dtype, this.#memory.buffer, this.#take(count * dtypeInfo[dtype].bytes), count)
  }

  /** A function (count) that computes `out` from `inputs`, arrays of this bench. */
  operation(op, from, as, inputs, out) {
    const kernel = kernelOf(op, from, as)
    const module = new WebAssembly.Module(compile(kernel))
    const { run } = new WebAssembly.Instance(module, { env: { memory: this.#memory } }).exports
    const layout = paramLayout(kernel)
    const params = this.#take(4 * layout.words)
    const scratch = this.#take(scratchBytes(kernel))
    const words = new Int32Array(this.#memory.buffer, params, layout.words)
    ;[...inputs, out].forEach((array, slot) => {
      words[layout.accesses[slot]] = array.byteOffset
      words[layout.accesses[slot] + 1] = array.BYTES_PER_ELEMENT
    })
    return (count) => {
      words[layout.lengths] = count
      run(params, scratch, 0, 1, 0, 0, 0, count)
    }
  }
}
