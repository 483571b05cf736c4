// Makes lib/, the part of the package that is published, from the compiled sources in packages/*/dist.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prebuild } from '../../runtime/dist/compiler/prebuild.js'
import { bundleMain, bundleWorkers, checkSiblings, copyLateModules, writeLicenses } from './bundle.mjs'
import { writeEntries } from './entries.mjs'
import { lib, packageRoot, repoRoot } from './paths.mjs'
import { writeTypes } from './types.mjs'

rmSync(lib, { recursive: true, force: true })
mkdirSync(lib, { recursive: true })
const bundled = await Promise.all([bundleMain(), bundleWorkers()])
writeLicenses(bundled.flat())
copyLateModules()
// The bundle identifies its code generator by the compiler thread's script (cache/fingerprint.ts).
prebuild(
  join(lib, 'prebuilt.json'),
  createHash('sha256')
    .update(readFileSync(join(lib, 'compiler-worker.js')))
    .digest('hex'),
)
checkSiblings()
writeEntries()
writeTypes()
for (const name of ['README.md', 'LICENSE']) copyFileSync(join(repoRoot, name), join(packageRoot, name))
