import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('what programs see of the package is what its sources export, whichever file it stands in', () => {
  const { stdout } = spawnSync(process.execPath, [fileURLToPath(new URL('./surface.mjs', import.meta.url))], { encoding: 'utf8' })
  const [compiled, published] = JSON.parse(stdout) as string[][]
  expect(compiled!.length).toBeGreaterThan(500)
  expect(published).toEqual(compiled)
})
