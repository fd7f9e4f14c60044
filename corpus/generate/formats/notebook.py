"""Writes a notebook as Jupyter's nbformat 4 prescribes, with Python's json (Python 3.11.7): code, output, picture, attachment.

    python3 corpus/generate/formats/notebook.py test/fixtures/notebook
"""
import base64
import json
import os
import sys

from picture import picture

PICTURE = base64.b64encode(picture(60, 50)).decode()
TEXT = base64.b64encode(b'text in a picture: SSN 536-90-4399\n' * 1500).decode()
cells = [
    {'cell_type': 'markdown', 'metadata': {}, 'source': ['# Patients\n', 'NHS number 943 476 5919\n'],
     'attachments': {'scan.png': {'image/png': PICTURE}}},
    {'cell_type': 'code', 'execution_count': 1, 'metadata': {}, 'source': ['ssn = "536-90-4399"\n', 'plot()'],
     'outputs': [
         {'output_type': 'stream', 'name': 'stdout', 'text': ['SSN 219-09-9999\n']},
         {'output_type': 'display_data', 'metadata': {}, 'data': {
             'image/png': TEXT, 'image/svg+xml': ['<svg><text>SSN 457-55-5462</text></svg>'], 'text/plain': ['<Figure>']}},
     ]},
]
notebook = {'cells': cells, 'metadata': {'kernelspec': {'name': 'python3'}}, 'nbformat': 4, 'nbformat_minor': 5}
with open(os.path.join(sys.argv[1], 'two-cells.ipynb'), 'w') as file:
    json.dump(notebook, file, indent=1)
