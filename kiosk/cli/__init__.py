"""The ``stoelendans`` command: everything that needs no screen also runs without one.

Exit codes: 0 done, 1 refused or found wanting (with one clear sentence on stderr), 2 wrong usage.
"""

import sys
from collections.abc import Sequence

from kiosk.cli.output import complain, fall_silent, speaking_out
from kiosk.cli.parser import Command, parse
from kiosk.domain.errors import Refusal
from kiosk.i18n import use_language
from kiosk.i18n.messages import refusal_text

REFUSED = 1
INTERRUPTED = 128 + 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; refusals become a sentence and exit code 1, bugs stay visible."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    command: Command = parse(arguments)
    use_language(command.language)
    try:
        with speaking_out():
            return command.run()
    except Refusal as refusal:
        complain(refusal_text(refusal))
        return REFUSED
    except BrokenPipeError:
        # Whoever read along has seen enough; what the command did is done.
        fall_silent()
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
