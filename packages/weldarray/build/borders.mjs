// What crosses the borders between the bundle and the parts beside it (parts.mjs): found in the compiled modules, and by running them.
import { join } from 'node:path'
import { exportsOf, modulesFrom, originOf } from './modules.mjs'
import { nameOf, partOf } from './parts.mjs'
import { packageRoot } from './paths.mjs'

const compiled = (name) => join(packageRoot, 'dist', `${name}.js`)

/** What programs import: of the bundle, with all they export. */
const roots = ['index', 'ops-entry', 'ir-entry', 'tools-entry'].map(compiled)

export const modules = modulesFrom(roots)

/** By module of a part: the names that others import of it. None is for modules that are asked for as namespaces. */
export const entered = new Map()

/** By part: what it imports of others, as `key` → origin. */
export const taken = new Map()

const keyOf = ({ path, name }) => `${path} ${name}`

/** The entry of a map, made when it is not there. */
const entryOf = (map, key, make) => map.get(key) ?? map.set(key, make()).get(key)

async function use(importer, from, names) {
  const home = partOf.get(importer)
  for (const name of names ?? Object.keys(await exportsOf(from))) {
    const origin = await originOf(modules, from, name)
    const away = partOf.get(origin.path)
    if (home === away) continue
    if (away) entryOf(entered, origin.path, () => new Set()).add(origin.name)
    if (home) entryOf(taken, home, () => new Map()).set(keyOf(origin), origin)
  }
}

// In the order in which programs run them, which matters where they import one another in a circle.
for (const root of roots) {
  await exportsOf(root)
  if (partOf.has(root)) entryOf(entered, root, () => new Set())
  await use(root, root, null)
}
for (const [path, { imports, namespaces }] of modules) {
  for (const { from, names } of imports) {
    if (names?.length === 0 && partOf.has(from) && partOf.get(from) !== partOf.get(path))
      throw new Error(`${nameOf(path)} imports ${nameOf(from)} for what it does when it is read, which stands beside the bundle`)
    await use(path, from, names)
  }
  for (const { from } of namespaces) {
    const [home, away] = [partOf.get(path), partOf.get(from)]
    if (home === away) continue
    if (home && away) throw new Error(`${path} exports a namespace of another part, ${away}`)
    if (away) {
      entryOf(entered, from, () => new Set())
      await use(from, from, null)
    } else if (!roots.includes(from)) await use(path, from, null)
    // (The command's `np`, all that programs import, is the package's own: entries.mjs.)
  }
}

/** What the bundle gives parts: origins, each with a `key` of its own. */
export const given = []

const keys = new Map()
for (const part of taken.values())
  for (const [id, { path, name }] of part) {
    if (keys.has(id)) continue
    const alike = given.filter((other) => other.name === name).length
    keys.set(id, alike === 0 ? name : `${name}$${alike}`)
    given.push({ path, name, key: keys.get(id) })
  }

/** By which key a part is given something; undefined for what it does not use. */
export const keyGiven = (part, origin) => (taken.get(part)?.has(keyOf(origin)) ? keys.get(keyOf(origin)) : undefined)

export const isFunction = (value) => typeof value === 'function' && !Function.prototype.toString.call(value).startsWith('class')

/** By function: the module and the name by which it is entered. */
export const standing = new Map()
for (const [path, names] of entered) {
  const values = await exportsOf(path)
  for (const name of names)
    if (isFunction(values[name]) && !standing.has(values[name])) standing.set(values[name], { path, name })
}
