// float32 functions of one argument on all 2^32 inputs, by the compiled kernels on all cores:
//   node tools/accuracy/float32.mjs [every] [function ...]
// `every` (1: all) looks at every n-th input. The reference is the same function's float64 kernel, whose error
// is below 2^-27 of a float32's last place; a result is wrong when it is not that value rounded.
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Bench, wrongFloat32 } from './kernel.mjs'
import { functions } from './points.mjs'
import { scalarFunction } from './straight.mjs'

const CHUNK = 1 << 18

const one = new Float32Array(1)
const bitsOf = new Uint32Array(one.buffer)
function ulp32(r) {
  one[0] = Math.min(Math.abs(r), 3.4028234663852886e38)
  const e = Math.max(bitsOf[0] >>> 23, 1)
  return 2 ** (e - 150)
}

function check(name, every, first, last) {
  const bench = new Bench(CHUNK * 8)
  const x = bench.array('float32', CHUNK)
  const bits = new Uint32Array(x.buffer, x.byteOffset, CHUNK)
  const wrongs = bench.array('bool', CHUNK)
  const eights = new Float64Array(wrongs.buffer, wrongs.byteOffset, CHUNK / 8)
  const run = bench.graph(wrongFloat32(name), 'float32', [x], wrongs)
  // The same functions one by one, for the wrong results; their bits are those of the kernels.
  const short = scalarFunction(name, 1, 'float32')
  const long = scalarFunction(name, 1)
  const total = { worst: 0, at: 0, wrong: 0 }
  const note = (argument) => {
    const exact = long(argument)
    const got = Math.max(-(2 ** 128), Math.min(short(argument), 2 ** 128))
    const error = Math.abs(got - exact) / ulp32(exact)
    total.wrong++
    if (!(error <= total.worst)) Object.assign(total, { worst: error > 0.49 ? error : Infinity, at: argument })
  }
  for (let start = first; start < last; start += CHUNK * every) {
    const n = Math.min(CHUNK, Math.ceil((last - start) / every))
    for (let i = 0; i < n; i++) bits[i] = start + i * every
    if (n < CHUNK) wrongs.fill(0)
    run(n)
    for (let k = 0; k < CHUNK / 8; k++)
      if (eights[k] !== 0) for (let i = 8 * k; i < 8 * k + 8; i++) if (wrongs[i] !== 0) note(x[i])
  }
  return total
}

if (isMainThread) {
  const every = Number(process.argv[2] ?? 1)
  const names = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(functions).filter((f) => functions[f].arity === 1)
  const cores = availableParallelism()
  const tasks = 64
  const workers = Array.from({ length: cores }, () => new Worker(new URL(import.meta.url)))
  let failed = false
  for (const name of names) {
    const started = performance.now()
    const total = { worst: 0, at: 0, wrong: 0 }
    let next = 0
    await Promise.all(
      workers.map(async (worker) => {
        while (next < tasks) {
          const k = next++
          const done = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
          worker.postMessage({ name, every, first: k * (2 ** 32 / tasks), last: (k + 1) * (2 ** 32 / tasks) })
          const part = await done
          worker.removeAllListeners('error')
          total.wrong += part.wrong
          if (part.worst > total.worst) Object.assign(total, { worst: part.worst, at: part.at })
        }
      }),
    )
    if (total.worst > 0.51) failed = true
    const seconds = ((performance.now() - started) / 1000).toFixed(0)
    console.log(
      `${name.padEnd(6)} ${Math.max(0.5, total.worst).toFixed(6)} at ${total.at}; not correctly rounded: ${total.wrong} of ${Math.ceil(2 ** 32 / every)}${total.worst > 0.51 ? ' FAILS' : ''} (${seconds} s)`,
    )
  }
  for (const worker of workers) await worker.terminate()
  process.exitCode = failed ? 1 : 0
} else {
  parentPort.on('message', ({ name, every, first, last }) => parentPort.postMessage(check(name, every, first, last)))
}
