#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing and tests once more with mistakes made visible: the whole suite with the address and undefined-behaviour
# sanitizers, everything that works with threads with the thread sanitizer. Mistakes made on purpose must be found by each of them.
# Arguments go to ctest. No display is needed.
. "$(dirname "$0")/prepare.sh"

# shellcheck disable=SC2086
install_missing $tools $libraries $test_tools clang-14 libclang-rt-14-dev llvm-14

use_preset tsan
build_targets thread_tests
say "Testing what works with threads, with the thread sanitizer"
(cd "$build" && ctest --label-regex threads --output-on-failure --parallel 2 "$@")

use_preset asan
build_targets
say "Testing everything with the address and undefined-behaviour sanitizers"
cd "$build"
exec ctest --output-on-failure --parallel 2 "$@"
