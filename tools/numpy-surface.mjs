// Writes docs/numpy-surface.md: which of NumPy's names are here, and how. `node tools/numpy-surface.mjs` after a build; `--check` only
// says whether the page is up to date. The names are those of tools/numpy-names/surface.json; how a function runs is found by
// calling it, with operands that are there and with operands that are pending: what is computed at the call is counted in
// stats().fallbacks, with the reason, and operands that it needs are evaluations.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { absenceOf } from './numpy-names/absent.mjs'
import { eagerReasonOf } from './numpy-names/eager.mjs'
import { refusalOf } from './numpy-names/refused.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = join(root, 'docs/numpy-surface.md')
const fixtures = join(root, 'packages/weldarray/test/fixtures')
const np = await import(pathToFileURL(join(root, 'packages/weldarray/lib/index.mjs')).href)
const { version, names } = JSON.parse(readFileSync(join(root, 'tools/numpy-names/surface.json'), 'utf8'))

const a = np.array([
  [4, 1],
  [1, 3],
])
const v = np.array([1, 2, 3])
/** Arguments to try a function with when no fixture calls it. */
const tries = () => [
  [
    np.array([
      [4, 1],
      [1, 3],
    ]),
  ],
  [a, a],
  [v],
  [v, v],
  [a, 1],
  [v, [0, 1]],
  [3],
  [2, 2],
  [[a, a]],
  [[v], [v]],
  [[2, 2]],
  [[2, 2], 1],
  [a, 0, 1],
  [v, v.gt(1)],
  [v.gt(1), v],
  [v, v, v],
  [v.astype('int32')],
  [v.astype('int32'), v.astype('int32')],
  [v.astype('int32'), 1],
  ['float64'],
  ['float64', 'int32'],
  [(x) => x.sum(), 0, a],
  [(i, j) => i.add(j), [2, 2]],
  [],
  ['cpu'],
  [(x) => x],
  [3, np.triu],
  [np.sum, a, 0],
  [join(tmpdir(), 'weldarray-surface'), a],
  ['1:3'],
  [v.clone(), v.gt(1), v],
  [np.array([1, 2, 3]), [0], [5]],
  [new Uint8Array(8)],
  ['1 2', 'float64', -1, ' '],
  [2, 3, [2]],
  [a.clone(), [[0], [0]], [[1], [1]], 1],
  [[a.gt(2)], [a]],
  [a, [a.gt(2)], [1]],
  [5, 2],
  [v.gt(1), a, v],
]

const cases = new Map()
for (const file of readdirSync(fixtures).filter((f) => /^numpy-names-(?!residuals|options)/.test(f)))
  for (const c of JSON.parse(readFileSync(join(fixtures, file), 'utf8')))
    if (c.out?.error === undefined && !cases.has(c.f)) cases.set(c.f, c.in)

const LETTERS = {
  '?': 'bool',
  b: 'int8',
  B: 'uint8',
  h: 'int16',
  H: 'uint16',
  i: 'int32',
  I: 'uint32',
  q: 'bigint64',
  Q: 'biguint64',
  f: 'float32',
  d: 'float64',
}
const isObject = (x) => typeof x === 'object' && x !== null && !Array.isArray(x)
const SPECIAL = { nan: NaN, inf: Infinity, '-inf': -Infinity }
function decode(x) {
  if (Array.isArray(x)) return x.map(decode)
  if (!isObject(x)) return x
  if ('o' in x) return Object.fromEntries(Object.entries(x.o).map(([k, y]) => [k, decode(y)]))
  if (!('a' in x)) return 'big' in x ? BigInt(x.big) : SPECIAL[x.f]
  const dtype = LETTERS[x.a]
  if (x.b !== undefined) return np.reshape(np.frombuffer(Uint8Array.from(Buffer.from(x.b, 'base64')), dtype), x.s)
  return np.reshape(
    np.array(
      x.v.map(decode).map((y) => (dtype.startsWith('big') ? BigInt(y) : y)),
      dtype,
    ),
    x.s,
  )
}

/** Computed without being counted: the elements are few, or bytes. */
const SMALL = new Set(
  'byteswap tobytes tofile load save savez savez_compressed fromfile fromstring fromiter frombuffer genfromtxt loadtxt savetxt poly polyadd polysub polydiv polyder polyint polyfit roots polymulx polypow polyfromroots polytrim polyroots polyline tolist item trim_zeros'.split(
    ' ',
  ),
)
const RECORDED = new Set('reshape astype slice broadcast_to fromfunction tile tri vander full moveaxis rollaxis'.split(' '))

