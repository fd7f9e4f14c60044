"""Writes corpus/values/<DETECTOR>.txt for all detectors but bank account numbers and phones, which make.mjs writes.

Run: python3 corpus/generate/values/make.py (needs the package python3-stdnum).
"""

import pathlib
import sys

import americas  # noqa: F401  each module registers its makers when it is imported
import asia_pacific  # noqa: F401
import contact  # noqa: F401
import europe_east  # noqa: F401
import europe_west  # noqa: F401
import health  # noqa: F401
import keys  # noqa: F401
import licences  # noqa: F401
import middle_east_africa  # noqa: F401
import payments  # noqa: F401
import tokens  # noqa: F401
from source import MAKERS, produce

TARGET = pathlib.Path(__file__).resolve().parents[2] / 'values'


def main():
    TARGET.mkdir(exist_ok=True)
    wanted = sys.argv[1:] or sorted(MAKERS)
    for detector in wanted:
        (TARGET / f'{detector}.txt').write_text(produce(detector), encoding='utf-8')
    print(f'{len(wanted)} files written')


main()
