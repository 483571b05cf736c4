import { join } from 'node:path'
import envPaths from 'env-paths'
import { settings } from '../config/config.js'

/** The layout of the directory and of its files. A new layout gets a directory of its own, beside the old one. */
export const FORMAT = 1

/** Where compiled kernels are kept, or `undefined` if they are not to be kept. */
export function cacheDirectory(): string | undefined {
  if (settings.kernelCache === 'off') return undefined
  return join(settings.kernelCache ?? envPaths('weldarray', { suffix: '' }).cache, `kernels-v${FORMAT}`)
}
