import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { DTYPES } from '@weldarray/ir'
import { loopsFile } from './file.js'

// A step of the build: the loops of the JavaScript tier, beside the compiled sources of the runtime that reads them.
const folder = new URL('../../../runtime/dist/generated/loops/', import.meta.url)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const dtype of DTYPES) writeFileSync(new URL(`${dtype}.cjs`, folder), loopsFile(dtype))
