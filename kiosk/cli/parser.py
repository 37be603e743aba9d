"""The words of the command line. Each command is a function in :mod:`kiosk.cli.commands`."""

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from kiosk import __version__
from kiosk.config import DEFAULT_STATION
from kiosk.domain.plan import PlanMethod
from kiosk.i18n import LANGUAGES, _, use_language

MODULES = {
    "open_command": "kiosk.cli.opening",
    "pin_command": "kiosk.cli.pin",
    "decode_command": "kiosk.cli.decoding",
    "plan_command": "kiosk.cli.planning",
    "content_command": "kiosk.cli.content",
}
"""Where commands live that are not in ``COMMANDS``."""
COMMANDS = "kiosk.cli.commands"
PAPERS = ("badges", "route-cards", "table-cards", "interest-forms", "brochures")


class _Subparsers(Protocol):
    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser: ...  # noqa: A002 - argparse's word


@dataclass(frozen=True, slots=True)
class Command:
    """A parsed command line: what to do, in which language to speak."""

    name: str
    arguments: argparse.Namespace
    language: str

    def run(self) -> int:
        """Carry it out; the commands' modules are imported only now, because some are heavy."""
        commands = import_module(MODULES.get(self.name, COMMANDS))
        action = cast(Callable[[argparse.Namespace], int], getattr(commands, self.name))
        return action(self.arguments)


def parse(arguments: Sequence[str]) -> Command:
    """Read the command line; wrong usage ends the program with exit code 2."""
    language = _language_of(arguments)
    use_language(language)
    parser = _parser()
    known = _names(parser)
    words = list(arguments)
    if not words or (words[0] not in known and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "open")
    parsed = parser.parse_args(words)
    return Command(parsed.command.replace("-", "_") + "_command", parsed, language)


