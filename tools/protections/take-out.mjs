#!/usr/bin/env node
/*
 * Takes protections out of the source, one at a time, and runs the test of each, which has to fail; then puts them back:
 *
 *     node tools/protections/take-out.mjs [--only WORD]
 *
 * What it works in has to be built, and without changes of one's own: it writes to the sources.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { protections } from './table.mjs'

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'weldarray-protections-'))

/** A test that takes so much longer than with the protection does not end any more. */
const HANGS_AFTER = (before) => 60_000 + 5 * before

/** The compiler, and the script that the pool's threads run. What is only no longer used may stay. */
function build() {
  const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], { cwd: root, encoding: 'utf8' })
  const errors = stdout.split('\n').filter((line) => /error TS(?!6133|6192|6196|6198|7027)/.test(line))
  if (errors.length > 0) return errors[0]
  return spawnSync(process.execPath, ['tools/bundle-pool-worker.mjs'], { cwd: root }).status === 0
    ? undefined
    : 'no script for threads'
}

/** Names of the tests that failed; that there was no end after `most` milliseconds is one. */
function test({ project, test, only }, most) {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=1', '--project', project, test]
  if (only !== undefined) args.push('-t', only)
  args.push('--reporter=json', `--outputFile=${report}`)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore', detached: true })
    let hangs = false
    const late = setTimeout(() => {
      hangs = true
      process.kill(-child.pid, 'SIGKILL')
    }, most)
    child.on('exit', (code) => {
      clearTimeout(late)
      if (hangs) return resolve({ failed: ['no end'], passed: 0 })
      try {
        const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
        const all = testResults.flatMap((file) => file.assertionResults)
        const of = (status) => all.filter((t) => t.status === status).map((t) => t.title)
        const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
        const failed = [...of('failed'), ...broken.map((file) => `not run: ${file.message}`)]
        // A process that dies in the middle of a test leaves none that failed.
        resolve({
          failed: failed.length === 0 && code !== 0 ? ['the process of the test died'] : failed,
          passed: of('passed').length,
        })
      } catch {
        resolve({ failed: ['the process of the test died'], passed: 0 })
      }
    })
  })
}

const known = new Map()
/** Whether what is built still lacks the protection that was taken out last. */
let stale = false

/** Milliseconds that a test takes with the protection, or why it says nothing: it has to pass, and to be run at all. */
async function withIt({ project, test: file, only }) {
  const key = [project, file, only].join(' ')
  if (!known.has(key)) {
    if (stale) build()
    stale = false
    const start = Date.now()
    const { failed, passed } = await test({ project, test: file, only }, 300_000)
    const fault = failed.length > 0 ? `FAILS ALSO WITH IT: ${failed[0]}` : passed === 0 ? 'ITS TEST IS NOT RUN' : undefined
    known.set(key, fault ?? Date.now() - start)
  }
  return known.get(key)
}

async function takeOut(protection) {
  const before = await withIt(protection)
  if (typeof before === 'string') return before
  const path = join(root, protection.file)
  const source = readFileSync(path, 'utf8')
  if (source.split(protection.from).length !== 2) return 'NOT FOUND in its file: mend the table'
  writeFileSync(
    path,
    source.replace(protection.from, () => protection.to),
  )
  try {
    stale = true
    const error = build()
    if (error !== undefined) return `NOT BUILT without it: ${error}`
    const { failed, passed } = await test(protection, HANGS_AFTER(before))
    return failed.length === 0 ? `NO TEST FAILED without it (${passed} passed)` : failed
  } finally {
    writeFileSync(path, source)
  }
}

let bad = 0
for (const [group, list] of Object.entries(protections))
  for (const protection of list) {
    if (!`${group} ${protection.id}`.includes(options.only)) continue
    const outcome = await takeOut(protection)
    if (typeof outcome === 'string') bad++
    console.log(`${protection.id}: ${protection.what}`)
    console.log(
      typeof outcome === 'string' ? `  ${outcome}` : outcome.map((title) => `  failed: ${title.slice(0, 160)}`).join('\n'),
    )
  }
rmSync(folder, { recursive: true, force: true })
build()
console.log(bad === 0 ? 'every protection is tested' : `${bad} are not`)
process.exitCode = bad === 0 ? 0 : 1
