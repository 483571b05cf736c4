import { begin, type Carried, type Found, foundOf } from './found.js'
import type { Loop } from './loops.js'
import type { Exit, Machine, Target } from './machine.js'
import { isBool, number, toFloat } from './numbers.js'
import { refuse } from './refusal.js'
import { type Substitution, substitution } from './substitute.js'
import type { Region, Term, Terms } from './terms.js'
import { describe, type Environment, type Value, type Variable } from './values.js'

/** One pass over the body with what is carried unknown: how it is left, and what the next round begins with. */
interface Pass {
  readonly region: Region
  /** Ways out that go on after the loop, and those that go elsewhere. */
  readonly after: readonly Exit[]
  readonly elsewhere: readonly { readonly target: Target; readonly exit: Exit }[]
  /** What it has shown of the loops within. */
  readonly inner: readonly Found[]
  /** Which elements begin another round, and with what; null where none ever does. */
  readonly again: { readonly condition: Term; readonly env: Environment } | null
}

function pass(m: Machine, loop: Loop, carried: readonly Carried[], lost: ReadonlySet<Variable>, inner: readonly Found[]): Pass {
  const { t } = m
  const { env, live, targets, before: around, found } = m
  m.before = inner
  m.found = []
  const region = t.region(
    m.level + 1,
    live,
    carried.map((c) => c.first),
  )
  m.env = new Map(env)
  carried.forEach(({ variable, mixed }, k) => {
    const term = region.carried[k]!
    m.env.set(variable, mixed ? { kind: 'number', term, mixed } : number(term))
  })
  for (const variable of lost)
    m.env.set(variable, {
      kind: 'unusable',
      why: `'${variable.name}', which has no number at first, is used in a loop before it has one`,
    })
  m.level++
  m.live = t.yes
  // Exits to what is around are kept apart: they are seen after the loop.
  const outer = targets.map((target) => ({ ...target, exits: [] as Exit[] }))
  const done: Target = { kind: 'break', labels: ['', ...loop.labels], exits: [], level: m.level }
  m.targets = [...outer, done]
  const test = (): void => {
    const goes = loop.test(m)
    const before = m.live
    m.live = t.and(before, t.not(goes))
    m.leave(done)
    m.live = t.and(before, goes)
  }
  if (!loop.late) test()
  if (!m.isDead) loop.body(m)
  if (!m.isDead) loop.update(m)
  if (loop.late && !m.isDead) test()
  const again = m.isDead ? null : { condition: m.live, env: m.env }
  const elsewhere = outer.flatMap(({ exits }, i) => exits.map((exit) => ({ target: targets[i]!, exit })))
  const shown = m.found
  m.level--
  m.env = env
  m.live = live
  m.targets = targets
  m.before = around
  m.found = found
  return { region, after: done.exits, elsewhere, inner: shown, again }
}

/** A list that is replaced by another one of the same form becomes one whose elements are carried. */
function opened(m: Machine, variable: Variable, entry: Value, later: Value): boolean {
  if (entry.kind !== 'record' || later.kind !== 'record' || entry.isList !== later.isList) return false
  if ([...entry.fields.keys()].join() !== [...later.fields.keys()].join()) return false
  const fields = [...entry.fields].map(([name, v]) => [name, m.env.get(v)!] as const)
  if (fields.some(([, v]) => v.kind !== 'number')) return false
  entry.frozen = true
  m.env.set(variable, m.record(entry.isList, fields, true))
  return true
}

/** What a binding has at the end of a round; an element of a list that is carried, what the list in its place has. */
function atEnd(c: Carried, env: Environment): Value {
  if (c.from === null) return env.get(c.variable)!
  const list = env.get(c.from.list)!
  const element = list.kind === 'record' ? list.fields.get(c.from.name) : undefined
  return element === undefined ? { kind: 'unusable', why: '' } : env.get(element)!
}

