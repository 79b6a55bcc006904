#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything, and runs all tests. No display is needed.
# Set TELLTALE_DATA to a folder of real series to run the tests on them. Tests that could not run say so, all together before the summary at the end.
. "$(dirname "$0")/prepare.sh"

# shellcheck disable=SC2086
install_missing $tools $libraries $test_tools
build_targets

say "Testing"
cd "$build"
status=0
ctest --output-on-failure --parallel 2 --output-log tests.log "$@" || status=$?

say "Skipped"
grep -h '^SKIP ' Testing/Temporary/LastTest.log | sort -u | grep . || echo nothing

say "Summary"
sed -n '/tests passed/,$p' tests.log
exit "$status"
