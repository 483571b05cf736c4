import type * as Acorn from 'acorn'

/* What is asked of a function's text before it is run. */

/** Names that `var` declares in statements, those within blocks and loops too, but not within functions. */
export function* declaredByVar(node: unknown): Generator<Acorn.VariableDeclarator> {
  if (Array.isArray(node)) for (const item of node) yield* declaredByVar(item)
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  const typed = node as Acorn.AnyNode
  if (/Function|Class/.test(typed.type)) return
  if (typed.type === 'VariableDeclaration' && typed.kind === 'var') yield* typed.declarations
  for (const child of Object.values(typed)) if (typeof child === 'object') yield* declaredByVar(child)
}

/** Names that a pattern declares. */
export function* namesOf(pattern: Acorn.Pattern): Generator<string> {
  if (pattern.type === 'Identifier') yield pattern.name
  else if (pattern.type === 'ArrayPattern') for (const e of pattern.elements) yield* e === null ? [] : namesOf(e)
  else if (pattern.type === 'ObjectPattern')
    for (const p of pattern.properties) yield* namesOf(p.type === 'RestElement' ? p.argument : p.value)
  else if (pattern.type === 'AssignmentPattern') yield* namesOf(pattern.left)
  else if (pattern.type === 'RestElement') yield* namesOf(pattern.argument)
}

const known = new WeakMap<object, boolean>()

/** Whether something in it makes a function. */
export function containsFunction(node: object): boolean {
  let found = known.get(node)
  if (found === undefined) {
    const isFunction = /Function/.test((node as Partial<Acorn.AnyNode>).type ?? '')
    found =
      isFunction || Object.values(node).some((child) => typeof child === 'object' && child !== null && containsFunction(child))
    known.set(node, found)
  }
  return found
}
