// A step of the build: writes dist/ops/kernels/*.cjs, the loops of weldarray/ops for arrays of one dtype, a file each, from the
// table of operations. Every (operation, dtype) is a function literal of its own, so that V8's type feedback stays monomorphic
// without generating code at run time.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { exactFiles, numberFiles } from '../dist/ops/loop-files.js'
import { operations } from '../dist/ops/table.js'

export const folder = new URL('../dist/ops/kernels/', import.meta.url)

/** Known to be 32-bit integers, indices need fewer checks: a tenth of the time of a simple loop. */
const whole = (names) => names.map((x) => `${x}|=0;`).join('')

/** Elements a step of the loop over neighbours takes: half the time of one by one. */
const UNROLL = 8

/*
 * m rows of n elements; each operand has an index, a step between rows and a step between elements.
 * Result o: p, P, p1. First operand a: q, Q, q1. Second operand b: r, R, r1, or a scalar s.
 */
const O = { start: 'p', row: 'P', step: 'p1', at: 'x', data: 'o' }
const A = { start: 'q', row: 'Q', step: 'q1', at: 'y', data: 'a' }
const B = { start: 'r', row: 'R', step: 'r1', at: 'z', data: 'b' }

const list = (heads, f) => heads.map(f).join(',')

/**
 * A function over the operands `heads`. `inner` makes the statement for one element from an operand's text and the element's
 * number in its row. The order is always that of the elements, one by one: operands may overlap.
 */
function loop(heads, rest, inner, { unrolled, short, before = '', after = '' }) {
  const element = (k) => {
    const plus = k === 0 ? '' : `+${k}`
    return inner((head) => `${head.data}[${head.at}${plus}]`, `i${plus}`)
  }
  const parameters = ['m', 'n', ...heads.map((h) => `${h.data},${h.start},${h.row},${h.step}`), ...rest].join(',')
  const integers = short ? whole(['m', 'n', ...heads.flatMap((h) => [h.start, h.row, h.step])]) : ''
  const neighbours = unrolled
    ? `if(${heads.map((h) => `${h.step}===1`).join('&&')})for(;i<n-${UNROLL - 1};i+=${UNROLL},${list(heads, (h) => `${h.at}+=${UNROLL}`)}){${Array.from(
        { length: UNROLL },
        (_, k) => element(k),
      ).join(';')}}`
    : ''
  return `(${parameters}){${before}${integers}for(;m>0;m--,${list(heads, (h) => `${h.start}+=${h.row}`)}){let i=0,${list(
    heads,
    (h) => `${h.at}=${h.start}`,
  )};${neighbours}for(;i<n;i++,${list(heads, (h) => `${h.at}+=${h.step}`)}){${element(0)}}}${after}}`
}

/**
 * V8's `Math.round` mispredicts a branch for every other element; here only numbers that round to 0, or are too large to be
 * halved, take one. In place, where numbers are soon whole, V8's is the faster one.
 */
const roundHalfUp = `/** Math.round(v) */
const roundHalfUp = (v) => {
  const r = Math.floor(v + 0.5)
  return r - 0.5 > v ? r - 1 : r === 0 ? v * 0 : r
}

`

function kernels(dtype) {
  const plainNumbers = numberFiles.includes(dtype)
  // Arrays too long for 32-bit integers are left to the loops for anything.
  const style = { unrolled: plainNumbers, short: dtype !== 'mixed' }
  const truth = (text) => (plainNumbers ? `+(${text})` : text)
  const out = {}
  const store = (name, heads, rest, value) => {
    out[name] = loop(heads, rest, (of) => `${of(O)}=${value(of)}`, style)
  }
  const both = (name, f) => {
    store(name, [O, A, B], [], (of) => f(of(A), of(B)))
    store(`${name}s`, [O, A], ['s'], (of) => f(of(A), 's'))
    // In place the first operand is the result, which one index serves.
    store(`${name}eq`, [O, B], [], (of) => f(of(O), of(B)))
    store(`${name}seq`, [O], ['s'], (of) => f(of(O), 's'))
  }
  const single = (name, f) => {
    store(name, [O, A], [], (of) => f(of(A)))
    store(`${name}eq`, [O], [], (of) => f(of(O)))
  }
  /** Takes the result so far, returns the result after these elements. */
  const fold = (name, statement) => {
    const before = plainNumbers ? 'let t=+s;' : 'let t=s;'
    out[name] = loop([A], ['s'], (of) => statement(of(A)), { ...style, before, after: 'return t' })
  }
  /** Whether some element fulfils a condition. */
  const some = (name, condition) => {
    out[name] = loop([A], [], (of) => `if(${condition(of(A))})return true`, { ...style, after: 'return false' })
  }
  /** The position, counted in the order of the loops, of the last new record over s; -1 without one. */
  const record = (name, beats) => {
    const before = `let at=-1,t=${plainNumbers ? '+s' : 's'};const m0=m;`
    const position = (i) => `at=(m0-m)*n+${i}`
    const statement = (of, i) => `{const v=${of(A)};if(v${beats}t){t=v;${position(i)}}}`
    out[name] = loop([A], ['s'], statement, { ...style, before, after: 'return at' })
  }
  for (const [name, { arity, js, truth: isTruth }] of Object.entries(operations)) {
    const f = (b, c) => {
      const text = js.replace(/\b[bc]\b/g, (x) => (x === 'b' ? b : c))
      return isTruth ? truth(text) : text
    }
    if (arity === 1) single(name, f)
    else both(name, f)
  }
  if (dtype.startsWith('float')) store('round', [O, A], [], (of) => `roundHalfUp(${of(A)})`)
  single('assign', (b) => b)
  store('assigns', [O], ['s'], () => 's')
  out.assignseq = out.assigns
  store('random', [O], [], () => 'Math.random()')
  out.randomeq = out.random
  fold('sum', (v) => `t+=${v}`)
  fold('prod', (v) => `t*=${v}`)
  fold('norm1', plainNumbers ? (v) => `t+=Math.abs(${v})` : (v) => `{const v=${v};t+=v<0?-v:v}`)
  fold('norm2squared', (v) => `{const v=${v};t+=v*v}`)
  if (plainNumbers) fold('norminf', (v) => `{const v=Math.abs(${v});if(v>t)t=v}`)
  else fold('norminf', (v) => `{const v=${v};if(-v>t){t=-v}else if(v>t){t=v}}`)
  fold('sup', (v) => `{const v=${v};if(v>t)t=v}`)
  fold('inf', (v) => `{const v=${v};if(v<t)t=v}`)
  some('any', (v) => v)
  some('all', (v) => `!${v}`)
  record('argmin', '<')
  record('argmax', '>')
  out.equals = loop([A, B], [], (of) => `if(${of(A)}!==${of(B)})return true`, { ...style, after: 'return false' })
  return Object.entries(out)
    .map(([name, text]) => `  ${name}${text},\n`)
    .join('')
}

/** By dtype, the text of its file. */
export const texts = Object.fromEntries(
  [...numberFiles, ...exactFiles].map((dtype) => [
    dtype,
    `// Written by the build (packages/weldarray/build/generate-kernels.mjs).
'use strict'

${dtype.startsWith('float') ? roundHalfUp : ''}/** The loops of one dtype, by operation. */
module.exports = {
${kernels(dtype)}}
`,
  ]),
)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [dtype, text] of Object.entries(texts)) writeFileSync(new URL(`${dtype}.cjs`, folder), text)
}
