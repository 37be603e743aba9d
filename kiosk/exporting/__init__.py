"""XLSX and CSV out: the organisers' own export."""

import os
from pathlib import Path

from kiosk.config import EVENT_SUFFIX
from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.exporting.folder import write_folder
from kiosk.exporting.workbook import write_workbook
from kiosk.services.export import DayExport, ExportKind

__all__ = ["kind_of", "write_export", "write_folder", "write_workbook"]


_NO_FOLDER = frozenset({".csv", ".xls", ".xlsm", ".ods", ".pdf", ".txt", EVENT_SUFFIX})
"""Endings with which nobody means a folder."""


def kind_of(target: Path) -> ExportKind:
    """What a target asks for: a name that ends in ``.xlsx`` a workbook, any other name a folder.

    Raises:
        Refusal: TARGET_KIND when the ending promises another kind of file.
    """
    suffix = target.suffix.casefold()
    if os.path.isdir(target):  # noqa: PTH112 - does not stumble over a name that is too long
        return ExportKind.FOLDER
    if suffix in _NO_FOLDER:
        raise Refusal(RefusalCode.TARGET_KIND, path=str(target))
    return ExportKind.WORKBOOK if suffix == ".xlsx" else ExportKind.FOLDER


def write_export(results: DayExport, target: Path, language: str) -> None:
    """Write whatever the target asks for. Raises Refusal when it can't be written."""
    write = write_workbook if kind_of(target) is ExportKind.WORKBOOK else write_folder
    write(results, target, language)
