import type * as Acorn from 'acorn'
import { applyBinary, evaluate } from './expressions.js'
import type { Exit, Machine, Target } from './machine.js'
import { termOf } from './numbers.js'
import { run } from './statements.js'
import { Scope } from './values.js'

/** Cases in order: an element enters at the first that fits, or else at `default`, wherever it stands, and runs on until `break`. */
export function switchStatement(m: Machine, node: Acorn.SwitchStatement, outer: Scope): void {
  const { t } = m
  const subject = evaluate(m, node.discriminant, outer)
  const scope = new Scope(outer)
  // Those that have not found their case yet; every test is asked before `default` is entered.
  let waiting = m.live
  const entries = new Map<Acorn.SwitchCase, Exit>()
  for (const branch of node.cases) {
    if (!branch.test) continue
    m.live = waiting
    const fits = termOf(applyBinary(m, '===', subject, evaluate(m, branch.test, scope), branch), branch)
    entries.set(branch, { condition: t.and(waiting, fits), env: new Map(m.env) })
    waiting = t.and(waiting, t.not(fits))
  }
  const unmatched: Exit = { condition: waiting, env: m.env }
  const target: Target = { kind: 'break', labels: [''], exits: [], level: m.level }
  m.targets.push(target)
  // Nobody is in the first case before it is entered.
  m.live = t.no
  for (const branch of node.cases) {
    const { condition, env } = entries.get(branch) ?? unmatched
    m.env = m.live === t.no ? new Map(env) : condition === t.no ? m.env : m.joinEnvironments(condition, env, m.env)
    m.live = t.or(condition, m.live)
    run(m, branch.consequent, scope)
  }
  m.targets.pop()
  // Those that found no case go on as they came.
  if (waiting !== t.no && node.cases.every((branch) => branch.test)) target.exits.push(unmatched)
  m.arrive(target)
}
