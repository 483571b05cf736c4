// The text of what stands in the bundle for a module of a part: functions that read the part when they are called, and a namespace
// whose members come with it.
import { join } from 'node:path'
import { entered, isFunction, modules, standing } from './borders.mjs'
import { exportsOf, originOf } from './modules.mjs'
import { nameOf, partOf } from './parts.mjs'
import { published } from './paths.mjs'

export const LATE = JSON.stringify(join(published, 'late.js'))

/** The module, in its part. */
const found = (path) => `() => ${partOf.get(path)}()[${JSON.stringify(nameOf(path))}]`

/** The key of a property as source text. */
function keyText(key) {
  if (typeof key === 'string') return JSON.stringify(key)
  const name = Symbol.keyFor(key)
  if (name === undefined) throw new Error(`a function beside the bundle has ${String(key)}, which it cannot have in the bundle`)
  return `Symbol.for(${JSON.stringify(name)})`
}

/** What stands for one export, as an expression. */
function standIn(path, name, value) {
  if (isFunction(value)) {
    const keys = Reflect.ownKeys(value).filter((key) => !['name', 'length', 'prototype'].includes(key))
    const own = keys.length === 0 ? '' : `, [${keys.map(keyText)}]`
    return `/* @__PURE__ */ late(${found(path)}.${name}, ${JSON.stringify(value.name)}, ${value.length}${own})`
  }
  const text = JSON.stringify(value)
  if (typeof value === 'object' || typeof value === 'function' || text === undefined || JSON.parse(text) !== value)
    throw new Error(
      `${nameOf(path)} stands beside the bundle, which takes ${name} from it: functions can be read late, ${typeof value} cannot`,
    )
  return text
}

/** A module of the bundle in the place of one of a part. */
export async function standIns(path) {
  const values = await exportsOf(path)
  const used = entered.get(path) ?? new Set()
  const lines = [`import { late, lateNamespace } from ${LATE}`, `import { ${partOf.get(path)} } from 'weldarray:parts'`]
  const made = new Map()
  for (const [name, value] of Object.entries(values)) {
    const origin = await originOf(modules, path, name)
    if (origin.path !== path) {
      lines.push(`export { ${origin.name} as ${name} } from ${JSON.stringify(origin.path)}`)
      continue
    }
    // What nobody takes is here for modules that hand it on; esbuild leaves it out.
    if (!made.has(value)) {
      made.set(value, `_${made.size}`)
      lines.push(`const ${made.get(value)} = ${used.has(name) ? standIn(path, name, value) : 'undefined'}`)
    }
    lines.push(`export { ${made.get(value)} as ${name} }`)
  }
  return [...lines, ...namespaceLines(path, values)].join('\n')
}

/** All of a module, for one that exports it as a namespace. What is a function in the bundle is the same function in it. */
function namespaceLines(path, values) {
  const known = []
  const lines = []
  for (const [name, value] of Object.entries(values)) {
    const at = isFunction(value) && standing.get(value)
    if (!at) continue
    lines.push(`import { ${at.name} as known${known.length} } from ${JSON.stringify(at.path)}`)
    known.push(`${name}: known${known.length}`)
  }
  const names = JSON.stringify(Object.keys(values))
  return [...lines, `export const namespace_ = /* @__PURE__ */ lateNamespace(${found(path)}, ${names}, { ${known.join(', ')} })`]
}
