// How long after `abort()` an asynchronous evaluation rejects: `node tools/measure-aborts.mjs [--times N] [--size N]`, after a build.
// Prints the table of docs/reliability.md. Aborts come at random moments of evaluations that would take longer.
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { times: { type: 'string', default: '100' }, size: { type: 'string', default: '4000000' } },
})
const np = await import(new URL('../packages/weldarray/lib/index.mjs', import.meta.url))
const [times, size] = [Number(values.times), Number(values.size)]

const x = np.arange(size).div(7).evaluate()
const rows = x.slice(`:${Math.floor(size / 1000) * 1000}`).reshape(-1, 1000)

const work = {
  'elementwise, `x.sin().exp().tan()…`': () => {
    let y = x
    for (let i = 0; i < 4; i++) y = y.sin().exp().tan().erf().add(i)
    return y
  },
  'many loops, a mean of each row, again and again': () => {
    let y = rows
    for (let i = 0; i < 40; i++) y = y.sub(y.mean({ axis: 1, keepdims: true })).mul(1.01)
    return y
  },
  'ten sorts, each of a tenth of the elements': () => {
    let y = x.slice(`:${Math.floor(size / 10)}`)
    for (let i = 0; i < 10; i++) y = np.sort(y.mul(1.25).sin())
    return y
  },
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))].toFixed(1)

/** When an evaluation that is aborted after `wait` milliseconds rejects, counted from there; nothing if it was done before. */
async function latency(y, wait) {
  const controller = new AbortController()
  let aborted
  const timer = setTimeout(() => {
    aborted = performance.now()
    controller.abort()
  }, wait)
  try {
    await y.evaluateAsync({ signal: controller.signal })
  } catch (error) {
    if (error.name !== 'AbortError') throw error
    // (The timer itself comes late where the event loop is held up: that counts, too.)
    return performance.now() - aborted
  } finally {
    clearTimeout(timer)
  }
  return undefined
}

console.log('| what is aborted | aborts | median | 90 % | 99 % | longest | timer late, longest |')
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |')
for (const [name, make] of Object.entries(work)) {
  // What is planned and compiled for the first time takes its time, whatever is aborted.
  await make().evaluateAsync()
  const found = []
  const late = []
  for (let i = 0; found.length < times && i < 3 * times; i++) {
    const wait = 1 + Math.random() * 60
    const due = performance.now() + wait
    const ms = await latency(make(), wait)
    if (ms === undefined) continue
    found.push(ms)
    late.push(performance.now() - ms - due)
  }
  found.sort((a, b) => a - b)
  late.sort((a, b) => a - b)
  if (found.length > 0)
    console.log(
      `| ${name} | ${found.length} | ${[0.5, 0.9, 0.99, 1].map((p) => `${at(found, p)} ms`).join(' | ')} | ${at(late, 1)} ms |`,
    )
}
console.log(`${availableParallelism()} processors, ${size} elements, Node ${process.versions.node}`)
await np.shutdown()
