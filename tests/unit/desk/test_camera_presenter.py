"""Which camera runs, what is passed on, and what is said when there is none."""

from dataclasses import dataclass, field

import pytest

from kiosk.domain.clock import SimulatedClock
from kiosk.scanning.picture import Decoded, Picture
from kiosk.ui.desk.camera.formats import Offer, best_offer
from kiosk.ui.desk.camera.presenter import CameraPresenter
from kiosk.ui.desk.camera.source import Frame
from kiosk.ui.desk.camera.state import CameraSettings, CameraStatus
from kiosk.ui.desk.camera.wording import line
from tests.helpers.cameras import BUILT_IN, ON_A_STAND, FakeCameras

BADGE = Decoded("BCDEFGHIJKLNOPRSTUVX", is_badge_code=True)
LINK = Decoded("https://example.org", is_badge_code=False)


class NoPicture:
    def luminance(self) -> Picture | None:
        return None


@dataclass
class Watched:
    """A presenter and everything that it told."""

    cameras: FakeCameras
    clock: SimulatedClock
    settings: CameraSettings = field(default_factory=CameraSettings)
    seen: list[str] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    saved: list[CameraSettings] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = CameraPresenter(self.cameras, self.clock, self.settings, self.saved.append)
        self.presenter.code_seen = self.seen.append
        self.presenter.frame_came = self.frames.append

    @property
    def status(self) -> CameraStatus:
        return self.presenter.screen.status


@pytest.fixture
def watched(clock: SimulatedClock) -> Watched:
    return Watched(FakeCameras(plugged=[BUILT_IN, ON_A_STAND]), clock)


def test_no_camera_is_touched_before_the_panel_is_opened(watched: Watched) -> None:
    assert (watched.cameras.asked, watched.cameras.listener) == ([], None)
    watched.presenter.open()
    assert watched.cameras.running == BUILT_IN.device_id
    assert watched.status is CameraStatus.WATCHING


def test_a_camera_that_sends_frames_is_running(watched: Watched) -> None:
    watched.cameras.starts = False
    watched.presenter.open()
    assert watched.status is CameraStatus.STARTING
    watched.cameras.show(NoPicture())
    assert watched.status is CameraStatus.WATCHING
    watched.presenter.started(has_light=True)
    assert watched.presenter.screen.has_light


def test_closing_lets_go_of_the_camera(watched: Watched) -> None:
    watched.presenter.open()
    watched.presenter.close()
    assert (watched.cameras.running, watched.status) == ("", CameraStatus.CLOSED)
    watched.cameras.show(NoPicture())
    watched.cameras.plug(ON_A_STAND)
    watched.presenter.take_codes((BADGE,))
    assert (watched.frames, watched.seen, watched.cameras.running) == ([], [], "")


def test_the_chosen_camera_is_remembered_and_used(watched: Watched) -> None:
    watched.presenter.open()
    watched.presenter.choose(ON_A_STAND.device_id)
    assert watched.cameras.running == ON_A_STAND.device_id
    assert watched.saved == [CameraSettings(ON_A_STAND.device_id)]
    watched.presenter.close()
    watched.presenter.open()
    assert watched.cameras.running == ON_A_STAND.device_id


def test_the_chosen_camera_comes_back_by_itself(clock: SimulatedClock) -> None:
    both = FakeCameras(plugged=[BUILT_IN, ON_A_STAND])
    watched = Watched(both, clock, CameraSettings(ON_A_STAND.device_id))
    watched.presenter.open()
    both.plug(BUILT_IN)
    assert both.running == BUILT_IN.device_id
    both.plug(BUILT_IN, ON_A_STAND)
    assert both.running == ON_A_STAND.device_id
    assert watched.saved == []


def test_a_camera_that_works_goes_on_when_another_is_plugged_in(watched: Watched) -> None:
    watched.presenter.open()
    watched.cameras.plug(ON_A_STAND, BUILT_IN)
    assert watched.cameras.asked == [BUILT_IN.device_id]


