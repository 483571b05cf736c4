// The names of the types a declaration file exports, found by following its exports through the files tsc wrote.
import { readFileSync } from 'node:fs'

const declaration = /^(export )?(?:declare )?(?:abstract )?(?:interface|type|class|enum) ([A-Za-z_$][\w$]*)(<)?/gm
const star = /^export (?:type )?\* from ['"]([^'"]+)['"]/gm
const list = /^export (?:type )?\{([^}]*)\}(?: from ['"]([^'"]+)['"])?/gm
const imported = /^import (?:type )?\{([^}]*)\} from ['"]([^'"]+)['"]/gm
const token = /=>|[<({[]|[>)}\]]|,|[A-Za-z_$][\w$]*|\s+|./gs

/** `A, type B as C` → [{ from: 'A', to: 'A' }, { from: 'B', to: 'C' }] */
const namesIn = (text) =>
  text
    .split(',')
    .map((part) => part.trim().replace(/^type /, ''))
    .filter(Boolean)
    .map((part) => {
      const [from, to = from] = part.split(/ as /).map((name) => name.trim())
      return { from, to }
    })

/** The text between the angle brackets that open at `start`, with them. */
function angleBrackets(text, start) {
  let depth = 0
  for (let i = start; i < text.length; i++) {
    if (text[i] === '<') depth++
    else if (text[i] === '>' && text[i - 1] !== '=' && --depth === 0) return text.slice(start, i + 1)
  }
  throw new Error(`no end of the type parameters: ${text.slice(start, start + 80)}`)
}

/** `<T extends X = Y, U>` → ['T', 'U'] */
function parameterNames(parameters) {
  const names = []
  let depth = 0
  let next = true
  for (const [part] of parameters.slice(1, -1).matchAll(token)) {
    if (/^[<({[]$/.test(part)) depth++
    else if (/^[>)}\]]$/.test(part)) depth--
    else if (depth > 0) continue
    else if (part === ',') next = true
    else if (next && /^[A-Za-z_$]/.test(part) && part !== 'const' && part !== 'in' && part !== 'out') {
      names.push(part)
      next = false
    }
  }
  return names
}

/**
 * Types exported by `file`, sorted by name, as [{ name, parameters, args }]: `parameters` are the type parameters as written, but for
 * names from the scope of the declaration, which become `import('…').Name`; `args` hands them on.
 * `resolve(specifier, file)` gives the file of a specifier, or undefined for a package; `show(file)` how to import a file.
 */
export function exportedTypes(file, { resolve, show }) {
  const scopes = new Map()
  const scopeOf = (path) => {
    if (!scopes.has(path)) scopes.set(path, readScope(path, resolve))
    return scopes.get(path)
  }
  return [...exportsOf(file, scopeOf, new Set())]
    .map(([name, origin]) => ({ name, ...generics(origin, scopeOf(origin.file), show) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** What one file declares, imports and exports. */
function readScope(file, resolve) {
  const text = readFileSync(file, 'utf8')
  const types = new Map()
  for (const match of text.matchAll(declaration)) {
    const [whole, exported, name, generic] = match
    const parameters = generic ? angleBrackets(text, match.index + whole.length - 1) : ''
    types.set(name, { parameters, exported: exported !== undefined })
  }
  const target = (specifier) => ({ file: resolve(specifier, file), specifier })
  const imports = new Map()
  for (const [, names, specifier] of text.matchAll(imported))
    for (const { from, to } of namesIn(names)) imports.set(to, { ...target(specifier), name: from })
  const lists = [...text.matchAll(list)].map(([, names, specifier]) => ({
    names: namesIn(names),
    source: specifier ? target(specifier) : undefined,
  }))
  const stars = [...text.matchAll(star)].map(([, specifier]) => target(specifier))
  return { file, types, imports, lists, stars }
}

/** Exported name → where the type is declared: { file, name }. */
function exportsOf(file, scopeOf, visiting) {
  const found = new Map()
  if (!file || visiting.has(file)) return found
  const inner = new Set(visiting).add(file)
  const { types, imports, lists, stars } = scopeOf(file)
  for (const [name, { exported }] of types) if (exported) found.set(name, { file, name })
  for (const { names, source } of lists)
    for (const { from, to } of names) {
      const via = source ? { ...source, name: from } : imports.get(from)
      const origin = via ? exportsOf(via.file, scopeOf, inner).get(via.name) : types.has(from) && { file, name: from }
      if (origin && to !== 'default') found.set(to, origin)
    }
  for (const { file: next } of stars)
    for (const [name, origin] of exportsOf(next, scopeOf, inner)) if (!found.has(name)) found.set(name, origin)
  return found
}

function generics({ name }, { file, types, imports }, show) {
  const { parameters } = types.get(name)
  const own = parameterNames(parameters)
  // Aliases take no variance annotations.
  const text = parameters.replace(/([<,]\s*)(?:in |out )+/g, '$1').replace(token, (part) => {
    if (own.includes(part)) return part
    if (types.has(part)) return `import('${show(file)}').${part}`
    const from = imports.get(part)
    return from ? `import('${from.file ? show(from.file) : from.specifier}').${from.name}` : part
  })
  return { parameters: text, args: own.length > 0 ? `<${own.join(', ')}>` : '' }
}
