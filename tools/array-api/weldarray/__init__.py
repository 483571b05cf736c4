"""weldarray as a Python module, for the array API's conformance suite."""
from .functions import Space, named
from .process import DTYPES, about

globals().update({**named(''), **DTYPES})
linalg, info = Space(named('linalg')), Space(named('info'))
newaxis = None
__array_api_version__ = about['version']


def __array_namespace_info__():
    return info
