import * as np from 'weldarray'

/** Prices over time: moving averages and where they cross, drawdowns, sums by week, correlation with the past. */
export function program() {
  const rng = np.random.default_rng(14)
  const returns = rng.normal(0.0003, 0.01, 100000)
  const prices = np.exp(np.cumsum(returns)).mul(100)
  const total = np.cumsum(np.insert(prices, 0, 0))
  const fast = total.slice('20:').sub(total.slice(':-20')).div(20)
  const slow = total.slice('100:').sub(total.slice(':-100')).div(100)
  const above = fast.slice('80:').greater(slow)
  const trades = np.flatnonzero(np.diff(above.astype('int64'))).add(1)
  const peak = np.maximum.accumulate(prices)
  const drawdown = np.subtract(1, prices.div(peak))
  const weekly = np.add.reduceat(returns, np.arange(0, returns.size, 5))
  const [histogram, edges] = np.histogram(returns, 10)
  const past = (lag: number) => np.corrcoef(returns.slice(`:-${lag}`), returns.slice(`${lag}:`)).get(0, 1)
  return {
    trades: [trades.size, trades.slice(':8').tolist()],
    drawdown: [drawdown.max().item(), drawdown.argmax().item()],
    weekly: [weekly.size, weekly.std().item(), weekly.slice(':3').tolist()],
    histogram: histogram.tolist(),
    edges: edges.tolist(),
    autocorrelation: [past(1), past(5)],
    interpolated: np.interp([0.5, 10.25], np.arange(prices.size), prices).tolist(),
  }
}
