/*
 * Compiles the elementary functions, one kernel each, and the library, so that they run as WebAssembly from a program's first
 * call on, without loading Binaryen. The build runs this; the published package holds what it makes.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allLibraryKernels, libraryText } from '@weldarray/codegen'
import { type Compilable, compile } from '@weldarray/codegen/compile'
import { mapOps, type NamedOp } from '@weldarray/ir'
import { codegenFingerprint, type Prebuilt, prebuiltFiles, prebuiltFolder } from '../assets/assets.js'
import { isDear, singleStep } from './single.js'

const elementary = (Object.keys(mapOps) as NamedOp[])
  .filter(isDear)
  .flatMap((op) => (['float64', 'float32'] as const).map((dtype) => singleStep(op, dtype)))

const library = allLibraryKernels().map((kernel) => ({ kernel, text: libraryText(kernel) }))

function write(file: string, list: readonly { kernel: Compilable; text: string }[]): void {
  const kernels = Object.fromEntries(list.map(({ kernel, text }) => [text, Buffer.from(compile(kernel)).toString('base64')]))
  writeFileSync(join(prebuiltFolder, file), JSON.stringify({ fingerprint: codegenFingerprint(), kernels } satisfies Prebuilt))
}

write(prebuiltFiles.elementary, elementary)
write(prebuiltFiles.library, library)
