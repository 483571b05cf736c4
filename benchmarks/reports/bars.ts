/** What the library has to reach at 10⁶ and 10⁷ elements: their time divided by ours. */
export interface Bar {
  readonly peer: string
  readonly of: 'geometric mean' | 'every workload'
  readonly least: number
}

export const bars: readonly Bar[] = [
  { peer: 'ndarray-ops', of: 'geometric mean', least: 8 },
  { peer: 'NumPy', of: 'every workload', least: 1 },
]

export const barSizes = [1e6, 1e7]

/** Why a bar is missed, by `workload/size/peer`, or by peer for its mean, for as long as it is. */
export const causes: Readonly<Record<string, string>> = {
  'ndarray-ops':
    "The machines of two runs differ: on the one before, where JavaScript's loops took one and a half times as long and memory was as " +
    'fast, it was 8.98. Most workloads here wait for memory.',
  'fma-chain/1000000/NumPy':
    'Three arrays read and one written are 32 MB, the size of the last-level cache, and that is what both wait for: a second thread gains ' +
    'nothing here, and runs of this benchmark gave 0.88 to 1.24. NumPy adds in place to one 8 MB temporary, which stays in the cache.',
}
