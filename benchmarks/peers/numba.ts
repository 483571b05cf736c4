import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Peer } from '../harness/peers.js'

declare module '../harness/workload.js' {
  interface Implementations {
    /** As for NumPy; `njit` compiles with `parallel=True`, `vectorize` for doubles with `target='parallel'`; `guvectorize` and `prange` are Numba's. */
    numba: string
  }
}

/** The first Python that has Numba: often the system's, where another one is first on the path. */
function pythonWithNumba(): string {
  const candidates = ['python3', '/usr/bin/python3']
  return candidates.find((file) => spawnSync(file, ['-c', 'import numba'], { stdio: 'ignore' }).status === 0) ?? 'python3'
}

export const numba: Peer = {
  name: 'Numba',
  implementation: 'numba',
  get command() {
    return {
      file: pythonWithNumba(),
      args: [fileURLToPath(new URL('serve-numpy.py', import.meta.url)), 'numba'],
      env: { NUMBA_NUM_THREADS: '2' },
    }
  },
}
