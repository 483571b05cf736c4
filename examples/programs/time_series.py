import numpy as np


def program():
    rng = np.random.default_rng(14)
    returns = rng.normal(0.0003, 0.01, 100000)
    prices = 100 * np.exp(np.cumsum(returns))
    total = np.cumsum(np.insert(prices, 0, 0))
    fast = (total[20:] - total[:-20]) / 20
    slow = (total[100:] - total[:-100]) / 100
    above = fast[80:] > slow
    trades = np.flatnonzero(np.diff(above.astype(int))) + 1
    peak = np.maximum.accumulate(prices)
    drawdown = 1 - prices / peak
    weekly = np.add.reduceat(returns, np.arange(0, returns.size, 5))
    hist, edges = np.histogram(returns, bins=10)
    return {
        "trades": [trades.size, trades[:8].tolist()],
        "drawdown": [drawdown.max().item(), int(drawdown.argmax())],
        "weekly": [weekly.size, weekly.std().item(), weekly[:3].tolist()],
        "histogram": hist.tolist(),
        "edges": edges.tolist(),
        "autocorrelation": [np.corrcoef(returns[:-lag], returns[lag:])[0, 1].item() for lag in (1, 5)],
        "interpolated": np.interp([0.5, 10.25], np.arange(prices.size), prices).tolist(),
    }
