import { allSizes, uniform, type Workload } from '../harness/workload.js'

const degree = Math.PI / 180
const lat0 = 40.671 * degree
const lon0 = -73.985 * degree
const diameter = 2 * 3959

export const haversine: Workload = {
  name: 'haversine',
  what: 'miles from every point to (40.671, −73.985)',
  sizes: allSizes,
  inputs: (n) => ({ latitude: uniform(n, 18, 72), longitude: uniform(n, -177, -65) }),
  implementations: {
    weldarray:
      (np, { latitude, longitude }) =>
      () => {
        const lat = np.radians(latitude!)
        const lon = np.radians(longitude!)
        const north = lat.sub(lat0).div(2).sin().square()
        const east = lon.sub(lon0).div(2).sin().square()
        const a = north.add(lat.cos().mul(Math.cos(lat0)).mul(east))
        return [np.arcsin(np.sqrt(a)).mul(diameter)]
      },
    'ndarray-ops': ({ ops, zeros }, { latitude, longitude }) => {
      const make = () => zeros(latitude!.shape)
      const [rad, north, east, cos] = [make(), make(), make(), make()]
      return () => {
        ops.muls(rad, latitude!, degree)
        ops.subs(north, rad, lat0)
        ops.divseq(north, 2)
        ops.sineq(north)
        ops.muleq(north, north)
        ops.cos(cos, rad)
        ops.mulseq(cos, Math.cos(lat0))
        ops.muls(east, longitude!, degree)
        ops.subseq(east, lon0)
        ops.divseq(east, 2)
        ops.sineq(east)
        ops.muleq(east, east)
        ops.muleq(east, cos)
        ops.addeq(north, east)
        ops.sqrteq(north)
        ops.asineq(north)
        ops.mulseq(north, diameter)
        return [north]
      }
    },
    loop: ({ latitude, longitude }) => {
      const miles = new Float64Array(latitude!.length)
      return () => {
        for (let i = 0; i < miles.length; i++) {
          const lat = latitude![i]! * degree
          const north = Math.sin((lat - lat0) / 2)
          const east = Math.sin((longitude![i]! * degree - lon0) / 2)
          miles[i] = Math.asin(Math.sqrt(north * north + Math.cos(lat) * Math.cos(lat0) * east * east)) * diameter
        }
        return [miles]
      }
    },
    numpy: `
lat0, lon0 = np.radians(40.671), np.radians(-73.985)

def run():
    lat, lon = np.radians(latitude), np.radians(longitude)
    h = np.sin((lat - lat0) / 2) ** 2 + np.cos(lat) * np.cos(lat0) * np.sin((lon - lon0) / 2) ** 2
    return [2 * 3959 * np.arcsin(np.sqrt(h))]
`,
  },
}
