import { expect, test } from 'vitest'
import { runScript } from '../../../runtime/test/run-script.js'

test('of more structures than there is room for, plans are made again when they come again', async () => {
  // A thirty-second part of 70 MB, at about 300 bytes a word of a plan's key.
  const { code, json } = await runScript('../../../weldarray/test/promises/fixtures/many-plans.mjs', ['400'], {
    NODE_OPTIONS: '--max-old-space-size=64 --max-semi-space-size=2',
  })
  expect({ code, json }).toEqual({ code: 0, json: { enough: true, right: true, again: 1 } })
})
