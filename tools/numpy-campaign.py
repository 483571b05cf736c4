"""Random programs and NumPy's answers to them, a line of JSON each: for tools/numpy-campaign.mjs, which starts it.

    python3 tools/numpy-campaign.py SEED COUNT

A program is some arrays and some calls, each of a function on what came before. Programs of a seed are the same on every run.
"""
import base64
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")

DTYPES = ["float64", "float32", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "bool"]
SHAPES = [(0,), (1,), (5,), (), (3, 4), (2, 3), (4, 1), (1, 4), (2, 3, 4), (30,), (7, 9), (3, 0), (1100,), (40, 30), (2, 1, 3)]


def fresh(r, shape=None, dtype=None):
    shape = r.choice(SHAPES) if shape is None else shape
    dtype = np.dtype(dtype or r.choice(DTYPES))
    size = int(np.prod(shape))
    if dtype.kind == "b":
        values = [r.random() < 0.5 for _ in range(size)]
    elif dtype.kind in "iu":
        info = np.iinfo(dtype)
        near = lambda: r.randint(max(info.min, -9), 12)
        values = [r.choice([info.min, info.max, 0]) if r.random() < 0.04 else near() if r.random() < 0.8 else r.randint(info.min, info.max) for _ in range(size)]
    else:
        special = [float("nan"), float("inf"), float("-inf"), -0.0, 1e30, 5e-40]
        values = [r.choice(special) if r.random() < 0.03 else float(r.randint(-6, 6)) if r.random() < 0.4 else r.uniform(-20, 20) for _ in range(size)]
    return np.array(values, dtype).reshape(shape)


UNARY = "negative positive absolute sqrt square exp log sin cos tan tanh floor ceil trunc rint sign isnan isfinite isinf signbit logical_not invert reciprocal cbrt expm1 log1p log2 log10 exp2 arctan arcsin arcsinh sinh cosh deg2rad fabs".split()
BINARY = "add subtract multiply divide floor_divide remainder fmod power arctan2 hypot maximum minimum fmax fmin less less_equal greater equal not_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor left_shift right_shift copysign logaddexp nextafter float_power heaviside gcd lcm ldexp".split()
REDUCTIONS = "sum prod min max mean std var any all argmin argmax ptp median nansum nanprod nanmax nanmin nanmean nanstd count_nonzero".split()
SAME = "ravel transpose squeeze flip sort argsort unique nonzero flatnonzero diff zeros_like ones_like nan_to_num cumsum cumprod argwhere fliplr flipud atleast_2d tril triu trace diagonal".split()


def layout(r, a):
    """A view of the array: a slice, as text that both sides understand; turned; stretched."""
    kind = r.random()
    if kind < 0.5 and a.ndim:
        parts = []
        for n in a.shape:
            what = r.random()
            if what < 0.12 and n:
                parts.append(str(r.randint(-n, n - 1)))
            else:
                at = lambda: "" if r.random() < 0.5 else str(r.randint(-n - 1, n + 1))
                parts.append(f"{at()}:{at()}:{r.choice([1, 1, 2, -1, -2])}")
        return "slice", [", ".join(parts)], {}
    if kind < 0.7:
        return "transpose", [], {}
    if kind < 0.85:
        return "broadcast_to", [[r.randint(1, 3), *a.shape]], {}
    return "reshape", [r.choice([[-1], [1, -1], [-1, 1]])], {}


class Ref(int):
    """An array that came before."""


