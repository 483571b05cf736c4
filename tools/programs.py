"""Runs the NumPy twins of examples/programs. `python3 tools/programs.py` (NumPy 2.4) writes their results to
examples/programs/expected.json, with which a test compares ours; `--time` (names may follow) prints each one's milliseconds instead, of
the fastest run and of the first.
"""
import importlib.util
import json
import pathlib
import sys
import time

folder = pathlib.Path(__file__).parent.parent / "examples" / "programs"


def programs():
    for path in sorted(folder.glob("*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield path.stem, module.program


def fastest(program, seconds=1.5):
    """Milliseconds of the fastest of as many runs as there is time for, and of the first."""
    runs, end = [], time.perf_counter() + seconds
    while len(runs) < 2 or time.perf_counter() < end:
        start = time.perf_counter()
        program()
        runs.append((time.perf_counter() - start) * 1000)
    return {"best": min(runs), "first": runs[0]}


if "--time" in sys.argv:
    wanted = sys.argv[sys.argv.index("--time") + 1 :]
    print(json.dumps({name: fastest(program) for name, program in programs() if not wanted or name in wanted}))
else:
    lines = [f"{json.dumps(name)}: {json.dumps(program())}" for name, program in programs()]
    (folder / "expected.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
