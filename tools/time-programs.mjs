// Times examples/programs against their NumPy twins and writes the table of docs/programs.md: `node tools/time-programs.mjs`, with the
// python3 whose NumPy is the other side. Both take turns, so that what else the machine does meets both; the fastest run of each counts, and
// the first in a process that finds no compiled kernels. With names of programs, only those, and nothing is written but to the terminal;
// with `--write` their rows are.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from './run-ts.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'examples/programs')
const page = join(root, 'docs/programs.md')
const TURNS = 3

/** What a program prints in a process of its own, as programs run: in one that has run others the engine knows less of each. */
function alone(script, text, env = {}) {
  const source = `import { program } from ${JSON.stringify(script)}; ${text}; process.exit()`
  const options = { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' }
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', source], options))
}

const TIMED = 'const start = performance.now(); program(); const ms = performance.now() - start'

/** The fastest run in the time there is, in milliseconds. */
const fastest = (script, ms = 1500) =>
  alone(
    script,
    `program(); let best = Infinity; for (const end = performance.now() + ${ms}; performance.now() < end; ) { ${TIMED}; best = Math.min(best, ms) } console.log(best)`,
  )

/** The first run in a process that keeps no kernels. */
const first = (script) => alone(script, `${TIMED}; console.log(ms)`, { WELDARRAY_CACHE_DIR: 'off' })

const all = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
const asked = process.argv.slice(2).filter((name) => name !== '--write')
const isWritten = asked.length === 0 || process.argv.includes('--write')
const unknown = asked.find((name) => !all.includes(name))
if (unknown !== undefined) throw new Error(`there is no program ${unknown}; there are ${all.join(', ')}`)
const names = asked.length > 0 ? asked : all
const ours = {}
const theirs = {}
const keep = (times, name, now) => {
  const before = times[name] ?? now
  times[name] = { best: Math.min(before.best, now.best), first: Math.min(before.first, now.first) }
}
for (let turn = 0; turn < TURNS; turn++) {
  const python = [join(root, 'tools/programs.py'), '--time', ...names]
  const times = JSON.parse(execFileSync('python3', python, { encoding: 'utf8' }))
  for (const [name, time] of Object.entries(times)) keep(theirs, name, time)
  for (const name of names) {
    const script = await compile(join(folder, `${name}.ts`))
    keep(ours, name, { best: fastest(script), first: first(script) })
  }
}

const [START, END] = ['<!-- table: written by tools/time-programs.mjs -->\n', '\n<!-- end of table -->']
const text = readFileSync(page, 'utf8')
const [from, to] = [text.indexOf(START) + START.length, text.indexOf(END)]
const rowOf = (name) =>
  text
    .slice(from, to)
    .split('\n')
    .filter((line) => line.startsWith(`| [${name}]`))
const rows = (isWritten ? all : names).flatMap((name) =>
  ours[name] === undefined
    ? rowOf(name)
    : [
        `| [${name}](../examples/programs/${name}.ts) | ${theirs[name].best.toFixed(1)} | ${ours[name].best.toFixed(1)} | ${(theirs[name].best / ours[name].best).toFixed(2)} | ${theirs[name].first.toFixed(0)} | ${ours[name].first.toFixed(0)} |`,
      ],
)
const numpy = execFileSync('python3', ['-c', 'import numpy; print(numpy.__version__)'], { encoding: 'utf8' }).trim()
const table = [
  `NumPy ${numpy}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model}); milliseconds, fastest of many runs; more than 1 is faster than NumPy.`,
  '',
  '| program | NumPy | weldarray | NumPy ÷ weldarray | first run: NumPy | weldarray, no kernels kept |',
  '| --- | --- | --- | --- | --- | --- |',
  ...rows,
].join('\n')
if (isWritten) writeFileSync(page, text.slice(0, from) + table + text.slice(to))
else console.log(table)