def call(r, pool):
    """A function, its arguments (a `Ref` is an array), its options."""
    i = Ref(r.randrange(len(pool)))
    a = pool[i]
    axis = r.randint(-a.ndim, a.ndim - 1) if a.ndim else r.choice([0, -1])
    fitting = [Ref(j) for j, b in enumerate(pool) if fits(a, b)]

    def other():
        what = r.random()
        if what < 0.25:
            return r.choice([0, 1, 2, 3, -1, 7, 0.5, -2.5, 300])
        return r.choice(fitting) if what < 0.95 and fitting else Ref(r.randrange(len(pool)))

    kind = r.random()
    if kind < 0.2:
        name, args, options = layout(r, a)
        return name, [i, *args], options
    if kind < 0.32:
        return r.choice(UNARY), [i], {"dtype": r.choice(DTYPES)} if r.random() < 0.04 else {}
    if kind < 0.52:
        b = other()
        pair = [b, i] if r.random() < 0.4 else [i, b]
        return r.choice(BINARY), pair, {"dtype": r.choice(DTYPES)} if r.random() < 0.04 else {}
    if kind < 0.68:
        name = r.choice(REDUCTIONS)
        options = {}
        if r.random() < 0.7:
            options["axis"] = axis
        if r.random() < 0.2:
            options["keepdims"] = True
        if name in ("sum", "prod", "mean", "std", "var") and r.random() < 0.1:
            options["dtype"] = r.choice(DTYPES)
        if name in ("std", "var") and r.random() < 0.2:
            options["ddof"] = r.randint(0, 2)
        if name in ("sum", "prod", "max", "min", "any", "all") and r.random() < 0.05:
            options["initial" if name in ("max", "min", "sum", "prod") else "axis"] = 1 if name not in ("any", "all") else None
        return name, [i], options
    if kind < 0.8:
        name = r.choice(SAME)
        return name, [i], {"axis": axis} if name in ("sort", "argsort", "flip", "diff", "cumsum", "cumprod") and r.random() < 0.6 else {}
    name = r.choice(
        "where clip astype concatenate stack take repeat roll tile searchsorted bincount outer dot matmul inner round percentile quantile average swapaxes moveaxis expand_dims isin digitize histogram interp full_like take_along_axis append delete insert rot90 array_equal allclose pad compress choose select kron cross vander gradient ediff1d".split()
    )
    b = r.choice(fitting) if fitting else i
    table = {
        "where": lambda: ("where", [i, b, other()], {}),
        "clip": lambda: ("clip", [i, r.choice([None, -2, 0, 1.5]), r.choice([3, 5, 2.5, 200])], {}),
        "astype": lambda: ("astype", [i, r.choice(DTYPES)], {}),
        "concatenate": lambda: ("concatenate", [[i, b, i]], {"axis": r.choice([axis, None, axis])}),
        "stack": lambda: ("stack", [[i, b]], {"axis": r.randint(-a.ndim - 1, a.ndim)}),
        "take": lambda: ("take", [i, [r.randint(-4, 4) for _ in range(r.randint(0, 5))]], {"axis": r.choice([axis, None]), "mode": r.choice(["raise", "wrap", "clip"])}),
        "repeat": lambda: ("repeat", [i, r.randint(0, 3)], {"axis": r.choice([axis, None])}),
        "roll": lambda: ("roll", [i, r.randint(-5, 5)], {"axis": r.choice([axis, None])}),
        "tile": lambda: ("tile", [i, r.choice([2, [2, 1], [1, 2, 2]])], {}),
        "searchsorted": lambda: ("searchsorted", [i, b], {"side": r.choice(["left", "right"])}),
        "bincount": lambda: ("bincount", [i], {"minlength": r.choice([0, 5])}),
        "round": lambda: ("round", [i, r.choice([0, 1, 2, -1])], {}),
        "percentile": lambda: ("percentile", [i, r.choice([0, 10, 50, 99.5, [25, 75]])], {"axis": r.choice([axis, None])}),
        "quantile": lambda: ("quantile", [i, r.choice([0, 0.1, 0.5, 1, [0.2, 0.9]])], {"axis": r.choice([axis, None])}),
        "average": lambda: ("average", [i], {"axis": r.choice([axis, None])}),
        "swapaxes": lambda: ("swapaxes", [i, axis, r.randint(-a.ndim, max(0, a.ndim - 1))], {}),
        "moveaxis": lambda: ("moveaxis", [i, axis, r.randint(-a.ndim, max(0, a.ndim - 1))], {}),
        "expand_dims": lambda: ("expand_dims", [i, r.randint(-a.ndim - 1, a.ndim)], {}),
        "digitize": lambda: ("digitize", [i, [-3, 0, 2, 8]], {}),
        "histogram": lambda: ("histogram", [i], {"bins": r.choice([3, 10, [-2, 0, 1, 5]])}),
        "interp": lambda: ("interp", [i, [-5, 0, 3], [1, 2, -1]], {}),
        "full_like": lambda: ("full_like", [i, r.choice([1, 2.5, -3, 300])], {}),
        "append": lambda: ("append", [i, b], {"axis": r.choice([axis, None])}),
        "delete": lambda: ("delete", [i, r.choice([0, -1, [0, 1], 3])], {"axis": r.choice([axis, None])}),
        "insert": lambda: ("insert", [i, r.choice([0, 1, -1]), 7], {"axis": r.choice([axis, None])}),
        "rot90": lambda: ("rot90", [i, r.randint(-2, 5)], {}),
        "pad": lambda: ("pad", [i, r.choice([1, 2])], {"mode": r.choice(["constant", "edge", "reflect", "wrap"])}),
        "compress": lambda: ("compress", [[True, False, True], i], {"axis": r.choice([axis, None])}),
        "gradient": lambda: ("gradient", [i], {"axis": axis}),
        "vander": lambda: ("vander", [i, 3], {}),
        "ediff1d": lambda: ("ediff1d", [i], {}),
    }
    return table[name]() if name in table else (name, [i, b], {}) if name not in ("take_along_axis", "choose", "select") else ("isin", [i, b], {})


