import type * as Acorn from 'acorn'
import { builtin, callBuiltin } from './builtins.js'
import { callClosure } from './calls.js'
import type { Machine } from './machine.js'
import { binary, number, termOf, truth, unary } from './numbers.js'
import { bind, fieldsOf, reference } from './patterns.js'
import { refuse } from './refusal.js'
import { type Closure, describe, Scope, UNDEFINED, type Value } from './values.js'

type Expression = Acorn.Expression | Acorn.Super | Acorn.PrivateIdentifier | Acorn.SpreadElement

/** The name of a property that is known when the function is compiled. */
export function propertyName(
  m: Machine,
  node: Acorn.MemberExpression | Acorn.Property | Acorn.AssignmentProperty,
  scope: Scope,
): string {
  const key = node.type === 'MemberExpression' ? node.property : node.key
  if (!node.computed && key.type === 'Identifier') return key.name
  const value = evaluate(m, key, scope)
  if (value.kind === 'text') return value.text
  if (value.kind === 'number' && value.term.kind === 'lit') return String(value.term.value)
  return refuse('an index is not known before the function runs', key)
}

function identifier(m: Machine, node: Acorn.Identifier, scope: Scope): Value {
  const found = scope.find(node.name)
  if (found !== null) return m.read(found.variable, node)
  if (node.name === 'arguments') refuse(`'arguments' is not supported: name the arguments`, node)
  const known = builtin(m.t, node.name)
  if (known !== null) return known
  return refuse(`'${node.name}' stands outside of the function; give its value by { where: { ${node.name} } }`, node)
}

const isMissing = (v: Value): boolean => v.kind === 'undefined' || v.kind === 'null'

/** A property or a call, after others; null where `?.` has ended it before, as it ends all that comes after it. */
function link(m: Machine, node: Expression, scope: Scope): Value | null {
  if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') return evaluate(m, node, scope)
  const of = link(m, node.type === 'MemberExpression' ? node.object : node.callee, scope)
  if (of === null) return null
  if (of.kind === 'unusable') refuse(of.why, node)
  if (node.optional && isMissing(of)) return null
  return node.type === 'MemberExpression' ? property(m, node, of, scope) : call(m, node, of, scope)
}

function property(m: Machine, node: Acorn.MemberExpression, object: Value, scope: Scope): Value {
  const name = propertyName(m, node, scope)
  if (object.kind === 'builtin') {
    const known = builtin(m.t, `${object.name}.${name}`)
    return known ?? refuse(`${object.name}.${name} is not supported`, node)
  }
  if (object.kind === 'record') {
    const variable = object.fields.get(name)
    if (variable !== undefined) return m.read(variable, node)
    if (object.isList && name === 'length') return number(m.t.lit(object.fields.size))
    return refuse(`${describe(object)} has no '${name}'`, node)
  }
  return refuse(`properties of ${describe(object)} are not supported`, node)
}

/** `===` where one side is no number: known from the kinds. */
function identical(a: Value, b: Value, loose: boolean, node: Acorn.Node): boolean | null {
  for (const v of [a, b]) if (v.kind === 'unusable') refuse(v.why, node)
  if (a.kind === 'number' && b.kind === 'number') {
    if (!loose && (a.mixed || b.mixed)) refuse('a number or a boolean, as the case may be, is compared by ===', node)
    const booleans = [a, b].filter((v) => v.term.dtype === 'bool').length
    return !loose && booleans === 1 ? false : null
  }
  if (loose && isMissing(a) && isMissing(b)) return true
  if (isMissing(a) || isMissing(b)) return a.kind === b.kind
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text
  if (a.kind === 'record' && b.kind === 'record' && !a.frozen && !b.frozen) return a === b
  if (!loose && (a.kind === 'text' || b.kind === 'text')) return false
  return refuse(`${describe(a)} is compared with ${describe(b)}`, node)
}

export function applyBinary(m: Machine, operator: string, a: Value, b: Value, node: Acorn.Node): Value {
  const { t } = m
  if (operator === '===' || operator === '!==' || operator === '==' || operator === '!=') {
    const known = identical(a, b, operator.length === 2, node)
    if (known !== null) return number(t.bool(known === (operator[0] === '=')))
  }
  const asNumber = (v: Value): Value =>
    v.kind === 'undefined' ? number(t.lit(Number.NaN)) : v.kind === 'null' ? number(t.lit(0)) : v
  const term = binary(t, operator, termOf(asNumber(a), node), termOf(asNumber(b), node))
  return term === null ? refuse(`the operator '${operator}' is not supported`, node) : number(term)
}

