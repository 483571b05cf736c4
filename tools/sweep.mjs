// Times single calls of nearly every function against NumPy at six sizes: `node tools/sweep.mjs` (after a build, with the python3 whose NumPy is
// the other side), `--only TEXT` those that have it (`--only wider` more dtypes and axes). tools/sweep/table.mjs lists the calls. Each result is looked at as a user would; the two
// sides take turns, and the least of each counts. Printed: everything NumPy does in less than a third of our time, worst first, then
// calls whose first took over 100 ms; with `--all` everything.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { inspect, parseArgs } from 'node:util'
import * as np from 'weldarray'
import { groups, inputs } from './sweep/table.mjs'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    all: { type: 'boolean' },
    sizes: { type: 'string', default: '4,100,1000,10000,100000,1000000' },
  },
})
const sizes = options.sizes.split(',').map(Number)
/** Where there is not time for all, what tells most comes first. */
const inOrder = [1e5, 1e3, 4, 1e6, 1e4, 100].filter((n) => sizes.includes(n))
inOrder.push(...sizes.filter((n) => !inOrder.includes(n)))
/** Seconds after which nothing more is begun. */
const LIMIT = 225
/** Milliseconds each side has for a sample, and how many samples. */
const [SAMPLE, TURNS] = [3, 2]
const BAR = 1 / 3
const SLOW_FIRST = 100
/** What takes longer at one size is not asked at larger ones. */
const GIVE_UP = 2000

const python = spawn('python3', [join(dirname(fileURLToPath(import.meta.url)), 'sweep.py')], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
async function ask(request) {
  python.stdin.write(`${JSON.stringify(request)}\n`)
  return JSON.parse((await answers.next()).value)
}

function expand(text) {
  const found = /\{([^{}]*,[^{}]*)\}/.exec(text)
  if (found === null || found[1].includes(':')) return [text]
  const parts = found[1].split(',').map((part) => part.trim())
  return parts.flatMap((part) => expand(text.slice(0, found.index) + part + text.slice(found.index + found[0].length)))
}
/** The calls of a row, for both sides. */
function callsOf(row) {
  const [ours, theirs] = (Array.isArray(row) ? row : [row, row]).map(expand)
  return ours.map((text, i) => ({ ours: text, theirs: theirs[i] }))
}

const isArray = (x) => x instanceof np.ndarray
/** The arrays that a call gave: itself, or those in a list or an object, each once. */
function arraysOf(result) {
  if (isArray(result)) return [result]
  const isOther = typeof result !== 'object' || result === null || ArrayBuffer.isView(result) || typeof result[0] === 'number'
  return isOther ? [] : [...new Set(Object.values(result).filter(isArray))]
}
/** Looks at a result, and gives its memory back if it is nobody else's, as NumPy does at once. */
function look(result, isOwn) {
  for (const x of arraysOf(result)) {
    x.evaluate()
    if (isOwn) x.dispose()
  }
  return result
}

const kept = new Map()
const helpers = {
  np,
  inspect,
  seen: [1],
  count: (things) => {
    let n = 0
    for (const _ of things) n++
    return n
  },
  text: (n) => Array.from({ length: n }, (_, i) => String(i / 7)),
  once: (make) => kept.get(String(make)) ?? kept.set(String(make), make()).get(String(make)),
}

/** The call as a function, its inputs made. */
function functionOf(text, scope) {
  for (const [name] of text.matchAll(/\w+/g)) {
    const source = inputs[name]
    if (source === undefined || name in scope) continue
    const rng = np.random.default_rng(1)
    scope[name] = look(run(Array.isArray(source) ? source[0] : source, { ...scope, rng })())
  }
  if (/\brng\b/.test(text)) scope.rng ??= np.random.default_rng(1)
  return run(text, scope)
}
function run(text, scope) {
  const names = Object.keys(scope)
  return new Function(...names, `return () => ${text}`)(...names.map((name) => scope[name]))
}

function least({ call, isOwn }, ms) {
  let start = performance.now()
  look(call(), isOwn)
  let best = performance.now() - start
  const calls = Math.max(1, Math.min(1000, Math.floor(0.1 / Math.max(best, 1e-5))))
  for (const end = performance.now() + ms; performance.now() < end; ) {
    start = performance.now()
    for (let i = 0; i < calls; i++) look(call(), isOwn)
    best = Math.min(best, (performance.now() - start) / calls)
  }
  return best
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms))
/** Calls until kernels that were asked for are there, and the engine knows the way. */
async function warm(timed) {
  await np.evaluateAsync(arraysOf(timed.call()))
  for (let turn = 0; turn < 6; turn++) {
    const before = np.stats().kernelsCompiled
    least(timed, SAMPLE / 2)
    await pause(1)
    if (turn > 0 && np.stats().kernelsCompiled === before) break
  }
}

