"""XLSX and CSV out: the organisers' own export."""

from pathlib import Path

from kiosk.exporting.folder import write_folder
from kiosk.exporting.workbook import write_workbook
from kiosk.services.export import DayExport, ExportKind

__all__ = ["kind_of", "write_export", "write_folder", "write_workbook"]


def kind_of(target: Path) -> ExportKind:
    """What a target asks for: a name that ends in ``.xlsx`` a workbook, anything else a folder."""
    named_workbook = target.suffix.casefold() == ".xlsx" and not target.is_dir()
    return ExportKind.WORKBOOK if named_workbook else ExportKind.FOLDER


def write_export(results: DayExport, target: Path, language: str) -> None:
    """Write whatever the target asks for. Raises Refusal when it can't be written."""
    write = write_workbook if kind_of(target) is ExportKind.WORKBOOK else write_folder
    write(results, target, language)
