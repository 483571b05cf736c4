import type * as Acorn from 'acorn'
import { evaluate } from './expressions.js'
import type { Exit, Machine, Target } from './machine.js'
import { bind, listOf } from './patterns.js'
import { type Place, Refusal, refuse } from './refusal.js'
import { hoist, run } from './statements.js'
import type { Term } from './terms.js'
import { type Closure, Scope, UNDEFINED, type Value } from './values.js'
import { oneAfterTheOther } from './ways-out.js'

/** Gives the arguments to the parameters: defaults, patterns, the rest. */
function bindParameters(m: Machine, params: readonly Acorn.Pattern[], values: readonly Value[], scope: Scope): void {
  params.forEach((param, i) => {
    if (param.type === 'RestElement') bind(m, param.argument, listOf(m, values.slice(i)), scope)
    else bind(m, param, values[i] ?? UNDEFINED, scope)
  })
}

/** What several returns give, each for its elements. */
function joinReturns(m: Machine, exits: readonly Exit[]): Value {
  const last = exits[exits.length - 1]!
  let env = last.env
  let value = last.value!
  for (const exit of oneAfterTheOther(m.t, exits.slice(0, -1)).reverse()) {
    const joined = m.joinEnvironments(exit.condition, exit.env, env)
    m.env = joined
    value = m.join(exit.condition, exit.value!, value, exit.env, env)
    env = joined
  }
  m.env = env
  return value
}

/** A call of a function whose source is known: its body, run in place of the call. */
export function callClosure(m: Machine, fn: Closure, values: readonly Value[], at: Place): Value {
  const called = (): Value => m.within(fn.node.body, () => inlined(m, fn, values, at))
  if (fn.source === undefined) return called()
  try {
    return called()
  } catch (error) {
    if (error instanceof Refusal) error.text ??= fn.source.text
    throw error
  }
}

function inlined(m: Machine, fn: Closure, values: readonly Value[], at: Place): Value {
  const { node } = fn
  if (m.calls.includes(node)) refuse(`${fn.name === '' ? 'a function' : `'${fn.name}'`} calls itself`, at)
  const scope = new Scope(fn.scope, true)
  const before: Term = m.live
  m.calls.push(node)
  bindParameters(m, node.params, values, scope)
  if (node.body.type !== 'BlockStatement') {
    const value = evaluate(m, node.body, scope)
    m.calls.pop()
    return value
  }
  const target: Target = { kind: 'return', labels: [], exits: [], level: m.level }
  const { targets } = m
  m.targets = [target]
  hoist(m, node.body.body, scope)
  run(m, node.body.body, scope)
  m.leave(target, UNDEFINED)
  m.targets = targets
  m.calls.pop()
  if (target.exits.length === 0) refuse('it never ends', node)
  const value = joinReturns(m, target.exits)
  m.live = before
  return value
}