async function cell({ ours, theirs }, scope) {
  const call = functionOf(ours, scope)
  const start = performance.now()
  const result = look(call())
  const first = performance.now() - start
  const others = Object.values(scope).filter(isArray)
  const isOwn = arraysOf(result).every((x) => !others.some((y) => np.may_share_memory(x, y)))
  const timed = { call, isOwn }
  if (first < GIVE_UP / 4) await warm(timed)
  const found = { ours: first, theirs: Infinity, first }
  const pairs = Object.fromEntries(Object.entries(inputs).map(([name, text]) => [name, Array.isArray(text) ? text[1] : text]))
  for (let turn = 0; turn < (first > 100 ? 2 : TURNS); turn++) {
    const reply = await ask({ source: theirs, inputs: pairs, ms: SAMPLE })
    if (reply.error !== undefined) return { error: `NumPy: ${reply.error}` }
    found.theirs = Math.min(found.theirs, reply.ms)
    found.ours = Math.min(found.ours, least(timed, SAMPLE))
  }
  return found
}

const table = new Map()
let left = 0
for (const n of inOrder) {
  const lengths = { n, r: Math.floor(Math.sqrt(n)), q: Math.max(1, Math.floor(n / 16)) }
  await ask(lengths)
  const scope = { ...helpers, ...lengths }
  for (const { name, texts, most = 1e6 } of groups) {
    if (n > most || (name.startsWith('wider') && !options.only?.includes('wider'))) continue
    for (const one of texts.flatMap(callsOf)) {
      if (options.only !== undefined && !`${name}: ${one.ours}`.includes(options.only)) continue
      if (performance.now() > 1000 * LIMIT) {
        left++
        continue
      }
      const row = table.get(one.ours) ?? table.set(one.ours, new Map()).get(one.ours)
      if ([...row].some(([m, { ours, error }]) => error !== undefined || (m < n && ours > GIVE_UP))) continue
      row.set(n, await cell(one, scope).catch((error) => ({ error: `${error.name}: ${error.message}` })))
    }
  }
}
python.stdin.end()

const time = (ms) =>
  ms < 1e-3 ? `${(ms * 1e6).toFixed(0)} ns` : ms < 1 ? `${(ms * 1e3).toPrecision(3)} µs` : `${ms.toPrecision(3)} ms`
const all = [...table].map(([text, row]) => {
  const cells = [...row].filter(([, { error }]) => error === undefined)
  const ratios = cells.map(([n, { ours, theirs }]) => [n, theirs / ours])
  // A factor at many elements counts more than the same at few.
  const weight = (n) => (n >= 1e4 ? 4 : n >= 1e3 ? 2 : 1)
  const badness = Math.max(0, ...ratios.map(([n, ratio]) => weight(n) * Math.max(0, Math.log(BAR / ratio))))
  return { text, row, cells, badness, ratios }
})
const line = ({ text, cells }) =>
  `${text.padEnd(56)} ${sizes
    .map((n) => cells.find(([size]) => size === n)?.[1])
    .map((c) => (c === undefined ? '' : (c.theirs / c.ours).toPrecision(2)).padStart(8))
    .join('')}   ${cells.length > 0 ? time(cells.reduce((x, y) => (y[0] > x[0] ? y : x))[1].ours) : ''}`
const heading = `${'NumPy / ours'.padEnd(56)} ${sizes.map((n) => String(n).padStart(8)).join('')}   ours at the last`
const listed = options.all ? all : all.filter(({ ratios }) => ratios.some(([, ratio]) => ratio < BAR))
console.log([heading, ...listed.sort((x, y) => y.badness - x.badness).map(line)].join('\n'))
const slow = all.flatMap(({ text, cells }) =>
  cells
    .filter(([, { first, ours }]) => first > SLOW_FIRST && first > 2 * ours)
    .map(([n, { first }]) => `${text} at ${n}: ${time(first)}`),
)
if (slow.length > 0) console.log(`\nFirst calls\n${slow.join('\n')}`)
const failed = all.flatMap(({ text, row }) =>
  [...row].filter(([, c]) => c.error).map(([n, { error }]) => `${text} at ${n}: ${error.split('\n')[0]}`),
)
if (failed.length > 0) console.log(`\nNot timed\n${failed.join('\n')}`)
console.log(
  `\n${all.length} calls, ${listed.length} listed, ${left > 0 ? `${left} cells not reached in time, ` : ''}${(performance.now() / 1000).toFixed(0)} s`,
)
process.exit()
