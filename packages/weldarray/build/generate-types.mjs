// A first step of the build: writes src/types/promotion.generated.ts, which is not in git: what dtypes meet in, as types.
// The entries are what packages/ir/src/promotion.ts answers for each pair.
import { fileURLToPath } from 'node:url'
import { ARRAY_DTYPES, DTYPE_NAMES, dtypeInfo, isFloat, READ_AS } from '../../ir/dist/dtype.js'
import { floatFor, mathType, promoteScalar, promoteTypes, sumType } from '../../ir/dist/promotion.js'
import { writeIfChanged } from './write-if-changed.mjs'

export const output = fileURLToPath(new URL('../src/types/promotion.generated.ts', import.meta.url))

/** Scalars that adapt to the arrays they meet, by an example of each kind. */
const weak = { whole: 1, fraction: 0.5, bigint: 1n, boolean: true }

const dtypes = [...ARRAY_DTYPES, ...Object.keys(READ_AS)]
const keys = [...dtypes, ...Object.keys(weak)]
/** What arrays of numbers are whose type does not tell more. */
const numbers = dtypes.filter((d) => !d.startsWith('big'))
/** The types of a set of answers: the one all have, or that nothing is known. */
const anyOf = (answers) => (new Set(answers).size <= 2 ? [...new Set(answers)].map((d) => `'${d}'`).join(' | ') : 'NumberDType')
const isWeak = (key) => Object.hasOwn(weak, key)
const known = (key) => READ_AS[key] ?? key

/** The dtype of scalars among themselves. */
const alone = (...scalars) => {
  const kinds = scalars.map((key) => typeof weak[key])
  return kinds.includes('number') ? 'float64' : kinds.includes('bigint') ? 'bigint64' : 'bool'
}

function common(a, b) {
  if (isWeak(a) && isWeak(b)) return alone(a, b)
  if (isWeak(a)) return promoteScalar('', known(b), weak[a])
  if (isWeak(b)) return promoteScalar('', known(a), weak[b])
  return promoteTypes(known(a), known(b))
}

/** As `floating` in src/numpy/typing.ts has it. */
const floating = (ofArray) => (a, b) => {
  const arrays = [a, b].filter((key) => !isWeak(key)).map(known)
  const scalars = [a, b].filter(isWeak)
  if (arrays.length === 0) return mathType(alone(...scalars))
  const numbers = scalars.some((key) => key !== 'boolean')
  if (numbers && arrays.every((d) => d === 'bool')) return 'float64'
  if (scalars.includes('fraction') && !arrays.some(isFloat)) return 'float64'
  return arrays.map(ofArray).reduce(promoteTypes)
}

const small = (dtype) => (dtype === 'bool' ? 'int8' : dtype)

/** The tables of pairs, and those of one dtype. A name ends up as the name of a type. */
export const pairs = {
  Common: common,
  Small: (a, b) => small(common(a, b)),
  Divide: (a, b) => floatFor(floating((d) => d)(a, b)),
  Math2: floating(mathType),
}

const settled = (key) => (isWeak(key) ? alone(key) : known(key))
const mean = (d) => (d === 'float32' ? 'float32' : 'float64')
export const singles = {
  Own: settled,
  Small1: (key) => small(settled(key)),
  Math1: (key) => mathType(settled(key)),
  Sum: (key) => sumType(settled(key)),
  Mean: (key) => mean(settled(key)),
  /** The dtype as NumPy's integers are counted: its own for what floats. */
  Float: (key) => floatFor(settled(key)),
}

const entries = (of) => [...keys.map((key) => `${key}: '${of(key)}'`), `unknown: ${anyOf(numbers.map(of))}`].join('; ')
const unknownRow = (of) =>
  [
    ...keys.map((b) => `${b}: ${anyOf(numbers.map((a) => of(a, b)))}`),
    `unknown: ${anyOf(numbers.flatMap((a) => numbers.map((b) => of(a, b))))}`,
  ].join('; ')

const itemOf = (d) => (d === 'bool' ? 'boolean' : dtypeInfo[d]?.big && d.startsWith('big') ? 'bigint' : 'number')

const text = `// Written by build/generate-types.mjs from packages/ir/src/promotion.ts; not to be edited.
import type { NumberDType } from '../array/types.js'

${Object.entries(pairs)
  .map(
    ([name, of]) =>
      `export interface ${name} {\n${[...keys.map((a) => `  ${a}: { ${entries((b) => of(a, b))} }`), `  unknown: { ${unknownRow(of)} }`].join('\n')}\n}`,
  )
  .join('\n\n')}

${Object.entries(singles)
  .map(([name, of]) => `export interface ${name} { ${entries(of)} }`)
  .join('\n\n')}

/** What \`item\` gives, by dtype. */
export interface Items { ${dtypes.map((d) => `${d}: ${itemOf(d)}`).join('; ')} }

/** Every name of a dtype, and the dtype. Those of callers' data are among them, so that an array's \`dtype\` is one. */
export interface DTypeNames { ${Object.entries({ ...DTYPE_NAMES, ...READ_AS })
  .map(([name, dtype]) => `'${name}': '${dtype}'`)
  .join('; ')} }
`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeIfChanged(output, text)
