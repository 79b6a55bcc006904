#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and lets the real programs work through a day of data in 72 minutes, while they are killed and stopped, the disk
# is full, the journal locked, the clock moved and hostile frames come. Prints a table of figures; exit code 1: a promise was missed.
#   sh installer/soak.sh [--hours H] [--speed S] [--seed N] [--quick] [--keep DIR]      --quick: about two and a half minutes
. "$(dirname "$0")/prepare.sh"

# shellcheck disable=SC2086
install_missing $tools $libraries
build_targets telltale-soak

say "Soaking on $(uname -m) with $(nproc) cores, commit $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo unknown)"
exec "$build/tests/telltale-soak" "$@"
