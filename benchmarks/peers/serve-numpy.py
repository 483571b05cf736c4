"""The NumPy and Numba peers' process: answers the requests of harness/protocol.ts."""

import json
import sys
import time

try:
    import numpy as np
except ImportError:
    np = None

# `serve-numpy.py numba`: programs find `njit`, `prange` and `vectorize`, of doubles on all threads, beside `np`.
names = {"np": np}
version = np and np.__version__
if sys.argv[1:] == ["numba"]:
    try:
        import numba

        def vectorize(function):
            types = ",".join(["float64"] * function.__code__.co_argcount)
            return numba.vectorize([f"float64({types})"], target="parallel")(function)

        names |= {"njit": numba.njit(parallel=True), "prange": numba.prange, "vectorize": vectorize, "guvectorize": numba.guvectorize}
        version = f"{numba.__version__}, {numba.config.NUMBA_NUM_THREADS} threads, NumPy {version}"
    except ImportError:
        np = None


def load(spec):
    data = np.fromfile(spec["file"]).reshape(spec["shape"])
    data = spec["low"] + (spec["high"] - spec["low"]) * data
    return np.floor(data) if spec.get("whole") else data


class Server:
    run = None

    def hello(self, request):
        if np is None:
            return {"is": "missing", "reason": "not installed"}
        return {"is": "hello", "version": version}

    def prepare(self, request):
        self.run = None
        if request["source"] is None:
            return {"is": "missing", "reason": "not expressible"}
        scope = {**names, **{name: load(spec) for name, spec in request["inputs"].items()}}
        try:
            exec(request["source"], scope)
        except ImportError as error:
            return {"is": "missing", "reason": str(error)}
        self.run = scope["run"]
        return {"is": "ready"}

    def check(self, request):
        files = []
        for i, result in enumerate(self.run()):
            files.append(f"{request['files']}-{i}")
            np.asarray(result, dtype=np.float64).tofile(files[-1])
        return {"is": "checked", "files": files}

    def time(self, request):
        run, calls, ms = self.run, request["calls"], []
        for _ in range(request["samples"]):
            start = time.perf_counter()
            for _ in range(calls):
                run()
            ms.append((time.perf_counter() - start) * 1000 / calls)
        return {"is": "times", "ms": ms}

    def drop(self, request):
        self.run = None
        return {"is": "ready"}


server = Server()
for line in sys.stdin:
    request = json.loads(line)
    action = "time" if request["do"] == "run" else request["do"]
    try:
        reply = getattr(server, action)(request)
    except Exception as error:
        reply = {"is": "error", "message": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
