// The dense check: node tools/accuracy/dense.mjs [points] [function ...]
// Prints for every function its largest error against MPFR, and the host's. SEED chooses other points; EACH=1 adds the
// largest error of each kind of point (points.mjs).
import { functions, pointsOf, ulps } from './points.mjs'
import { reference } from './reference.mjs'
import { scalarFunction } from './straight.mjs'

const count = Number(process.argv[2] ?? 1e6)
const chosen = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(functions)
const seed = Number(process.env.SEED ?? 1)
const worst = (list) => list.reduce((a, b) => (b.error > a.error ? b : a))

for (const name of chosen) {
  const { arity, bar, from } = functions[name]
  const args = pointsOf(name, count, seed)
  const exact = reference(name, args)
  const errorsOf = (f) => {
    const kinds = from.map(() => ({ error: 0, at: '' }))
    for (let i = 0; i < count; i++) {
      const value = arity === 1 ? f(args[i]) : f(args[2 * i], args[2 * i + 1])
      const error = ulps(value, exact[2 * i], exact[2 * i + 1])
      const kind = kinds[i % from.length]
      if (error > kind.error) {
        kind.error = error
        kind.at = arity === 1 ? String(args[i]) : `${args[2 * i]}, ${args[2 * i + 1]}`
      }
    }
    return kinds
  }
  const kinds = errorsOf(scalarFunction(name, arity))
  const ours = worst(kinds)
  const host = Math[name] ? worst(errorsOf(Math[name])).error.toFixed(3) : '-'
  const each = process.env.EACH ? `; ${kinds.map((k) => k.error.toFixed(3)).join(' ')}` : ''
  console.log(
    `${name.padEnd(6)} ${ours.error.toFixed(4)} of ${bar}${ours.error > bar ? ' FAILS' : ''} at ${ours.at}; Math.${name} ${host}${each}`,
  )
  if (ours.error > bar) process.exitCode = 1
}
