import { fileURLToPath } from 'node:url'
import type { Peer } from '../harness/peers.js'

declare module '../harness/workload.js' {
  interface Implementations {
    /** Python that defines `run`; the inputs are variables of their names, `np` is NumPy. */
    numpy: string
  }
}

export const numpy: Peer = {
  name: 'NumPy',
  implementation: 'numpy',
  command: { file: 'python3', args: [fileURLToPath(new URL('serve-numpy.py', import.meta.url))] },
}
