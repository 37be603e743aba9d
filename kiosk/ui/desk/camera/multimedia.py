"""The cameras of this machine through QtMultimedia, which is loaded when they are first wanted."""

from PySide6.QtCore import QCameraPermission, QCoreApplication, QObject, Qt, Slot
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from kiosk.ui.desk.camera.formats import Offer, best_offer
from kiosk.ui.desk.camera.source import SourceListener
from kiosk.ui.desk.camera.state import Camera, CameraStatus
from kiosk.ui.desk.camera.video_frames import VideoFrame

_Torch = QCamera.TorchMode


class MultimediaSource(QObject):
    """A FrameSource. Cameras, session and sink live from ``start`` to ``stop``."""

    available = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: SourceListener | None = None
        self._wanted = ""
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._inputs_changed)

    def listen(self, listener: SourceListener) -> None:
        """Tell this one from now on."""
        self._listener = listener

    def cameras(self) -> tuple[Camera, ...]:
        """All cameras, the one that the system prefers first."""
        inputs = [QMediaDevices.defaultVideoInput(), *QMediaDevices.videoInputs()]
        named = {_id_of(device): device.description() for device in inputs if not device.isNull()}
        return tuple(Camera(device_id, name) for device_id, name in named.items())

    def start(self, device_id: str) -> None:
        """Run this camera, once the person at the laptop has allowed it."""
        self._wanted = device_id
        permission = QCameraPermission()
        app = QCoreApplication.instance()
        status = app.checkPermission(permission) if app else Qt.PermissionStatus.Denied
        if app and status is Qt.PermissionStatus.Undetermined:
            app.requestPermission(permission, self, self._answered)
        else:
            self._allowed(yes=status is Qt.PermissionStatus.Granted)

    def stop(self) -> None:
        """Let go of the camera."""
        self._wanted = ""
        if self._camera and self._session and self._sink:
            self._sink.videoFrameChanged.disconnect(self._frame_changed)
            self._camera.errorOccurred.disconnect(self._error_occurred)
            self._camera.activeChanged.disconnect(self._active_changed)
            self._camera.stop()
            for part in (self._session, self._camera, self._sink):
                part.deleteLater()
        self._camera = self._session = self._sink = None

    def set_light(self, *, on: bool) -> None:
        """Turn the torch on or off."""
        if self._camera:
            self._camera.setTorchMode(_Torch.TorchOn if on else _Torch.TorchOff)

    def _answered(self, permission: QCameraPermission) -> None:
        app = QCoreApplication.instance()
        granted = Qt.PermissionStatus.Granted
        if self._wanted and app:
            self._allowed(yes=app.checkPermission(permission) is granted)

    def _allowed(self, *, yes: bool) -> None:
        devices = {_id_of(device): device for device in QMediaDevices.videoInputs()}
        if not yes:
            self._fail(CameraStatus.NOT_ALLOWED)
        elif self._wanted not in devices:
            self._fail(CameraStatus.FAILED)
        else:
            self._run(devices[self._wanted])

    def _run(self, device: QCameraDevice) -> None:
        self._camera = camera = QCamera(device, self)
        self._session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        _prefer_reading(camera, device)
        self._session.setCamera(camera)
        self._session.setVideoSink(self._sink)
        # Queued, so that no Python runs on the camera's thread, which ``stop`` waits for.
        queued = Qt.ConnectionType.QueuedConnection
        self._sink.videoFrameChanged.connect(self._frame_changed, queued)
        camera.errorOccurred.connect(self._error_occurred, queued)
        camera.activeChanged.connect(self._active_changed, queued)
        camera.start()

    def _fail(self, status: CameraStatus) -> None:
        if self._listener:
            self._listener.failed(status)

    @Slot()
    def _inputs_changed(self) -> None:
        if self._listener:
            self._listener.cameras_changed()

    @Slot(QVideoFrame)
    def _frame_changed(self, frame: QVideoFrame) -> None:
        if self._listener and self._camera and frame.isValid():
            self._listener.frame_arrived(VideoFrame(frame))

    @Slot(bool)
    def _active_changed(self, active: bool) -> None:
        if self._listener and self._camera and active:
            self._listener.started(has_light=self._camera.isTorchModeSupported(_Torch.TorchOn))

    @Slot(QCamera.Error, str)
    def _error_occurred(self, error: QCamera.Error, _words: str) -> None:
        if self._camera and error is not QCamera.Error.NoError:
            self._fail(CameraStatus.FAILED)


def _id_of(device: QCameraDevice) -> str:
    return bytes(device.id().toBase64().data()).decode()


def _prefer_reading(camera: QCamera, device: QCameraDevice) -> None:
    """A format with enough detail for a code, and a lens that looks at what is held near."""
    formats = device.videoFormats()
    offers = [
        Offer(each.resolution().width(), each.resolution().height(), each.maxFrameRate())
        for each in formats
    ]
    best = best_offer(offers)
    if best is not None:
        camera.setCameraFormat(formats[offers.index(best)])
    near = QCamera.FocusMode.FocusModeAutoNear
    if camera.isFocusModeSupported(near):
        camera.setFocusMode(near)
