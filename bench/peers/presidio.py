"""Runs Presidio's analyzer over the files of a folder, one JSON object a line: it has no command of its own. Offsets are in characters."""
import json
import os
import sys

from presidio_analyzer import AnalyzerEngine

engine = AnalyzerEngine()
for folder, names, files in os.walk(sys.argv[1]):
    names.sort()
    for name in sorted(files):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            text = file.read()
        for found in engine.analyze(text=text, language="en"):
            start = len(text[: found.start].encode())
            span = {"start": start, "end": start + len(text[found.start : found.end].encode())}
            print(json.dumps({"file": os.path.relpath(path, sys.argv[1]), "kind": found.entity_type, **span}))
