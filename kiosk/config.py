"""Paths and defaults, in one place."""

from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "assets"
FONTS = ASSETS / "fonts"
ICONS = ASSETS / "icons"
SOUNDS = ASSETS / "sounds"
CONTENT = ASSETS / "content"
DEMO = ASSETS / "demo"
TOKENS = ASSETS / "tokens.toml"

EVENT_SUFFIX = ".stoelendans"
PASSPHRASE_VARIABLE = "STOELENDANS_PASSPHRASE"
MIN_PASSPHRASE = 8
DEFAULT_STATION = "desk 1"
