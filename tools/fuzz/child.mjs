/*
 * Makes calls and writes down, before each, which one it is: whoever started this process sees when it hangs or dies.
 */
import { writeSync } from 'node:fs'
import { irTargets } from './ir.mjs'
import { opsTargets } from './ops.mjs'
import { faultOf, isHonest } from './outcome.mjs'
import { targetsOf } from './targets.mjs'
import { streamOf, valuesFor } from './values.mjs'

const [, , module, seedText, fromText, callsText, only] = process.argv
const np = await import(module)
const seed = Number(seedText)
np.configure({ maxMemory: '256MB', spill: false })
process.on('unhandledRejection', () => {})

const values = valuesFor(np, np.default)
const [{ default: ops }, ir] = await Promise.all(['ops', 'ir'].map((entry) => import(new URL(`./${entry}.mjs`, module).href)))
const all = [...targetsOf(np), ...opsTargets(ops, np.default), ...irTargets(ir)]
const targets = all.filter((t) => only === undefined || only === '' || t.name.includes(only))
const report = (record) => writeSync(3, `${JSON.stringify(record)}\n`)

/** Kinds of the parameters of a declaration, positions first, then those in braces. */
function parametersOf(text) {
  const inner = text.slice(text.indexOf('(') + 1, -1)
  const all = [...inner.matchAll(/(\.\.\.)?(\w+)(\??):\s*([^,{}]+)/g)]
  const leading = inner.includes('{') ? [...inner.slice(0, inner.indexOf('{')).matchAll(/(\w+)(\??):/g)].length : all.length
  return {
    all: all.map(([, rest, name, optional, kinds]) => ({
      rest,
      name,
      optional: optional === '?',
      kinds: kinds.trim().split('|'),
    })),
    leading,
  }
}

function valueFor(r, kinds) {
  if (r.chance(0.06)) return values.strange(r)
  const kind = r.pick(kinds)
  return kind.startsWith('"') ? kind.slice(1, -1) : (values.makers[kind] ?? values.strange)(r)
}

/** Arguments that fit a declaration, or nearly. */
function declaredArguments(r, text) {
  const { all, leading } = parametersOf(text)
  const args = []
  for (const p of all.slice(0, leading)) {
    if (p.rest) {
      for (let n = r.below(4); n > 0; n--) args.push(valueFor(r, p.kinds))
      break
    }
    if (p.optional && r.chance(0.4)) break
    args.push(valueFor(r, p.kinds))
  }
  const more = all.slice(args.length).filter((p) => p.optional && !p.rest && r.chance(0.3))
  if (more.length > 0) args.push(Object.fromEntries(more.map((p) => [p.name, valueFor(r, p.kinds)])))
  return args
}

function looseArguments(r) {
  return Array.from({ length: r.below(5) }, () =>
    r.chance(0.5)
      ? values.any(r)
      : r.chance(0.4)
        ? values.makers.integer(r)
        : r.chance(0.3)
          ? values.shape(r)
          : values.strange(r),
  )
}

const { Polynomial, Chebyshev, Legendre, Laguerre, Hermite, HermiteE } = np.polynomial
const SERIES = [Polynomial, Chebyshev, Legendre, Laguerre, Hermite, HermiteE]

const FILES = /load|save|genfromtxt|fromfile|tofile/

for (let i = Number(fromText); i < Number(callsText); i++) {
  const r = streamOf(seed, i)
  const target = r.pick(targets)
  report({ call: i, name: target.name })
  if (target.compare !== undefined) {
    const fault = target.compare(seed, i)
    if (fault !== undefined) report({ call: i, name: target.name, fault })
    continue
  }
  const args =
    target.make !== undefined
      ? target.make(r, values)
      : target.declaration !== undefined && r.chance(0.7)
        ? declaredArguments(r, target.declaration)
        : looseArguments(r)
  // A method of arrays has its array as the first parameter of the function's declaration.
  const made = {
    rng: () => np.random.default_rng(1),
    legacy: () => new np.random.RandomState(1),
    poly: () => new (r.pick(SERIES))(values.makers.numbers(r, 1), r.pick([undefined, { domain: [0, 1] }])),
    at: () => values.array(r).at(r.pick([0, ':', [0], '...'])),
    flat: () => values.array(r).flat,
  }
  const before = process.cpuUsage()
  let outcome = 'value'
  try {
    const self = target.of === undefined ? undefined : (made[target.of] ?? (() => values.array(r)))()
    const result = target.of === undefined ? target.call(args) : self[target.method](...args)
    const settled = result instanceof Promise ? await result : result
    const fault = target.unchecked ? undefined : (faultOf(np, settled) ?? target.check?.(settled))
    if (fault !== undefined) report({ call: i, name: target.name, fault })
  } catch (error) {
    outcome = error?.name ?? 'thrown'
    if (!target.unchecked && error instanceof np.WeldError)
      report({ name: target.name, threw: error.name, call: i, declaration: target.declaration })
    if (!target.unchecked && !isHonest(np, error, FILES.test(target.name)) && error?.message !== 'given')
      report({
        call: i,
        name: target.name,
        fault: `${error?.name ?? typeof error}: ${String(error?.message).slice(0, 160)}`,
        at: String(error?.stack)
          .split('\n')
          .filter((l) => /^\s+at /.test(l))
          .slice(0, 3)
          .map((l) => l.trim()),
      })
  }
  const used = process.cpuUsage(before)
  const seconds = (used.user + used.system) / 1e6
  if (seconds > 3) report({ call: i, name: target.name, fault: `took ${seconds.toFixed(1)} s`, outcome })
}
report({ done: true })
await np.shutdown()
