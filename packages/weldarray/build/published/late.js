/*
 * What the bundle has in the place of modules that stand beside it (build/parts.mjs): functions, and namespaces, that read them.
 */

let given

/** What parts take of the bundle: from when all of it has run. */
export const provide = (give) => {
  given = give
}

/** A part, read once. */
export const part = (read) => {
  let made
  return () => {
    if (made === undefined) {
      if (given === undefined) throw new Error('what stands beside the bundle is called while the bundle is read')
      made = read()(given())
    }
    return made
  }
}

/** A function that stands beside the bundle. `keys`: what it owns beyond a name and a length. */
export function late(find, name, length, keys = []) {
  let found
  const own = () => (found ??= find())
  const f = (...args) => own()(...args)
  Object.defineProperty(f, 'name', { value: name, configurable: true })
  Object.defineProperty(f, 'length', { value: length, configurable: true })
  for (const key of keys) Object.defineProperty(f, key, { get: () => own()[key], configurable: true })
  return f
}

/** The exports of a module that stands beside the bundle; `known` are those that the bundle has. */
export function lateNamespace(find, names, known) {
  const namespace = {}
  for (const name of names)
    Object.defineProperty(namespace, name, {
      get: () => (Object.hasOwn(known, name) ? known[name] : find()[name]),
      enumerable: true,
    })
  return namespace
}
