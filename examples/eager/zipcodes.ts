// The distances of ../zipcodes.ts with ndarray-ops: an operation at a time, into arrays made beforehand.
import ndarray from 'ndarray'
import ops from 'ndarray-ops'
import { milesRadius, place } from '../zipcodes.js'

export function eagerHaversine(latitude: Float64Array, longitude: Float64Array): () => Float64Array {
  const n = latitude.length
  const [lat, lon] = [ndarray(latitude), ndarray(longitude)]
  const make = () => ndarray(new Float64Array(n))
  const [rad, north, east, cos, miles] = [make(), make(), make(), make(), make()]
  const degree = Math.PI / 180
  const lat0 = place.latitude * degree
  const lon0 = place.longitude * degree

  return () => {
    ops.muls(rad, lat, degree)
    ops.subs(north, rad, lat0)
    ops.divseq(north, 2)
    ops.sineq(north)
    ops.muleq(north, north)

    ops.cos(cos, rad)
    ops.mulseq(cos, Math.cos(lat0))

    ops.muls(rad, lon, degree)
    ops.subs(east, rad, lon0)
    ops.divseq(east, 2)
    ops.sineq(east)
    ops.muleq(east, east)

    ops.muleq(east, cos)
    ops.add(miles, north, east)
    ops.sqrteq(miles)
    ops.asineq(miles)
    ops.mulseq(miles, 2 * milesRadius)
    return miles.data
  }
}
