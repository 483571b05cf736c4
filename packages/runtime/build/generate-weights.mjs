// A first step of the build: writes src/schedule/weights.generated.ts, which is not in git: what composite operations are made of,
// so that the cost of a loop is known without expanding them.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DTYPES, expandAll, Interner, isLoopOp, loopOf, mapOps, primitives, reachable } from '../../ir/dist/index.js'

const output = fileURLToPath(new URL('../src/schedule/weights.generated.ts', import.meta.url))

/** Operations, slow ones among them, and those that take numbers apart; null where the operation does not have the dtype. */
function weightOf(op, dtype) {
  const { arity, result } = mapOps[op]
  const interner = new Interner()
  const inputs = Array.from({ length: arity }, (_, slot) =>
    interner.input(slot, result === 'select' && slot === 0 ? 'bool' : dtype, []),
  )
  let node
  try {
    node = interner.map(op, inputs)
  } catch {
    return null
  }
  const all = reachable(expandAll(interner, [node])).filter((n) => n.kind === 'map')
  const loop = all.find((n) => isLoopOp(n.op))
  if (loop !== undefined) throw new Error(`${op} is made of rounds: ${loopOf(loop.op).body}`)
  const count = (is) => all.filter((n) => primitives[n.op][is]).length
  return [all.length, count('slow'), count('apart')]
}

const rows = Object.keys(mapOps)
  .filter((op) => mapOps[op].kind === 'composite')
  .map((op) => {
    const weights = DTYPES.flatMap((dtype) => {
      const weight = weightOf(op, dtype)
      return weight === null ? [] : [`${dtype}: [${weight.join(', ')}]`]
    })
    return `  ${op}: { ${weights.join(', ')} },\n`
  })

writeFileSync(
  output,
  `// Written by build/generate-weights.mjs.
import type { DType } from '@weldarray/ir'

/** What an operation is made of: primitives, slow ones among them, and those that take numbers apart. */
export type Weight = readonly [operations: number, slow: number, apart: number]

/** By composite operation and the dtype of its last operand. */
export const weights: Readonly<Record<string, Readonly<Partial<Record<DType, Weight>>>>> = {
${rows.join('')}}
`,
)
