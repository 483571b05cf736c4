// Elementwise operations through the compiled kernels, for accuracy work.
import { scratchBytes } from '@weldarray/codegen'
import { compile, inspect } from '@weldarray/codegen/compile'
import { dtypeInfo, expandAll, Interner, reachable, viewOver } from '@weldarray/ir'
import { paramLayout } from '@weldarray/optimizer'

/** The graph of `op` computed and stored as `as`. */
const plain = (op, as) => (interner, inputs) =>
  interner.map(
    op,
    inputs.map((x) => interner.cast(x, as)),
  )

/** A graph that is 1 where `op` of float32 is not the result of the float64 function, rounded. */
export const wrongFloat32 = (op) => (interner, inputs) => {
  const map = (name, ...args) => interner.map(name, args)
  const got = interner.map(op, inputs)
  const want = interner.cast(plain(op, 'float64')(interner, inputs), 'float32')
  const numbers = map('or', map('eq', got, got), map('eq', want, want))
  const sign = (x) => map('copysign', interner.literal(1, 'float32'), x)
  return map('or', map('and', map('ne', got, want), numbers), map('ne', sign(got), sign(want)))
}

/** The map kernel of a graph over `arity` inputs of dtype `from`. */
function kernelOf(graph, arity, from) {
  const interner = new Interner()
  const inputs = Array.from({ length: arity }, (_, slot) => interner.input(slot, from, [2]))
  const node = graph(interner, inputs)
  const [root] = expandAll(interner, [node])
  const accesses = inputs.map(() => ({ use: 'load', dtype: from, inner: 'unit' }))
  const at = new Map()
  const code = []
  for (const n of reachable([root])) {
    at.set(n, code.length)
    if (n.kind === 'input') code.push({ op: 'load', dtype: n.dtype, slot: n.slot })
    else if (n.kind === 'const') code.push({ op: 'lit', dtype: n.dtype, value: n.value })
    else code.push({ op: n.op, dtype: n.dtype, args: n.args.map((a) => at.get(a)) })
  }
  accesses.push({ use: 'store', dtype: root.dtype, inner: 'unit' })
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

/** The text of an operation's kernel on operands of dtype `from`. */
export const kernelText = (op, arity, from) => inspect(kernelOf(plain(op, from), arity, from)).text

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
    return this.graph(plain(op, as), from, inputs, out)
  }

  /** The same for a graph, made by a function of an interner and its inputs. */
  graph(graph, from, inputs, out) {
    const kernel = kernelOf(graph, inputs.length, from)
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
