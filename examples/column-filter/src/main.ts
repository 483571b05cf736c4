// A filter written with weldarray/ir and an expression written with arrays: one loop.
import * as np from 'weldarray'
import { isMain } from '../../support/main.js'
import { table } from './table.js'

function main(n: number): void {
  const rng = np.random.default_rng(1)
  const price = rng.random(n).mul(100)
  const quantity = rng.random(n).mul(20).astype('int32')
  np.evaluate(price, quantity)

  const large = table({ price, quantity }).where('quantity', 'ge', 10).where('price', 'lt', 50)
  const revenue = large.column('price').mul(large.column('quantity')).mul(1.2).sum()
  console.log(`revenue: ${revenue.item()}, in one loop that reads two columns and stores no temporary:`)
  console.log(revenue.explain().slice(revenue.explain().indexOf('loop 1 of')))
  console.log(`\n${large.count().item()} of ${n} rows, mean price ${large.mean('price').item()}`)
}

if (isMain(import.meta.url)) main(Number(process.argv[2] ?? 1e6))
