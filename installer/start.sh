#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and opens the monitor on the built-in simulated plant.
# Without a display it runs the same for 60 s and leaves a picture, a report and the journal in a folder that it names.
. "$(dirname "$0")/prepare.sh"

# shellcheck disable=SC2086
install_missing $tools $libraries
build_targets telltale telltale-sim telltale-lab

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "Starting Telltale on the simulated plant (close the window to end)"
    exec "$build/bin/telltale" --demo "$@"
fi

out=$root/out/demo-$(date -u +%Y%m%dT%H%M%SZ)
mkdir -p "$out"
say "No display: running the simulated plant for 60 s without one"
export QT_QPA_PLATFORM=offscreen
# Qt says that a machine without a desktop has no window manager; that is known here.
export QT_LOGGING_RULES="default.warning=false"
"$build/bin/telltale" --demo --no-sound --notify never --data "$out/data" --run-for 60 --screenshot "$out/window.png" --after 55 --print-alarms "$@" | tee "$out/alarms.jsonl"
"$build/bin/telltale" --data "$out/data" --export-incident last --format pdf,html,csv -o "$out"
"$build/bin/telltale" --data "$out/data" --export-journal -o "$out/journal.csv"
say "Done. Picture, incident report and journal are in $out:"
ls -1 "$out"