function applyUnary(m: Machine, node: Acorn.UnaryExpression, scope: Scope): Value {
  if (node.operator === 'delete') refuse("'delete' is not supported", node)
  const value = evaluate(m, node.argument, scope)
  if (node.operator === 'void') return UNDEFINED
  if (node.operator === 'typeof') {
    if (value.kind === 'unusable') refuse(value.why, node)
    if (value.kind === 'number' && value.mixed) refuse('the type of a number or a boolean, as the case may be, is asked', node)
    if (value.kind === 'accessor') return { kind: 'text', text: 'function' }
    const types = { undefined: 'undefined', null: 'object', text: 'string', record: 'object', closure: 'function' } as const
    if (value.kind === 'number') return { kind: 'text', text: value.term.dtype === 'bool' ? 'boolean' : 'number' }
    if (value.kind === 'builtin') return { kind: 'text', text: value.name === 'Math' ? 'object' : 'function' }
    return { kind: 'text', text: types[value.kind] }
  }
  if (node.operator === '!' && value.kind !== 'number') return number(m.t.bool(!isTruthy(value, node)))
  const term = unary(m.t, node.operator, termOf(value, node))
  return term === null ? refuse(`the operator '${node.operator}' is not supported`, node) : number(term)
}

/** Whether what is no number counts as true. */
function isTruthy(value: Value, at: Acorn.Node): boolean {
  if (value.kind === 'unusable') refuse(value.why, at)
  return !(isMissing(value) || (value.kind === 'text' && value.text === ''))
}

/** What a value is as a condition. */
export const condition = (m: Machine, value: Value, at: Acorn.Node) =>
  value.kind === 'number' ? truth(m.t, value.term) : m.t.bool(isTruthy(value, at))

export function logical(m: Machine, operator: string, left: Value, right: () => Value, at: Acorn.Node): Value {
  if (operator === '??') {
    if (left.kind === 'unusable') refuse(left.why, at)
    return isMissing(left) ? right() : left
  }
  const holds = condition(m, left, at)
  return operator === '&&' ? m.branch(holds, right, () => left) : m.branch(holds, () => left, right)
}

function call(m: Machine, node: Acorn.CallExpression, fn: Value, scope: Scope): Value {
  const values = node.arguments.flatMap((argument): Value[] => {
    if (argument.type !== 'SpreadElement') return [evaluate(m, argument, scope)]
    const list = evaluate(m, argument.argument, scope)
    if (list.kind !== 'record' || !list.isList) return refuse(`${describe(list)} is spread over arguments`, argument)
    return [...list.fields.values()].map((v) => m.read(v, argument))
  })
  if (fn.kind === 'builtin') return callBuiltin(m.t, fn.name, values, node)
  if (fn.kind === 'accessor') return fn.call(values, node)
  if (fn.kind === 'closure') return callClosure(m, fn, values, node)
  return refuse(`${describe(fn)} is called`, node)
}

function list(m: Machine, node: Acorn.ArrayExpression, scope: Scope): Value {
  const items = node.elements.flatMap((element): Value[] => {
    if (element === null) return refuse('lists with holes are not supported', node)
    if (element.type !== 'SpreadElement') return [evaluate(m, element, scope)]
    const inner = evaluate(m, element.argument, scope)
    if (inner.kind !== 'record' || !inner.isList) return refuse(`${describe(inner)} is spread over a list`, element)
    return [...inner.fields.values()].map((v) => m.read(v, element))
  })
  return m.record(
    true,
    items.map((v, i) => [String(i), v]),
  )
}

function object(m: Machine, node: Acorn.ObjectExpression, scope: Scope): Value {
  const fields = new Map<string, Value>()
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const from = evaluate(m, property.argument, scope)
      // Nothing is spread to nothing.
      if (!isMissing(from)) for (const [name, value] of fieldsOf(m, from, property)) fields.set(name, value)
      continue
    }
    if (property.kind !== 'init') return refuse('getters and setters are not supported', property)
    const name = propertyName(m, property, scope)
    if (name === '__proto__') refuse("'__proto__' is not supported", property)
    fields.set(name, evaluate(m, property.value, scope))
  }
  return m.record(false, [...fields])
}

