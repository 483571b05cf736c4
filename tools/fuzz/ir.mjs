/*
 * `weldarray/ir`: recording functions with right and wrong nodes, shapes and views. What they record must be what the reference interpreter
 * makes of it.
 */
const MAP = [
  ['neg', 1],
  ['abs', 1],
  ['sqrt', 1],
  ['add', 2],
  ['mul', 2],
  ['lt', 2],
  ['and', 2],
  ['select', 3],
  ['no such', 1],
]
const DTYPES = ['bool', 'int8', 'uint32', 'int64', 'bigint64', 'float32', 'float64', 'no such']
const REDUCE = ['sum', 'prod', 'min', 'max', 'any', 'no such']

/** Values for recording functions. */
function makersFor(ir, values) {
  const node = (r, depth = 0) => {
    if (r.chance(0.05)) return values.strange(r)
    if (depth < 2 && r.chance(0.4)) {
      try {
        return operate(r, depth)
      } catch {
        // What does not fit is another call's.
      }
    }
    return r.chance(0.2) ? ir.constant(r.pick([0, 1, -2.5, NaN, 3n])) : ir.nodeOf(values.array(r))
  }
  const operate = (r, depth) => {
    const x = node(r, depth + 1)
    return r.pick([
      () => ir.map('neg', [x]),
      () => ir.map('add', [x, x]),
      () => ir.cast(x, 'float64'),
      () => ir.reduce('sum', x),
    ])()
  }
  const length = (r) => (r.chance(0.9) ? r.below(4) : r.pick([-1, 1.5, NaN, Infinity, 2 ** 53, 'x', 3n, undefined]))
  const lengths = (r) => (r.chance(0.05) ? values.strange(r) : Array.from({ length: r.below(4) }, () => length(r)))
  const view = (r) => {
    if (r.chance(0.05)) return values.strange(r)
    const shape = lengths(r)
    const strides =
      Array.isArray(shape) && r.chance(0.9) ? shape.map(() => (r.chance(0.9) ? r.below(5) - 2 : length(r))) : lengths(r)
    return { shape, strides, offset: r.chance(0.9) ? r.below(4) : length(r) }
  }
  const one = (r, list) => (r.chance(0.95) ? r.pick(list) : values.strange(r))
  return { node, length, lengths, view, one }
}

/** Arguments of each function that records or computes. */
const ARGUMENTS = {
  nodeOf: (r, _m, v) => [r.chance(0.7) ? v.array(r) : v.strange(r)],
  arrayOf: (r, m) => [m.node(r)],
  constant: (r, m, v) => [
    r.chance(0.7) ? r.pick([0, -1.5, NaN, 3n]) : v.strange(r),
    ...(r.chance(0.5) ? [m.one(r, DTYPES)] : []),
  ],
  iota: (r, m) => [m.view(r)],
  map: (r, m) => {
    const [op, arity] = r.pick(MAP)
    const x = m.node(r)
    const args = Array.from({ length: r.chance(0.9) ? arity : r.below(4) }, () => (r.chance(0.6) ? x : m.node(r)))
    return [r.chance(0.95) ? op : m.one(r, ['cast']), r.chance(0.95) ? args : x, ...(r.chance(0.2) ? [m.one(r, DTYPES)] : [])]
  },
  cast: (r, m) => [m.node(r), m.one(r, DTYPES)],
  view: (r, m) => [m.node(r), m.view(r)],
  reshape: (r, m) => {
    const x = m.node(r)
    return [x, r.chance(0.5) && Array.isArray(x?.shape) ? [x.shape.reduce((n, d) => n * d, 1)] : m.lengths(r)]
  },
  broadcast: (r, m) => {
    const x = m.node(r)
    return [x, r.chance(0.5) && Array.isArray(x?.shape) ? [2, ...x.shape] : m.lengths(r)]
  },
  reduce: (r, m) => [m.one(r, REDUCE), m.node(r), ...(r.chance(0.5) ? [r.chance(0.5) ? m.length(r) : m.lengths(r)] : [])],
  scatter: (r, m) => [m.node(r), m.node(r), m.length(r)],
  evaluate: (r, m) => [Array.from({ length: r.below(3) }, () => m.node(r))],
  evaluateAsync: (r, m, v) => [Array.from({ length: r.below(3) }, () => m.node(r)), ...(r.chance(0.1) ? [v.strange(r)] : [])],
  graphOf: (r, m) => [Array.from({ length: r.below(3) }, () => m.node(r))],
  bind: (r, m) => [r.chance(0.9) ? [m.node(r)] : m.node(r), r.chance(0.9) ? [m.node(r)] : m.node(r)],
}

/** Of a node, by the reference interpreter. */
function meaningOf(ir, node) {
  const { interner, roots, inputs } = ir.graphOf([node])
  ir.evaluate(inputs)
  const slots = inputs.map((input) => input.memory.data)
  return ir.interpret(interner, roots, slots)[0]
}

const isNode = (x) => typeof x === 'object' && x !== null && typeof x.kind === 'string' && Array.isArray(x.args)

/** An array's elements in C order, as they lie in memory. */
const flat = (x) => {
  const wide = /^u?int64$/.test(x.dtype) ? x.astype(`big${x.dtype}`) : x
  return [wide.tolist()].flat(Infinity).map((e) => (typeof e === 'boolean' ? Number(e) : e))
}

export function irTargets(ir) {
  return Object.keys(ARGUMENTS).map((name) => ({
    name: `ir.${name}`,
    make: (r, values) => ARGUMENTS[name](r, makersFor(ir, values), values),
    call: (args) => ir[name](...args),
    /** What is wrong with a node that was recorded. */
    check(result) {
      for (const node of [result].flat()) {
        if (!isNode(node)) continue
        if (node.shape.reduce((n, d) => n * d, 1) > 10_000) continue
        const want = Array.from(meaningOf(ir, node))
        const got = flat(ir.arrayOf(node))
        const at = want.findIndex((w, i) => !Object.is(got[i], w))
        if (at >= 0 || got.length !== want.length)
          return `element ${at} is ${String(got[at])}, by the interpreter ${String(want[at])}`
      }
      return undefined
    },
  }))
}
