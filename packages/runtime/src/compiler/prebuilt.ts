import { readFileSync } from 'node:fs'
import { codegenFingerprint } from '../cache/fingerprint.js'

/** Kernels that were compiled when the package was built. */
export interface Prebuilt {
  /** Of the code generator that made them: kernels of another are of no use. */
  readonly fingerprint: string
  /** Code in base64, by kernel text. */
  readonly kernels: Readonly<Record<string, string>>
}

/** They stand beside this module, in the source tree as in the published bundle. */
export const prebuiltFile = new URL('./prebuilt.json', import.meta.url)
export const LIBRARY_FILE = 'prebuilt-library.json'
const libraryFile = new URL('./prebuilt-library.json', import.meta.url)

const loaded = new Map<URL, Prebuilt['kernels']>()

function load(url: URL): Prebuilt['kernels'] {
  try {
    const file = JSON.parse(readFileSync(url, 'utf8')) as Prebuilt
    return file.fingerprint === codegenFingerprint() ? file.kernels : {}
  } catch {
    return {} // Not built: kernels are compiled as any others are.
  }
}

/** The code of a kernel that came with the package. */
export function prebuiltKernel(text: string): Uint8Array | undefined {
  const url = text.startsWith('library ') ? libraryFile : prebuiltFile
  let kernels = loaded.get(url)
  if (kernels === undefined) loaded.set(url, (kernels = load(url)))
  const code = Object.hasOwn(kernels, text) ? kernels[text] : undefined
  return code === undefined ? undefined : Buffer.from(code, 'base64')
}
