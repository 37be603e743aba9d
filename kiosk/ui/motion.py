"""Whether this system asks for stillness: nothing on our screens then moves of itself."""

import ctypes
import sys

CLIENT_AREA_ANIMATION = 0x1042
"""SPI_GETCLIENTAREAANIMATION, which Windows shows as "Animation effects"."""


def wants_stillness() -> bool:
    """Whether animations are switched off; False where the system can't be asked."""
    if sys.platform == "win32":
        shown = ctypes.c_int(1)
        asked = ctypes.windll.user32.SystemParametersInfoW(
            CLIENT_AREA_ANIMATION, 0, ctypes.byref(shown), 0
        )
        return bool(asked) and not shown.value
    return False
