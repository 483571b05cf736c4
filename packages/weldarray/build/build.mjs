// Makes lib/, the part of the package that is published, from the compiled sources in packages/*/dist.
import { createHash } from 'node:crypto'
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyLateModules, writeCompilerThread, writeLicenses, writePool, writePrebuilt } from './beside.mjs'
import { bundleMain, bundlePart, checkSiblings } from './bundle.mjs'
import { writeEntries } from './entries.mjs'
import { partNames } from './parts.mjs'
import { lib, packageRoot, repoRoot } from './paths.mjs'
import { writeCommand, writeInspector } from './tools.mjs'
import { writeTypes } from './types.mjs'

rmSync(lib, { recursive: true, force: true })
mkdirSync(lib, { recursive: true })
copyLateModules()
const compiler = await writeCompilerThread()
const fingerprint = createHash('sha256').update(compiler.text).digest('hex')
writePrebuilt(fingerprint)
const bundled = await Promise.all([
  bundleMain(fingerprint),
  ...partNames.map(bundlePart),
  writePool(),
  writeInspector(),
  writeCommand(),
])
writeLicenses([...compiler.packages, ...bundled.flat()])
checkSiblings()
writeEntries()
await writeTypes()
// What the readme links to comes along, so that its links hold in the package.
rmSync(join(packageRoot, 'docs'), { recursive: true, force: true })
cpSync(join(repoRoot, 'docs'), join(packageRoot, 'docs'), {
  recursive: true,
  filter: (path) => !path.startsWith(join(repoRoot, 'docs/out')),
})
for (const name of ['README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md'])
  copyFileSync(join(repoRoot, name), join(packageRoot, name))
