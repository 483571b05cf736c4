// A fast evaluator for expansions: the primitives of one elementwise operation as straight-line JavaScript.
// For accuracy work only; its bits are those of the reference interpreter (tested in packages/ir/test).
import { expandAll, Interner, primitives, reachable } from '@weldarray/ir'

const word = new DataView(new ArrayBuffer(8))
const helpers = {
  exponent: (x) => {
    word.setFloat64(0, x)
    return ((word.getInt32(0) >>> 20) & 0x7ff) - 1023
  },
  mantissa: (x) => {
    word.setFloat64(0, x)
    word.setInt32(0, (word.getInt32(0) & 0xfffff) | 0x3ff00000)
    return word.getFloat64(0)
  },
  head: (x) => {
    word.setFloat64(0, x)
    word.setInt32(4, 0)
    return word.getFloat64(0)
  },
  copysign: (x, y) => ((x < 0 || Object.is(x, -0) ? 1 : 0) === (y < 0 || Object.is(y, -0) ? 1 : 0) ? x : -x),
  nearest: (x) => {
    if (!(Math.abs(x) < 4503599627370496)) return x
    if (x < 0 || Object.is(x, -0)) {
      const r = x - 4503599627370496 + 4503599627370496
      return r === 0 ? -0 : r
    }
    return x + 4503599627370496 - 4503599627370496
  },
}
for (const name of ['pi_quadrant', 'pi_high', 'pi_low', 'binade', 'significand', 'pow2placed'])
  helpers[name] = primitives[name].ref('float64')
const infix = { add: '+', sub: '-', mul: '*', div: '/', lt: '<', le: '<=', gt: '>', ge: '>=', eq: '===', ne: '!==' }
const calls = {
  sqrt: 'Math.sqrt',
  floor: 'Math.floor',
  ceil: 'Math.ceil',
  trunc: 'Math.trunc',
  abs: 'Math.abs',
  minimum: 'Math.min',
  maximum: 'Math.max',
}

const numberText = (v) => (Object.is(v, -0) ? '-0' : String(v))

/** The nodes of op's expansion for `dtype`, arguments first. */
export function expansion(op, arity, dtype = 'float64') {
  const interner = new Interner()
  const inputs = Array.from({ length: arity }, (_, i) => interner.input(i, dtype, [1]))
  const root = interner.map(op, inputs)
  const roots = expandAll(interner, [root])
  return { inputs, nodes: reachable(roots), root: roots[0] }
}

/** A function (x[, y]) => number. */
export function scalarFunction(op, arity = 1, dtype = 'float64') {
  const { inputs, nodes, root } = expansion(op, arity, dtype)
  const lines = []
  for (const node of nodes) {
    const name = `v${node.id}`
    if (node.kind === 'input') continue
    if (node.kind === 'const') {
      lines.push(`const ${name} = ${numberText(node.value)}`)
      continue
    }
    const a = node.args.map((n) => `v${n.id}`)
    let text
    if (infix[node.op]) text = `${a[0]} ${infix[node.op]} ${a[1]}`
    else if (calls[node.op]) text = `${calls[node.op]}(${a})`
    else if (node.op === 'neg') text = `-${a[0]}`
    else if (node.op === 'select' || node.op === 'likely') text = `${a[0]} ? ${a[1]} : ${a[2]}`
    else if (node.op === 'and') text = `${a[0]} && ${a[1]}`
    else if (node.op === 'or') text = `${a[0]} || ${a[1]}`
    else if (node.op === 'xor') text = `${a[0]} !== ${a[1]}`
    else if (node.op === 'not') text = `!${a[0]}`
    else if (node.op === 'cast') text = node.dtype === 'float32' ? `Math.fround(${a[0]})` : a[0]
    else if (helpers[node.op]) text = `${node.op}(${a})`
    else throw new Error(`straight.mjs knows no ${node.op}`)
    lines.push(`const ${name} = ${text}`)
  }
  const body = `return function ${op}(${inputs.map((n) => `v${n.id}`)}) {\n${lines.join('\n')}\nreturn v${root.id}\n}`
  return new Function(...Object.keys(helpers), body)(...Object.values(helpers))
}
