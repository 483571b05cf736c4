// Runs the example programs one after the other: `npm run demo [-- NAME …]`.
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './run-ts.mjs'

const examples = join(dirname(dirname(fileURLToPath(import.meta.url))), 'examples')
const main = ['zipcodes', 'photo', 'blackscholes', 'column-filter', 'mandelbrot', 'newton-fractal', 'heat-stencil', 'large-array']

const names = process.argv.length > 2 ? process.argv.slice(2) : main
for (const name of names) {
  // A program of one file, or a package.
  const file = [`${name}.ts`, `${name}/src/main.ts`].map((path) => join(examples, path)).find(existsSync)
  if (file === undefined) throw new Error(`there is no examples/${name}.ts and no examples/${name}/src/main.ts`)
  console.log(`\n── ${relative(dirname(examples), file)}`)
  const code = await run(file)
  if (code !== 0) process.exit(code)
}
