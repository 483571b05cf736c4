// The dense check: node tools/accuracy/dense.mjs [points] [function ...]
// Prints for every function its largest error against MPFR and where, its bar, and the errors of Math.* and, with
// NUMPY=<a python that has NumPy>, of NumPy on the same points. SEED chooses other points; EACH=1 adds our largest
// error for each kind of point (points.mjs). With DTYPE=float32 the arguments and results are float32, Math.*'s rounded to
// it (see also float32.mjs).
import { functions, pointsOf, ulps, ulps32 } from './points.mjs'
import { numpy, reference } from './reference.mjs'
import { scalarFunction } from './straight.mjs'

const count = Number(process.argv[2] ?? 1e6)
const chosen = process.argv.length > 3 ? process.argv.slice(3) : Object.keys(functions)
const seed = Number(process.env.SEED ?? 1)
const short = process.env.DTYPE === 'float32'
const distance = short ? ulps32 : ulps
const largest = (list) => list.reduce((a, b) => (b.error > a.error ? b : a))
const text = (e) => (e === Infinity ? 'wrong value' : e > 1000 ? e.toExponential(0) : e.toFixed(3))

console.log('| function | largest error | at | bar | NumPy | Math.* |')
console.log('| --- | ---: | --- | ---: | ---: | ---: |')
for (const name of chosen) {
  const { arity, from } = functions[name]
  const bar = short ? 0.51 : functions[name].bar
  const args = pointsOf(name, count, seed)
  if (short) args.forEach((x, i) => (args[i] = Math.fround(x)))
  const exact = reference(name, args)
  const errorsOf = (result) => {
    const kinds = from.map(() => ({ error: 0, at: '' }))
    for (let i = 0; i < count; i++) {
      const error = distance(result(i), exact[2 * i], exact[2 * i + 1])
      const kind = kinds[i % from.length]
      if (error > kind.error) {
        kind.error = error
        kind.at = arity === 1 ? String(args[i]) : `${args[2 * i]}, ${args[2 * i + 1]}`
      }
    }
    return kinds
  }
  const applied = (f) => (arity === 1 ? (i) => f(args[i]) : (i) => f(args[2 * i], args[2 * i + 1]))
  const kinds = errorsOf(applied(scalarFunction(name, arity, short ? 'float32' : 'float64')))
  const ours = largest(kinds)
  const math = applied(short ? (...x) => Math.fround(Math[name](...x)) : Math[name])
  // Math.pow(1, Infinity) is NaN by specification: infinite arguments are not counted against the host.
  const finite = (i) => args.slice(arity * i, arity * (i + 1)).every(Number.isFinite)
  const host = Math[name] ? text(largest(errorsOf((i) => (finite(i) ? math(i) : exact[2 * i]))).error) : '–'
  const theirs = process.env.NUMPY ? numpy(name, args) : undefined
  const other = theirs ? text(largest(errorsOf((i) => theirs[i])).error) : '–'
  const each = process.env.EACH ? ` ${kinds.map((k) => k.error.toFixed(3)).join(' ')}` : ''
  console.log(
    `| ${name} | ${ours.error.toFixed(4)} | ${ours.at} | ${bar}${ours.error > bar ? ' FAILS' : ''} | ${other} | ${host} |${each}`,
  )
  if (ours.error > bar) process.exitCode = 1
}
