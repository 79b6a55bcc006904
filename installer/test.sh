#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything, and runs all tests. No display is needed.
# Set TELLTALE_DATA to a folder of real series to run the tests on them; without it they skip and say so.
. "$(dirname "$0")/prepare.sh"

# shellcheck disable=SC2086
install_missing $tools $libraries $test_tools
build_targets

say "Testing"
cd "$build"
exec ctest --output-on-failure --parallel 2 "$@"
