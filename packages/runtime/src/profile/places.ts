import { type Node, reachable } from '@weldarray/ir'
import { isOwnFrame } from '../assets/assets.js'
import { settings } from '../config/config.js'

/*
 * Where in a program graphs are computed because a value was looked at. Found by the stack, only if it is asked for, or told in an error.
 */

/** How often each place has forced an evaluation, by the first line of the program in its stack. */
const places = new Map<string, number>()

/** More are not kept apart. */
const MOST_PLACES = 10_000

/** A line for what the engine itself does between two functions: iterating, making a text. */
const isOfEngine = (line: string): boolean => line.endsWith('(<anonymous>)')

/** The stack below this library's own functions, and the name of the one that was called. */
export function caller(): { called: string; lines: string[] } {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 50
  const lines = (new Error().stack ?? '').split('\n').slice(1)
  Error.stackTraceLimit = limit
  const first = lines.findIndex((line) => !isOwnFrame(line) && !isOfEngine(line))
  const below = first < 0 ? lines.length : first
  const own = lines.slice(0, below).findLast(isOwnFrame) ?? ''
  const name = /at (?:async )?(?:Object\.|get )?(?:.*\.)?([\w$]+)\]?(?: \[as ([\w$]+)\])? \(/.exec(own)
  return { called: name?.[2] ?? name?.[1]?.replace(/^View.*_/, '') ?? 'a look', lines: lines.slice(below) }
}

/** The operations that have to be computed for nodes. */
const pendingOperations = (nodes: readonly Node[]): number =>
  reachable(nodes).filter((n) => n.memory === null && (n.kind === 'map' || n.kind === 'reduce')).length

/** Notes who has looked at a value; a place that is new is told of, with its stack. */
export function noteImplicit(pending: readonly Node[]): void {
  const { called, lines } = caller()
  const place = lines[0]?.trim() ?? 'at an unknown place'
  const seen = places.get(place)
  if (seen === undefined && places.size >= MOST_PLACES) return
  places.set(place, (seen ?? 0) + 1)
  if (seen !== undefined) return
  const operations = pendingOperations(pending)
  const what = operations === 1 ? '1 pending operation' : `${operations} pending operations`
  process.stderr.write(`weldarray: ${called} looks at elements, and so computes ${what}\n${lines.join('\n')}\n`)
}

export const watchesPlaces = (): boolean => settings.warn === 'implicit'

/** The places, those that forced most first. */
export const implicitPlaces = (): Record<string, number> => Object.fromEntries([...places].sort((a, b) => b[1] - a[1]))
