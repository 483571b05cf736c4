// The command, and the inspector's page: bundles of their own, loaded by those who ask for them.
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundledPackages, bundleInto, common, dependencies } from './bundle.mjs'
import { lib, manifest, packageRoot, published } from './paths.mjs'

/** The page: drawing, and the code generator, which is given Binaryen. */
export function writeInspector() {
  const binaryen = {
    name: 'binaryen',
    setup({ onResolve }) {
      onResolve({ filter: /^binaryen$/ }, () => ({ path: join(published, 'binaryen.js') }))
    },
  }
  return bundleInto('inspector.cjs', { entryPoints: [join(published, 'inspector.js')], plugins: [binaryen, dependencies] })
}

/** The command. What it knows of arrays it has from the main bundle. */
export async function writeCommand() {
  const apart = {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.\/tools-entry\.js$/ }, () => ({ path: './tools.cjs', external: true }))
    },
  }
  const { metafile } = await build({
    ...common,
    entryPoints: [join(packageRoot, 'dist/cli/main.js')],
    outfile: join(lib, 'cli.cjs'),
    define: { WELDARRAY_VERSION: JSON.stringify(manifest.version) },
    plugins: [apart, dependencies],
  })
  return bundledPackages(metafile)
}
