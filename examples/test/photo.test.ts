import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { eagerPhoto } from '../eager/photo.js'
import { blur, contrast, develop, grayscale, readPhoto } from '../photo.js'
import { furthest } from './ulp.js'
import { values } from './values.js'

const photo = readPhoto()
const [height, width] = photo.shape
const pixels = Uint8Array.from(values(photo))

function plainGray(): Float64Array {
  const gray = new Float64Array(height * width)
  for (let i = 0; i < gray.length; i++) gray[i] = pixels[4 * i]! * 0.299 + pixels[4 * i + 1]! * 0.587 + pixels[4 * i + 2]! * 0.114
  return gray
}

function plainBlur(gray: Float64Array): Float64Array {
  const blurred = new Float64Array((height - 2) * (width - 2))
  for (let i = 0; i < height - 2; i++)
    for (let j = 0; j < width - 2; j++) {
      let sum = gray[i * width + j]
      for (let k = 1; k < 9; k++) sum += gray[(i + Math.floor(k / 3)) * width + j + (k % 3)]
      blurred[i * (width - 2) + j] = sum / 9
    }
  return blurred
}

function plainContrast(blurred: Float64Array): Float64Array {
  const mean = blurred.reduce((s, x) => s + x) / blurred.length
  const std = Math.sqrt(blurred.reduce((s, x) => s + (x - mean) ** 2, 0) / blurred.length)
  return blurred.map((x) => Math.min(Math.max(((x - mean) / std) * 64 + 128, 0), 255))
}

const gray = plainGray()
const blurred = plainBlur(gray)
const expected = plainContrast(blurred)

/** The largest difference from the expected picture. */
const apart = (actual: Float64Array): number => expected.reduce((most, x, i) => Math.max(most, Math.abs(x - actual[i])), 0)

test('grayscale is that of a plain loop, to the bit', () => {
  expect(furthest(values(grayscale(photo)), gray)).toBe(0)
})

test('blur is that of a plain loop, to the bit, whether gray was computed before or not', () => {
  expect(furthest(values(blur(grayscale(photo))), blurred)).toBe(0)
  expect(furthest(values(blur(grayscale(photo).evaluate())), blurred)).toBe(0)
})

test('contrast is that of a plain loop', () => {
  // A loop adds up half a million numbers one after the other, so its mean is the less exact one.
  const actual = values(contrast(np.array(blurred)))
  expect(apart(actual)).toBeLessThan(1e-9)
})

test('the picture is that of a plain loop, and that of ndarray-ops', () => {
  const picture = develop(photo)
  expect(picture.shape).toEqual([height - 2, width - 2])
  expect(picture.dtype).toBe('uint8')
  const levels = Float64Array.from(values(picture))
  expect(apart(levels)).toBeLessThan(0.5 + 1e-9)
  expect(eagerPhoto(pixels, photo.shape)().findIndex((x, i) => x !== levels[i])).toBe(-1)
})
