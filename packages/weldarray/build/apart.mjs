// The two sides of the border between the bundle and the parts beside it, as plugins. In the bundle, modules of parts are what
// stands for them. In a part, modules of the bundle are what it gives the part. So there is one of each module, wherever it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { entered, given, keyGiven, modules } from './borders.mjs'
import { exportsOf, originOf } from './modules.mjs'
import { nameOf, partFile, partNames, partOf } from './parts.mjs'
import { packageRoot } from './paths.mjs'
import { LATE, standIns } from './stand-ins.mjs'

const COMPILED = /[/\\]dist[/\\].*\.js$/

/** A module that exports others as namespaces: those that stand beside the bundle as such whose members come late. */
function withLateNamespaces(path) {
  const late = (modules.get(path)?.namespaces ?? []).filter(({ from }) => partOf.has(from))
  if (late.length === 0) return undefined
  let text = readFileSync(path, 'utf8')
  for (const { start, end, namespace, from } of late.reverse())
    text = `${text.slice(0, start)}export { namespace_ as ${namespace} } from ${JSON.stringify(from)}${text.slice(end)}`
  return text
}

const partsText = [
  `import { part } from ${LATE}`,
  ...partNames.map((name) => `export const ${name} = /* @__PURE__ */ part(() => require('./${partFile(name)}'))`),
].join('\n')

export const partsBeside = {
  name: 'parts beside the bundle',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^weldarray:parts$/ }, ({ path }) => ({ path, namespace: 'parts' }))
    onLoad({ filter: /./, namespace: 'parts' }, () => ({ contents: partsText, resolveDir: packageRoot }))
    onLoad({ filter: COMPILED }, async ({ path }) => {
      const contents = partOf.has(path) ? await standIns(path) : withLateNamespaces(path)
      return contents === undefined ? undefined : { contents, loader: 'js' }
    })
  },
}

/** What the bundle gives parts, as the end of its main module: by then all of it has run. */
const givenText = [
  `import { provide } from ${LATE}`,
  ...given.map(({ path, name }, i) => `import { ${name} as given${i} } from ${JSON.stringify(path)}`),
  `provide(() => ({ ${given.map(({ key }, i) => `${key}: given${i}`).join(', ')} }))`,
].join('\n')

/** The main module of the bundle: what programs and the command import of it. */
export async function mainText() {
  const api = join(packageRoot, 'dist/index.js')
  const names = Object.keys(await exportsOf(api)).map((name) => JSON.stringify(name))
  return [
    `import * as index from ${JSON.stringify(api)}`,
    // Of a namespace, esbuild makes a function for each name.
    `export const api = { ${names.map((name) => `${name}: index[${name}]`).join(', ')} }`,
    // Programs that import these do without most of the rest, and the others without them.
    ...['ops', 'ir', 'tools'].map((name) => `export { namespace_ as ${name} } from './dist/${name}-entry.js'`),
    givenText,
  ].join('\n')
}

/** A module outside of a part, as far as the part uses it. */
async function givenModule(part, path) {
  const lines = []
  for (const name of Object.keys(await exportsOf(path))) {
    const origin = await originOf(modules, path, name)
    const key = keyGiven(part, origin)
    // What the part does not use is here for modules that hand it on; esbuild leaves it out.
    if (origin.path === path)
      lines.push(`const _${lines.length} = ${key && `bundle.${key}`}\nexport { _${lines.length} as ${name} }`)
    else lines.push(`export { ${origin.name} as ${name} } from ${JSON.stringify(origin.path)}`)
  }
  return lines.join('\n')
}

export const bundleBeside = (part) => ({
  name: 'the bundle beside a part',
  setup({ onLoad }) {
    onLoad({ filter: COMPILED }, async ({ path }) =>
      partOf.get(path) === part || !modules.has(path) ? undefined : { contents: await givenModule(part, path), loader: 'js' },
    )
  },
})

/** The main module of a part: its modules that others import, by name. */
export const partText = (part) =>
  [...entered.keys()]
    .filter((path) => partOf.get(path) === part)
    .map((path) => `export * as ${JSON.stringify(nameOf(path))} from ${JSON.stringify(path)}`)
    .join('\n')
