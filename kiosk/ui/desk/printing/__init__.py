"""Printing at the desk: what waits, what came of it, and which printer."""
