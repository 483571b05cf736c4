// A first step of the build: writes, from the rows in src/numpy/elementwise/table and their comments, the elementwise functions and methods
// with a declaration and a comment each, which hovers and the reference show. Neither file is in git.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeIfChanged } from './write-if-changed.mjs'

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const folder = path('../src/numpy/elementwise/table/')

export const functionsFile = path('../src/numpy/elementwise/elementwise.generated.ts')
export const methodsFile = path('../src/array/elementwise-methods.generated.ts')

/** A row as the table's files have them: a comment, a name, a builder's call. */
const ROW = /^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(\w+): (\w+)\(([^\n]*)/gm
const UNDOCUMENTED = /(?<!\*\/)\n {2}(\w+): (?:unary|binary|named|f|comparison|logical|classify|free)\(/g

/** How many operands the builders' rows have, and how they choose their dtype. */
const builders = {
  unary: ([typing]) => [1, typing],
  binary: ([typing]) => [2, typing],
  named: ([typing]) => [2, typing],
  f: () => [1, 'float'],
  comparison: () => [2, 'truth'],
  logical: () => [2, 'truth'],
  classify: () => [1, 'truth'],
  free: (_, text) => [Number(text[0]), 'truth'],
}

const METHOD = {
  unary: 2,
  binary: 2,
}

/** Words in quotes of a call. */
const words = (text) => [...text.matchAll(/'([^']*)'/g)].map((m) => m[1])

function methodOf(builder, text) {
  const given = /method: '(\w+)'/.exec(text)?.[1]
  if (given !== undefined || METHOD[builder] !== undefined) return given
  const all = words(text)
  // The last word names the method: f('exp', 'exp'), comparison('lt', 'lt'), named('small', 'pow', …), free(1, …, 'not').
  if (builder === 'free') return /, '(\w+)'\)/.exec(text)?.[1]
  if (builder === 'classify') return undefined
  return builder === 'f' || builder === 'named' || builder === 'comparison' || builder === 'logical' ? all[1] : undefined
}

/** The rows of the table, in its order. */
export function rows() {
  const found = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()) {
    const text = readFileSync(folder + file, 'utf8')
    const bare = UNDOCUMENTED.exec(text)
    if (bare)
      throw new Error(
        `src/numpy/elementwise/table/${file}: ${bare[1]} has no comment; the functions' documentation is made of it`,
      )
    for (const [, comment, name, builder, call] of text.matchAll(ROW)) {
      const lines = comment
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^ {3}\* ?/, ''))
      const at = lines.findIndex((line) => line.startsWith('@example'))
      if (at < 0) throw new Error(`src/numpy/elementwise/table/${file}: ${name} has no @example`)
      const [arity, typing] = builders[builder](words(call), call)
      found.push({
        name,
        arity,
        typing,
        method: methodOf(builder, call),
        says: lines.slice(0, at).join(' '),
        example: lines
          .slice(at)
          .join('\n')
          .replace(/^@example\s*/, ''),
      })
    }
  }
  return found
}

/** What a typing means for the dtype, said to users. */
const dtypes = {
  arithmetic: 'In the common dtype',
  any: 'In the common dtype',
  small: 'In the common dtype, bool as int8',
  bits: 'In the common dtype, which must be integer or bool (`DTypeError`)',
  shift: 'In the common dtype, bool as int8; it must not float (`DTypeError`)',
  divide: 'In the common dtype if it floats, else in float64',
  float: 'float32 for float32 and for integers of up to 16 bits, else float64',
  truth: 'An array of bool',
}

const single = {
  arithmetic: "In the operand's dtype",
  any: "In the operand's dtype",
  small: "In the operand's dtype, bool as int8",
}

const dtypeText = ({ arity, typing }) =>
  arity === 1 ? (single[typing] ?? dtypes[typing].replace('the common dtype', "the operand's dtype")) : dtypes[typing]

const shapeText = ({ arity }) =>
  arity === 1 ? "The result has the operand's shape." : 'Shapes broadcast; those that do not fit throw `ShapeError`.'

const comment = (indent, lines) =>
  `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`

/** NumPy has no error functions. */
const reference = (name) => (name.startsWith('erf') ? `SciPy's \`scipy.special.${name}\`.` : `NumPy's \`numpy.${name}\`.`)

const functionOf = (row) =>
  `${comment('', [
    `${row.says} ${dtypeText(row)}. ${shapeText(row)}`,
    '',
    `${reference(row.name)} Recorded, not computed, until something looks.`,
    '@example',
    ...row.example.split('\n'),
  ])}export const ${row.name}: ${row.arity === 1 ? 'Unary' : 'Binary'}<'${row.typing}'> = functions.${row.name}\n`

/** `np.add(A, B) // out` as a method: `np.array(A).add(B) // out`. The operands are lists and numbers without commas between brackets. */
function asMethod(example, name, method) {
  const [code, ...shown] = example.split('\n').length > 1 ? [example, ''] : example.split(/ (?=\/\/ )/)
  const inner = code.slice(`np.${name}(`.length, -1)
  let depth = 0
  let split = inner.length
  for (let i = 0; i < inner.length; i++) {
    if ('[('.includes(inner[i])) depth++
    else if ('])'.includes(inner[i])) depth--
    else if (inner[i] === ',' && depth === 0) {
      split = i
      break
    }
  }
  const first = inner.slice(0, split)
  const rest = inner.slice(split + 1).trim()
  return [`np.array(${first}).${method}(${rest})`, ...shown].filter((x) => x !== '').join(' ')
}

const memberOf = (row, method) => {
  const operand = row.arity === 1 ? '' : 'other: Y, '
  const types = row.arity === 1 ? '' : 'Y extends ArrayInput, '
  const dtype = row.arity === 1 ? `One<'${row.typing}', D>` : `Two<'${row.typing}', D, Y>`
  return (
    comment('  ', [
      `${row.says.replaceAll('`x`', 'the array').replaceAll('`y`', '`other`')} ${dtypeText(row).replace('operand', 'array')}. ${shapeText(row).replace("operand's", "array's")}`,
      '',
      method === row.name
        ? `As the function \`np.${row.name}\`.`
        : `As the function \`np.${row.name}\`, NumPy's name; \`${method}\` is scijs's.`,
      '@example',
      asMethod(row.example, row.name, method),
    ]) +
    `  ${method}<${types}T extends DTypeName = never, O = never>(${operand}options?: UfuncOptions<T, O>): Outcome<T, O, ${dtype}>\n`
  )
}

function generate() {
  const all = rows()
  const functions = `// Written by build/generate-elementwise.mjs from src/numpy/elementwise/table; not to be edited.
import { type Binary, functions, type Unary } from './from-rows.js'

${all.map(functionOf).join('\n')}`
  const members = all.flatMap((row) => [...new Set([row.name, row.method ?? row.name])].map((method) => memberOf(row, method)))
  const methods = `// Written by build/generate-elementwise.mjs from src/numpy/elementwise/table; not to be edited.
import type { ArrayInput, UfuncOptions } from '../numpy/types.js'
import type { DTypeName, One, Outcome, Two } from '../types/dtype-of.js'
import type { AnyDType } from './types.js'

/** The elementwise functions as methods, under NumPy's names and scijs's. */
export interface ElementwiseMethods<out D extends AnyDType> {
${members.join('\n')}}
`
  return { [functionsFile]: functions, [methodsFile]: methods }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [file, text] of Object.entries(generate())) writeIfChanged(file, text)
