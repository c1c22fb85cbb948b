"""What `siap` says of workbooks that LibreOffice wrote; started by `run`, which says what it needs.

`check.py SIAP LOCALE…` prints a line for each thing that holds or does not, and ends with status 1 where one
does not.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import traceback

from office import Office, find, used

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))

# --- what is tried: change these tables, not the code ----------------------------------------------------

# Studies whose CSV becomes a workbook, as somebody would do it who opens it and saves it again.
STUDIES = [
    "bukittinggi",
    "kutai-kartanegara",
    "nine-regions",
    "padang",
    "pemdi-aceh-tengah",
    "short-lists",
    "sijunjung",
    "smart-city-evaluation",
    "smart-city-pillars",
    "spbe-denpasar",
    "sumsel-smart-province",
]

# Study, locale → why it is not compared: what the spreadsheet itself makes of it when it opens the CSV.
NOT_COMPARED = {
    ("padang", "en-US"): "in English `3.996` of this CSV (3996, with a dot for thousands) becomes 3.996",
}

# A table with what a spreadsheet changes on the way, by its language: codes that look like numbers, decimal
# commas, days. Invented (dibuat untuk pengujian).
TABLE = """\
kode wilayah,wilayah,indikator,nilai,tanggal,catatan
16.10,Kab. Ogan Ilir,internet-network,"2,5",12/03/2026,dibuat untuk pengujian
16.01,Kab. Ogan Komering Ulu,internet-network,3,27 Mei 2026,"1,5 dari 4"
16.10,Kab. Ogan Ilir,data-integration,1,2026-05-27,
16.01,Kab. Ogan Komering Ulu,ict-staff,"0,5",,-
"""

# Templates that are filled and worked out: `siap template -f ID -o x.xlsx`. The names are those of the
# workbook in `--lang id`.
SHEETS = {"cover": "Petunjuk", "answers": "Penilaian"}
REGION = "Kabupaten Ogan Komering Ilir"
WAVE = "2026"
# Cells of the cover that are filled: label → what is typed into the cell right of it.
COVER = {"Instansi": REGION, "Tahun penilaian": WAVE}
# Headers of the sheet of answers: the code of an indicator, and the answer; and the stage of that answer.
CODE, ANSWER, STAGE = "Kode", "Nilai mandiri", "mandiri"
# Cells that the workbook works out itself, in the column of the answer: what the label in their row begins
# with, by instrument; field of the index in the JSON; what the field is multiplied by.
SHOWN = [
    (["Indeks", "Keseluruhan", "Nilai Indeks"], "told", 1),
    (["Predikat", "Kategori", "Hasil evaluasi"], "band", None),
    # A share, shown as a percentage.
    (["Kelengkapan"], "coverage", 1),
]
PROVISIONAL = " (sementara)"
# Framework → how many levels an answer may take: first, last.
TEMPLATES = {
    "pemdi-2026": (1, 5),
    "spbe-2020": (1, 5),
    "smart-city-pillars": (0, 4),
    "indeks-kami-5-tinggi": (1, 5),
}
# Every which indicator stays empty: none, one in four, all but the first (no index then).
HOLES = [0, 4, 1]


# --- telling ---------------------------------------------------------------------------------------------

counts = {True: 0, False: 0}


def holds(name, check):
    """Runs a check, which raises where something does not hold, and tells."""
    try:
        check()
        done, why = True, ""
    except Exception as fault:
        done, why = False, f": {fault}"
        if os.environ.get("SIAP_INTEROP_TRACE"):
            traceback.print_exc()
    counts[done] += 1
    print(("ok      " if done else "FAILED  ") + name + why, flush=True)


def equal(found, wanted, what):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} is not {wanted!r}")


# --- siap ------------------------------------------------------------------------------------------------


def siap(*words, cwd=ROOT):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    done = subprocess.run([SIAP, *words], cwd=cwd, env=environment, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"siap {' '.join(words)}: {done.stderr.strip()}")
    return done.stdout


def scores(*words, cwd=ROOT):
    """Every assessment, numbers as they are printed: equal to the last digit or not equal."""
    text = siap("score", *words, "--format", "json", cwd=cwd)
    found = json.loads(text, parse_float=str)["assessments"]
    if not found:
        raise AssertionError("nothing is scored")
    return found


def compared(found, wanted):
    """The first number in which two lists of assessments differ."""
    names = lambda of: [(it["region"], it["wave"], it["stage"]) for it in of]
    equal(names(found), names(wanted), "regions")
    for one, other in zip(found, wanted):
        for a, b in zip(one["nodes"], other["nodes"]):
            for field in b:
                equal(a.get(field), b[field], f"{one['region']} {b['id']} {field}")
        equal(len(one["nodes"]), len(other["nodes"]), "nodes")


# --- text → workbook → scores ----------------------------------------------------------------------------


def frameworks(text):
    """The frameworks of a study, to be asked for where there are several."""
    named = tomllib.loads(text).get("framework")
    return named if isinstance(named, list) else [None]


def from_table(office, ending, folder):
    name = os.path.join(folder, "tabel.csv")
    with open(name, "w", encoding="utf-8") as file:
        file.write(TABLE)
    document = office.open(name)
    saved = office.save(document, name[:-3] + ending)
    document.close(True)
    more = ["-f", "smart-province-readiness"]
    wanted = scores(name, "--decimal", "comma", *more)
    try:
        compared(scores(saved, *more), wanted)
    except AssertionError as fault:
        # In English `2,5` is a text, and the numbers beside it have no decimals that would tell.
        if "--decimal" not in str(fault):
            raise
        compared(scores(saved, "--decimal", "comma", *more), wanted)


def from_text(office, study, ending, folder):
    """The CSVs of a study, opened and saved as a workbook, give the scores of the study."""
    source = os.path.join(ROOT, "examples", study)
    place = os.path.join(folder, f"{study} {ending}")
    shutil.copytree(source, place)
    tables = [it for it in os.listdir(place) if it.endswith(".csv")]
    with open(os.path.join(place, "study.toml"), encoding="utf-8") as file:
        text = file.read()
    for name in tables:
        document = office.open(os.path.join(place, name))
        office.save(document, os.path.join(place, name[:-3] + ending))
        document.close(True)
        os.remove(os.path.join(place, name))
        text = text.replace(f'"{name}"', f'"{name[:-3]}{ending}"')
    with open(os.path.join(place, "study.toml"), "w", encoding="utf-8") as file:
        file.write(text)
    for framework in frameworks(text):
        # A file of the study is named by where it stands.
        own = framework and framework.endswith(".toml")
        framework = os.path.join(source, framework) if own else framework
        more = ["-f", framework] if framework else []
        compared(scores(place, *more), scores(source, *more))


def studies(office, folder):
    for ending in ["xlsx", "ods"]:
        name = f"{office.locale}: codes, commas and days as {ending} give the scores of their CSV"
        holds(name, lambda: from_table(office, ending, folder))
        for study in STUDIES:
            name = f"{office.locale}: {study} as {ending} gives the scores of its CSV"
            why = NOT_COMPARED.get((study, office.locale))
            if why:
                print(f"left    {name}: {why}", flush=True)
                continue
            holds(name, lambda: from_text(office, study, ending, folder))


# --- template → filled → worked out → scores -------------------------------------------------------------


def has_workbooks(folder):
    """Whether this build of `siap` writes workbooks to fill in."""
    try:
        siap("template", "-f", "spbe-2020", "-o", os.path.join(folder, "try.xlsx"), cwd=folder)
        return True
    except AssertionError as fault:
        print(f"left    templates: {str(fault).splitlines()[0]}", flush=True)
        return False


def typed(cell, value):
    """Types into a cell, which must be open: a person could not type into another."""
    if cell.Spreadsheet.isProtected() and cell.CellProtection.IsLocked:
        raise AssertionError(f"{cell.AbsoluteName} is protected")
    if isinstance(value, (int, float)):
        cell.setValue(value)
        kept = cell.getValue() == value
    else:
        cell.setFormula(value)
        kept = cell.String == value
    if not kept:
        raise AssertionError(f"{cell.AbsoluteName} does not take {value!r}")


def spelled(document, cell, level):
    """A level as the list of the cell offers it, where it has one."""
    source = cell.Validation.getFormula1()
    if "." not in source:
        return level
    sheet, cells = source.lstrip("$").rsplit(".", 1)
    offered = document.Sheets.getByName(sheet.strip("'")).getCellRangeByName(cells.replace("$", "")).DataArray
    for (choice,) in offered:
        if str(choice).split(" ")[0].removesuffix(".0") == str(level):
            return choice
    raise LookupError(f"{cell.AbsoluteName} does not offer {level}")


def fill(document, first, last, hole):
    """Answers every indicator but each `hole`-th; returns code → level."""
    cover = document.Sheets.getByName(SHEETS["cover"])
    for label, value in COVER.items():
        at = find(cover, label) or find(cover, label, exact=False)
        if at is None:
            raise LookupError(f"no cell shows `{label}` in `{cover.Name}`")
        typed(cover.getCellByPosition(at[1] + 1, at[0]), value)
    sheet = document.Sheets.getByName(SHEETS["answers"])
    row, code_column = find(sheet, CODE)
    _, column = find(sheet, ANSWER)
    answers = {}
    for at in range(row + 1, used(sheet)[0] + 1):
        code = sheet.getCellByPosition(code_column, at).String.strip()
        # Only rows of indicators have an open cell for an answer.
        cell = sheet.getCellByPosition(column, at)
        if not code or cell.CellProtection.IsLocked:
            continue
        place = len(answers)
        is_hole = place > 0 if hole == 1 else hole and place % hole == 0
        level = None if is_hole else first + place % (last - first + 1)
        answers[code] = level
        if level is not None:
            typed(cell, spelled(document, cell, level))
    if not answers:
        raise LookupError(f"no row of `{sheet.Name}` has an open cell for an answer")
    return answers


def as_text(answers, path):
    """The same answers as the CSV that somebody would write."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["region", "wave", "stage", "indicator", "level"])
        for code, level in answers.items():
            if level is not None:
                out.writerow([REGION, WAVE, STAGE, code, level])


