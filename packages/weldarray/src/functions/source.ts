import { createRequire } from 'node:module'
import type * as Acorn from 'acorn'
import { refuse } from './refusal.js'

const require = createRequire(import.meta.url)

export type FunctionNode = Acorn.ArrowFunctionExpression | Acorn.FunctionExpression | Acorn.FunctionDeclaration

/** A function's source and its syntax. Places in `node` count from the beginning of `text`. */
export interface Source {
  readonly text: string
  readonly node: FunctionNode
}

let parser: typeof Acorn | undefined

/** The text of an expression or of a method, in what makes it a program: `before` is what stands in front of it. */
const FRAMES = [
  { before: '(', after: '\n)' },
  { before: '({', after: '\n})' },
] as const

/** What of JavaScript is read; by a number, since `latest` is none to older acorns that a program may override ours with: they never end. */
const READ = { ecmaVersion: 2024, sourceType: 'script' } as const

type Statement = Acorn.Program['body'][number]

/** The function among what a frame was parsed to; null where it is something else. */
function functionOf(statement: Statement | undefined): FunctionNode | null {
  if (statement?.type !== 'ExpressionStatement') return null
  const { expression } = statement
  if (expression.type === 'ArrowFunctionExpression' || expression.type === 'FunctionExpression') return expression
  if (expression.type !== 'ObjectExpression') return null
  const [property] = expression.properties
  if (property?.type !== 'Property' || !(property.method || property.kind !== 'init')) return null
  if (property.kind !== 'init') refuse(`it is a ${property.kind === 'get' ? 'getter' : 'setter'}`)
  return property.value.type === 'FunctionExpression' ? property.value : null
}

/**
 * The syntax of a function, from what the engine says its source is: never from a `toString` of its own. Throws `Refusal` for what is
 * no source of a plain function: native and bound functions, classes, getters, generators, asynchronous functions.
 */
export function sourceOf(fn: (...args: never[]) => unknown): Source {
  const written = Function.prototype.toString.call(fn)
  if (/\{\s*\[native code\]\s*\}\s*$/.test(written)) refuse('its source is not known: it is native, bound, or a proxy')
  if (/^class\b/.test(written)) refuse('it is a class')
  parser ??= require('acorn') as typeof Acorn
  let problem = ''
  for (const { before, after } of FRAMES) {
    const text = before + written + after
    let program: Acorn.Program
    try {
      program = parser.parse(text, READ)
    } catch (error) {
      problem ||= (error as Error).message
      continue
    }
    const node = program.body.length === 1 ? functionOf(program.body[0]) : null
    if (node === null) continue
    if (node.generator) refuse('it is a generator')
    if (node.async) refuse('it is asynchronous')
    return { text, node }
  }
  return refuse(`its source cannot be read (${problem || 'it is no function'})`)
}

/** The place in the source as its author sees it: without what the text was framed with. */
export const lead = ({ text }: Source): number => (text.startsWith('({') ? 2 : 1)
