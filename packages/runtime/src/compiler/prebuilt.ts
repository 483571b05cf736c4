import { codegenFingerprint, type Prebuilt, prebuilt } from '../assets/assets.js'

type Part = Parameters<typeof prebuilt>[0]

const loaded: { [part in Part]?: Prebuilt['kernels'] } = {}

function load(part: Part): Prebuilt['kernels'] {
  try {
    const { fingerprint, kernels } = prebuilt(part)
    return fingerprint === codegenFingerprint() ? kernels : {}
  } catch {
    return {} // Not built: kernels are compiled as any others are.
  }
}

/** The code of a kernel that came with the package. */
export function prebuiltKernel(text: string): Uint8Array | undefined {
  const part: Part = text.startsWith('library ') ? 'library' : 'elementary'
  loaded[part] ??= load(part)
  const kernels = loaded[part]
  const code = Object.hasOwn(kernels, text) ? kernels[text] : undefined
  return code === undefined ? undefined : Buffer.from(code, 'base64')
}
