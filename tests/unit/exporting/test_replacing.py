"""A file is whole or not there, whatever the disk does."""

import errno
import os
from pathlib import Path

import pytest

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.exporting.replacing import new_folder, write_files


def failing(error: BaseException):
    def fail(*_args, **_kwargs):
        raise error

    return fail


def refusal_of(files: dict[Path, bytes]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        write_files(files)
    return refused.value


def test_a_full_disk_leaves_the_old_file_and_no_crumbs(tmp_path, monkeypatch):
    target = tmp_path / "results.xlsx"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", failing(OSError(errno.ENOSPC, "full")))
    assert refusal_of({target: b"new"}).code is RefusalCode.DISK_FULL
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_excel_holds_open_is_left_alone(tmp_path, monkeypatch):
    target = tmp_path / "results.xlsx"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "replace", failing(PermissionError(errno.EACCES, "in use")))
    refusal = refusal_of({target: b"new"})
    assert (refusal.code, refusal.facts) == (RefusalCode.TARGET_OPEN, {"path": "results.xlsx"})
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    refusal = refusal_of({tmp_path / "weg" / "results.xlsx": b"new"})
    assert refusal.code is RefusalCode.FOLDER_UNWRITABLE
    assert refusal.facts["folder"] == "weg"


def test_nothing_is_replaced_when_one_of_several_cannot_be_written(tmp_path):
    good, bad = tmp_path / "a.csv", tmp_path / "weg" / "b.csv"
    good.write_bytes(b"old")
    refusal_of({good: b"new", bad: b"new"})
    assert good.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [good]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in another way")
def test_only_its_owner_can_read_it(tmp_path):
    write_files({tmp_path / "results.xlsx": b"new"})
    assert (tmp_path / "results.xlsx").stat().st_mode & 0o077 == 0


def test_a_disk_that_fills_up_in_the_middle_of_a_file_keeps_no_crumb(tmp_path):
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, before[1]))
    try:
        refusal = refusal_of({tmp_path / "results.xlsx": b"x" * 9000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert refusal.code is RefusalCode.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_keeps_no_crumb(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_files({tmp_path / "results.xlsx": b"new"})
    assert list(tmp_path.iterdir()) == []


def test_folders_made_for_nothing_go_again(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(OSError(errno.ENOSPC, "full")))
    kept, folder = tmp_path / "kept", tmp_path / "kept" / "new" / "newer"
    kept.mkdir()
    with pytest.raises(Refusal), new_folder(folder):
        write_files({folder / "a.csv": b"a"})
    assert [*tmp_path.rglob("*")] == [kept]
