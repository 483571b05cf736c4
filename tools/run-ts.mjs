// Runs a TypeScript program on any supported Node: `node tools/run-ts.mjs file.ts [arguments]`.
// The program and its own modules become one file of plain JavaScript; packages stay imports, so 'weldarray' is the built package.
// The program may start itself again (`process.argv[1]`) in processes of its own.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** import.meta.url goes on naming the source file, so that paths relative to it hold. */
const keepImportMeta = {
  name: 'keep-import-meta',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) }
    }),
}

/** Bundles `file` and gives the path of the JavaScript. */
export async function compile(file) {
  const source = resolve(file)
  const outfile = join(root, 'node_modules/.cache/weldarray', basename(dirname(source)), `${basename(source, '.ts')}.mjs`)
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [keepImportMeta],
  })
  return outfile
}

/** Runs `file` in a process of its own and gives its exit code. */
export async function run(file, args = []) {
  const script = await compile(file)
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { stdio: 'inherit' })
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done(signal ? 1 : (code ?? 1)))
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file, ...args] = process.argv.slice(2)
  if (!file) throw new Error('usage: node tools/run-ts.mjs file.ts [arguments]')
  process.exitCode = await run(file, args)
}
