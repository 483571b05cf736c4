import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/**
 * Where programs of this user may keep what they can make again, or `undefined`: a user of whom the system knows nothing but
 * the number has no such place. Looked up when it is needed: a library must not fail while it is imported.
 */
export function userCacheDirectory(): string | undefined {
  const below = (...names: string[]): string | undefined => {
    try {
      const home = homedir()
      return isAbsolute(home) ? join(home, ...names) : undefined
    } catch {
      return undefined
    }
  }
  const given = (path: string | undefined): string | undefined => (path && isAbsolute(path) ? path : undefined)
  const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  switch (process.platform) {
    case 'darwin':
      return below('Library', 'Caches', 'weldarray')
    case 'win32': {
      const local = given(LOCALAPPDATA) ?? below('AppData', 'Local')
      return local && join(local, 'weldarray', 'Cache')
    }
    default: {
      const caches = given(XDG_CACHE_HOME) ?? below('.cache')
      return caches && join(caches, 'weldarray')
    }
  }
}
