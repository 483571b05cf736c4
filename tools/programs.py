"""Runs the NumPy twins of examples/programs. `python3 tools/programs.py` (NumPy 2.4) writes their results to
examples/programs/expected.json, with which a test compares ours; `--time` prints each one's milliseconds instead.
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
    """Milliseconds of the fastest of as many runs as there is time for, after one."""
    program()
    best, end = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < end:
        start = time.perf_counter()
        program()
        best = min(best, time.perf_counter() - start)
    return best * 1000


if "--time" in sys.argv:
    print(json.dumps({name: fastest(program) for name, program in programs()}))
else:
    lines = [f"{json.dumps(name)}: {json.dumps(program())}" for name, program in programs()]
    (folder / "expected.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
