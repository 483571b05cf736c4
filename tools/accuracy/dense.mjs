// The dense check: node tools/accuracy/dense.mjs [points] [function ...]
// Prints for every function its largest error against MPFR. SEED chooses other points.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functions, pointsOf, ulps } from './points.mjs'
import { scalarFunction } from './straight.mjs'

const count = Number(process.argv[2] ?? 1e6)
const chosen = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(functions)
const seed = Number(process.env.SEED ?? 1)
const python = process.env.PYTHON ?? '/usr/bin/python3'
const dir = mkdtempSync(join(tmpdir(), 'weld-accuracy-'))
let failed = 0
try {
  for (const name of chosen) {
    const { arity, bar, from } = functions[name]
    const args = pointsOf(name, count, seed)
    writeFileSync(join(dir, 'in'), args)
    execFileSync(python, [join(import.meta.dirname, 'reference.py'), name, join(dir, 'in'), join(dir, 'out')])
    const bytes = readFileSync(join(dir, 'out'))
    const reference = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    const worstOf = (f) => {
      const worst = from.map(() => ({ error: 0, at: '' }))
      for (let i = 0; i < count; i++) {
        const value = arity === 1 ? f(args[i]) : f(args[2 * i], args[2 * i + 1])
        const error = ulps(value, reference[2 * i], reference[2 * i + 1])
        const w = worst[i % from.length]
        if (error > w.error) {
          w.error = error
          w.at = arity === 1 ? String(args[i]) : `${args[2 * i]}, ${args[2 * i + 1]}`
        }
      }
      return worst
    }
    const all = worstOf(scalarFunction(name, arity))
    const ours = all.reduce((a, b) => (b.error > a.error ? b : a))
    const host = Math[name] ? worstOf(Math[name]).reduce((a, b) => (b.error > a.error ? b : a)).error.toFixed(3) : '-'
    if (ours.error > bar) failed++
    console.log(`${name.padEnd(6)} ${ours.error.toFixed(4)} of ${bar}${ours.error > bar ? ' FAILS' : ''} at ${ours.at}; Math.${name} ${host}${process.env.EACH ? `; ${all.map((w) => w.error.toFixed(3)).join(' ')}` : ''}`)
  }
} finally {
  rmSync(dir, { recursive: true })
}
process.exitCode = failed ? 1 : 0
