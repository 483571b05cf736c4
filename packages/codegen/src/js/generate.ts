import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loopsFile } from './file.js'

// Writes the loops of the JavaScript tier into the runtime: node packages/codegen/dist/js/generate.js
const target = new URL('../../../runtime/src/generated/loops.cts', import.meta.url)
mkdirSync(new URL('.', target), { recursive: true })
const text = loopsFile()
writeFileSync(target, text)
console.log(`${fileURLToPath(target)}: ${text.length} characters`)
