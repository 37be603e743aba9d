"""The organisers' programme page (draaiboek): all phases in order, and every way to edit them."""
