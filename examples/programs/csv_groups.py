import io

import numpy as np


def program():
    rng = np.random.default_rng(9)
    lines = ["station,temperature,rain"]
    for i in range(3000):
        temperature = "" if i % 17 == 0 else f"{10 + i % 7 + rng.normal():.2f}"
        rain = "nan" if i % 23 == 0 else f"{rng.exponential(2):.2f}"
        lines.append(f"{i % 5},{temperature},{rain}")
    table = np.genfromtxt(io.StringIO("\n".join(lines)), delimiter=",", skip_header=1)
    station, values = table[:, 0].astype(int), table[:, 1:]
    missing = np.isnan(values)
    stations, inverse, counts = np.unique(station, return_inverse=True, return_counts=True)
    means = np.array([np.nanmean(values[inverse == k], axis=0) for k in range(len(stations))])
    filled = np.where(missing, means[inverse], values)
    wet = filled[:, 1] > 3
    return {
        "missing": missing.sum(axis=0).tolist(),
        "counts": counts.tolist(),
        "means": means.tolist(),
        "medians": np.nanmedian(values, axis=0).tolist(),
        "deviations": np.nanstd(values, axis=0).tolist(),
        "rain": np.bincount(inverse, weights=filled[:, 1]).tolist(),
        "hottest": stations[means[:, 0].argmax()].item(),
        "wet": [int(wet.sum()), float(filled[wet, 0].mean())],
        "quartiles": np.percentile(filled[:, 0], [25, 50, 75]).tolist(),
        "correlation": np.corrcoef(filled.T)[0, 1].item(),
    }
