import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

async function output(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [path('../../tools/run-ts.mjs'), path(`../${name}.ts`), ...args])
  return stdout
}

const promises: [string, string[], RegExp[]][] = [
  ['zipcodes', [], [/42049 zip codes/, /nearest {3}112\d\d Brooklyn, NY/, /ndarray-ops .* times as long/]],
  ['photo', [], [/1024 × 484 pixels/, /saved as examples\/out\/alps.png/, /ndarray-ops .* times as long/]],
  ['blackscholes', ['50000'], [/50000 options/, /mean call \d+\.\d+/, /ndarray-ops .* times as long/]],
  ['fma', ['50000'], [/recorded; computed: false/, /d\[0\] = 10\d\.\d+; computed: true/, /loop 1 of 1: .* reads 3, stores 1/]],
  ['inplace', ['50000'], [/50000 elements: 1 loop\n/, /loop 1 of 1: .* reads 2, stores 1/]],
  ['cse', ['50000'], [/loop 1 of 1: .* reads 1, stores 1/]],
  [
    'implicit',
    [],
    [
      /a \+ 1 has shape .*; computed: false/,
      /computed: true; evaluations by looking: 1/,
      /a \* a is recorded; computed: false/,
      /computed: true; evaluations by looking: 2/,
    ],
  ],
]

test.each(promises)('%s prints what it promises', async (name, args, patterns) => {
  const text = await output(name, ...args)
  for (const pattern of patterns) expect(text).toMatch(pattern)
})
