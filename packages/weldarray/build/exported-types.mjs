// The names of the types a declaration file exports, found by following its exports through the files tsc wrote.
import { readFileSync } from 'node:fs'

const declaration = /^(export )?(?:declare )?(?:abstract )?(interface|type|class|enum) ([A-Za-z_$][\w$]*)(<)?/gm
const star = /^export (?:type )?\* from ['"]([^'"]+)['"]/gm
const list = /^export (type )?\{([^}]*)\}(?: from ['"]([^'"]+)['"])?/gm
const imported = /^import (?:type )?\{([^}]*)\} from ['"]([^'"]+)['"]/gm

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

/** The text between the angle brackets that open at `start`. */
function typeParameters(text, start) {
  let depth = 0
  for (let i = start; ; i++) {
    if (text[i] === '<') depth++
    else if (text[i] === '>' && text[i - 1] !== '=' && --depth === 0) return text.slice(start, i + 1)
  }
}

/** `<T extends X = Y, U>` → `<T, U>` */
function typeArguments(parameters) {
  const names = []
  let depth = 0
  for (const [token] of parameters.slice(1, -1).matchAll(/=>|[<({[]|[>)}\]]|,|[A-Za-z_$][\w$]*|\S/g)) {
    if (/^[<({[]$/.test(token)) depth++
    else if (/^[>)}\]]$/.test(token)) depth--
    else if (depth === 0 && token === ',') names.push(undefined)
    else if (depth === 0 && /^[A-Za-z_$]/.test(token)) {
      if (names.length === 0) names.push(token)
      else if (names.at(-1) === undefined) names[names.length - 1] = token
    }
  }
  return names.length ? `<${names.join(', ')}>` : ''
}

/** Types exported by `file`, as [{ name, kind: 'type' | 'class', parameters, args }], sorted by name. */
export function exportedTypes(file, resolve) {
  return [...typesOf(file, resolve, new Set()).values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function typesOf(file, resolve, visiting) {
  const found = new Map()
  if (visiting.has(file)) return found
  visiting.add(file)
  const text = readFileSync(file, 'utf8')
  const typesFrom = (specifier) => {
    const target = resolve(specifier, file)
    return target ? typesOf(target, resolve, new Set(visiting)) : new Map()
  }
  const local = localTypes(text)
  for (const [name, type] of local) if (type.exported) found.set(name, type)
  for (const [, names, from] of text.matchAll(imported))
    for (const { from: name, to } of namesIn(names)) {
      const type = typesFrom(from).get(name)
      if (type) local.set(to, type)
    }
  for (const [, , names, from] of text.matchAll(list)) {
    const source = from ? typesFrom(from) : local
    for (const { from: name, to } of namesIn(names)) {
      const type = source.get(name)
      if (type && to !== 'default') found.set(to, { ...type, name: to })
    }
  }
  for (const [, from] of text.matchAll(star))
    for (const [name, type] of typesFrom(from)) if (!found.has(name)) found.set(name, type)
  return found
}

function localTypes(text) {
  const found = new Map()
  for (const match of text.matchAll(declaration)) {
    const [whole, exported, keyword, name, generic] = match
    const kind = keyword === 'class' || keyword === 'enum' ? 'class' : 'type'
    const parameters = generic ? typeParameters(text, match.index + whole.length - 1) : ''
    found.set(name, { name, kind, parameters, args: typeArguments(parameters), exported: exported !== undefined })
  }
  return found
}