def _language_of(arguments: Sequence[str]) -> str:
    """The language is needed before parsing, because help is translated too."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--language", choices=LANGUAGES)
    found, _rest = early.parse_known_args(arguments)
    if found.language:
        return str(found.language)
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "nl" if system.startswith("nl") else "en"


def _names(parser: argparse.ArgumentParser) -> set[str]:
    actions = parser._actions  # noqa: SLF001 - argparse has no public way to list its commands
    return {name for action in actions if action.choices for name in action.choices}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="stoelendans",
        description=_("Runs a careerdating day on one laptop, with no network."),
        epilog=_("Exit codes: 0 done, 1 refused or found wanting, 2 wrong usage."),
    )
    parser.add_argument("--version", action="version", version=f"stoelendans {__version__}")
    commands = cast(_Subparsers, parser.add_subparsers(dest="command", metavar=_("COMMAND")))
    for add in (
        _open, _demo, _new, _import, _plan, _print, _scan, _decode, _rehearse, _export,
        _verify, _pin, _content,
    ):  # fmt: skip
        add(commands)
    return parser


def _add(
    commands: _Subparsers, name: str, text: str, *, event: bool = True, json: bool = True
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("--language", choices=LANGUAGES, help=_("language to speak"))
    if event:
        parser.add_argument("event", type=_path, metavar="EVENT", help=_("the event file"))
        _passphrase(parser)
    if json:
        parser.add_argument("--json", action="store_true", help=_("print JSON for programs"))
    return parser


def _passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=_path,
        metavar="FILE",
        help=_("file whose first line is the passphrase"),
    )


def _open(commands: _Subparsers) -> None:
    parser = _add(commands, "open", _("open the app"), event=False, json=False)
    parser.add_argument("event", type=_path, nargs="?", metavar="EVENT")
    _passphrase(parser)
    _desk(parser)
    parser.add_argument(
        "--window",
        action="store_true",
        help=_("in a window that closes freely, for work at the office"),
    )


def _demo(commands: _Subparsers) -> None:
    _add(
        commands,
        "demo",
        _("open the app on a throw-away event with sample people"),
        event=False,
        json=False,
    )


def _new(commands: _Subparsers) -> None:
    parser = _add(commands, "new", _("make an encrypted event file"))
    parser.add_argument(
        "--from",
        dest="description",
        type=_path,
        required=True,
        metavar="event.toml",
        help=_("the event as its organisers describe it"),
    )


def _import(commands: _Subparsers) -> None:
    parser = _add(commands, "import", _("take in people and employers from CSV or workbooks"))
    parser.add_argument("files", type=_path, nargs="+", metavar="FILE")
    parser.add_argument(
        "--mapping", type=_path, metavar="m.toml", help=_("names the columns by hand")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("tell what would happen, write nothing")
    )


def _plan(commands: _Subparsers) -> None:
    parser = _add(commands, "plan", _("make a seating plan"))
    parser.add_argument(
        "--method",
        type=PlanMethod,
        choices=list(PlanMethod),
        default=PlanMethod.BEST,
        metavar="|".join(PlanMethod),
        help=_("best: the most that wishes and fairness allow; carousel: all move on one table"),
    )
    parser.add_argument(
        "--draft", action="store_true", help=_("keep it as a draft, not yet in force")
    )
    parser.add_argument(
        "--set-aside",
        action="store_true",
        help=_("make it without the demands that can't be met together"),
    )
    parser.add_argument(
        "--seed", type=int, default=0, help=_("another number, another of the best plans")
    )


def _print(commands: _Subparsers) -> None:
    parser = _add(commands, "print", _("make PDF files to print"))
    parser.add_argument("paper", choices=PAPERS, metavar="|".join(PAPERS))
    _output(parser, "DIR")


def _scan(commands: _Subparsers) -> None:
    parser = _add(commands, "scan", _("check people in by badge code, as the desk does"))
    parser.add_argument(
        "codes", nargs="+", metavar="CODE", help=_("a badge code; - reads codes from stdin")
    )
    _desk(parser)


def _decode(commands: _Subparsers) -> None:
    parser = _add(
        commands, "decode", _("read QR codes from pictures, as the camera does"), event=False
    )
    parser.add_argument("images", type=_path, nargs="+", metavar="IMAGE")


def _rehearse(commands: _Subparsers) -> None:
    parser = _add(
        commands, "rehearse", _("live through a whole day with simulated people"), event=False
    )
    parser.add_argument(
        "event", type=_path, nargs="?", metavar="EVENT", help=_("a copy of it is used")
    )
    _passphrase(parser)
    parser.add_argument("--seed", type=int, default=1, help=_("same seed, same day"))
    parser.add_argument(
        "--speed",
        type=_speed,
        metavar="N",
        help=_("play it on screen, N times as fast as the clock"),
    )


def _export(commands: _Subparsers) -> None:
    parser = _add(commands, "export", _("write the results as a workbook, or as CSV into a folder"))
    _output(parser, "results.xlsx|DIR")


def _verify(commands: _Subparsers) -> None:
    _add(commands, "verify", _("check that the file and its journal are whole"))


def _pin(commands: _Subparsers) -> None:
    parser = _add(commands, "pin", _("set the PIN that opens the lock of a desk"))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--pin-file", type=_path, metavar="FILE", help=_("file whose first line is the PIN")
    )
    ways.add_argument(
        "--clear", action="store_true", help=_("take the PIN away; the passphrase still opens")
    )


def _content(commands: _Subparsers) -> None:
    parser = _add(
        commands, "content", _("list and check the stories shown in the room"), event=False
    )
    parser.add_argument(
        "folder", type=_path, nargs="?", metavar="DIR", help=_("a folder with texts of your own")
    )
    parser.add_argument(
        "--pictures", type=_path, metavar="DIR", help=_("picture each page as it will look")
    )


def _desk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--station", default=DEFAULT_STATION, help=_("name of this desk"))
    parser.add_argument("--volunteer", default="", help=_("who stands at this desk"))


def _output(parser: argparse.ArgumentParser, metavar: str) -> None:
    parser.add_argument(
        "-o", "--output", type=_path, required=True, metavar=metavar, help=_("where to write")
    )


def _path(text: str) -> Path:
    """An empty name is a variable that a script forgot to fill, not the current folder."""
    if not text:
        raise argparse.ArgumentTypeError(_("a file name can't be empty"))
    return Path(text)


def _speed(text: str) -> float:
    speed = float(text)
    if not 1 <= speed <= 1000:  # noqa: PLR2004 - stated in the message
        raise argparse.ArgumentTypeError(_("a speed lies between 1 and 1000"))
    return speed
