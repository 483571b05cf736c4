import { join } from 'node:path'
import { warnOnce } from '../compiler/warn.js'
import { settings } from '../config/config.js'
import { faultOfDirectory } from './trust.js'
import { userCacheDirectory } from './user-directory.js'

/** The layout of the directory and of its files. A new layout gets a directory of its own, beside the old one. */
const FORMAT = 1

/** Directories that were looked at: whether they are fit to hold code. */
const fit = new Map<string, boolean>()

/** Where compiled kernels are kept, or `undefined` if they are not to be kept. */
export function cacheDirectory(): string | undefined {
  if (settings.kernelCache === 'off') return undefined
  const root = settings.kernelCache ?? userCacheDirectory()
  return root === undefined ? undefined : join(root, `kernels-v${FORMAT}`)
}

/** The same, but only if nobody else can have written there; said once. A directory that is not there yet is fit. */
export function trustedDirectory(): string | undefined {
  const directory = cacheDirectory()
  if (directory === undefined) return undefined
  const known = fit.get(directory)
  if (known !== undefined) return known ? directory : undefined
  const fault = faultOfDirectory(directory)
  if (fault === null) return directory
  fit.set(directory, fault === undefined)
  if (fault === undefined) return directory
  warnOnce(
    `cache ${directory}`,
    `compiled kernels are not kept between programs: ${directory} is not to be trusted with code, since ${fault}. ` +
      "Remove it, choose another with WELDARRAY_CACHE_DIR or configure({ kernelCache }), or set that to 'off'",
  )
  return undefined
}
