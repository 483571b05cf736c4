/** What NumPy returns as a named tuple: a list of several results, each of which has a name, too. */
export type NamedTuple<L extends readonly unknown[], N extends object> = L & N

/**
 * `const [q, r] = f(x)` and `const { Q, R } = f(x)` both read it. Names are not enumerable, so that it is printed, compared and
 * written as the list.
 */
export function namedTuple(named: Readonly<Record<string, unknown>>): never {
  const list = Object.values(named)
  for (const [name, value] of Object.entries(named)) Object.defineProperty(list, name, { value })
  return list as never
}
