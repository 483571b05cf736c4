// Makes lib/, the part of the package that is published, from the compiled sources in packages/*/dist.
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copyLateModules, writeCompilerThread, writeLicenses, writePool, writePrebuilt } from './beside.mjs'
import { bundleMain, checkSiblings } from './bundle.mjs'
import { writeEntries } from './entries.mjs'
import { lib, packageRoot, repoRoot } from './paths.mjs'
import { writeCommand, writeInspector } from './tools.mjs'
import { writeTypes } from './types.mjs'

rmSync(lib, { recursive: true, force: true })
mkdirSync(lib, { recursive: true })
copyLateModules()
const compiler = await writeCompilerThread()
const fingerprint = createHash('sha256').update(compiler.text).digest('hex')
writePrebuilt(fingerprint)
const bundled = await Promise.all([bundleMain(fingerprint), writePool(), writeInspector(), writeCommand()])
writeLicenses([...compiler.packages, ...bundled.flat()])
checkSiblings()
writeEntries()
writeTypes()
for (const name of ['README.md', 'LICENSE']) copyFileSync(join(repoRoot, name), join(packageRoot, name))
