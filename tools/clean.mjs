// Removes everything the build makes.
import { readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const remove = (path) => rmSync(join(root, path), { recursive: true, force: true })

for (const name of readdirSync(join(root, 'packages')))
  for (const made of ['dist', 'lib', 'tsconfig.tsbuildinfo']) remove(join('packages', name, made))
const others = ['packages/weldarray/README.md', 'packages/weldarray/LICENSE', 'node_modules/.cache/weldarray']
for (const path of others) remove(path)
