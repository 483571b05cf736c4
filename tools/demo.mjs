// Runs the example programs one after the other: `npm run demo [-- NAME …]`.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run-ts.mjs'

const examples = join(dirname(dirname(fileURLToPath(import.meta.url))), 'examples')
const main = ['zipcodes', 'photo', 'blackscholes']

const names = process.argv.length > 2 ? process.argv.slice(2) : main
for (const name of names) {
  const file = join(examples, `${name}.ts`)
  if (!existsSync(file)) throw new Error(`there is no examples/${name}.ts`)
  console.log(`\n── examples/${name}.ts`)
  const code = await run(file)
  if (code !== 0) process.exit(code)
}
