import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DTYPES } from '@weldarray/ir'
import { loopsFile } from './file.js'

// Writes the loops of the JavaScript tier into the runtime: node packages/codegen/dist/js/generate.js
const folder = new URL('../../../runtime/src/generated/loops/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const dtype of DTYPES) {
  const text = loopsFile(dtype)
  const target = new URL(`${dtype}.cts`, folder)
  writeFileSync(target, text)
  console.log(`${fileURLToPath(target)}: ${text.length} characters`)
}