/** Whether a pass has shown that more is carried, or that something carried is of a wider type. */
function learned(m: Machine, carried: Carried[], lost: Set<Variable>, again: Environment, loop: Loop): boolean {
  let more = false
  const known = new Map(carried.map((c) => [c.variable, c]))
  const lists = new Set(carried.map((c) => c.from?.list))
  for (const c of carried) {
    const value = atEnd(c, again)
    if (value.kind !== 'number')
      return refuse(`'${c.variable.name}' is a number in one round of the loop and something else in another`, loop.node)
    const mixed = c.mixed || value.mixed === true || isBool(value.term) !== isBool(c.first)
    if (value.term.dtype === c.first.dtype && mixed === c.mixed) continue
    const first = toFloat(m.t, c.first)
    more ||= first !== c.first || mixed !== c.mixed
    c.first = first
    c.mixed = mixed
  }
  for (const [variable, entry] of [...m.env]) {
    const value = again.get(variable)
    if (value === undefined || value === entry || known.has(variable) || lost.has(variable) || lists.has(variable)) continue
    if (entry.kind === 'number') {
      if (value.kind === 'number' && value.term === entry.term && value.mixed === entry.mixed) continue
      carried.push({ variable, first: entry.term, mixed: entry.mixed === true, from: null })
    } else if (entry.kind === 'undefined' || entry.kind === 'unusable') lost.add(variable)
    else if (opened(m, variable, entry, value)) {
      const list = m.env.get(variable) as Value & { kind: 'record' }
      for (const [name, element] of list.fields) {
        const { term, mixed } = m.env.get(element) as Value & { kind: 'number' }
        carried.push({ variable: element, first: term, mixed: mixed === true, from: { list: variable, name } })
      }
    } else refuse(`'${variable.name}', which is ${describe(entry)}, changes from round to round`, loop.node)
    more = true
  }
  return more
}

/** How many operations within a loop a term takes; a loop within it, as many as there are in its body. */
function weightOf(root: Term, level: number): number {
  const seen = new Set([root])
  for (const { args, kind, region } of seen) {
    for (const a of args) if (a.level > level) seen.add(a)
    if (kind === 'result') for (const part of [region!.test, ...region!.next]) seen.add(part)
  }
  return seen.size
}

/**
 * By which way an element has left a loop, as conditions after it. It has left by one of them: of the one that would take most to work
 * out, nothing is worked out again but that it was none of the others.
 */
function waysOf(t: Terms, exits: readonly Exit[], level: number, last: Substitution): Term[] {
  const weights = exits.map(({ condition }) => weightOf(condition, level))
  const heaviest = weights.indexOf(Math.max(...weights))
  const ways = exits.map(({ condition }, i) => (i === heaviest ? t.no : last.term(condition)))
  const others = ways.reduceRight((rest, way) => t.or(way, rest), t.no)
  return ways.map((way, i) => (i === heaviest ? t.not(others) : way))
}

/**
 * A loop whose rounds are not known before the function runs. Its test fails where the body would leave the loop, whichever way, and
 * nothing has changed then: what the last, partial round does, and where it goes, is worked out after the loop from what is carried.
 */
export function dataDependent(m: Machine, loop: Loop): void {
  const { t } = m
  // At first nothing is carried; each pass shows what differs at the end of a round.
  const carried: Carried[] = []
  const lost = new Set<Variable>()
  const known = m.foundBefore(loop.node)
  begin(m, loop, known, carried, lost)
  let found = pass(m, loop, carried, lost, known?.inner ?? [])
  while (found.again !== null && learned(m, carried, lost, found.again.env, loop))
    found = pass(m, loop, carried, lost, found.inner)
  m.found.push(foundOf(loop, carried, lost, found.inner))
  const { region, after, elsewhere, again } = found
  if (again !== null) {
    region.test = again.condition
    region.next = carried.map((c) => {
      const { term } = atEnd(c, again.env) as Value & { kind: 'number' }
      return term.dtype === c.first.dtype ? term : toFloat(t, term)
    })
  } else region.next = region.carried
  const before = m.live
  const last = substitution(t, region, m.level)
  const moved = (env: Environment): Environment => new Map([...env].map(([variable, value]) => [variable, last.value(value)]))
  const ways = waysOf(t, [...after, ...elsewhere.map(({ exit }) => exit)], m.level, last)
  elsewhere.forEach(({ target, exit }, i) => {
    target.exits.push({
      condition: t.and(before, ways[after.length + i]!),
      env: moved(exit.env),
      ...(exit.value === undefined ? {} : { value: last.value(exit.value) }),
    })
  })
  if (after.length === 0) {
    if (elsewhere.length === 0) refuse('this loop has no end', loop.node)
    m.live = t.no
    return
  }
  const exits = after.map((exit, i) => ({ condition: ways[i]!, env: moved(exit.env) }))
  m.env = m.meet(exits)
  const leaving = exits.map((e) => e.condition).reduceRight((rest, c) => t.or(c, rest))
  m.live = elsewhere.length === 0 ? before : t.and(before, leaving)
}
