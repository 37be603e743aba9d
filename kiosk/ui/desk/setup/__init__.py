"""Setting a desk up: who stands there, when it locks itself, when it is open, and the scanner."""