def test_no_camera_is_said_until_one_is_plugged_in(clock: SimulatedClock) -> None:
    watched = Watched(FakeCameras(plugged=[]), clock)
    watched.presenter.open()
    assert watched.status is CameraStatus.NO_CAMERA
    watched.cameras.plug(BUILT_IN)
    assert watched.status is CameraStatus.WATCHING
    watched.cameras.plug()
    assert (watched.status, watched.cameras.running) == (CameraStatus.NO_CAMERA, "")


def test_a_machine_without_the_library_is_told_so(clock: SimulatedClock) -> None:
    watched = Watched(FakeCameras(available=False), clock)
    watched.presenter.open()
    assert (watched.status, watched.cameras.asked) == (CameraStatus.NO_LIBRARY, [])


@pytest.mark.parametrize("status", [CameraStatus.NOT_ALLOWED, CameraStatus.FAILED])
def test_a_camera_that_is_not_to_be_had_can_be_tried_again(
    clock: SimulatedClock, status: CameraStatus
) -> None:
    watched = Watched(FakeCameras(starts=False), clock)
    watched.presenter.open()
    watched.presenter.failed(status)
    assert (watched.status, watched.cameras.running) == (status, "")
    watched.cameras.starts = True
    watched.presenter.try_again()
    assert watched.status is CameraStatus.WATCHING


def test_every_status_has_its_line(watched: Watched) -> None:
    lines = set()
    for status in CameraStatus:
        watched.presenter._update(status=status)
        lines.add(line(watched.presenter.screen))
    assert len(lines) == len(CameraStatus)


def test_a_badge_held_in_view_is_one_scan_and_later_another(watched: Watched) -> None:
    watched.presenter.open()
    for _ in range(100):
        watched.presenter.take_codes((BADGE,))
        watched.clock.advance(0.1)
    assert watched.seen == [BADGE.text]
    watched.clock.advance(5)
    watched.presenter.take_codes((BADGE,))
    assert watched.seen == [BADGE.text] * 2


def test_other_qr_codes_are_passed_on_too(watched: Watched) -> None:
    watched.presenter.open()
    watched.presenter.take_codes((LINK, BADGE))
    assert watched.seen == [LINK.text, BADGE.text]


def test_a_code_is_shown_as_read_for_a_moment(watched: Watched) -> None:
    watched.presenter.open()
    watched.presenter.take_codes((BADGE,))
    assert watched.presenter.screen.just_read
    watched.presenter.settle()
    assert not watched.presenter.screen.just_read


def test_the_light_is_offered_only_where_there_is_one(watched: Watched) -> None:
    watched.presenter.open()
    watched.presenter.light(on=True)
    assert (watched.presenter.screen.has_light, watched.cameras.light) == (False, False)
    watched.presenter.close()
    watched.cameras.has_light = True
    watched.presenter.open()
    watched.presenter.light(on=True)
    assert (watched.presenter.screen.light, watched.cameras.light) == (True, True)


def test_the_mirror_is_remembered(watched: Watched) -> None:
    watched.presenter.open()
    watched.presenter.mirror(on=True)
    assert watched.saved == [CameraSettings(mirrored=True)]
    assert watched.presenter.screen.mirrored


@pytest.mark.parametrize(
    ("offers", "best"),
    [
        ([], None),
        ([Offer(640, 480, 30), Offer(1920, 1080, 30), Offer(3840, 2160, 30)], 1),
        ([Offer(640, 480, 30), Offer(1280, 720, 30), Offer(1920, 1080, 5)], 1),
        ([Offer(1280, 720, 30), Offer(1280, 720, 60)], 1),
        ([Offer(640, 480, 5), Offer(1920, 1080, 5)], 0),
        ([Offer(3840, 2160, 30), Offer(4096, 2160, 30)], 0),
    ],
)
def test_the_format_has_much_detail_and_comes_quickly(
    offers: list[Offer], best: int | None
) -> None:
    assert best_offer(offers) == (None if best is None else offers[best])
