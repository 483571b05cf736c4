"""Writes packages/weldarray/test/fixtures/numpy-array-api.json: every function of the Python array API standard 2024.12 with its parameters.

Run by hand on a checkout of github.com/data-apis/array-api: `python3 tools/array-api-names.py CHECKOUT`. A function is the number of
its arguments that are given by position alone, the names by position or by name, the names by name alone, and the parameter that
takes all that is left, if there is one.
"""
import ast
import json
import os
import sys

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'packages', 'weldarray', 'test', 'fixtures')
STUBS = os.path.join(sys.argv[1], 'src', 'array_api_stubs', '_2024_12')
SPACES = {'linalg': 'linalg.', 'fft': 'fft.', 'info': '__array_namespace_info__().', 'array_object': 'array.'}
LEFT_OUT = {'_types.py', '__init__.py', 'data_types.py'}


def parameters(f):
    a = f.args
    names = lambda list: [p.arg for p in list if p.arg != 'self']
    found = {'only': len(names(a.posonlyargs)), 'positions': names(a.args), 'names': names(a.kwonlyargs)}
    if a.vararg is not None:
        found['rest'] = a.vararg.arg
    return found


found = {}
for file in sorted(os.listdir(STUBS)):
    if not file.endswith('.py') or file in LEFT_OUT:
        continue
    module = ast.parse(open(os.path.join(STUBS, file)).read())
    prefix = SPACES.get(file[:-3], '')
    if file == 'array_object.py':
        for part in module.body:
            if isinstance(part, ast.ClassDef):
                for f in part.body:
                    if isinstance(f, ast.FunctionDef) and f.name != '__init__':
                        found[prefix + f.name] = parameters(f)
        continue
    public = next(ast.literal_eval(p.value) for p in module.body if isinstance(p, ast.Assign) and p.targets[0].id == '__all__')
    for p in module.body:
        if isinstance(p, ast.FunctionDef) and p.name in public:
            found[(p.name if p.name.startswith('__array_namespace') else prefix + p.name)] = parameters(p)
        elif isinstance(p, ast.Assign) and p.targets[0].id in public:
            found[p.targets[0].id] = None
    if file == 'linear_algebra_functions.py':
        assert 'vecdot' in found
with open(os.path.join(HERE, 'numpy-array-api.json'), 'w') as out:
    out.write('{\n' + ',\n'.join(f'{json.dumps(k)}:{json.dumps(v, separators=(",", ":"))}' for k, v in found.items()) + '\n}\n')
print(len(found), 'names')
