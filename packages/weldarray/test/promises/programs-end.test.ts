import { expect, it } from 'vitest'
import { runScript } from '../../../runtime/test/run-script.js'

/*
 * Nothing that a program leaves behind keeps its process: no timer, no thread, no round of collections that begets the next.
 */

const program = '../../../weldarray/test/promises/fixtures/ends.mjs'
const full = { NODE_OPTIONS: '--max-old-space-size=96 --max-semi-space-size=16' }

const ways: [string, Record<string, string>?][] = [
  ['with a heap that is nearly full', full],
  ['with a heap that is nearly full, having waited', full],
  ['with a kernel asked of a compiler that is silent'],
  ['with a block whose writer may live'],
  ['with an evaluation that nobody awaits'],
  ['with an aborted evaluation'],
  ['with time left'],
  ['with arrays in a file'],
  ['with functions that are replayed, and arrays that nobody has'],
]

it.each(ways)('a program ends %s', async (way, env) => {
  const { code, json, error, exitMs } = await runScript(program, [way], env)
  expect({ code, json, error }).toEqual({ code: 0, json: { right: true }, error: '' })
  // What ends by itself does so in far less; what is kept is kept for ten seconds, or for ever.
  expect(exitMs).toBeLessThan(8000)
})
