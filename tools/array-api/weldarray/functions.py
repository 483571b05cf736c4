"""The functions of a namespace, each of which is the one of that name in JavaScript, called with what Python was given.

No value is mended on the way. What the two languages say differently is said here: JavaScript has one type of number, so what is made of
Python's integers alone is asked for as int64; it has one type of list; and `all` and `any` of everything give a boolean there, which becomes an
array.
"""
import inspect
import re

from .process import DTYPES, about, ask, received, sent

# Of the functions that make arrays of numbers, those numbers.
LITERALS = {
    'asarray': lambda obj, *rest, **names: obj,
    'full': lambda shape, value, *rest, **names: value,
    'arange': lambda *numbers, stop=0, step=1, **names: [n for n in (*numbers, stop, step) if n is not None],
}
TRUTHS = ('all', 'any')
TUPLES = ('unstack', 'nonzero')


def scalars(x):
    return [s for part in x for s in scalars(part)] if isinstance(x, (list, tuple)) else [x]


def are_integers(numbers):
    return {int} <= {type(n) for n in numbers} <= {int, bool}


def signature(text):
    """The signature that a declaration of weldarray tells."""
    p, found, by_name = inspect.Parameter, [], False
    for star, rest, name, optional in re.findall(r'(\*)|(\.\.\.)?\b(\w+)(\??): ', text[text.index('('):]):
        by_name = by_name or star == '*'
        kind = p.VAR_POSITIONAL if rest else p.KEYWORD_ONLY if by_name else p.POSITIONAL_OR_KEYWORD
        by_name = by_name or rest == '...'
        if name:
            found.append(p(name, kind, default=None if optional else p.empty))
    return inspect.Signature(found)


def function(space, name, declaration):
    def call(*args, **kwargs):
        if name in LITERALS and kwargs.get('dtype') is None and are_integers(scalars(LITERALS[name](*args, **kwargs))):
            kwargs['dtype'] = DTYPES['int64']
        options = {k: sent(x) for k, x in kwargs.items()}
        answer = ask('call', space=space, name=name, args=sent(args) + ([options] if options else []))
        if name in TRUTHS and isinstance(answer, bool):
            answer = ask('call', space='', name='asarray', args=[answer])
        result = received(answer)
        return tuple(result) if name in TUPLES else result
    call.__name__ = name
    call.__signature__ = signature(declaration)
    return call


def named(space):
    """The functions and numbers of a namespace."""
    return {name: function(space, name, x) if isinstance(x, str) else received(x) for name, x in about['functions'][space].items()}


class Space:
    """A namespace within."""

    def __init__(self, names):
        self.__dict__.update(names)
