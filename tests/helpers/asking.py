"""Somebody to ask use cases, for tests of presenters: answers on the spot, without a thread."""

from collections.abc import Callable
from typing import TypeVar

from kiosk.domain.errors import Refusal, RefusalCode
from kiosk.services.ports import UnitFactory, UnitOfWork

Answer = TypeVar("Answer")


class AnswersAtOnce:
    """Notes every answer and refusal."""

    def __init__(self, units: UnitFactory) -> None:
        self._units = units
        self.answers: list[object] = []
        self.refusals: list[RefusalCode] = []

    def ask(
        self,
        use_case: Callable[[UnitOfWork], Answer],
        then: Callable[[Answer], None],
        otherwise: Callable[[Refusal], None] | None = None,
    ) -> None:
        try:
            answer = use_case(self._units())
        except Refusal as refusal:
            self.refusals.append(refusal.code)
            if otherwise is not None:
                otherwise(refusal)
        else:
            self.answers.append(answer)
            then(answer)

    ask_aside = ask
