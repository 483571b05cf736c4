// Times examples/programs against their NumPy twins and writes the table of docs/programs.md: `node tools/time-programs.mjs`, with the
// python3 whose NumPy is the other side. Both take turns, so that what else the machine does meets both; the fastest run of each counts.
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

/** The fastest run in the time there is, in milliseconds, of a program in this process. */
function fastest(program, ms = 1500) {
  program()
  let best = Infinity
  for (const end = performance.now() + ms; performance.now() < end; ) {
    const start = performance.now()
    program()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
const ours = {}
const theirs = {}
const keep = (all, name, ms) => {
  all[name] = Math.min(all[name] ?? Infinity, ms)
}
for (let turn = 0; turn < TURNS; turn++) {
  const times = JSON.parse(execFileSync('python3', [join(root, 'tools/programs.py'), '--time'], { encoding: 'utf8' }))
  for (const [name, ms] of Object.entries(times)) keep(theirs, name, ms)
  for (const name of names) {
    const { program } = await import(await compile(join(folder, `${name}.ts`)))
    keep(ours, name, fastest(program))
  }
}

const rows = names.map(
  (name) =>
    `| [${name}](../examples/programs/${name}.ts) | ${theirs[name].toFixed(1)} | ${ours[name].toFixed(1)} | ${(theirs[name] / ours[name]).toFixed(2)} |`,
)
const numpy = execFileSync('python3', ['-c', 'import numpy; print(numpy.__version__)'], { encoding: 'utf8' }).trim()
const table = [
  `NumPy ${numpy}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model}); milliseconds, fastest of many runs; more than 1 is faster than NumPy.`,
  '',
  '| program | NumPy | weldarray | NumPy ÷ weldarray |',
  '| --- | --- | --- | --- |',
  ...rows,
].join('\n')
const [START, END] = ['<!-- table: written by tools/time-programs.mjs -->\n', '\n<!-- end of table -->']
const text = readFileSync(page, 'utf8')
const [start, end] = [text.indexOf(START) + START.length, text.indexOf(END)]
writeFileSync(page, text.slice(0, start) + table + text.slice(end))
