// Random programs of NumPy's functions, with dtypes and layouts of all kinds, run here and by NumPy: `node tools/numpy-campaign.mjs [--seed N] [--count N]`.
// Needs python3 with NumPy 2 and a build. What differs is printed by class, with the seed of one program for each.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { addsItsOwn, allowed, isSum, tolerance } from './numpy-campaign-rules.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1e9) },
    count: { type: 'string', default: '5000' },
    show: { type: 'boolean' },
  },
})
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const np = await import(join(root, 'packages/weldarray/lib/index.mjs'))

const decode = ({ dtype, shape, data }) => np.frombuffer(Uint8Array.from(Buffer.from(data, 'base64')), dtype).reshape(shape)

/** Elements as numbers and bigints, in C order. */
function elements(a) {
  const dtype = String(a.dtype)
  const exact = dtype === 'int64' || dtype === 'uint64' ? a.astype(`big${dtype}`) : a
  return Array.from(np.ravel(np.copy(exact)).data)
}

const isArray = (x) => x instanceof np.NdArray

/** The largest of the elements that are added up, where results are sums of them. */
let largest = 0

/** Whether all that was compared since it was set was the same to the bit. */
let exact = true

/** What differs between a result of ours and NumPy's, or null. */
function difference(got, wanted, name, signless) {
  if (Array.isArray(wanted)) {
    const list = Array.isArray(got) ? got : Object.values(got)
    if (list.length !== wanted.length) return `${list.length} results instead of ${wanted.length}`
    for (let i = 0; i < list.length; i++) {
      const d = difference(list[i], wanted[i], name, signless)
      if (d) return d
    }
    return null
  }
  const right = decode(wanted)
  if (!isArray(got)) {
    if (wanted.shape.length > 0) return `${typeof got} instead of ${wanted.shape.length} axes`
    return sameElements([typeof got === 'boolean' ? Number(got) : got], elements(right), wanted.dtype, name, signless)
  }
  if (String(got.shape) !== String(wanted.shape)) return `shape [${got.shape}] instead of [${wanted.shape}]`
  const dtype = String(got.dtype).replace(/^big(u?)int/, '$1int')
  if (dtype !== wanted.dtype) return `dtype ${dtype} instead of ${wanted.dtype}`
  return sameElements(elements(got), elements(right), wanted.dtype, name, signless)
}

/**
 * Where a NaN's sign decides the result: it is the processor's in NumPy, and there is none here. `undefined` where it decides nothing.
 */
function signsOfNaN({ f, a }, pool) {
  if (f !== 'signbit' && f !== 'copysign') return undefined
  const operands = a.map((x) => given(x, pool))
  const shape = np.broadcast_shapes(...operands.map((x) => x.shape ?? []))
  return elements(np.broadcast_to(np.isnan(operands.at(-1)), shape))
}

function sameElements(got, wanted, dtype, name, signless) {
  const relative = tolerance(name, dtype)
  // Near zero a float32 is a multiple of its smallest.
  const least = relative > 0 && dtype === 'float32' ? 2 ** -149 : 0
  const scale = wanted.reduce((m, x) => (typeof x === 'number' && Number.isFinite(x) ? Math.max(m, Math.abs(x)) : m), largest)
  for (let i = 0; i < wanted.length; i++) {
    const [g, w] = [got[i], wanted[i]]
    if (Object.is(g, w) || g === w || (typeof g !== typeof w && Number(g) === Number(w))) continue
    exact = false
    if (signless?.[i] && (name === 'signbit' || g === -w)) continue
    if (
      typeof w === 'number' &&
      typeof g === 'number' &&
      Math.abs(g - w) <= Math.max(least, relative * (isSum(name) ? scale : Math.abs(w)))
    )
      continue
    return `values: ${g} instead of ${w}`
  }
  return null
}

const largestOf = (x) =>
  elements(np.asarray(x)).reduce((m, y) => (Number.isFinite(Number(y)) ? Math.max(m, Math.abs(Number(y))) : m), 0)

const given = (x, pool) =>
  Array.isArray(x) ? x.map((y) => given(y, pool)) : x !== null && typeof x === 'object' && 'v' in x ? pool[x.v] : x

/** Ways to have an array's elements where they can be written over, as what is handed to a function and what overwrites it. */
const copies = [
  (x) => {
    const copy = x.clone()
    return [copy, () => copy.fill(overwriting(x))]
  },
  (x) => {
    const back = np.flip(x).clone()
    return [np.flip(back), () => back.at('...').set(overwriting(x))]
  },
  (x) => {
    const wide = np.stack([x, x], { axis: x.ndim })
    return [wide.slice('..., 1'), () => x.ndim > 0 && wide.slice('::-1').assign(overwriting(x))]
  },
  (x) => {
    const copy = x.clone().evaluate()
    return [copy, () => copy.assign(copy.eq(copy))]
  },
  (x) => {
    const data = x.clone().data
    return [
      np
        .asarray(data)
        .view(x.dtype)
        .reshape([...x.shape]),
      () => data.fill(/^Big/.test(data.constructor.name) ? 1n : 1),
    ]
  },
  (x) => {
    const copy = np.concatenate([np.ravel(x), np.ravel(x)])
    return [copy.slice(`:${x.size}`).reshape([...x.shape]), () => copy.dispose()]
  },
]

