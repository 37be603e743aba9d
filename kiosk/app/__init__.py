"""The composition root: builds everything and wires it together."""
