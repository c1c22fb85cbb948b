"""LibreOffice without a window, in one language: opens, fills, works out and saves workbooks."""

import os
import shutil
import subprocess
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

# By the ending of the file that is saved.
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8"}

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse">
<value>{locale}</value></prop></item>
</oor:items>
"""


def option(name, value):
    out = PropertyValue()
    out.Name, out.Value = name, value
    return out


def url(path):
    return uno.systemPathToFileUrl(os.path.abspath(path))


class Office:
    """One LibreOffice with settings of its own; `locale` such as `id-ID`."""

    def __init__(self, locale):
        self.locale = locale
        self.folder = tempfile.mkdtemp()
        user = os.path.join(self.folder, "user")
        os.mkdir(user)
        with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
            file.write(SETTINGS.format(locale=locale))
        pipe = f"siap{os.getpid()}{locale}".replace("-", "")
        environment = dict(os.environ, LC_ALL=locale.replace("-", "_") + ".UTF-8")
        self.process = subprocess.Popen(
            [
                "soffice",
                "--headless",
                "--norestore",
                "--nologo",
                f"-env:UserInstallation={url(self.folder)}",
                f"--accept=pipe,name={pipe};urp;",
            ],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        for _ in range(300):
            try:
                context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                time.sleep(0.2)
        else:
            raise RuntimeError("LibreOffice does not answer")
        self.desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )

    def open(self, path):
        """A document; a CSV is read as this language reads it when somebody opens it by a double click."""
        options = [option("Hidden", True)]
        if path.endswith(".csv"):
            # Comma, double quotes, UTF-8, from line 1, columns as they come, language of the program,
            # quoted fields as any other, special numbers (dates) recognised.
            options += [
                option("FilterName", "Text - txt - csv (StarCalc)"),
                option("FilterOptions", "44,34,76,1,,0,false,true,false"),
            ]
        return self.desktop.loadComponentFromURL(url(path), "_blank", 0, tuple(options))

    def save(self, document, path):
        """Works every formula out again and writes the file; returns its name."""
        document.calculateAll()
        ending = path.rsplit(".", 1)[1]
        document.storeToURL(url(path), (option("FilterName", FILTERS[ending]),))
        return path

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # it hangs up while it answers
            pass
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def used(sheet):
    """The last row and column that hold anything."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow, cursor.RangeAddress.EndColumn


def find(sheet, text, exact=True):
    """Row and column of the first cell that shows a text, from the top; none where there is none."""
    last_row, last_column = used(sheet)
    wanted = text.casefold()
    for row in range(last_row + 1):
        for column in range(last_column + 1):
            shown = sheet.getCellByPosition(column, row).String.strip().casefold()
            if shown == wanted or (not exact and shown.startswith(wanted)):
                return row, column
    return None

