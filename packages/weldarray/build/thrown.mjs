// Which errors public functions and members throw, beside those for arguments that do not fit their declaration: written down from what
// was seen (`npm run fuzz -- --write-throws`), said by the published comments.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const file = new URL('./thrown.json', import.meta.url)

/** What any call may throw, which is said once, in docs/arguments.md. */
const ANYWHERE = new Set([
  'ArgumentError',
  'MemoryLimitError',
  'SpillError',
  'TimeLimitError',
  'InterruptedError',
  'KernelError',
  'DisposedError',
])

/** Names of errors by the name of a function (`take`, `linalg.inv`) or of a member (`ndarray#sum`). */
export const readThrown = () => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/**
 * By which name errors of what is fuzzed are kept; null for what has no comment of its own. The methods of elementwise functions have one
 * for all functions.
 */
export function keyOf(target) {
  if (target.startsWith('ops.') || target.startsWith('at#') || target.startsWith('flat#')) return null
  const method = /^np\.\w+\.(reduce|accumulate|reduceat|outer|at)$/.exec(target)?.[1]
  return method === undefined ? target.replace(/^np\./, '') : null
}

/** What was seen (pairs of a name and an error's name) and was known before, by name. */
export function writeThrown(seen) {
  const all = new Map(Object.entries(readThrown()).map(([name, errors]) => [name, new Set(errors)]))
  for (const [name, error] of seen) {
    if (ANYWHERE.has(error)) continue
    if (!all.has(name)) all.set(name, new Set())
    all.get(name).add(error)
  }
  const lines = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([n, errors]) =>
        `  ${JSON.stringify(n)}: [${[...errors]
          .sort()
          .map((e) => JSON.stringify(e))
          .join(', ')}]`,
    )
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`)
}

/**
 * Errors that a declaration says by itself, beside `ArgumentError`: of lists that are no arrays (rows of several lengths, elements that are no
 * numbers), of dtypes, axes and shapes.
 */
export function impliedBy(declaration = '') {
  const implied = new Set()
  if (/\bax[ei]s\w*\??:/.test(declaration)) implied.add('AxisError')
  if (/\b(array|arrays|dtype|list)\b(?!\??:)/.test(declaration)) implied.add('DTypeError')
  if (/\b(array|arrays|list)\b(?!\??:)|\b(shape|size)\??:/.test(declaration)) implied.add('ShapeError')
  return implied
}

/** Whether an error is said once for all calls. */
export const isAnywhere = (error) => ANYWHERE.has(error)
