// What declared functions throw for arguments that do not fit: a line of the published comments, from what the functions are checked by.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const DECLARATION = Symbol.for('weldarray.declaration')

const declared = (of) =>
  Object.entries(Object.getOwnPropertyDescriptors(of)).flatMap(([name, { value }]) =>
    typeof value === 'function' && value[DECLARATION] !== undefined ? [[name, value[DECLARATION]]] : [],
  )

/**
 * Of each module below a folder of compiled sources, by the path of its declaration file: the names of its functions, and of the members of
 * its classes, and how they are declared.
 */
export async function declarationsBelow(folder) {
  const found = new Map()
  for (const file of readdirSync(folder, { recursive: true }).filter((f) => f.endsWith('.js'))) {
    const path = join(folder, file)
    const exported = { ...(await import(pathToFileURL(path).href)) }
    const classes = Object.values(exported).filter((x) => typeof x === 'function' && x.prototype !== undefined)
    found.set(path.replace(/\.js$/, '.d.ts'), {
      functions: new Map(declared(exported)),
      members: new Map(classes.flatMap((c) => [...declared(c), ...declared(c.prototype)])),
    })
  }
  return found
}

function throwsOf(declaration) {
  const errors = [`\`ArgumentError\` for arguments that do not fit \`${declaration.replace(/\s+/g, ' ')}\``]
  if (/\bax[ei]s\w*\??:/.test(declaration)) errors.push('`AxisError` for an axis that is not there')
  if (/: dtype\b/.test(declaration)) errors.push('`DTypeError` for a dtype that is not known')
  return errors.join('; ')
}

const FUNCTION = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n(?:export )?declare (?:const|function) (\w+)\b/g
const MEMBER = / {4}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n {4}(?:static )?(\w+)(?=[<(])/g

/** The text of a declaration file, with a tag `@throws` in the comment of each declared function. */
export function withThrows(text, found) {
  const say = (names) => (whole, name) => {
    const declaration = names.get(name)
    if (declaration === undefined) return whole
    return whole.replace(
      /^( *)( \* @example| \*\/)/m,
      (_, indent, end) => `${indent} * @throws ${throwsOf(declaration)}.\n${indent}${end}`,
    )
  }
  if (found === undefined) return text
  // What is a word of the language is exported under another name than it has: `export { variance as var }`.
  const names = new Map(found.functions)
  for (const [, local, name] of text.matchAll(/\b(\w+) as (\w+)\b/g)) if (names.has(name)) names.set(local, names.get(name))
  return text.replace(FUNCTION, say(names)).replace(MEMBER, say(found.members))
}
