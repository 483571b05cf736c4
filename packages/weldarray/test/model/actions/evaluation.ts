import * as np from 'weldarray'
import { chance } from '../../support/random.js'
import type { Action } from '../support/step.js'
import { same } from '../support/world.js'

/** One array, or several together. */
export const evaluate: Action = (world, random) => {
  const pair = world.some(random)
  if (pair === undefined) return false
  const group = [pair, ...world.pairs.filter(() => chance(random, 0.25))]
  world.said = group.length === 1 ? `${pair.name}.evaluate()` : `np.evaluate(${group.map((p) => p.name).join(', ')})`
  if (group.length === 1) same(pair.weld.evaluate(), pair.weld, 'what evaluate returns')
  else np.evaluate(...group.map((p) => p.weld))
  for (const { weld } of group) same(weld.isEvaluated, true, 'isEvaluated')
  return true
}

/** Evaluation that goes on while the program does: it is awaited some steps later. */
export const evaluateLater: Action = (world, random) => {
  const pair = world.some(random)
  if (pair === undefined) return false
  const group = [pair, ...world.pairs.filter(() => chance(random, 0.15))]
  world.said = `np.evaluateAsync([${group.map((p) => p.name).join(', ')}])`
  const promise = group.length === 1 ? pair.weld.evaluateAsync() : np.evaluateAsync(group.map((p) => p.weld))
  // Awaited later; a rejection meanwhile is looked at then.
  promise.catch(() => {})
  world.promises.push(promise)
  return true
}

export const wait: Action = async (world) => {
  if (world.promises.length === 0) return false
  world.said = 'await …'
  await Promise.all(world.promises.splice(0))
  return true
}

/** Lets what is under way come to an end between two steps, or not. */
export const breathe: Action = async (world) => {
  if (world.promises.length === 0) return false
  world.said = 'await setImmediate()'
  await new Promise((done) => setImmediate(done))
  return true
}
