import type * as Acorn from 'acorn'
import type { Machine } from './machine.js'
import type { Closure, Scope, Value, Variable } from './values.js'

/** What a piece of source may write: names that are assigned to, names through whose elements it writes, and names it calls. */
function collect(node: unknown, names: Set<string>, calls: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, names, calls)
    return
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  const n = node as Acorn.AnyNode
  if (n.type === 'AssignmentExpression') targets(n.left, names)
  else if (n.type === 'UpdateExpression') targets(n.argument, names)
  else if (n.type === 'ForOfStatement' && n.left.type !== 'VariableDeclaration') targets(n.left, names)
  else if (n.type === 'VariableDeclaration' && n.kind === 'var') for (const d of n.declarations) targets(d.id, names)
  else if (n.type === 'CallExpression') everyName(n, calls)
  for (const child of Object.values(n)) if (typeof child === 'object') collect(child, names, calls)
}

const targets = (pattern: unknown, names: Set<string>): void => everyName(pattern, names)

/** All names in a piece of source: more than those that are written, which does no harm. */
function everyName(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) for (const item of node) everyName(item, names)
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  const n = node as Acorn.AnyNode
  if (n.type === 'Identifier') names.add(n.name)
  for (const child of Object.values(n)) if (typeof child === 'object') everyName(child, names)
}

/** The bindings outside of a loop that its rounds may write, and the elements of lists among them. */
export function assignedIn(m: Machine, loop: Acorn.Node, scope: Scope): Variable[] {
  const found = new Set<Variable>()
  const seen = new Set<Closure['node']>()
  const visit = (node: unknown, from: Scope): void => {
    const names = new Set<string>()
    const calls = new Set<string>()
    collect(node, names, calls)
    for (const name of names) add(from.find(name)?.variable)
    // What a function that is called writes is written, too, and so are elements of what it is given.
    for (const name of calls) {
      const variable = from.find(name)?.variable
      const value = variable && m.env.get(variable)
      if (value?.kind === 'closure' && !seen.has(value.node)) {
        seen.add(value.node)
        visit(value.node.body, value.scope)
      } else if (value?.kind === 'record') elements(value)
    }
  }
  const add = (variable: Variable | undefined): void => {
    if (variable === undefined || found.has(variable)) return
    const value = m.env.get(variable)
    if (value === undefined) return
    found.add(variable)
    elements(value)
  }
  const elements = (value: Value): void => {
    if (value.kind === 'record') for (const field of value.fields.values()) add(field)
  }
  visit(loop, scope)
  return [...found]
}
