import { KernelError } from '@weldarray/ir'
import type { Plan, Step } from '@weldarray/optimizer'
import { compiler } from '../compiler/compiler.js'
import type { Memory } from '../graph/memory.js'
import { team } from '../team/team.js'
import { Buffers } from './buffers.js'
import { fillEmpty, JS_STEP, prepare, runInJs } from './step.js'
import { forcedTier } from './tier.js'

/** Milliseconds an execution spent on kernels' code and on running them. */
export interface Times {
  compile: number
  run: number
}

export interface AsyncOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the part of the work that is done, from 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined
}

const inJs = (step: Step): boolean => {
  const tier = forcedTier()
  return tier === 'js' || (tier === 'auto' && step.size <= JS_STEP)
}

/** What is to be done with a step whose kernel is not to be had: JavaScript, unless a test insists. */
function goWithout(step: Step, buffers: Buffers): void {
  if (forcedTier() === 'wasm')
    throw new KernelError(`a kernel could not be compiled: ${compiler.whyNot(step.text)}\n${step.text}`)
  runInJs(step, buffers)
}

const isEmpty = (step: Step): boolean => step.size === 0 || (step.kernel.kind !== 'map' && step.binding.blocks === 0)

const keptBy = (plan: Plan): Set<number> => new Set(plan.roots)

/** Runs a plan on the calling thread and the team; the memory of its roots. Nothing is kept if it throws. */
export function execute(plan: Plan, slots: readonly Memory[], times: Times): Memory[] {
  const buffers = new Buffers(plan, slots)
  let keep = new Set<number>()
  try {
    for (const step of plan.steps) {
      if (isEmpty(step)) fillEmpty(step, buffers)
      else if (inJs(step)) runInJs(step, buffers)
      else {
        const start = performance.now()
        const module = compiler.compile(step.kernel, step.text)
        const ready = performance.now()
        if (module) {
          const work = prepare(step, buffers, module)
          try {
            team.run(work.job)
            work.finish()
          } finally {
            work.close()
          }
        } else goWithout(step, buffers)
        times.compile += ready - start
        times.run += performance.now() - ready
      }
      buffers.drop(step)
    }
    keep = keptBy(plan)
    return plan.roots.map((r) => buffers.all[r]!)
  } finally {
    buffers.close(keep)
  }
}

/** The same without blocking the event loop. Rejects with the signal's reason when it is aborted. */
export async function executeAsync(plan: Plan, slots: readonly Memory[], times: Times, options: AsyncOptions): Promise<Memory[]> {
  const { signal, onProgress } = options
  const buffers = new Buffers(plan, slots)
  const total = plan.steps.reduce((sum, s) => sum + s.size, 0) || 1
  let done = 0
  let keep = new Set<number>()
  try {
    for (const step of plan.steps) {
      signal?.throwIfAborted()
      if (isEmpty(step)) fillEmpty(step, buffers)
      else if (inJs(step)) runInJs(step, buffers)
      else {
        const start = performance.now()
        const module = await compiler.compileAsync(step.kernel, step.text)
        const ready = performance.now()
        signal?.throwIfAborted()
        if (module) {
          const work = prepare(step, buffers, module)
          try {
            const before = done
            await team.runAsync(work.job, {
              signal,
              onProgress: onProgress && ((part: number) => onProgress((before + part * step.size) / total)),
            })
            work.finish()
          } finally {
            work.close()
          }
        } else goWithout(step, buffers)
        times.compile += ready - start
        times.run += performance.now() - ready
      }
      done += step.size
      onProgress?.(done / total)
      buffers.drop(step)
    }
    keep = keptBy(plan)
    return plan.roots.map((r) => buffers.all[r]!)
  } finally {
    buffers.close(keep)
  }
}
