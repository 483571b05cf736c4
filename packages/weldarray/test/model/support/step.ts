import fc from 'fast-check'
import { Random } from '../../support/random.js'
import type { World } from './world.js'

/**
 * One kind of step. It draws what it needs from `random`, says in `world.said` what it is about to do, does it to
 * both sides, and throws where they differ. Returns false where there is nothing it could be done to.
 */
export type Action = (world: World, random: Random) => boolean | Promise<boolean>

/** A step as fast-check wants it; printed as the line of program that it was. */
export class Step implements fc.AsyncCommand<World, object> {
  private text = ''

  constructor(
    private readonly name: string,
    private readonly action: Action,
    private readonly seed: number,
  ) {}

  check(): boolean {
    return true
  }

  async run(world: World): Promise<void> {
    world.said = this.name
    try {
      const done = await this.action(world, new Random(this.seed))
      this.text = done ? world.said : ''
      world.checkHeld()
    } catch (error) {
      this.text = `${world.said}   // differs`
      throw error
    }
  }

  /** Shrinking runs a step many times; each run is printed as it was. */
  [fc.cloneMethod](): Step {
    return new Step(this.name, this.action, this.seed)
  }

  toString(): string {
    return this.text === '' ? '' : `\n  ${this.text}`
  }
}
