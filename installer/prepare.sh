#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by the other scripts: installs what is missing and builds. Not meant to be run by itself.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
preset=release
build=$root/build/$preset
# Two clones of the same sources share what the compiler cache knows.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1

tools="g++ cmake ninja-build pkg-config ccache"
libraries="qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-l10n-tools qt6-translations-l10n libqt6opengl6-dev libgl-dev fonts-dejavu-core
libeigen3-dev libzmq3-dev cppzmq-dev libsqlite3-dev libsimdjson-dev libtomlplusplus-dev libzstd-dev libsodium-dev libsvm-dev libpulse-dev"
test_tools="python3 python3-zmq python3-sklearn desktop-file-utils appstream man-db dbus-daemon poppler-utils pulseaudio locales"

say() { printf '\n== %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        echo "These packages are missing and neither root nor sudo is at hand to install them: $missing" >&2
        exit 1
    fi
}

# install_missing PACKAGE ...: asks the package manager only for what is not there yet.
install_missing() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        say "All needed packages are installed"
        return
    fi
    say "Installing:$missing"
    as_root apt-get update -q
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}

# use_preset NAME: what is built from here on, and where, as CMakePresets.json has it.
use_preset() {
    preset=$1
    build=$root/build/$preset
}

# build_targets [TARGET ...]: configures once, then builds what changed.
build_targets() {
    if [ ! -f "$build/build.ninja" ]; then
        say "Configuring"
        (cd "$root" && cmake --preset "$preset")
    fi
    say "Building (the first time takes some minutes)"
    cmake --build "$build" ${1:+--target "$@"}
}
