import { acceptsKind, DTYPES, type DType, mapOps, type NamedOp } from '@weldarray/ir'
import { loopKey } from './loop-key.js'
import { prelude } from './prelude.js'
import { straightLine } from './straight-line.js'

const NAMES = ['a', 'b', 'c'] as const

/** Bodies of at most this many statements gain from loops of their own for the usual steps. */
const SHORT = 2
/** Elements a round of such a loop takes where an element is one expression: half the time of one by one. */
const UNROLL = 8

/** One loop as an arrow function: `out[oo + i·os] = op(a[ao + i·as], …)` for i below n. */
function loop(op: NamedOp, from: DType, to: DType): string {
  const operands = NAMES.slice(0, mapOps[op].arity)
  const { statements, result } = straightLine(op, from, to)
  const parameters = operands.map((x) => `, ${x}, ${x}o, ${x}s`).join('')
  const moves = operands.map((x) => `, ${x}o += ${x}s`).join('')
  const reads = operands.map((x, k) => `const x${k} = ${x}[${x}o]`)
  const body = [...reads, ...statements, `out[oo] = ${result}`].map((s) => `      ${s}`).join('\n')
  const usual = statements.length > SHORT || operands.length > 2 ? '' : usualSteps(operands, statements, result)
  return `(n, out, oo, os${parameters}) => {\n${usual}    for (; n > 0; n--, oo += os${moves}) {\n${body}\n    }\n  }`
}

/** The loop over neighbours, and over neighbours with a constant: one index, which the engine sees stay in range. */
function usualSteps(operands: readonly string[], statements: readonly string[], result: string): string {
  const form = (constant: boolean): string => {
    const last = operands.length - 1
    const fixed = (k: number): boolean => constant && k === last
    const test = ['os === 1', ...operands.map((x, k) => `${x}s === ${fixed(k) ? 0 : 1}`)].join(' && ')
    const before = constant ? `      const x${last} = ${operands[last]}[${operands[last]}o]\n` : ''
    const element = (i: string): string[] => [
      ...operands.flatMap((x, k) => (fixed(k) ? [] : [`const x${k} = ${x}[${x}o + ${i}]`])),
      ...statements,
      `out[oo + ${i}] = ${result}`,
    ]
    const several = Array.from({ length: UNROLL }, (_, k) => `        { ${element(k === 0 ? 'i' : `i + ${k}`).join('; ')} }\n`)
    const rounds =
      statements.length > 0 ? '' : `      for (; i < n - ${UNROLL - 1}; i += ${UNROLL}) {\n${several.join('')}      }\n`
    const single = element('i')
      .map((s) => `        ${s}\n`)
      .join('')
    return `    if (${test}) {\n${before}      let i = 0\n${rounds}      for (; i < n; i++) {\n${single}      }\n      return\n    }\n`
  }
  return form(false) + (operands.length === 2 ? form(true) : '')
}

/** The text of the file that holds a loop for every operation on operands of one dtype. */
export function loopsFile(from: DType): string {
  const entries: string[] = []
  for (const op of (Object.keys(mapOps) as NamedOp[]).sort()) {
    const def = mapOps[op]
    if (!acceptsKind(def.accepts, from)) continue
    const targets = def.result === 'cast' ? DTYPES : [def.result === 'bool' ? ('bool' as const) : from]
    for (const to of targets) entries.push(`  '${loopKey(op, to)}': ${loop(op, from, to)},`)
  }
  const text = entries.join('\n')
  // What the op table defines beyond plain arithmetic is handed in.
  return `// Written by the build from the op table (packages/codegen/src/js).
'use strict'

/** Makes the loops, by \`loopKey\`. */
module.exports = function make({ piRemainder }) {
${prelude(text)}
return {
${text}
}
}
`
}
