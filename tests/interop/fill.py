"""Fills a template with invented answers, as LibreOffice does it: `fill.py FILE.xlsx [FIRST LAST]`."""

import os
import sys

import check
from office import Office

name = os.path.abspath(sys.argv[1])
first, last = (int(it) for it in sys.argv[2:4]) if len(sys.argv) > 2 else (1, 4)
with Office("id-ID") as office:
    document = office.open(name)
    answers = check.fill(document, first, last, 0)
    office.save(document, name + ".new.xlsx")
    document.close(True)
os.replace(name + ".new.xlsx", name)
print(f"{len(answers)} answers")