function update(m: Machine, node: Acorn.UpdateExpression, scope: Scope): Value {
  const target = reference(m, node.argument as Acorn.Pattern, scope)
  const before = number(unary(m.t, '+', termOf(target.read(), node))!)
  const after = applyBinary(m, node.operator === '++' ? '+' : '-', before, number(m.t.lit(1)), node)
  target.write(after)
  return node.prefix ? after : before
}

function assignment(m: Machine, node: Acorn.AssignmentExpression, scope: Scope): Value {
  const target = reference(m, node.left as Acorn.Pattern, scope)
  const put = (value: Value): Value => {
    target.write(value)
    return value
  }
  const right = (): Value => evaluate(m, node.right, scope)
  if (node.operator === '=') return put(right())
  const before = target.read()
  const operator = node.operator.slice(0, -1)
  return operator === '&&' || operator === '||' || operator === '??'
    ? logical(m, operator, before, () => put(right()), node)
    : put(applyBinary(m, operator, before, right(), node))
}

function literal(m: Machine, node: Acorn.Literal): Value {
  const { value } = node
  if (typeof value === 'number') return number(m.t.lit(value))
  if (typeof value === 'boolean') return number(m.t.bool(value))
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (value === null && node.regex === undefined && node.bigint === undefined) return { kind: 'null' }
  return refuse(`${node.bigint !== undefined ? 'bigints are' : 'regular expressions are'} not supported`, node)
}

function closure(node: Closure['node'], scope: Scope, name: string): Value {
  if (node.async || node.generator) refuse('generators and asynchronous functions are not supported', node)
  return { kind: 'closure', node, scope, name }
}

/** What an expression comes to, with its effects on the bindings of the function. Throws `Refusal` for what is not supported. */
export function evaluate(m: Machine, node: Expression, scope: Scope): Value {
  switch (node.type) {
    case 'Literal':
      return literal(m, node)
    case 'Identifier':
      return identifier(m, node, scope)
    case 'UnaryExpression':
      return applyUnary(m, node, scope)
    case 'BinaryExpression':
      if (node.operator === 'in' || node.operator === 'instanceof') refuse(`'${node.operator}' is not supported`, node)
      return applyBinary(m, node.operator, evaluate(m, node.left, scope), evaluate(m, node.right, scope), node)
    case 'LogicalExpression':
      return logical(m, node.operator, evaluate(m, node.left, scope), () => evaluate(m, node.right, scope), node)
    case 'ConditionalExpression':
      return m.branch(
        condition(m, evaluate(m, node.test, scope), node.test),
        () => evaluate(m, node.consequent, scope),
        () => evaluate(m, node.alternate, scope),
      )
    case 'AssignmentExpression':
      return assignment(m, node, scope)
    case 'UpdateExpression':
      return update(m, node, scope)
    case 'SequenceExpression': {
      const values = node.expressions.map((e) => evaluate(m, e, scope))
      return values[values.length - 1]!
    }
    case 'MemberExpression':
    case 'CallExpression':
      return link(m, node, scope)!
    case 'ChainExpression':
      return link(m, node.expression, scope) ?? UNDEFINED
    case 'ArrayExpression':
      return list(m, node, scope)
    case 'ObjectExpression':
      return object(m, node, scope)
    case 'ArrowFunctionExpression':
      return closure(node, scope, '')
    case 'FunctionExpression': {
      if (!node.id) return closure(node, scope, '')
      const own = new Scope(scope)
      const value = closure(node, own, node.id.name)
      bind(m, node.id, value, own, true)
      return value
    }
    case 'ParenthesizedExpression':
      return evaluate(m, node.expression, scope)
    default:
      return refuse(`${NAMES[node.type] ?? node.type} not supported`, node)
  }
}

const NAMES: Readonly<Record<string, string>> = {
  ThisExpression: "'this' is",
  NewExpression: "'new' is",
  TemplateLiteral: 'template strings are',
  TaggedTemplateExpression: 'template strings are',
  YieldExpression: "'yield' is",
  AwaitExpression: "'await' is",
  ClassExpression: 'classes are',
  ImportExpression: "'import' is",
  MetaProperty: "'new.target' and 'import.meta' are",
}
