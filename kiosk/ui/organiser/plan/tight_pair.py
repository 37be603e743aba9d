"""Two things side by side in a narrow card, and below each other where it is too narrow."""

from kiosk.ui.theme.tokens import load_tokens
from kiosk.ui.widgets.folding import PairBox


class TightPair(PairBox):
    """Parts share the width evenly, with little between them."""

    def _gap(self) -> int:
        return load_tokens().shape.gap.tight
