"""The sounds of the program, for whoever plays them; how they are played is in ``sounds``."""

from kiosk.ui.sounds.names import NAMES, Sound, verdict_sound
from kiosk.ui.sounds.player import SoundPlayer

__all__ = ["NAMES", "Sound", "SoundPlayer", "verdict_sound"]
