import type { DType, InputNode, Node, TypedArray } from '@weldarray/ir'
import { allocateMemory, type Memory, np, reachable, valueOf } from '../tools-entry.js'

/** What has to be there for an input slot: elements of a dtype, up to the last one that is read. */
interface Slot {
  readonly dtype: DType
  readonly length: number
}

const lastOf = ({ shape, strides, offset }: InputNode): number =>
  shape.some((n) => n === 0) ? -1 : shape.reduce((at, n, k) => at + Math.max(0, strides[k]! * (n - 1)), offset)

/** Slots are a list: a number far beyond that of the inputs is a mistake, or meant to take all memory. */
const MOST_SLOTS = 2 ** 16

/** The slots of a graph. Throws where two inputs say that one slot has different dtypes, and for numbers that no graph needs. */
export function slotsOf(roots: readonly Node[]): Slot[] {
  const slots: Slot[] = []
  for (const node of reachable(roots)) {
    if (node.kind !== 'input') continue
    if (node.slot >= MOST_SLOTS) throw new np.ValueError(`input ${node.slot}: expected inputs below ${MOST_SLOTS}`)
    const known = slots[node.slot]
    if (known !== undefined && known.dtype !== node.dtype)
      throw new np.DTypeError(`input ${node.slot} is read as ${known.dtype} and as ${node.dtype}`)
    slots[node.slot] = { dtype: node.dtype, length: Math.max(known?.length ?? 0, lastOf(node) + 1) }
  }
  return Array.from(slots, (slot) => slot ?? { dtype: 'float64', length: 0 })
}

/** Small numbers that every dtype holds: in [0, 1) for floats, from 0 to 99 (bool: 0 or 1) for integers. */
function random(data: TypedArray, dtype: DType, rng: ReturnType<typeof np.random.default_rng>): void {
  const most = dtype === 'bool' ? 2 : 100
  const isFloat = dtype === 'float32' || dtype === 'float64'
  const isBig = data instanceof BigInt64Array || data instanceof BigUint64Array
  for (let i = 0; i < data.length; i++) {
    const x = isFloat ? rng.random() : Math.floor(rng.random() * most)
    data[i] = (isBig ? BigInt(x) : x) as never
  }
}

/** Memory for each slot: of `.npy` files where they are named (`slot=file`), else random. */
export function memoriesFor(slots: readonly Slot[], files: readonly string[], seed: number): Memory[] {
  const named = new Map<number, string>()
  for (const text of files) {
    const [, slot, file] = /^(\d+)=(.+)$/.exec(text) ?? []
    if (slot === undefined || Number(slot) >= slots.length)
      throw new np.ValueError(`--input ${text}: expected slot=file.npy, with a slot below ${slots.length}`)
    named.set(Number(slot), file!)
  }
  const rng = np.random.default_rng(BigInt(seed))
  return slots.map(({ dtype, length }, slot) => {
    const memory = allocateMemory(dtype, length)
    const file = named.get(slot)
    if (file === undefined) random(memory.data, dtype, rng)
    else fromFile(memory, file, slot)
    return memory
  })
}

function fromFile(memory: Memory, file: string, slot: number): void {
  const array = np.load(file)
  if (!(array instanceof np.ndarray)) throw new np.ValueError(`${file} holds several arrays; expected a .npy file with one`)
  // (What is not flat in the file has to be laid flat: a view has no memory of its own.)
  const given = valueOf(np.ravel(array).clone().evaluate())
  if (given.dtype !== memory.dtype)
    throw new np.DTypeError(`${file} holds ${given.dtype}, and input ${slot} reads ${memory.dtype}`)
  if (array.size < memory.length)
    throw new np.ShapeError(`${file} has ${array.size} elements, and input ${slot} reads ${memory.length}`)
  memory.data.set(given.memory!.data.subarray(0, memory.length) as never)
}