/** What was computed at calls so far: in JavaScript, element by element, or by kernels. */
function computed() {
  const counts = { inJavaScript: 0, byKernels: 0, evaluations: 0 }
  const { fallbacks, evaluationsExplicit, evaluationsImplicit } = np.stats()
  for (const { count, reason } of Object.values(fallbacks))
    counts[reason === 'not compiled' ? 'inJavaScript' : 'byKernels'] += count
  counts.evaluations = evaluationsExplicit + evaluationsImplicit
  return counts
}

const isArray = (x) => x instanceof np.NdArray || (Array.isArray(x) && x.length > 0 && x.every(isArray)) || x === undefined

/** Zeros that numbers are added to, to be pending. */
const zeros = np.zeros(4096).evaluate()

/** The same arguments, but arrays are pending: parts of something that is not computed yet. */
function pending(x) {
  if (Array.isArray(x)) return x.map(pending)
  if (!(x instanceof np.NdArray)) return x
  const wide = np.concatenate([x.ravel(), zeros.astype(x.dtype)]).evaluate()
  const later = x.dtype === 'bool' ? np.logical_or(wide, false) : np.add(wide, x.dtype.startsWith('big') ? 0n : 0)
  // An array of its own: writing to a part of another one would compute that.
  return later
    .slice(`:${x.size}`)
    .reshape([...x.shape])
    .clone()
}

/** How often each kind of work was done by a call, and what it gave; null if it throws. */
function traced(call, args) {
  const before = computed()
  let result
  try {
    result = call(args)
  } catch {
    return null
  }
  const after = computed()
  return { ...Object.fromEntries(Object.keys(after).map((k) => [k, after[k] - before[k]])), result }
}

/** How a function runs, found by calling it; null where no arguments fit. */
function counted(call, fixture) {
  for (const args of [...(fixture === undefined ? [] : [fixture.map(decode)]), ...tries()]) {
    const now = traced(call, args)
    if (now === null) continue
    // Where operands are there a kernel may be run at once; what counts is whether it can wait.
    const later = traced(call, args.map(pending)) ?? now
    if (now.inJavaScript + later.inJavaScript > 0) return 'in JavaScript'
    if (later.byKernels > 0) return 'by kernels'
    if (!isArray(now.result)) return 'answers'
    return later.evaluations > 0 ? 'looks' : 'compiled'
  }
  return null
}

const isClass = (f) => /^class\b/.test(Function.prototype.toString.call(f))

function kindOf(owner, name, path, method) {
  const value = owner[name]
  if (typeof value !== 'function')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? 'object' : 'value'
  if (isClass(value)) return 'class'
  // A method is called on a fresh array: some write to it.
  const call = method
    ? (args) =>
        args[0] instanceof np.NdArray
          ? args[0].astype(args[0].dtype)[name](...args.slice(1))
          : np
              .array([
                [4, 1],
                [1, 3],
              ])
              [name](...args)
    : (args) => value(...args)
  const random = path.startsWith('random')
  if (random) return 'random'
  if (RECORDED.has(name)) return 'compiled'
  if (SMALL.has(name)) return 'small'
  const how = counted(call, cases.get(path))
  if (how === null) console.warn(`${path}: no arguments fit; give some in tools/numpy-surface.mjs`)
  return how ?? 'in JavaScript'
}

const LABELS = {
  compiled: 'recorded, compiled and fused, or a view',
  answers: 'numbers, booleans, texts, dtypes: at the call',
  looks: 'recorded; what its shape depends on, or has to be checked, is computed at the call',
  random: 'draws from a stream, at the call unless it is large',
  'by kernels': 'by kernels, at the call',
  value: 'values',
  object: 'modules and objects',
  class: 'classes',
}

const owners = {
  numpy: [np, ''],
  ndarray: [
    np.array([
      [4, 1],
      [1, 3],
    ]),
    'ndarray.',
  ],
  linalg: [np.linalg, 'linalg.'],
  random: [np.random, 'random.'],
  'random.Generator': [np.random.default_rng(1), 'random.Generator.'],
  'lib.stride_tricks': [np.lib.stride_tricks, 'lib.stride_tricks.'],
  polynomial: [np.polynomial, 'polynomial.'],
  'polynomial.polynomial': [np.polynomial.polynomial, 'polynomial.polynomial.'],
  'polynomial.Polynomial': [np.polynomial.Polynomial, 'polynomial.Polynomial.'],
}

