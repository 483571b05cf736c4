// What the compiled modules import of one another, and where what they export comes from.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'acorn'

/** What a module exports, by name. */
export const exportsOf = (path) => import(pathToFileURL(path).href)

/** The path of an internal module that is imported; undefined for others. */
function resolve(specifier, importer) {
  if (specifier.startsWith('.')) return join(dirname(importer), specifier)
  return specifier.startsWith('@weldarray/') ? fileURLToPath(import.meta.resolve(specifier)) : undefined
}

/** The names that are used of an import as a namespace; null for all. */
function membersOf(namespace, text) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|^import .*$/gm, '')
  const uses = [...code.matchAll(new RegExp(`(?<![\\w$.])${namespace}\\b(?:\\.(\\w+))?`, 'g'))].map(([, member]) => member)
  return uses.includes(undefined) ? null : [...new Set(uses)]
}

/**
 * What a module says of others: `imports` (`{ from, names }`, null for all names), `handedOn` (an exported name → `{ from, name }`),
 * `stars` (modules all of whose exports it exports) and `namespaces` (`{ namespace, from, start, end }`, each an `export * as`).
 */
function read(path) {
  const module = { imports: [], handedOn: new Map(), stars: [], namespaces: [] }
  const imported = new Map()
  const text = readFileSync(path, 'utf8')
  for (const statement of parse(text, { ecmaVersion: 'latest', sourceType: 'module' }).body) {
    const { type, start, end, specifiers = [], source, exported, declaration } = statement
    const from = source && resolve(source.value, path)
    if (type === 'ImportDeclaration' && from) {
      const all = specifiers.find((s) => s.type === 'ImportNamespaceSpecifier')
      for (const s of specifiers) if (!all) imported.set(s.local.name, { from, name: s.imported?.name ?? 'default' })
      const names = all ? membersOf(all.local.name, text) : specifiers.map((s) => s.imported?.name ?? 'default')
      module.imports.push({ from, names })
    }
    if (type === 'ExportAllDeclaration' && from) {
      if (exported) module.namespaces.push({ namespace: exported.name, from, start, end })
      else module.stars.push(from)
    }
    if (type === 'ExportNamedDeclaration') {
      // (`var` is what the compiler makes of an enum.)
      if (declaration?.kind === 'let')
        throw new Error(`${path} exports what changes, which other files of the package would not see`)
      for (const { local, exported } of specifiers) {
        const origin = from ? { from, name: local.name } : imported.get(local.name)
        if (origin) module.handedOn.set(exported.name, origin)
      }
    }
  }
  return module
}

/** Every module that is reached from `roots`, by its path. */
export function modulesFrom(roots) {
  const found = new Map()
  const visit = (path) => {
    if (found.has(path)) return
    const module = read(path)
    found.set(path, module)
    for (const { from } of [...module.imports, ...module.handedOn.values(), ...module.namespaces]) visit(from)
    module.stars.forEach(visit)
  }
  roots.forEach(visit)
  return found
}

/** The module that makes what another exports, and its name there. */
export async function originOf(modules, path, name) {
  const { handedOn, stars } = modules.get(path)
  const next = handedOn.get(name)
  if (next) return originOf(modules, next.from, next.name)
  for (const from of stars) if (name in (await exportsOf(from))) return originOf(modules, from, name)
  return { path, name }
}
