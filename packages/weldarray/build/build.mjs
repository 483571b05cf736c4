// Makes lib/, the part of the package that is published, from the compiled sources in packages/*/dist.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bundleMain, bundleWorkers, checkSiblings, writeLicenses } from './bundle.mjs'
import { writeEntries } from './entries.mjs'
import { lib, packageRoot, repoRoot } from './paths.mjs'
import { writeTypes } from './types.mjs'

rmSync(lib, { recursive: true, force: true })
mkdirSync(lib, { recursive: true })
const bundled = await Promise.all([bundleMain(), bundleWorkers()])
writeLicenses(bundled.flat())
checkSiblings()
writeEntries()
writeTypes()
for (const name of ['README.md', 'LICENSE']) copyFileSync(join(repoRoot, name), join(packageRoot, name))
