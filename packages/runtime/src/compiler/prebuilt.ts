import { readFileSync } from 'node:fs'
import { codegenFingerprint } from '../cache/fingerprint.js'

/** Kernels that were compiled when the package was built. */
export interface Prebuilt {
  /** Of the code generator that made them: kernels of another are of no use. */
  readonly fingerprint: string
  /** Code in base64, by kernel text. */
  readonly kernels: Readonly<Record<string, string>>
}

/** It stands beside this module, in the source tree as in the published bundle. */
export const prebuiltFile = new URL('./prebuilt.json', import.meta.url)

let kernels: Prebuilt['kernels'] | undefined

function load(): Prebuilt['kernels'] {
  try {
    const file = JSON.parse(readFileSync(prebuiltFile, 'utf8')) as Prebuilt
    return file.fingerprint === codegenFingerprint() ? file.kernels : {}
  } catch {
    return {} // Not built: kernels are compiled as any others are.
  }
}

/** The code of a kernel that came with the package. */
export function prebuiltKernel(text: string): Uint8Array | undefined {
  kernels ??= load()
  const code = Object.hasOwn(kernels, text) ? kernels[text] : undefined
  return code === undefined ? undefined : Buffer.from(code, 'base64')
}
