"""The camera's state in words, in the language in use."""

from kiosk.i18n import N_, _
from kiosk.ui.desk.camera.state import CameraScreen, CameraStatus

_LINES = {
    CameraStatus.CLOSED: N_("The camera is off."),
    CameraStatus.STARTING: N_("The camera is starting …"),
    CameraStatus.WATCHING: N_("Hold the QR code in front of the camera."),
    CameraStatus.NO_CAMERA: N_(
        "No camera found. Plug one in and it starts by itself. Everything else works on."
    ),
    CameraStatus.NOT_ALLOWED: N_(
        "This computer does not let Stoelendans use the camera. Allow it in the computer's"
        " settings, then try again. Everything else works on."
    ),
    CameraStatus.FAILED: N_(
        "The camera does not start. Does another program use it? Close that, then try again."
        " Everything else works on."
    ),
    CameraStatus.NO_LIBRARY: N_(
        "Cameras can't be used on this computer. The scanner and everything else work on."
    ),
}
TONES = {
    CameraStatus.NO_CAMERA: "info",
    CameraStatus.NO_LIBRARY: "info",
    CameraStatus.NOT_ALLOWED: "warn",
    CameraStatus.FAILED: "warn",
}


def line(screen: CameraScreen) -> str:
    """One line about the camera."""
    return _("Code read") if screen.just_read else _(_LINES[screen.status])


def mark(screen: CameraScreen) -> tuple[str, str]:
    """The icon beside the line and its tone."""
    if screen.just_read:
        return "check-circle", "ok"
    tone = TONES.get(screen.status, "primary")
    return {"info": "info", "warn": "warning-triangle"}.get(tone, "qr-scan"), tone