def result(sheet, labels):
    """The cell that the workbook works out in the row of one of the labels."""
    _, column = find(sheet, ANSWER)
    for label in labels:
        at = find(sheet, label, exact=False)
        if at:
            return sheet.getCellByPosition(column, at[0])
    raise LookupError(f"no cell of `{sheet.Name}` shows {labels}")


def bands(framework):
    """What people read for each band: id → label."""
    with open(os.path.join(ROOT, "frameworks", framework + ".toml"), "rb") as file:
        found = tomllib.load(file).get("band", [])
    label = lambda it: it["label"] if isinstance(it["label"], str) else it["label"]["id"]
    return {it["id"]: label(it) for it in found}


def shown(document, framework, index, exact=True):
    """The cells that the workbook works out are what `siap score` says: to the last bit, or, once it is saved,
    to the 15 digits that LibreOffice writes."""
    sheet = document.Sheets.getByName(SHEETS["answers"])
    known = bands(framework)
    for labels, field, times in SHOWN:
        cell, wanted = result(sheet, labels), index[field]
        if cell.getError():
            raise AssertionError(f"{field}: error {cell.getError()} in {cell.AbsoluteName}")
        if wanted is None:
            is_said = cell.getValue() != 0 or cell.String in known.values()
            equal(is_said, False, f"{field} is said where there is none")
        elif field == "band":
            # Whether it is final stands behind it.
            equal(cell.String.removesuffix(PROVISIONAL), known[wanted], field)
        else:
            wanted = times * float(wanted)
            is_near = not exact and abs(cell.getValue() - wanted) <= 1e-14 * abs(wanted)
            if not is_near:
                equal(cell.getValue(), wanted, field)


