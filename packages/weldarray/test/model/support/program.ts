import fc from 'fast-check'
import { Random } from '../../support/random.js'
import * as compute from '../actions/compute.js'
import * as create from '../actions/create.js'
import * as draws from '../actions/draws.js'
import * as evaluation from '../actions/evaluation.js'
import * as into from '../actions/into.js'
import * as masks from '../actions/masks.js'
import * as memory from '../actions/memory.js'
import * as ops from '../actions/ops.js'
import * as orders from '../actions/orders.js'
import * as overlaps from '../actions/overlaps.js'
import * as places from '../actions/places.js'
import * as reads from '../actions/reads.js'
import * as replayed from '../actions/replayed.js'
import * as turned from '../actions/turned.js'
import * as views from '../actions/views.js'
import { inSetting, type Setting } from './settings.js'
import { type Action, Step } from './step.js'
import { sameElements, World } from './world.js'

const STEPS = 60

const table: [name: string, weight: number, action: Action][] = [
  ['owned', 3, create.owned],
  ['external', 2, create.external],
  ['change', 4, views.change],
  ['slice', 3, views.slice],
  ['reshape', 2, views.reshape],
  ['focus', 5, views.focus],
  ['repeat', 1, views.repeat],
  ['get', 3, reads.get],
  ['set', 4, reads.set],
  ['look', 4, reads.look],
  ['twoOperands', 8, compute.twoOperands],
  ['oneOperand', 2, compute.oneOperand],
  ['inPlace', 7, compute.inPlace],
  ['assign', 2, compute.assign],
  ['copy', 3, compute.copy],
  ['reduction', 2, compute.reduction],
  ['choose', 2, compute.choose],
  ['gather', 4, places.gather],
  ['scatter', 5, places.scatter],
  ['copyWhere', 2, places.copyWhere],
  ['put', 2, places.put],
  ['inTurns', 2, masks.inTurns],
  ['into', 4, into.into],
  ['whereMask', 2, into.whereMask],
  ['shift', 4, overlaps.shift],
  ['simplified', 2, overlaps.simplified],
  ['draw', 1, draws.draw],
  ['turn', 3, turned.turn],
  ['scan', 1, orders.scan],
  ['sortInPlace', 1, orders.sortInPlace],
  ['sort', 1, orders.sort],
  ['join', 2, orders.join],
  ['product', 1, orders.product],
  ['count', 1, orders.count],
  ['replay', 2, replayed.replay],
  ['replayInPlace', 2, replayed.replayInPlace],
  ['ops', 6, ops.ours],
  ['ndarrayOps', 2, ops.theirs],
  ['hold', 2, memory.hold],
  ['scribble', 3, memory.scribble],
  ['replace', 1, memory.replace],
  ['dispose', 1, memory.dispose],
  ['evaluate', 6, evaluation.evaluate],
  ['evaluateLater', 2, evaluation.evaluateLater],
  ['wait', 1, evaluation.wait],
  ['breathe', 1, evaluation.breathe],
]

const steps = table.flatMap(([name, weight, action]) =>
  new Array<fc.Arbitrary<Step>>(weight).fill(fc.noShrink(fc.integer()).map((seed) => new Step(name, action, seed))),
)

export type Program = [seed: number, commands: Iterable<fc.AsyncCommand<World, object>>]

export const programs: fc.Arbitrary<Program> = fc.tuple(
  fc.noShrink(fc.integer()),
  fc.commands(steps, { maxCommands: STEPS, size: 'max' }),
)

/** Runs a program on both sides; throws where they differ. */
export async function run(setting: Setting, [seed, commands]: Program): Promise<void> {
  const world = new World()
  await inSetting(setting, world, async () => {
    await create.start(world, new Random(seed))
    try {
      await fc.asyncModelRun(() => ({ model: world, real: {} }), commands)
      await Promise.all(world.promises)
      checkAll(world)
    } catch (error) {
      const { message, stack } = error as Error
      throw new Error(`${message}, after\n  ${world.started.join('\n  ')}\nand what is printed above\n${stack}`)
    }
  })
}

function checkAll(world: World): void {
  for (const { name, weld, model } of world.pairs) {
    try {
      // As an operand an array takes another way to its elements than for a reader.
      sameElements(weld.clone(), model)
      sameElements(weld, model)
    } catch (error) {
      throw new Error(`in the end, of ${name}: ${(error as Error).message}`)
    }
  }
  world.checkHeld()
}