/** Names by the reason why they are computed in JavaScript. */
function byReason(words) {
  const reasons = new Map()
  for (const name of words) {
    const reason = eagerReasonOf(name)
    if (reason === undefined) throw new Error(`${name} runs in JavaScript: say why in tools/numpy-names/eager.mjs`)
    reasons.set(reason, [...(reasons.get(reason) ?? []), name])
  }
  return reasons
}

function section(module) {
  const [owner, prefix] = owners[module]
  const here = (name) => name in owner || (module === 'polynomial.Polynomial' && name in new owner([1]))
  const groups = new Map()
  const absent = new Map()
  for (const name of names[module]) {
    if (here(name)) {
      const kind = module === 'polynomial.Polynomial' ? 'compiled' : kindOf(owner, name, prefix + name, module === 'ndarray')
      groups.set(kind, [...(groups.get(kind) ?? []), name])
    } else {
      const reason = absenceOf(module, name)
      absent.set(reason, [...(absent.get(reason) ?? []), name])
    }
  }
  const missing = [...absent.values()].flat().length
  const total = names[module].length
  const lines = [
    `## \`${module === 'numpy' ? 'numpy' : module}\`: ${total - missing} of ${total}`,
    '',
    '| how | names |',
    '| --- | --- |',
  ]
  const list = (words) => `\`${words.join(' ')}\``
  for (const [reason, words] of byReason([...(groups.get('in JavaScript') ?? []), ...(groups.get('small') ?? [])]))
    lines.push(`| in JavaScript, at the call: ${reason} | ${list(words)} |`)
  for (const kind of Object.keys(LABELS))
    if (groups.has(kind))
      lines.push(`| ${module === 'polynomial.Polynomial' ? 'methods' : LABELS[kind]} | ${list(groups.get(kind))} |`)
  for (const [reason, words] of absent) lines.push(`| absent: ${reason} | ${list(words)} |`)
  return `${lines.join('\n')}\n`
}

/** The names of the arguments that a function takes, by its declaration; null where it has none. */
function argumentsOf(f) {
  const declaration = f[Symbol.for('weldarray.declaration')]
  return declaration === undefined ? null : [...declaration.matchAll(/\b(\w+)\??:/g)].map((m) => m[1])
}

/** NumPy's arguments that are refused here, by the reason. */
function refused() {
  const signatures = JSON.parse(readFileSync(join(fixtures, 'numpy-signatures.json'), 'utf8'))
  const reasons = new Map()
  for (const [name, [positions, names]] of Object.entries(signatures)) {
    const f = name.startsWith('rng.')
      ? np.random.Generator.prototype[name.slice(4)]
      : name.split('.').reduce((o, part) => o?.[part], np)
    const taken = typeof f === 'function' ? argumentsOf(f) : null
    if (taken === null) continue
    for (const argument of [...positions, ...names].filter((n) => !taken.includes(n))) {
      const reason = refusalOf(name, argument)
      if (reason === undefined) throw new Error(`${name} does not take ${argument}: say why in tools/numpy-names/refused.mjs`)
      const functions = reasons.get(reason) ?? new Map()
      reasons.set(reason, functions.set(name, [...(functions.get(name) ?? []), argument]))
    }
  }
  const rows = [...reasons].map(([reason, functions]) => {
    const names = [...new Set([...functions.values()].flat())]
    const of = functions.size > 40 ? `${functions.size} functions` : `\`${[...functions.keys()].join(' ')}\``
    return `| \`${names.join(' ')}\` | ${of} | ${reason} |`
  })
  return [
    '## Arguments that are refused',
    '',
    "Every other argument of NumPy's signatures is taken, by its name and in its place; these are an `ArgumentError`.",
    '',
    '| arguments | of | why |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const current = readFileSync(page, 'utf8')
const [START, END] = ['<!-- names: written by tools/numpy-surface.mjs -->\n', '<!-- end of names -->']
const start = current.indexOf(START)
const end = current.indexOf(END)
if (start < 0 || end < 0) throw new Error(`docs/numpy-surface.md: no place for the names between ${START.trim()} and ${END}`)
const body = `\nNames of NumPy ${version}.\n\n${Object.keys(names).map(section).join('\n')}\n${refused()}\n`
const text = current.slice(0, start + START.length) + body + current.slice(end)
await np.shutdown()
if (process.argv.includes('--check')) {
  if (text !== current) {
    console.error('docs/numpy-surface.md is not up to date: run node tools/numpy-surface.mjs')
    process.exit(1)
  }
} else writeFileSync(page, text)
