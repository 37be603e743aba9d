"""Registering somebody who walks in: one page, keys alone, in under half a minute."""
