// Writes src/ops/kernels.generated.cts: the loops of weldarray/ops for arrays of one dtype, each (operation, dtype) a function
// literal of its own, so that V8's type feedback stays monomorphic without generating code at run time.
// `node packages/weldarray/build/generate-kernels.mjs` after changing this file.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const output = fileURLToPath(new URL('../src/ops/kernels.generated.cts', import.meta.url))

const numbers = ['int8', 'uint8', 'int16', 'uint16', 'int32', 'uint32', 'float32', 'float64', 'uint8_clamped']
/** Stores into these keep what an expression gives, or convert it themselves: no shortcut for booleans. `mixed`: operands of several dtypes. */
const exact = ['bigint64', 'array', 'mixed']

const arithmetic = {
  add: '+',
  sub: '-',
  mul: '*',
  div: '/',
  mod: '%',
  band: '&',
  bor: '|',
  bxor: '^',
  lshift: '<<',
  rshift: '>>',
  rrshift: '>>>',
}
const logic = { and: '&&', or: '||' }
const comparison = { eq: '===', neq: '!==', lt: '<', gt: '>', leq: '<=', geq: '>=' }
const unary = { neg: '-', bnot: '~', recip: '1.0/' }
const rounding = ['abs', 'ceil', 'floor', 'round', 'sqrt']

/** Known to be 32-bit integers, indices need fewer checks: a tenth of the time of a simple loop. */
const whole = (names) => names.map((x) => `${x}|=0`).join(';')

/*
 * m rows of n elements; each operand has an index, a step between rows and a step between elements.
 * Result o: p, P, p1. First operand a: q, Q, q1. Second operand b: r, R, r1, or a scalar s.
 */
const loop = (heads, inner) =>
  `${whole(['m', 'n', ...heads.flatMap(([i, I, , , step]) => [i, I, step])])};for(;m>0;m--${heads.map(([i, I]) => `,${i}+=${I}`).join('')}){let ${heads
    .map(([, , x, i]) => `${x}=${i}`)
    .join(',')};for(let i=0;i<n;i++${heads.map(([, , x, , step]) => `,${x}+=${step}`).join('')})${inner}}`

const O = ['p', 'P', 'x', 'p', 'p1']
const A = ['q', 'Q', 'y', 'q', 'q1']
const B = ['r', 'R', 'z', 'r', 'r1']

const two = (expression) => `(m,n,o,p,P,p1,a,q,Q,q1,b,r,R,r1){${loop([O, A, B], `o[x]=${expression('a[y]', 'b[z]')}`)}}`
const scalar = (expression) => `(m,n,o,p,P,p1,a,q,Q,q1,s){${loop([O, A], `o[x]=${expression('a[y]', 's')}`)}}`
const one = (expression) => `(m,n,o,p,P,p1,a,q,Q,q1){${loop([O, A], `o[x]=${expression('a[y]')}`)}}`
/** In place: the first operand is the result, which one index serves. */
const twoInPlace = (expression) => `(m,n,o,p,P,p1,b,r,R,r1){${loop([O, B], `o[x]=${expression('o[x]', 'b[z]')}`)}}`
const scalarInPlace = (expression) => `(m,n,o,p,P,p1,s){${loop([O], `o[x]=${expression('o[x]', 's')}`)}}`
const oneInPlace = (expression) => `(m,n,o,p,P,p1){${loop([O], `o[x]=${expression('o[x]')}`)}}`
const fill = `(m,n,o,p,P,p1,s){${loop([O], 'o[x]=s')}}`
const random = `(m,n,o,p,P,p1){${loop([O], 'o[x]=Math.random()')}}`
/** Takes the result so far, returns the result after these elements. */
const fold = (statement) => `(m,n,a,q,Q,q1,s){${loop([A], `{const v=a[y];${statement}}`)}return s}`
/** Whether some element fulfils a condition. */
const some = (condition) => `(m,n,a,q,Q,q1){${loop([A], `if(${condition('a[y]')})return true`)}return false}`
/** The position, counted in the order of the loops, of the last new record over s; -1 without one. */
const record = (beats) => `(m,n,a,q,Q,q1,s){let k=0,at=-1;${loop([A], `{const v=a[y];if(v${beats}s){s=v;at=k}k++}`)}return at}`
const differ = `(m,n,a,q,Q,q1,b,r,R,r1){${loop([A, B], 'if(a[y]!==b[z])return true')}return false}`

function kernels(plainNumbers) {
  const truth = (text) => (plainNumbers ? `+(${text})` : text)
  const out = {}
  const both = (name, expression) => {
    out[name] = two(expression)
    out[`${name}s`] = scalar(expression)
    out[`${name}eq`] = twoInPlace(expression)
    out[`${name}seq`] = scalarInPlace(expression)
  }
  const single = (name, expression) => {
    out[name] = one(expression)
    out[`${name}eq`] = oneInPlace(expression)
  }
  for (const [name, op] of Object.entries({ ...arithmetic, ...logic })) both(name, (b, c) => `${b}${op}${c}`)
  for (const [name, op] of Object.entries(comparison)) both(name, (b, c) => truth(`${b}${op}${c}`))
  for (const name of ['max', 'min']) both(name, (b, c) => `Math.${name}(${b},${c})`)
  for (const [name, op] of Object.entries(unary)) single(name, (b) => `${op}${b}`)
  single('not', (b) => (plainNumbers ? `${b}?0:1` : `!${b}`))
  for (const name of rounding) single(name, (b) => `Math.${name}(${b})`)
  out.assign = one((b) => b)
  out.assigns = fill
  out.assignseq = fill
  out.random = random
  out.sum = fold('s+=v')
  out.prod = fold('s*=v')
  out.norm1 = fold(plainNumbers ? 's+=Math.abs(v)' : 's+=v<0?-v:v')
  out.norm2squared = fold('s+=v*v')
  out.norminf = fold('if(-v>s){s=-v}else if(v>s){s=v}')
  out.sup = fold('if(v>s)s=v')
  out.inf = fold('if(v<s)s=v')
  out.any = some((v) => v)
  out.all = some((v) => `!${v}`)
  out.argmin = record('<')
  out.argmax = record('>')
  out.equals = differ
  return Object.entries(out)
    .map(([name, text]) => `  ${name}${text},\n`)
    .join('')
}

export const text = `// @ts-nocheck
// Written by build/generate-kernels.mjs; not to be edited.

/** By dtype: makes the loops of that dtype, by operation. */
const kernelSets: any = {
${[...numbers, ...exact].map((dtype) => `${dtype}: () => ({\n${kernels(numbers.includes(dtype))}}),\n`).join('')}}

export = kernelSets
`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(output, text)
