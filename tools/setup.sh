#!/bin/sh
# Everything that `make run` and `make test` need, and only what is missing, said aloud.
# usage: tools/setup.sh run|test
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}

say() { printf '%s\n' "$*" >&2; }

# --- system packages (Debian, Ubuntu) --------------------------------------------------------
has_library() { { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q "$1"; }

missing=""
need_library() { has_library "$1" || missing="$missing $2"; }
need_command() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }

find_python() {
  for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c '
import sys
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
      echo "$candidate"
      return
    fi
  done
}

if [ "$(uname -s)" = Linux ]; then
  # what Qt's own files look for
  need_library libEGL.so.1 libegl1
  need_library libGL.so.1 libgl1
  need_library libxkbcommon.so.0 libxkbcommon0
  need_library libdbus-1.so.3 libdbus-1-3
  need_library libfontconfig.so.1 libfontconfig1
  need_library libglib-2.0.so.0 libglib2.0-0
  need_library libpulse.so.0 libpulse0
  need_library libcups.so.2 libcups2
  need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
  need_library libxcb-cursor.so.0 libxcb-cursor0
  need_library libxcb-icccm.so.4 libxcb-icccm4
  need_library libxcb-image.so.0 libxcb-image0
  need_library libxcb-keysyms.so.1 libxcb-keysyms1
  need_library libxcb-randr.so.0 libxcb-randr0
  need_library libxcb-render-util.so.0 libxcb-render-util0
  need_library libxcb-shape.so.0 libxcb-shape0
  need_library libxcb-xinerama.so.0 libxcb-xinerama0
  need_library libxcb-xkb.so.1 libxcb-xkb1
  if [ "$purpose" = test ]; then
    need_command Xvfb xvfb
  fi
  python=$(find_python)
  if [ -z "$python" ]; then
    missing="$missing python3 python3-venv"
  elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    missing="$missing $("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')"
  fi
fi

if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    say "Please install these packages (names as in Debian):$missing"
    exit 1
  fi
  as_root=""
  [ "$(id -u)" = 0 ] || as_root="sudo"
  say "Installing system packages:$missing"
  $as_root apt-get update -qq
  # shellcheck disable=SC2086 # a list of words
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

python=$(find_python)
if [ -z "$python" ]; then
  say "Stoelendans needs Python 3.11, 3.12, 3.13 or 3.14; none was found."
  say "On an older Ubuntu: apt install python3.11 python3.11-venv, then try again."
  exit 1
fi

# --- virtual environment and pinned dependencies ---------------------------------------------
lock=requirements/run.txt
[ "$purpose" = test ] && lock=requirements/dev.txt
wanted=$(cat "$lock" pyproject.toml | cksum)
stamp=.venv/.installed-$purpose
# what tests need holds all that a run needs
if [ "$purpose" = run ] && [ -f .venv/.installed-test ]; then
  lock=requirements/dev.txt
  stamp=.venv/.installed-test
  wanted=$(cat "$lock" pyproject.toml | cksum)
fi
if [ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
  exit 0
fi
if ! .venv/bin/python -c '' 2>/dev/null; then
  say "Making a virtual environment in .venv ($("$python" --version))"
  "$python" -m venv --clear .venv
fi
say "Installing the pinned dependencies from $lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
printf '%s' "$wanted" >"$stamp"
