import type * as Acorn from 'acorn'
import { evaluate, propertyName } from './expressions.js'
import type { Machine } from './machine.js'
import { refuse } from './refusal.js'
import { describe, type Record, type Scope, UNDEFINED, type Value, type Variable } from './values.js'

type Put = (name: Acorn.Identifier, value: Value) => void

function fieldOf(m: Machine, from: Value, name: string, at: Acorn.Node): Value {
  if (from.kind !== 'record') return refuse(`${describe(from)} is taken apart`, at)
  const variable = from.fields.get(name)
  return variable === undefined ? UNDEFINED : m.read(variable, at)
}

/** Gives a value to a pattern: `put` gets the names, members are written. */
function spread(m: Machine, pattern: Acorn.Pattern, value: Value, scope: Scope, put: Put): void {
  switch (pattern.type) {
    case 'Identifier':
      put(pattern, value)
      return
    case 'MemberExpression':
      m.write(elementOf(m, pattern, scope), value)
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
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') refuse('the rest of an object is not supported', property)
        else spread(m, property.value, fieldOf(m, value, propertyName(m, property, scope), property), scope, put)
      }
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

/** The element of a list or an object that an assignment writes. */
function elementOf(m: Machine, node: Acorn.MemberExpression, scope: Scope): Variable {
  const object = evaluate(m, node.object, scope)
  if (object.kind !== 'record') return refuse(`a property of ${describe(object)} is written`, node)
  if (object.frozen) refuse('what is one list or another, as the case may be, is written', node)
  const name = propertyName(m, node, scope)
  return object.fields.get(name) ?? refuse(`${describe(object)} has no '${name}', and lists and objects have a fixed size`, node)
}

/** Assigns to bindings and elements that exist. */
export function assign(m: Machine, pattern: Acorn.Pattern, value: Value, scope: Scope): void {
  spread(m, pattern, value, scope, (name, v) => {
    const found = scope.find(name.name)
    if (found === null) refuse(`'${name.name}' stands outside of the function and is written`, name)
    if (found.constant) refuse(`'${name.name}' is a constant and is written`, name)
    m.read(found.variable, name)
    m.write(found.variable, v)
  })
}

/** Declares the names of a pattern in `scope`. */
export function bind(m: Machine, pattern: Acorn.Pattern, value: Value, scope: Scope, constant = false): void {
  spread(m, pattern, value, scope, (name, v) => m.write(scope.declare(name.name, constant), v))
}
