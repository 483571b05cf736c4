import { type Setting, World } from './world.js'

export interface Explored {
  readonly states: number
  /** The first order of steps that leads to something forbidden, and what that is. */
  readonly fault: { readonly what: string; readonly way: readonly string[] } | undefined
}

interface State {
  readonly way: readonly string[]
  /** Where the caller's next step leads; no key if all is over. */
  readonly next: string | undefined
}

function replay(setting: Setting, way: readonly string[]): World {
  const world = new World(setting)
  for (const action of way) world.do(action)
  return world
}

/**
 * Goes to every state that can be reached. In each of them nothing forbidden may have happened, and the caller must come to
 * the end alone, whatever the others do not do any more: so no wait is for somebody who may be gone. (Where memory is lasting
 * it may wait for a thread that lives.)
 */
export function explore(setting: Setting): Explored {
  const states = new Map<string, State>()
  const ways: string[][] = [[]]
  for (let way = ways.pop(); way; way = ways.pop()) {
    // Goes on from here as far as there is news, and remembers the other ways it could have gone.
    const world = replay(setting, way)
    for (let key = world.key(); !states.has(key); ) {
      if (world.violation) return { states: states.size, fault: { what: world.violation, way } }
      // The caller's step comes first, so that where it leads is known.
      const [first, ...others] = world.actions()
      for (const other of others) ways.push([...way, other])
      const here = key
      const { over } = world
      const from = way
      if (first !== undefined) {
        world.do(first)
        way = [...way, first]
        key = world.key()
      }
      states.set(here, { way: from, next: over ? undefined : key })
      if (first === undefined) break
    }
  }
  return { states: states.size, fault: setting.lasting ? undefined : circle(states) }
}

/** A state from which the caller alone goes round and round. */
function circle(states: ReadonlyMap<string, State>): Explored['fault'] {
  const ends = new Set<string>()
  for (const [start, { way }] of states) {
    const path = new Set<string>()
    for (let at: string | undefined = start; at !== undefined && !ends.has(at); at = states.get(at)?.next) {
      if (path.has(at)) return { what: 'the caller alone does not come to the end', way }
      path.add(at)
    }
    for (const key of path) ends.add(key)
  }
  return undefined
}
