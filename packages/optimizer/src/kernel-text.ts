import { scalarText } from '@weldarray/ir'
import type { Instruction, Kernel } from './kernel.js'

function instruction(i: Instruction): string {
  switch (i.op) {
    case 'load':
    case 'iota':
    case 'param':
      return `${i.op} ${'slot' in i ? i.slot : ''}`
    case 'gather':
      return `gather ${'slot' in i ? i.slot : ''} ${'args' in i ? `%${i.args[0]}` : ''}`
    case 'scan':
      return `scan ${'scan' in i ? i.scan : ''} ${'args' in i ? `%${i.args[0]}` : ''}`
    case 'lit':
      return `lit ${'value' in i ? scalarText(i.value) : ''}`
    default:
      return `${i.op} ${'args' in i ? i.args.map((a) => `%${a}`).join(' ') : ''}`
  }
}

/** The full canonical text of a kernel: equal text, equal code. It is the key of the kernel caches. */
export function kernelText(kernel: Kernel): string {
  const lines = [`kernel ${kernel.kind} rows ${kernel.rows} runs ${kernel.runs}`]
  kernel.accesses.forEach((a, i) => {
    lines.push(`access ${i} ${a.use} ${a.dtype} ${a.inner}${a.mode === undefined ? '' : ` ${a.mode}`}`)
  })
  kernel.params.forEach((dtype, i) => {
    lines.push(`param ${i} ${dtype}`)
  })
  kernel.code.forEach((c, i) => {
    lines.push(`%${i} = ${instruction(c)} : ${c.dtype}`)
  })
  for (const s of kernel.stores) lines.push(`store ${s.slot} %${s.value}`)
  for (const r of kernel.reduces) lines.push(`reduce ${r.op} %${r.value} : ${r.dtype}`)
  for (const s of kernel.scans) lines.push(`scan ${s.op} %${s.value} : ${s.dtype}`)
  for (const s of kernel.scatters) lines.push(`scatter ${s.slot} %${s.index} %${s.value}`)
  return lines.join('\n')
}
