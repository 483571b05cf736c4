// What declared functions throw: a line of the published comments, from what they are checked by and from what was seen.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { impliedBy, readThrown } from './thrown.mjs'

const DECLARATION = Symbol.for('weldarray.declaration')

const thrown = readThrown()

/** Of a function, by identity, the names under which it is public. */
function publicNames(space, prefix, found, seen = new Set()) {
  for (const [name, value] of Object.entries(space)) {
    if (typeof value === 'function') found.set(value, [...(found.get(value) ?? []), prefix + name])
    else if (typeof value === 'object' && value !== null && value[Symbol.toStringTag] === 'Module' && !seen.has(value))
      publicNames(value, `${prefix}${name}.`, found, new Set([...seen, value]))
  }
  return found
}

/** What a function or member takes, and which errors it throws beside those for arguments that do not fit that. */
const said = (declaration, names) => ({ declaration, errors: [...new Set(names.flatMap((n) => thrown[n] ?? []))].sort() })

/** What is to be said of each function among the properties of an object. */
const declared = (of, namesOf) =>
  Object.entries(Object.getOwnPropertyDescriptors(of)).flatMap(([name, { value }]) => {
    if (typeof value !== 'function') return []
    const entry = said(value[DECLARATION], namesOf(name, value))
    return entry.declaration === undefined && entry.errors.length === 0 ? [] : [[name, entry]]
  })

/** By which prefix errors of the methods of a class are known: its own, and those of the classes that extend it. */
function kindsOf(c, all) {
  const own = { NdArray: 'ndarray', Generator: 'rng', RandomState: 'legacy', Series: 'poly' }
  return Object.keys(own)
    .filter((name) => all[name] !== undefined && (all[name] === c || all[name].prototype instanceof c))
    .map((name) => own[name])
}

/**
 * Of each module below a folder of compiled sources, by the path of its declaration file: the names of its functions, and of the members of
 * its classes, how they are declared and what they throw. `np` and `ir` are the library's entries, of the same modules.
 */
export async function declarationsBelow(folder, { np, ir }) {
  const found = new Map()
  const names = publicNames(ir, 'ir.', publicNames(np, '', new Map()))
  const classes = { NdArray: np.NdArray, ...np.random, Series: np.polynomial.Series }
  const member = (c) => (name) => kindsOf(c, classes).map((kind) => `${kind}#${name}`)
  // Static members of Series are those of all families.
  const families = Object.keys(np.polynomial).filter(
    (name) => name === 'Series' || np.polynomial[name]?.prototype instanceof np.polynomial.Series,
  )
  const ofFamilies = (name) => families.map((family) => `polynomial.${family}.${name}`)
  const ofArrays = declared(np.NdArray.prototype, member(np.NdArray))
  for (const file of readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('.js'))) {
    const path = join(folder, file)
    const exported = { ...(await import(pathToFileURL(path).href)) }
    const own = Object.values(exported).filter((x) => typeof x === 'function' && x.prototype !== undefined)
    found.set(path.replace(/\.js$/, '.d.ts'), {
      functions: new Map(declared(exported, (_, f) => names.get(f) ?? [])),
      members: new Map(own.flatMap((c) => [...declared(c, ofFamilies), ...declared(c.prototype, member(c))])),
      // Arrays have their methods from interfaces.
      ofArrays: new Map(ofArrays),
    })
  }
  return found
}

const WHEN = {
  AxisError: 'for an axis that is not there',
  DTypeError: 'for elements or a dtype that do not fit',
  ShapeError: 'for shapes that do not fit',
  IndexError: 'for an index that is not there',
  ValueError: 'for a value that has no meaning there',
  LinAlgError: 'for a matrix that has no answer',
}

function throwsOf({ declaration, errors }) {
  const all = new Set([...errors, ...impliedBy(declaration)])
  const shown = () => [...all].sort().map((error) => `\`${error}\`${WHEN[error] === undefined ? '' : ` ${WHEN[error]}`}`)
  if (declaration === undefined) return shown().join('; ')
  return [`\`ArgumentError\` for arguments that do not fit \`${declaration.replace(/\s+/g, ' ')}\``, ...shown()].join('; ')
}

const FUNCTION = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?:export )?declare (?:const|function|(?:abstract )?class) (\w+)\b/g
const MEMBER = / {4}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n {4}(?:static )?(?:readonly )?(\w+)(?=[<(:])/g

/** The text of a declaration file, with a tag `@throws` in the comment of each declared function. */
export function withThrows(text, found) {
  const say = (names) => (whole, name) => {
    const entry = names.get(name)
    if (entry === undefined) return whole
    return whole.replace(
      /^( *)( \* @example| \*\/)/m,
      (_, indent, end) => `${indent} * @throws ${throwsOf(entry)}.\n${indent}${end}`,
    )
  }
  if (found === undefined) return text
  // What is a word of the language is exported under another name than it has: `export { variance as var }`.
  const names = new Map(found.functions)
  for (const [, local, name] of text.matchAll(/\b(\w+) as (\w+)\b/g)) if (names.has(name)) names.set(local, names.get(name))
  const members = /export interface (\w*Methods)\b/.test(text) ? found.ofArrays : found.members
  return text.replace(FUNCTION, say(names)).replace(MEMBER, say(members))
}
