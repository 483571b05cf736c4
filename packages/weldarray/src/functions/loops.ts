import type * as Acorn from 'acorn'
import { condition, evaluate } from './expressions.js'
import type { Machine, Target } from './machine.js'
import { assign, bind } from './patterns.js'
import { refuse } from './refusal.js'
import { dataDependent } from './region.js'
import { execute } from './statements.js'
import { containsFunction, namesOf } from './syntax.js'
import type { Term } from './terms.js'
import { describe, Scope } from './values.js'

type LoopNode = Acorn.ForStatement | Acorn.WhileStatement | Acorn.DoWhileStatement | Acorn.ForOfStatement

/** Rounds that are written one after the other where their number is known; with exits that depend on the data, fewer. */
const MOST_ROUNDS = 64
const MOST_LEAVING = 8
/** Terms that unrolling may come to. */
const MOST_TERMS = 1500

/** The parts of a loop, however it is written. */
export interface Loop {
  readonly node: Acorn.Node
  readonly scope: Scope
  /** Tested after the round: `do … while`. */
  readonly late: boolean
  readonly labels: readonly string[]
  readonly test: (m: Machine) => Term
  /** A round, `continue` included. */
  readonly body: (m: Machine) => void
  readonly update: (m: Machine) => void
}

/** Runs the body of a round, which `continue` ends. */
function round(m: Machine, labels: readonly string[], body: () => void): void {
  const target: Target = { kind: 'continue', labels: ['', ...labels], exits: [], level: m.level }
  m.targets.push(target)
  body()
  m.targets.pop()
  m.arrive(target)
}

/** Puts what a failed attempt has changed back. */
function attempt(m: Machine, run: () => boolean): boolean {
  const { env, live } = m
  const counts = m.targets.map((t) => t.exits.length)
  const depth = m.targets.length
  const found = m.found.length
  m.env = new Map(env)
  if (run()) return true
  m.targets.length = depth
  m.targets.forEach((t, i) => {
    t.exits.length = counts[i]!
  })
  m.found.length = found
  m.env = env
  m.live = live
  return false
}

/** Round after round, as long as it is known whether there is another; false where it is not, or where there are too many. */
function unrolled(m: Machine, loop: Loop): boolean {
  const { t } = m
  const before = m.live
  const terms = t.size
  const done: Target = { kind: 'break', labels: ['', ...loop.labels], exits: [], level: m.level }
  m.targets.push(done)
  for (let rounds = 0; ; rounds++) {
    if (!loop.late || rounds > 0) {
      const test = loop.test(m)
      if (test.kind !== 'lit') return false
      if (!test.value) break
    }
    const leaving = m.live !== before
    if (rounds >= (leaving ? MOST_LEAVING : MOST_ROUNDS) || t.size - terms > MOST_TERMS) {
      m.long.add(loop.node)
      return false
    }
    loop.body(m)
    if (m.isDead) break
    loop.update(m)
  }
  m.targets.pop()
  m.arrive(done)
  return true
}

/** `for … of` over a list: a round for each element. */
function overList(m: Machine, node: Acorn.ForOfStatement, scope: Scope, labels: readonly string[]): void {
  if (node.await) refuse("'await' is not supported", node)
  const list = evaluate(m, node.right, scope)
  if (list.kind !== 'record' || !list.isList) refuse(`${describe(list)} is iterated over`, node)
  const done: Target = { kind: 'break', labels: ['', ...labels], exits: [], level: m.level }
  m.targets.push(done)
  for (const element of list.fields.values()) {
    if (m.isDead) break
    const inner = new Scope(scope)
    const value = m.read(element, node)
    const { left } = node
    if (left.type === 'VariableDeclaration') bind(m, left.declarations[0]!.id, value, inner, left.kind === 'const')
    else assign(m, left, value, inner)
    m.within(node.body, () => round(m, labels, () => execute(m, node.body, inner)))
  }
  m.targets.pop()
  m.arrive(done)
}

export function loop(m: Machine, node: LoopNode, outer: Scope, labels: readonly string[]): void {
  if (node.type === 'ForOfStatement') {
    overList(m, node, outer, labels)
    return
  }
  const scope = new Scope(outer)
  const own = node.type === 'ForStatement' ? head(m, node, scope) : []
  const { test, update } = node.type === 'ForStatement' ? node : { test: node.test, update: null }
  const parts: Loop = {
    node,
    scope,
    late: node.type === 'DoWhileStatement',
    labels,
    test: (machine) => (test ? condition(machine, evaluate(machine, test, scope), test) : machine.t.yes),
    body: (machine) => ofRound(machine, node.body, scope, own, labels),
    update: (machine) => {
      if (update) evaluate(machine, update, scope)
    },
  }
  if (m.long.has(node) || !attempt(m, () => unrolled(m, parts))) dataDependent(m, parts)
}

/** What comes before the first round. Returns the names that every round has for itself. */
function head(m: Machine, { init, test, update }: Acorn.ForStatement, scope: Scope): readonly string[] {
  if (!init) return []
  if (init.type !== 'VariableDeclaration') {
    evaluate(m, init, scope)
    return []
  }
  execute(m, init, scope)
  if (init.kind !== 'let') return []
  for (const part of [init, test, update])
    if (part && containsFunction(part)) refuse('functions in the head of a loop are not supported', part)
  return init.declarations.flatMap(({ id }) => [...namesOf(id)])
}

/**
 * The body of a round, which `continue` ends. What the head declares by `let` is the round's own: functions that it makes see what this round left of it,
 * not what the head counts on to.
 */
function ofRound(m: Machine, body: Acorn.Statement, scope: Scope, own: readonly string[], labels: readonly string[]): void {
  if (own.length === 0 || !containsFunction(body)) {
    m.within(body, () => round(m, labels, () => execute(m, body, scope)))
    return
  }
  const inner = new Scope(scope)
  for (const name of own) m.write(inner.declare(name), m.env.get(scope.own(name)!)!)
  round(m, labels, () => execute(m, body, inner))
  if (m.isDead) return
  for (const name of own) m.write(scope.own(name)!, m.env.get(inner.own(name)!)!)
}
