"""Trying the scanner out: a code on the screen to scan, and what came of it."""
