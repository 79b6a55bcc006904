#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes one target with clang's libFuzzer, address and undefined-behaviour sanitizers on:
#     tests/fuzz/run.sh TARGET SECONDS        (for example: tests/fuzz/run.sh fuzz_plant 60)
# It needs the packages clang-14 and libclang-rt-14-dev, and builds in build/fuzz. New inputs stay in build/fuzz/found/TARGET; one that crashed is named at the end: shorten it and put it
# into tests/fuzz/corpus, where it is replayed from then on.
set -eu
if [ $# -ne 2 ]; then
    sed -n '3,6s/^# //p' "$0" >&2
    exit 2
fi
target=$1
seconds=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/fuzz
corpus=$root/tests/fuzz/corpus/${target#fuzz_}
[ -d "$corpus" ] || { echo "no such target: $target" >&2; exit 2; }

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_CXX_COMPILER="${CXX:-clang++-14}" \
    -DTELLTALE_SANITIZE=fuzzer-no-link,address,undefined -DTELLTALE_FUZZER=ON > /dev/null
cmake --build "$build" --target "$target"

found=$build/found/$target
mkdir -p "$found"
# SQLite and zstd are the system's and not instrumented: leaks in them are not looked for, memory of ours is bounded all the same.
exec "$build/tests/$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=1024 -max_len=65536 -print_final_stats=1 \
    -artifact_prefix="$found/" "$found" "$corpus"
