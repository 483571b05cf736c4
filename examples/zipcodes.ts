// How far every zip code of the United States is from one place in Brooklyn.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as np from 'weldarray'
import { eagerHaversine } from './eager/zipcodes.js'
import { isMain } from './support/main.js'
import { compareTimes } from './support/timing.js'

export const place = { latitude: 40.671, longitude: -73.985 }
export const milesRadius = 3959

interface ZipCode {
  zip_code: string
  latitude: string
  longitude: string
  city: string
  state: string
}

/** The zip codes that the package vega-datasets ships. */
export function readZipCodes(): ZipCode[] {
  const entry = createRequire(import.meta.url).resolve('vega-datasets')
  return parse(readFileSync(join(entry, '../../data/zipcodes.csv')), { columns: true })
}

/** Distances in miles from points in degrees to the place, along the great circle. */
export function haversine(latitude: np.NdArray<'float64'>, longitude: np.NdArray<'float64'>): np.NdArray<'float64'> {
  const lat = np.radians(latitude)
  const lon = np.radians(longitude)
  const lat0 = (place.latitude * Math.PI) / 180
  const lon0 = (place.longitude * Math.PI) / 180

  const north = lat.sub(lat0).div(2).sin().square()
  const east = lon.sub(lon0).div(2).sin().square()
  const a = north.add(lat.cos().mul(Math.cos(lat0)).mul(east))
  return np.arcsin(np.sqrt(a)).mul(2 * milesRadius)
}

function main(): void {
  const zips = readZipCodes()
  const lat = Float64Array.from(zips, (z) => Number(z.latitude))
  const lon = Float64Array.from(zips, (z) => Number(z.longitude))
  const latitude = np.array(lat)
  const longitude = np.array(lon)

  const miles = haversine(latitude, longitude)
  const show = (i: number) => `${zips[i].zip_code} ${zips[i].city}, ${zips[i].state}: ${miles.get(i).toFixed(1)} miles`
  console.log(`${zips.length} zip codes, distances to (${place.latitude}, ${place.longitude})`)
  console.log(`  nearest   ${show(miles.argmin().item())}`)
  console.log(`  farthest  ${show(miles.argmax().item())}`)
  console.log(`  mean      ${miles.mean().item().toFixed(1)} miles`)

  compareTimes(
    {
      weldarray: () => haversine(latitude, longitude).evaluate().dispose(),
      'ndarray-ops': eagerHaversine(lat, lon),
    },
    51,
  )
}

if (isMain(import.meta.url)) main()
