import type * as Acorn from 'acorn'
import { condition, evaluate } from './expressions.js'
import { loop } from './loops.js'
import type { Machine, Target } from './machine.js'
import { bind } from './patterns.js'
import { refuse } from './refusal.js'
import { switchStatement } from './switch.js'
import { declaredByVar, namesOf } from './syntax.js'
import { Scope, UNDEFINED, type Value } from './values.js'

type Statement = Acorn.Statement | Acorn.ModuleDeclaration

/** `var` names are there from the beginning of a function, undefined; one that repeats a parameter's name is the parameter. */
export function hoist(m: Machine, body: readonly Statement[], scope: Scope): void {
  for (const { id } of declaredByVar(body))
    for (const name of namesOf(id)) if (scope.own(name) === null) m.write(scope.declare(name), UNDEFINED)
}

function declareFunctions(m: Machine, body: readonly Statement[], scope: Scope): void {
  for (const node of body) {
    if (node.type !== 'FunctionDeclaration') continue
    if (node.async || node.generator) refuse('generators and asynchronous functions are not supported', node)
    m.write(scope.declare(node.id.name), { kind: 'closure', node, scope, name: node.id.name })
  }
}

/** Statements one after the other, as long as any element is among them. */
export function run(m: Machine, body: readonly Statement[], scope: Scope): void {
  declareFunctions(m, body, scope)
  for (const statement of body) {
    if (m.isDead) return
    execute(m, statement, scope)
  }
}

function declare(m: Machine, node: Acorn.VariableDeclaration, scope: Scope): void {
  if (node.kind !== 'var' && node.kind !== 'let' && node.kind !== 'const') refuse(`'${node.kind}' is not supported`, node)
  const where = node.kind === 'var' ? scope.functionScope : scope
  for (const { id, init } of node.declarations) {
    if (!init) {
      if (node.kind !== 'var') bind(m, id, UNDEFINED, where)
      continue
    }
    const value = evaluate(m, init, scope)
    const named = value.kind === 'closure' && id.type === 'Identifier' ? { ...value, name: id.name } : value
    bind(m, id, named, where, node.kind === 'const')
  }
}

/** Where `break` and `continue` go, by label or to the nearest. */
function targetOf(m: Machine, kind: 'break' | 'continue', label: Acorn.Identifier | null | undefined, at: Acorn.Node): Target {
  const name = label?.name ?? ''
  const found = m.targets.findLast((t) => t.kind === kind && t.labels.includes(name))
  return found ?? refuse(`there is nothing to ${kind}`, at)
}

/** A block that can be left by its label. */
function labeled(m: Machine, node: Acorn.LabeledStatement, scope: Scope): void {
  const labels: string[] = []
  let body: Acorn.Statement = node
  while (body.type === 'LabeledStatement') {
    labels.push(body.label.name)
    body = body.body
  }
  if (/^(For|While|DoWhile)/.test(body.type)) {
    execute(m, body, scope, labels)
    return
  }
  const target: Target = { kind: 'break', labels, exits: [], level: m.level }
  m.targets.push(target)
  execute(m, body, scope)
  m.targets.pop()
  m.arrive(target)
}

export function execute(m: Machine, node: Statement, scope: Scope, labels: readonly string[] = []): void {
  switch (node.type) {
    case 'ExpressionStatement':
      evaluate(m, node.expression, scope)
      return
    case 'VariableDeclaration':
      declare(m, node, scope)
      return
    case 'FunctionDeclaration':
    case 'EmptyStatement':
      return
    case 'BlockStatement':
      m.within(node, () => run(m, node.body, new Scope(scope)))
      return
    case 'ReturnStatement': {
      const value: Value = node.argument ? evaluate(m, node.argument, scope) : UNDEFINED
      m.leave(m.targets.find((t) => t.kind === 'return')!, value)
      return
    }
    case 'IfStatement': {
      const way = (s: Acorn.Statement | null | undefined) => (): Value => {
        if (s) execute(m, s, s.type === 'FunctionDeclaration' ? new Scope(scope) : scope)
        return UNDEFINED
      }
      m.branch(condition(m, evaluate(m, node.test, scope), node.test), way(node.consequent), way(node.alternate))
      return
    }
    case 'BreakStatement':
      m.leave(targetOf(m, 'break', node.label, node))
      return
    case 'ContinueStatement':
      m.leave(targetOf(m, 'continue', node.label, node))
      return
    case 'LabeledStatement':
      m.within(node, () => labeled(m, node, scope))
      return
    case 'SwitchStatement':
      m.within(node, () => switchStatement(m, node, scope))
      return
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForOfStatement':
      m.within(node, () => loop(m, node, scope, labels))
      return
    default:
      refuse(`${NAMES[node.type] ?? node.type} not supported`, node)
  }
}

const NAMES: Readonly<Record<string, string>> = {
  ThrowStatement: "'throw' is",
  TryStatement: "'try' is",
  WithStatement: "'with' is",
  DebuggerStatement: "'debugger' is",
  ClassDeclaration: 'classes are',
  ForInStatement: "'for … in' is",
}
