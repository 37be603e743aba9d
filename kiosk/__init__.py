"""Stoelendans: runs a careerdating day on one laptop, offline."""

__version__ = "0.1.0"
