import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { npm } from './nodes.js'

const weldarray = fileURLToPath(new URL('../..', import.meta.url))

/** Runs in the project; the packages in it know nothing of weldarray. */
const program = `
const ndarray = require('ndarray')
const pack = require('ndarray-pack'), unpack = require('ndarray-unpack'), fft = require('ndarray-fft'), zeros = require('zeros')
const packed = pack([[1, 2], [3, 4]])
const [x, y] = [zeros([32, 64]), zeros([32, 64])]
x.set(3, 5, 7)
fft(1, x, y)
fft(-1, x, y)
const doubled = packed.add(packed)
console.log(JSON.stringify({
  ours: [packed, x].every((a) => a instanceof ndarray.NdArray),
  doubled: unpack(doubled),
  there: Math.round(x.get(3, 5)),
  found: require.resolve('ndarray-pack/package.json').length > 0 && require('ndarray/package.json').name,
}))
`

test('npm overrides put the packed weldarray under packages that require ndarray', () => {
  const folder = mkdtempSync(join(tmpdir(), 'weldarray-overrides-'))
  try {
    const [{ filename }] = Object.values(JSON.parse(npm(['pack', '--json', '--pack-destination', folder], weldarray))) as [
      { filename: string },
    ]
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({
        private: true,
        dependencies: {
          ndarray: `file:./${filename}`,
          'ndarray-pack': '^1.2.1',
          'ndarray-unpack': '^1.0.0',
          'ndarray-fft': '^1.0.3',
          zeros: '^1.0.0',
        },
        overrides: { ndarray: '$ndarray' },
      }),
    )
    npm(['install', '--ignore-scripts', '--prefer-offline'], folder)
    writeFileSync(join(folder, 'program.cjs'), program)
    const output = execFileSync(process.execPath, ['program.cjs'], { cwd: folder, encoding: 'utf8', timeout: 60_000 })
    expect(JSON.parse(output)).toEqual({
      ours: true,
      doubled: [
        [2, 4],
        [6, 8],
      ],
      there: 7,
      found: 'weldarray',
    })
    const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: Record<string, unknown> }
    expect(Object.keys(lock.packages).filter((name) => name.endsWith('/ndarray'))).toEqual(['node_modules/ndarray'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