def fits(a, b):
    try:
        return np.broadcast_shapes(a.shape, b.shape) is not None
    except ValueError:
        return False


def hangs(name, args, options):
    """Whether NumPy itself would never come back: `take` wraps indices by adding the length, over and over."""
    if name != "take" or options["mode"] != "wrap":
        return False
    a, axis = args[0], options["axis"]
    return (a.size if axis is None or a.ndim == 0 else a.shape[axis]) == 0


def run(name, args, options):
    if name == "slice":
        return eval(f"a[{args[1]}]", {"a": args[0]})
    if name == "astype":
        return args[0].astype(args[1])
    if name == "searchsorted":
        return np.searchsorted(np.sort(args[0].ravel()), args[1], **options)
    # Equal elements stay in their order here.
    return getattr(np, name)(*args, **options, **({"kind": "stable"} if name == "argsort" else {}))


def shown(x):
    """A result as text: arrays by dtype, shape, bytes."""
    if isinstance(x, (tuple, list)):
        return [shown(y) for y in x]
    a = np.asarray(x)
    if a.dtype.name not in DTYPES:
        raise TypeError(f"dtype {a.dtype} is not known here")
    return {"dtype": a.dtype.name, "shape": list(a.shape), "data": base64.b64encode(np.ascontiguousarray(a).tobytes()).decode()}


def written(x):
    if isinstance(x, Ref):
        return {"v": int(x)}
    return [written(y) for y in x] if isinstance(x, list) else x


def read(x, pool):
    if isinstance(x, Ref):
        return pool[x]
    return [read(y, pool) for y in x] if isinstance(x, list) else x


def program(seed):
    r = random.Random(seed)
    pool = [fresh(r) for _ in range(r.randint(1, 3))]
    pool.append(fresh(r, pool[0].shape))
    inputs = [shown(a) for a in pool]
    steps = []
    for _ in range(r.randint(1, 5)):
        name, args, options = call(r, pool)
        step = {"f": name, "a": written(args), "o": options}
        given = read(args, pool)
        if hangs(name, given, options):
            continue
        try:
            result = run(name, given, options)
            if sum(np.size(x) for x in (result if isinstance(result, (tuple, list)) else [result])) > 20_000:
                continue
            step["r"] = shown(result)
        except Exception as error:
            step["e"] = f"{type(error).__name__}: {str(error)[:100]}"
        steps.append(step)
        if "e" in step:
            continue
        for x in result if isinstance(result, (tuple, list)) else [result]:
            if isinstance(x, np.ndarray) and x.size <= 4000 and x.ndim <= 5:
                pool.append(x)
                step.setdefault("keep", []).append(1)
            else:
                step.setdefault("keep", []).append(0)
    return {"seed": seed, "inputs": inputs, "steps": steps}


if __name__ == "__main__":
    first, count = int(sys.argv[1]), int(sys.argv[2])
    for seed in range(first, first + count):
        print(json.dumps(program(seed), allow_nan=True))
