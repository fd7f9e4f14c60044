"""Random values that are the same on every machine, the spellings of a value, and the list of what is to be written.

Nothing here knows the project's own validators: a value is made by its standard's rule and held against an oracle.
"""

import itertools
import random
from datetime import date, timedelta

DIGITS = '0123456789'
CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
SMALL = CAPITALS.lower()
BASE62 = DIGITS + CAPITALS + SMALL

# Only `random()` is promised to give the same numbers in every version of Python, so all else is made from it.


class Source:
    """Random pieces from a seed of text; equal seeds give equal sequences."""

    def __init__(self, seed):
        self._random = random.Random(seed)

    def below(self, limit):
        """Integer in [0, limit)."""
        return int(self._random.random() * limit)

    def between(self, low, high):
        """Integer in [low, high]."""
        return low + self.below(high - low + 1)

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def text(self, alphabet, length):
        return ''.join(self.pick(alphabet) for _ in range(length))

    def digits(self, length):
        return self.text(DIGITS, length)

    def fill(self, template):
        """`#` becomes a digit, `@` a capital letter, `*` either; all else stays."""
        alphabets = {'#': DIGITS, '@': CAPITALS, '*': CAPITALS + DIGITS}
        return ''.join(self.pick(alphabets[c]) if c in alphabets else c for c in template)

    def day(self, first=1930, last=2007):
        """A date in the years [first, last]."""
        start = date(first, 1, 1)
        return start + timedelta(days=self.below((date(last, 12, 31) - start).days + 1))

    def dress(self, value, *masks):
        """The value in one of the masks, `x` for each of its characters; without masks as it is."""
        fitting = [m for m in masks if m.count('x') == len(value)]
        if not fitting:
            return value
        characters = iter(value)
        return ''.join(next(characters) if c == 'x' else c for c in self.pick(fitting))


def complete(valid, template, alphabet=DIGITS):
    """The first filling of the `?` of the template that the oracle takes; None if it takes none."""
    for filling in itertools.product(alphabet, repeat=template.count('?')):
        characters = iter(filling)
        candidate = ''.join(next(characters) if c == '?' else c for c in template)
        if valid(candidate):
            return candidate
    return None


MAKERS = {}


def values(detector, rule, basis='standard', oracle=None, check=None, count=72):
    """Registers a function (Source -> text or None) as the maker of a detector's values.

    `rule` says how the values are made, `basis` is where the rule comes from (standard, issuer, published patterns,
    memory), `oracle` names who confirms each value and `check` asks it.
    """

    def register(make):
        MAKERS[detector] = {'rule': rule, 'basis': basis, 'oracle': oracle, 'check': check, 'count': count, 'make': make}
        return make

    return register


def produce(detector):
    """The text of the detector's file: comment lines, then distinct values, one a line."""
    maker = MAKERS[detector]
    source = Source(detector)
    found = {}
    tries = 0
    while len(found) < maker['count']:
        tries += 1
        if tries > 200000:
            raise SystemExit(f'{detector}: only {len(found)} values')
        value = maker['make'](source)
        if value is None:
            continue
        if '\n' in value:
            raise SystemExit(f'{detector}: a line break inside a value; write it as \\n')
        if maker['check'] is not None and not maker['check'](value):
            raise SystemExit(f'{detector}: the oracle refuses a value')
        found[value] = True
    head = [f'# {detector}: {maker["rule"]}', f'# basis: {maker["basis"]}']
    head.append(f'# oracle: {maker["oracle"] or "none"}')
    return '\n'.join(head + list(found)) + '\n'