def template(office, framework, hole, folder):
    first, last = TEMPLATES[framework]
    name = os.path.join(folder, f"{framework} {hole}.xlsx")
    siap("template", "-f", framework, "-o", name, "--lang", "id", cwd=folder)
    document = office.open(name)
    answers = fill(document, first, last, hole)
    saved = [office.save(document, f"{name[:-5]} – isian.{ending}") for ending in ["xlsx", "ods"]]
    table = name[:-5] + ".csv"
    as_text(answers, table)
    wanted = scores(table, "-f", framework)
    index = next(it for it in wanted[0]["nodes"] if it["kind"] == "index")
    shown(document, framework, index)
    document.close(True)
    for path in saved:
        compared(scores(path, "-f", framework), wanted)
        # As it stands in the file, opened once more.
        document = office.open(path)
        shown(document, framework, index, exact=False)
        document.close(True)


def templates(office, folder):
    for framework in TEMPLATES:
        for hole in HOLES:
            what = {0: "all answered", 1: "one answered"}.get(hole, f"one in {hole} empty")
            name = f"{office.locale}: template {framework}, {what}: worked out as siap does, and read as the CSV"
            holds(name, lambda: template(office, framework, hole, folder))


def main(locales):
    with tempfile.TemporaryDirectory() as folder:
        are_written = has_workbooks(folder)
        for locale in locales:
            place = os.path.join(folder, locale)
            os.mkdir(place)
            with Office(locale) as office:
                studies(office, place)
                if are_written:
                    templates(office, place)
    print(f"{counts[True]} passed, {counts[False]} failed")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    SIAP = os.path.abspath(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
