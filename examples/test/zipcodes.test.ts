import { expect, test } from 'vitest'
import * as np from 'weldarray'
import { eagerHaversine } from '../eager/zipcodes.js'
import { haversine, place, readZipCodes } from '../zipcodes.js'
import { furthest } from './ulp.js'
import { values } from './values.js'

const zips = readZipCodes()
const latitude = Float64Array.from(zips, (z) => Number(z.latitude))
const longitude = Float64Array.from(zips, (z) => Number(z.longitude))

function distance(lat: number, lon: number): number {
  const radians = (degrees: number) => degrees * (Math.PI / 180)
  const [lat0, lon0] = [radians(place.latitude), radians(place.longitude)]
  const north = Math.sin((radians(lat) - lat0) / 2)
  const east = Math.sin((radians(lon) - lon0) / 2)
  const a = north * north + Math.cos(radians(lat)) * Math.cos(lat0) * (east * east)
  return Math.asin(Math.sqrt(a)) * (2 * 3959)
}

const expected = latitude.map((lat, i) => distance(lat, longitude[i]))

test('every zip code of the package is there', () => {
  expect(zips.length).toBe(42049)
  expect(zips[0]).toMatchObject({ zip_code: '00501', city: 'Holtsville' })
  expect(latitude.some(Number.isNaN) || longitude.some(Number.isNaN)).toBe(false)
})

test('the distances are those of a plain loop', () => {
  const miles = haversine(np.array(latitude), np.array(longitude))
  expect(furthest(values(miles), expected)).toBeLessThanOrEqual(16)
  expect(Number(miles.argmin().item())).toBe(expected.indexOf(Math.min(...expected)))
  expect(Number(miles.argmax().item())).toBe(expected.indexOf(Math.max(...expected)))
})

test('the distances of ndarray-ops are those of a plain loop', () => {
  expect(furthest(eagerHaversine(latitude, longitude)(), expected)).toBeLessThanOrEqual(16)
})
