import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
// @ts-expect-error it has no declarations
import ncc from '@vercel/ncc'
import { build as esbuild } from 'esbuild'
import { rollup } from 'rollup'
import { build as vite } from 'vite'
import webpack from 'webpack'

/** Bundles the program `entry` of the folder `from` into one file in `to`; gives the file's name there. */
export type Bundler = (entry: string, from: string, to: string) => Promise<string>

/** Minifiers take most of the time: `WELDARRAY_TEST_MINIFIED=1` has them work. */
const MINIFIED = process.env.WELDARRAY_TEST_MINIFIED === '1'

const viaEsbuild =
  (format: 'esm' | 'cjs'): Bundler =>
  async (entry, from, to) => {
    const file = format === 'esm' ? 'out.mjs' : 'out.cjs'
    const { warnings } = await esbuild({
      absWorkingDir: from,
      entryPoints: [entry],
      outfile: join(to, file),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format,
      logLevel: 'silent',
    })
    if (warnings.length > 0) throw new Error(JSON.stringify(warnings))
    return file
  }

const viaRollup =
  (format: 'es' | 'cjs'): Bundler =>
  async (entry, from, to) => {
    const file = format === 'es' ? 'out.mjs' : 'out.cjs'
    const bundle = await rollup({
      input: join(from, entry),
      external: /^node:/,
      // @ts-expect-error its declarations say CommonJS, and it is an ES module
      plugins: [nodeResolve({ preferBuiltins: true }), commonjs()],
    })
    await bundle.write({ file: join(to, file), format, inlineDynamicImports: true })
    await bundle.close()
    return file
  }

const viaVite: Bundler = async (entry, from, to) => {
  await vite({
    root: from,
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir: to, target: 'node20', rollupOptions: { output: { entryFileNames: 'out.mjs' } } },
  })
  return 'out.mjs'
}

const viaWebpack =
  (format: 'esm' | 'cjs'): Bundler =>
  async (entry, from, to) => {
    const file = format === 'esm' ? 'out.mjs' : 'out.cjs'
    await new Promise<void>((resolve, reject) => {
      webpack(
        {
          mode: 'production',
          target: 'node20',
          context: from,
          entry: `./${entry}`,
          output: { path: to, filename: file, ...(format === 'esm' ? { module: true, chunkFormat: 'module' } : {}) },
          experiments: { outputModule: format === 'esm' },
          optimization: { minimize: MINIFIED },
        },
        (error, stats) => {
          if (error || !stats || stats.hasErrors() || stats.hasWarnings())
            reject(error ?? new Error(stats?.toString({ all: false, errors: true, warnings: true })))
          else resolve()
        },
      )
    })
    return file
  }

const viaNcc: Bundler = async (entry, from, to) => {
  const { code, assets } = await ncc(join(from, entry), { cache: false, quiet: true, minify: MINIFIED })
  // The single file is all there is to be.
  if (Object.keys(assets).some((name) => name !== 'package.json')) throw new Error(`assets: ${Object.keys(assets)}`)
  const file = entry.endsWith('.mjs') ? 'out.mjs' : 'out.cjs'
  writeFileSync(join(to, file), code)
  return file
}

/** By name; each is given both programs. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  'esbuild, ESM': viaEsbuild('esm'),
  'esbuild, CommonJS': viaEsbuild('cjs'),
  'Rollup, ESM': viaRollup('es'),
  'Rollup, CommonJS': viaRollup('cjs'),
  'Vite for servers, nothing external': viaVite,
  'webpack, ESM': viaWebpack('esm'),
  'webpack, CommonJS': viaWebpack('cjs'),
  ncc: viaNcc,
}
