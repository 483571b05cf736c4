import type * as Acorn from 'acorn'
import { evaluate, propertyName } from './expressions.js'
import type { Machine } from './machine.js'
import { refuse } from './refusal.js'
import { describe, type Record, type Scope, UNDEFINED, type Value } from './values.js'

type Put = (name: Acorn.Identifier, value: Value) => void

/** What a list or an object has, by name. */
export function fieldsOf(m: Machine, from: Value, at: Acorn.Node): [name: string, value: Value][] {
  if (from.kind !== 'record') return refuse(`${describe(from)} is taken apart`, at)
  return [...from.fields].map(([name, variable]) => [name, m.read(variable, at)])
}

function fieldOf(m: Machine, from: Value, name: string, at: Acorn.Node): Value {
  if (from.kind !== 'record') return refuse(`${describe(from)} is taken apart`, at)
  const variable = from.fields.get(name)
  return variable === undefined ? UNDEFINED : m.read(variable, at)
}

function takeApart(m: Machine, pattern: Acorn.ObjectPattern, value: Value, scope: Scope, put: Put): void {
  const taken = new Set<string>()
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      const rest = fieldsOf(m, value, property).filter(([name]) => !taken.has(name))
      spread(m, property.argument, m.record(false, rest), scope, put)
      continue
    }
    const name = propertyName(m, property, scope)
    taken.add(name)
    spread(m, property.value, fieldOf(m, value, name, property), scope, put)
  }
}

/** Gives a value to a pattern: `put` gets the names, members are written. */
function spread(m: Machine, pattern: Acorn.Pattern, value: Value, scope: Scope, put: Put): void {
  switch (pattern.type) {
    case 'Identifier':
      put(pattern, value)
      return
    case 'MemberExpression':
      element(m, pattern, scope).write(value)
      return
    case 'AssignmentPattern': {
      if (value.kind === 'unusable') refuse(value.why, pattern)
      spread(m, pattern.left, value.kind === 'undefined' ? evaluate(m, pattern.right, scope) : value, scope, put)
      return
    }
    case 'ArrayPattern': {
      const list =
        value.kind === 'record' && value.isList ? value : refuse(`${describe(value)} is taken apart as a list`, pattern)
      pattern.elements.forEach((element, i) => {
        if (element === null) return
        if (element.type !== 'RestElement') {
          spread(m, element, fieldOf(m, list, String(i), element), scope, put)
          return
        }
        const rest = [...list.fields.values()].slice(i).map((v) => m.read(v, element))
        spread(m, element.argument, listOf(m, rest), scope, put)
      })
      return
    }
    case 'ObjectPattern':
      takeApart(m, pattern, value, scope, put)
      return
    case 'RestElement':
      refuse('rest elements are supported at the end of lists only', pattern)
  }
}

export const listOf = (m: Machine, values: readonly Value[]): Record =>
  m.record(
    true,
    values.map((v, i) => [String(i), v]),
  )

/** Where an assignment goes: found once, before what is assigned is computed, as `a[i++] += i` tells. */
export interface Reference {
  readonly read: () => Value
  readonly write: (value: Value) => void
}

/** An element of a list or an object. */
function element(m: Machine, node: Acorn.MemberExpression, scope: Scope): Reference {
  const object = evaluate(m, node.object, scope)
  if (object.kind !== 'record') return refuse(`a property of ${describe(object)} is written`, node)
  const name = propertyName(m, node, scope)
  const variable =
    object.fields.get(name) ?? refuse(`${describe(object)} has no '${name}', and lists and objects have a fixed size`, node)
  return {
    read: () => m.read(variable, node),
    write: (value) => {
      if (object.frozen) refuse('what is one list or another, as the case may be, is written', node)
      m.write(variable, value)
    },
  }
}

/** A binding. */
function binding(m: Machine, node: Acorn.Identifier, scope: Scope): Reference {
  const found = scope.find(node.name) ?? refuse(`'${node.name}' stands outside of the function and is written`, node)
  return {
    read: () => m.read(found.variable, node),
    write: (value) => {
      if (found.constant) refuse(`'${node.name}' is a constant and is written`, node)
      m.read(found.variable, node)
      m.write(found.variable, value)
    },
  }
}

/** Where an assignment to a pattern goes; one to a list or an object has nothing that could be read. */
export function reference(m: Machine, pattern: Acorn.Pattern, scope: Scope): Reference {
  if (pattern.type === 'Identifier') return binding(m, pattern, scope)
  if (pattern.type === 'MemberExpression') return element(m, pattern, scope)
  return { read: () => UNDEFINED, write: (value) => assign(m, pattern, value, scope) }
}

/** Assigns to bindings and elements that exist. */
export function assign(m: Machine, pattern: Acorn.Pattern, value: Value, scope: Scope): void {
  spread(m, pattern, value, scope, (name, v) => binding(m, name, scope).write(v))
}

/** Declares the names of a pattern in `scope`. */
export function bind(m: Machine, pattern: Acorn.Pattern, value: Value, scope: Scope, constant = false): void {
  spread(m, pattern, value, scope, (name, v) => m.write(scope.declare(name.name, constant), v))
}
