"""How screens ask for a use case; presenters know this protocol and no Qt."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from kiosk.domain.errors import Refusal
from kiosk.services.ports import UnitOfWork

Answer = TypeVar("Answer")


class Asks(Protocol):
    """Runs a use case somewhere else and comes back with its answer."""

    def ask(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Run ``use_case``, then call ``then`` with its answer where the screen lives.

        A Refusal goes to ``otherwise``; without one it is shown in the notice bar.
        """
        ...

    def ask_aside(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        """The same for what takes seconds, such as a hundred badges: no scan waits behind it.

        It may run beside what is asked before and after it, and see the event before or after
        those; what changes the event because of what a screen showed belongs in ``ask``.
        """
        ...
