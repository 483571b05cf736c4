// A first step of the build: writes the functions of `np.random` that are methods of its older generator, from the methods' comments in
// src/numpy/random: each has the method's type, and its example under the function's name. The file is not in git.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { writeIfChanged } from './write-if-changed.mjs'

const path = (relative) => fileURLToPath(new URL(`../src/numpy/random/${relative}`, import.meta.url))

/** A method as the classes have them: a comment, then its name. */
const METHOD = /^ {2}\/\*\*\n((?: {3}\*.*\n)+?) {3}\*\/\n {2}(?:declare readonly )?(\w+)[<(:]/gm

const GENERATOR = 'new np.random.RandomState(0)'

/** The example of the older generator's method, as one of the function; undefined where there is none. */
function exampleOf(examples) {
  const own = examples.find((example) => example.includes(`${GENERATOR}.`))
  return own && ['np.random.seed(0)', ...own.replace(GENERATOR, 'np.random').split('\n')]
}

function functionOf([, comment, name]) {
  const text = comment.replace(/^ {3}\* ?/gm, '').trimEnd()
  const [says, ...examples] = text.split(/\n?@example\s/)
  const example = exampleOf(examples)
  if (example === undefined) return ''
  const [meaning] = says.split(/\s*NumPy's\s+`numpy\.random/)
  const lines = [
    ...meaning.split('\n'),
    `From the stream that \`np.random.seed\` begins. NumPy's \`numpy.random.${name}\`.`,
    '@example',
    ...example,
  ]
  return `/**\n${lines.map((line) => ` * ${line}\n`).join('')} */\nexport const ${name}: RandomState['${name}'] = shared('${name}')\n`
}

const functions = ['distributed.ts', 'legacy/random-state.ts']
  .flatMap((file) => [...readFileSync(path(file), 'utf8').matchAll(METHOD)])
  .map(functionOf)
writeIfChanged(
  path('legacy/functions.generated.ts'),
  `// Written by build/generate-random.mjs from the methods of RandomState; not to be edited.
import type { RandomState } from './random-state.js'
import { shared } from './shared.js'

${functions.join('')}`,
)
