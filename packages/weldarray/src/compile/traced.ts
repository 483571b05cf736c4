import { ArgumentError, contiguousStrides, type Node, TraceError } from '@weldarray/ir'
import { type Captured, layOut, type Recording, Replay, Storage, trace } from '@weldarray/runtime'
import { heldArray } from '../array/constructors.js'
import type { NdArray } from '../array/ndarray.js'
import { isNdArray, storageOf, valueOf, writeValue } from '../array/wrap.js'
import { Given } from './given.js'
import { type Rebuild, rebuilderOf } from './returned.js'
import { layoutOf, type Spec } from './signature.js'

/** An argument while the function is traced. */
interface StandIn {
  readonly at: number
  readonly array: NdArray
  readonly storage: Storage
  readonly before: Node
  readonly input: Node
}

/** Where the memory of something returned comes from: a result of the replay, an argument it is a copy of, or the trace itself. */
type Source = { readonly root: number } | { readonly argument: number } | { readonly fixed: Node }

/** That a call cannot be a replay of this trace, whatever its arguments look like: the function is to be called. */
export const NOT_REPLAYED = Symbol('not replayed')

/** A function traced for one structure of its arguments. */
export class Traced {
  readonly #captured: readonly Captured[]
  /** The positions of arguments that are arrays. */
  readonly #arrays: readonly number[]
  /** Of each storage of a result. */
  readonly #sources: readonly Source[]
  /** Arguments that are written to, and which result they hold then. */
  readonly #written: readonly { readonly argument: number; readonly result: number }[]
  readonly #rebuild: Rebuild
  /** What was recorded, until it is planned. */
  #recorded: { readonly roots: readonly Node[]; readonly inputs: readonly Node[] } | null
  #replay: Replay | null = null
  /** For the next call; null while one is under way, which others may be made in. */
  #given: Given | null = null

  constructor(
    f: (...args: never[]) => unknown,
    readonly specs: readonly Spec[],
    args: readonly unknown[],
    donated: readonly number[],
  ) {
    for (const at of donated) checkArray(at, specs)
    const standIns: StandIn[] = []
    const { result, captured, owns } = record(f, specs, args, standIns)
    const storages: Storage[] = []
    const resultOf = (storage: Storage): number => {
      const at = storages.indexOf(storage)
      return at < 0 ? storages.push(storage) - 1 : at
    }
    this.#captured = captured
    this.#arrays = standIns.map((s) => s.at)
    this.#rebuild = rebuilderOf(result, {
      argumentOf: (storage) => {
        const at = standIns.find((s) => s.storage === storage)?.at ?? -1
        if (donated.includes(at)) throw notGiven(at, 'returns it, or a view of it')
        return at
      },
      isArgument: (array) => standIns.some((s) => s.array === array),
      owns,
      resultOf,
    })
    this.#written = standIns
      .filter((s) => s.storage.node !== s.before)
      .map((s) => ({ argument: s.at, result: resultOf(s.storage) }))
    for (const { argument } of this.#written) if (donated.includes(argument)) throw notGiven(argument, 'writes to it')
    for (const { argument } of this.#written) checkWritable(args[argument] as NdArray, specs[argument]!)
    const roots: Node[] = []
    this.#sources = storages.map((storage): Source => {
      const contents = storage.node!
      const copied = standIns.find((s) => s.before === contents)
      if (copied !== undefined) return { argument: copied.at }
      if (contents.memory !== null) {
        // Whoever writes to what is returned copies it first.
        contents.refs++
        return { fixed: contents }
      }
      const at = roots.indexOf(contents)
      return { root: at < 0 ? roots.push(contents) - 1 : at }
    })
    const inputs = [...standIns.map((s) => s.input), ...captured.map((c) => c.input)]
    this.#recorded = roots.length === 0 ? null : { roots, inputs }
  }

  /** What a call with these arguments gives, which have the structure that was traced. */
  call(args: readonly unknown[]): unknown {
    if (this.#written.length > 0 && this.#isAliased(args)) return NOT_REPLAYED
    const given = this.#given ?? new Given()
    this.#given = null
    let values: readonly Node[]
    try {
      for (let i = 0; i < this.#arrays.length; i++) if (!given.array(args[this.#arrays[i]!] as NdArray)) return NOT_REPLAYED
      for (let i = 0; i < this.#captured.length; i++) given.captured(this.#captured[i]!)
      values = this.#run(given)
    } finally {
      given.close()
      this.#given = given
    }
    const results = new Array<Storage>(this.#sources.length)
    for (let i = 0; i < results.length; i++) results[i] = Storage.owned(this.#valueOf(this.#sources[i]!, args, values))
    for (const { argument, result } of this.#written) writeValue(args[argument] as NdArray, results[result]!.node!)
    return this.#rebuild(args, results)
  }

  #run(given: Given): readonly Node[] {
    if (this.#recorded !== null) {
      this.#replay = new Replay(this.#recorded.roots, this.#recorded.inputs, given.memories)
      this.#recorded = null
    }
    return this.#replay === null ? [] : this.#replay.run(given.memories, given.offsets)
  }

  #valueOf(source: Source, args: readonly unknown[], values: readonly Node[]): Node {
    if ('root' in source) return values[source.root]!
    return 'fixed' in source ? source.fixed : valueOf(args[source.argument] as NdArray)
  }

  /** Whether an array that is written to may share memory with another that the function reads: then the order of both counts. */
  #isAliased(args: readonly unknown[]): boolean {
    const storages = this.#arrays.map((at) => storageOf(args[at] as NdArray))
    const others = this.#captured.map((c) => c.storage as Storage)
    return this.#written.some(({ argument }) => {
      const own = storageOf(args[argument] as NdArray)
      const clash = (other: Storage | undefined): boolean => other === own || (isOpen(own) && isOpen(other))
      return others.some(clash) || storages.some((other, i) => this.#arrays[i] !== argument && clash(other))
    })
  }
}

/** Whether a caller can reach the memory, so that nobody knows what else is over it. */
const isOpen = (storage: Storage | undefined): boolean => storage === undefined || storage.isExternal

/** Calls the function with arrays that stand for its arguments. */
function record(
  f: (...args: never[]) => unknown,
  specs: readonly Spec[],
  args: readonly unknown[],
  standIns: StandIn[],
): Recording<unknown> {
  return trace(() => {
    const given = args.map((x, at) => {
      const { array: spec } = specs[at]!
      if (spec === undefined) return x
      const { input, value } = layOut(spec.dtype, layoutOf(spec))
      const storage = Storage.owned(value)
      const array = heldArray(storage, spec.shape, contiguousStrides(spec.shape), 0)
      standIns.push({ at, array, storage, before: value, input })
      return array
    })
    return f(...(given as never[]))
  })
}

const notGiven = (at: number, what: string): TraceError =>
  new TraceError(
    `compile: argument ${at + 1} is given away (donate), but the function ${what}: what it returns would be gone. Return a copy, or keep the argument`,
  )

/** Throws `ArgumentError` for an argument that is given away and is no array of this library's memory. */
function checkArray(at: number, specs: readonly Spec[]): void {
  if (specs[at]?.array === undefined)
    throw new ArgumentError(
      `compile: argument ${at + 1} is given away (donate), and is no array: the call has ${specs.length} arguments`,
    )
}

function checkWritable(array: NdArray, { array: spec }: Spec): void {
  if (isNdArray(array) && (array.dtype as string) !== spec!.dtype)
    throw new TraceError(
      `compile: the function writes to an argument of dtype ${array.dtype}, which it sees as ${spec!.dtype}; call it with an array of a dtype that arrays of this library have`,
    )
}