const overwriting = (x) => (x.dtype.startsWith('big') ? 1n : 1)

/** What has been called with copies of arrays shows nothing of what is written to them later. */
function call(step, pool, random) {
  const written = []
  const lent = pool.map((x) => {
    if (random() < 0.3) return x
    const [copy, write] = copies[Math.floor(random() * copies.length)](x)
    written.push([copy, write])
    return copy
  })
  const made = callWith(step, lent)
  const isView = (copy) => [made].flat().some((r) => isArray(r) && (r.size === 0 || np.may_share_memory(r, copy)))
  for (const [copy, write] of written) if (!isView(copy)) write()
  return made
}

function callWith({ f, a, o }, pool) {
  const args = a.map((x) => given(x, pool))
  if (f === 'slice') return args[0].slice(args[1])
  if (f === 'astype') return args[0].astype(args[1])
  if (f === 'searchsorted') return np.searchsorted(np.sort(np.ravel(args[0])), args[1], o)
  if (typeof np[f] !== 'function') throw new Error(`there is no np.${f}`)
  return Object.keys(o).length > 0 ? np[f](...args, o) : np[f](...args)
}

const randomOf = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const classes = new Map()
function note(step, pool, seed, what, text) {
  const why = allowed(step, what, text)
  const kinds = step.a.map((x) => (x !== null && typeof x === 'object' && 'v' in x ? `${pool[x.v].dtype}` : typeof x)).join(',')
  const name = why ? `(allowed) ${why}` : `${step.f} ${what.replace(/values:.*/, 'values').replace(/\d+/g, 'N')}`
  const known = classes.get(name) ?? { count: 0, example: '' }
  known.count++
  known.example ||= `seed ${seed}: ${step.f}(${kinds}) of ${step.a.map((x) => (x?.v !== undefined ? `[${pool[x.v].shape}]` : JSON.stringify(x))).join(' ')} ${JSON.stringify(step.o)}: ${text}`
  classes.set(name, known)
}

function run({ seed, inputs, steps }) {
  const pool = inputs.map(decode)
  const random = randomOf(seed)
  for (const step of steps) {
    let got
    let error
    try {
      got = call(step, pool, random)
      if (isArray(got)) got.evaluate()
    } catch (e) {
      error = e
    }
    if (error !== undefined || step.e !== undefined) {
      if (error !== undefined && step.e !== undefined) continue
      if (error !== undefined)
        note(step, pool, seed, 'throws where NumPy answers', `${error.name}: ${error.message.slice(0, 160)}`)
      else note(step, pool, seed, 'answers where NumPy throws', step.e)
      return
    }
    exact = true
    largest = addsItsOwn(step.f) ? largestOf(given(step.a[0], pool)) : 0
    const d = difference(got, step.r, step.f, signsOfNaN(step, pool))
    if (d !== null) {
      note(step, pool, seed, d, d)
      return
    }
    const list = Array.isArray(step.r) ? (Array.isArray(got) ? got : Object.values(got)) : [got]
    // The next steps go on from our own arrays, in our own layouts, unless they are a rounding away from NumPy's.
    const theirs = [step.r].flat()
    for (const [i, keep] of (step.keep ?? []).entries())
      if (keep) pool.push(exact && isArray(list[i]) ? list[i] : decode(theirs[i]))
  }
}

console.log(`programs of seeds ${values.seed} to ${Number(values.seed) + Number(values.count) - 1}`)
const python = spawn('python3', [join(root, 'tools/numpy-campaign.py'), values.seed, values.count], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
let programs = 0
for await (const line of createInterface({ input: python.stdout })) {
  const read = JSON.parse(line.replace(/\bNaN\b/g, 'null'))
  try {
    run(read)
  } catch (error) {
    console.log(`seed ${read.seed}: ${error.stack}`)
    process.exitCode = 1
  }
  programs++
}
const list = [...classes].sort((a, b) => b[1].count - a[1].count)
for (const [name, { count, example }] of list)
  if (values.show || !name.startsWith('(allowed)')) console.log(`${count} × ${name}\n    ${example}`)
const open = list.filter(([name]) => !name.startsWith('(allowed)'))
console.log(
  `${programs} programs, ${open.reduce((n, [, c]) => n + c.count, 0)} differences in ${open.length} classes; ${list.length - open.length} documented classes`,
)
if (open.length > 0 || programs < Number(values.count)) process.exitCode = 1
await np.shutdown()
