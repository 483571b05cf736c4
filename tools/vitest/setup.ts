import { format } from 'node:util'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach } from 'vitest'

fc.configureGlobal({ seed: Number(process.env.WELDARRAY_TEST_SEED) })

// A test that prints fails. One that means to catches the output itself: `vi.spyOn(console, 'log').mockImplementation(() => {})`.
const stray: string[] = []

for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table'] as const) {
  console[name] = (...args: unknown[]) => {
    stray.push(`console.${name}: ${format(...args)}`)
  }
}

for (const name of ['stdout', 'stderr'] as const) {
  const stream = process[name]
  const write = stream.write
  stream.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
    stray.push(`process.${name}: ${chunk}`)
    return write.call(stream, chunk, ...rest)
  }) as typeof write
}

function failOnStrayOutput(): void {
  const printed = stray.splice(0)
  if (printed.length > 0) throw new Error(`unexpected output:\n${printed.join('\n')}`)
}

beforeEach(failOnStrayOutput)
afterEach(failOnStrayOutput)
afterAll(failOnStrayOutput)
