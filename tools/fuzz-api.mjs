#!/usr/bin/env node
/*
 * Calls every export and method with random arguments, right and wrong: each call must end in a value or in a typed error, soon.
 *
 *     npm run fuzz -- [--calls 20000] [--seconds N] [--seed N] [--only NAME] [--from N] [--write-throws]
 *
 * Calls run in a process of their own: one that hangs or dies is found, told, and gone past. A call depends on the seed and its number
 * alone: `--seed S --from N --calls 1` makes it again. A typed error that the published comment of what was called does not name is a fault,
 * too; `--write-throws` writes down which were seen, and the next build says them.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { impliedBy, isAnywhere, keyOf, readThrown, writeThrown } from '../packages/weldarray/build/thrown.mjs'

const { values: options } = parseArgs({
  options: {
    calls: { type: 'string', default: '20000' },
    seconds: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '0' },
    'write-throws': { type: 'boolean', default: false },
    module: { type: 'string', default: new URL('../packages/weldarray/lib/index.mjs', import.meta.url).href },
  },
})

const HANGS_AFTER = 30_000
const seed = Number(options.seed ?? Math.floor(Math.random() * 2 ** 31))
const first = Number(options.from)
const end = first + Number(options.calls)
const deadline = options.seconds === undefined ? Infinity : Date.now() + 1000 * Number(options.seconds)
const folder = mkdtempSync(join(tmpdir(), 'weldarray-fuzz-'))
const faults = new Map()
const named = readThrown()
const seen = []
let at = first
let name = ''

const fail = (record) => {
  const key = `${record.name}: ${record.fault.replace(/\d+/g, 'N')}`
  const known = faults.get(key)
  if (known !== undefined) known.times++
  else faults.set(key, { ...record, times: 1 })
}

/** Errors that comments name are no faults. */
function threw({ name, call, threw: error, declaration }) {
  const key = keyOf(name)
  if (key === null || isAnywhere(error) || impliedBy(declaration).has(error) || named[key]?.includes(error)) return
  if (options['write-throws']) seen.push([key, error])
  else fail({ call, name, fault: `threw ${error}, which its comment does not name` })
}

/** Milliseconds for which a process was ready and had no processor, where the system tells: on a busy machine that is no hang. */
function starved(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

/** Makes calls from `from` on until they are done, one hangs, or the process dies. */
const run = (from) =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=1500',
        fileURLToPath(new URL('./fuzz/child.mjs', import.meta.url)),
        options.module,
        seed,
        from,
        end,
        options.only,
      ].map(String),
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
        env: { ...process.env, WELDARRAY_THREADS: process.env.WELDARRAY_THREADS ?? '1' },
      },
    )
    let done = false
    let last = Date.now()
    let before
    let printed = ''
    child.stderr.on('data', (chunk) => (printed = (printed + chunk).slice(-400)))
    const watch = setInterval(() => {
      const waited = starved(child.pid)
      before ??= waited
      if (Date.now() - last - (waited - before) > HANGS_AFTER) {
        fail({ call: at, name, fault: `no answer in ${HANGS_AFTER / 1000} s` })
        child.kill('SIGKILL')
      } else if (Date.now() > deadline) {
        done = true
        child.kill('SIGKILL')
      }
    }, 200)
    createInterface({ input: child.stdio[3] }).on('line', (line) => {
      last = Date.now()
      before = undefined
      const record = JSON.parse(line)
      if (record.done) done = true
      else if (record.threw !== undefined) threw(record)
      else if (record.fault !== undefined) fail(record)
      else [at, name] = [record.call, record.name]
    })
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (!done && signal !== 'SIGKILL')
        fail({ call: at, name, fault: `the process died (${signal ?? code}): ${printed.trim().split('\n').pop()}` })
      resolve(done)
    })
  })

console.log(`seed ${seed}`)
try {
  for (let from = first; from < end; from = at + 1) if (await run(from)) break
} finally {
  rmSync(folder, { recursive: true, force: true })
}
if (options['write-throws']) writeThrown(seen)
for (const { call, name, fault, times, at: stack } of [...faults.values()].sort((a, b) => b.times - a.times))
  console.log(
    `${name}: ${fault}${times > 1 ? ` (${times} times)` : ''}\n  --seed ${seed} --from ${call} --calls 1${(stack ?? []).map((l) => `\n  ${l}`).join('')}`,
  )
console.log(`${at - first + 1} calls, ${faults.size} faults`)
process.exitCode = faults.size === 0 ? 0 : 1
