import { packInto, unpackInto } from '@weldarray/ir'
import { allocateMemory, type Memory } from '../graph/memory.js'
import { packing } from './costs.js'
import { available, isWhole, kernelFor, kernelsWanted, pieceOf, type Task } from './run.js'

const kernels = {
  pack: { big: kernelFor('pack', 'big')('uint8'), little: kernelFor('pack', 'little')('uint8') },
  unpack: { big: kernelFor('unpack', 'big')('uint8'), little: kernelFor('unpack', 'little')('uint8') },
}

/** `lines` lines of `length` elements, in lines of `count` bytes. */
export const packed = by('pack', packInto, 8)
/** `lines` lines of `length` bytes, as `count` bits each. */
export const unpacked = by('unpack', unpackInto, 1)

/** `each`: how many bits an element of the result stands for. */
function by(name: keyof typeof kernels, into: typeof packInto, each: number) {
  return (task: Task, from: Memory, lines: number, length: number, count: number, little: boolean): Memory => {
    const kernel = kernels[name][little ? 'little' : 'big']
    const size = lines * count
    if (size === 0 || !kernelsWanted(size * each, packing.least) || !available(kernel)) {
      const result = allocateMemory('uint8', size)
      into(from.data, length, count, little, result.data)
      return result
    }
    const source = task.address(from)
    const result = task.result('uint8', size)
    task.launch({
      kernel,
      args: [source, result.address, length, count],
      rows: lines,
      rowStep: pieceOf(Math.max(1, Math.floor(packing.piece / (count * each)))),
      cols: count,
      colStep: Math.min(count, pieceOf(packing.piece / each, 8)),
      isShort: size * each <= packing.short && isWhole(),
    })
    return task.keep(result)
  }
}
