import type * as Acorn from 'acorn'
import { applyBinary, evaluate } from './expressions.js'
import type { Machine, Target } from './machine.js'
import { termOf } from './numbers.js'
import { refuse } from './refusal.js'
import { run } from './statements.js'
import { Scope } from './values.js'

/** Cases in order: an element enters at the first that fits, or at `default` (the last one), and runs on until `break`. */
export function switchStatement(m: Machine, node: Acorn.SwitchStatement, outer: Scope): void {
  const { t } = m
  const subject = evaluate(m, node.discriminant, outer)
  const scope = new Scope(outer)
  const target: Target = { kind: 'break', labels: [''], exits: [], level: m.level }
  m.targets.push(target)
  // Those that have not found their case yet, and their environment; those that fall through have their own.
  let waiting = m.live
  const entry = m.env
  let env = new Map(entry)
  let live = t.no
  node.cases.forEach((branch, i) => {
    if (!branch.test && i < node.cases.length - 1) refuse("'default' is supported as the last case only", branch)
    m.live = waiting
    m.env = entry
    const fits = branch.test ? termOf(applyBinary(m, '===', subject, evaluate(m, branch.test, scope), branch), branch) : t.yes
    const enter = t.and(waiting, fits)
    waiting = t.and(waiting, t.not(fits))
    m.env = live === t.no ? new Map(entry) : enter === t.no ? env : m.joinEnvironments(enter, entry, env)
    m.live = t.or(enter, live)
    run(m, branch.consequent, scope)
    env = m.env
    live = m.live
  })
  m.targets.pop()
  // Those that found no case go on as they came.
  if (waiting !== t.no) target.exits.push({ condition: waiting, env: new Map(entry) })
  m.env = env
  m.live = live
  m.arrive(target)
}
