// Runs the examples of the published comments, and compares what they give with what the comments show.
//
//     node tools/reference/examples.mjs            tells which differ
//     node tools/reference/examples.mjs --write    writes what they give into the sources' comments
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { publicApi, root, ts } from './api.mjs'

const WIDTH = 124

/** An example's statements, and what its comment shows for the last: text, `throws Name`, or nothing. */
export function parse(example) {
  const lines = example.trim().split('\n')
  const shown = []
  while (lines.length > 1 && lines.at(-1).startsWith('//')) shown.unshift(lines.pop().replace(/^\/\/ ?/, ''))
  const [, last, inline] = /^(.*?)(?: \/\/ (.*))?$/.exec(lines.pop())
  return { statements: lines, last, shown: inline === undefined ? shown.join('\n') : inline }
}

const AsyncFunction = (async () => {}).constructor

/** Examples are TypeScript, and run as JavaScript. */
const plain = (text) => ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext } }).outputText

/** What the example's last line gives, as the console shows it. */
export async function run(np, { statements, last }) {
  const body = /^(const|let|for|if|throw|await (?!np|\()) /.test(last) ? last : `return (${last})`
  try {
    const value = await new AsyncFunction('np', 'ndarray', plain([...statements, body].join('\n')))(np, np.default)
    return value === undefined ? '' : inspect(value, { depth: 4, breakLength: 100 })
  } catch (error) {
    return `throws ${error.name}`
  }
}

/** The example with what it gives. */
function written({ statements, last }, gives) {
  if (gives === '') return [...statements, last]
  if (!gives.includes('\n') && last.length + gives.length < WIDTH) return [...statements, `${last} // ${gives}`]
  return [...statements, last, ...gives.split('\n').map((line) => `// ${line}`)]
}

/** Every example of a file's comments, replaced by what `change` makes of its lines. */
function rewrite(file, change) {
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(/^([ \t]*\* )@example(?: (?=\S)|\n)((?:.*\n)*?)(?=[ \t]*\*(?:\/| @))/gm, (whole, star, block) => {
    const lines = block
      .split('\n')
      .slice(0, -1)
      .map((line) => (line.startsWith(star.trimEnd()) ? line.slice(star.length) : line))
    const better = change(lines.join('\n'))
    const first = whole.startsWith(`${star}@example\n`) ? `${star}@example\n${star}` : `${star}@example `
    return better === undefined ? whole : `${first}${better.join(`\n${star}`)}\n`
  })
  if (changed !== text) writeFileSync(file, changed)
}

async function main(write) {
  const np = await import(join(root, 'packages/weldarray/lib/index.mjs'))
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-examples-'))
  process.chdir(folder)
  const examples = new Map()
  for (const { path, examples: list } of publicApi())
    for (const example of list) if (!examples.has(example)) examples.set(example, path)
  const results = new Map()
  const wrong = []
  const without = (example) => parse(example)
  for (const [example, path] of examples) {
    const parsed = without(example)
    const gives = await run(np, parsed)
    results.set([...parsed.statements, parsed.last].join('\n'), gives)
    if (gives !== parsed.shown)
      wrong.push(`${path}: ${[...parsed.statements, parsed.last].join('; ')}\n  shown  ${parsed.shown}\n  gives  ${gives}`)
  }
  process.chdir(root)
  rmSync(folder, { recursive: true, force: true })
  if (write) {
    for (const name of ['ir', 'runtime', 'weldarray'])
      for (const file of readdirSync(join(root, 'packages', name, 'src'), { recursive: true }))
        if (file.endsWith('.ts') && !file.endsWith('.generated.ts'))
          rewrite(join(root, 'packages', name, 'src', file), (block) => {
            const parsed = parse(block)
            const gives = results.get([...parsed.statements, parsed.last].join('\n'))
            return gives === undefined ? undefined : written(parsed, gives)
          })
  } else if (wrong.length > 0) console.error(wrong.join('\n'))
  console.log(`${examples.size} examples, ${wrong.length} ${write ? 'written' : 'differ'}`)
  await np.shutdown()
  process.exitCode = !write && wrong.length > 0 ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.includes('--write'))
