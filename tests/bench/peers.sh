#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetches the programs that the benchmarks compare Telltale with, into build/peers or $TELLTALE_PEERS. The build never calls this, and a
# benchmark whose peer is absent says so and runs without it.
#   sh tests/bench/peers.sh [peer ...]      default: all
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${TELLTALE_PEERS:-$here/../../build/peers}

# name | client | what | file | sha256
table='rcf|maven|software.amazon.randomcutforest:randomcutforest-core:4.2.0|randomcutforest-core-4.2.0.jar|5783c8f34fda7bf01e157001da38ca2d494bffd643a9e14eec15dc7c22fedd49
river|pip|river==0.21.2|river-0.21.2-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl|18973b1f0e98649b16813fffc83a6d4ec50be7fda48a719e91140c2b442d2fdf
qcustomplot|apt|libqcustomplot2.1-qt6=2.1.0+dfsg1-3.1|libqcustomplot2.1-qt6_2.1.0+dfsg1-3.1_amd64.deb|fecd9c253cce721f722c9e4b5b550c3561a0e96f0facfe9dfe17303d2ec286e8
qcustomplot_dev|apt|libqcustomplot-dev=2.1.0+dfsg1-3.1|libqcustomplot-dev_2.1.0+dfsg1-3.1_amd64.deb|fe85114e1d2669724a32f2de92b72d3e3f1089958c825859ce45e5479cfae0d0'

# One function per client: fetch_<client> <what> puts the file into the current folder.
fetch_maven() {
    plugin=org.apache.maven.plugins:maven-dependency-plugin:3.6.0
    mvn -B -q "$plugin:get" "-Dartifact=$1" -Dtransitive=false
    mvn -B -q "$plugin:copy" "-Dartifact=$1" -DoutputDirectory=.
}

fetch_pip() {
    python3 -m pip download -q --no-deps --only-binary :all: --python-version 3.11 --dest . "$1"
}

fetch_apt() {
    apt-get download -q "$1"
}

# One function per peer that needs more than its file: prepare_<name> <file>.
prepare_rcf() {
    javac -cp "$1" -d . "$here/RcfPeer.java"
}

prepare_river() {
    python3 -m zipfile -e "$1" .
}

# Unpacked, not installed: the header's package would bring the whole of Qt 5 along.
prepare_qcustomplot() {
    dpkg-deb -x "$1" .
}

prepare_qcustomplot_dev() {
    dpkg-deb -x "$1" .
}

mkdir -p "$folder"
cd "$folder"
wanted=${*:-$(printf '%s\n' "$table" | cut -d'|' -f1)}
for name in $wanted; do
    row=$(printf '%s\n' "$table" | grep "^$name|") || { echo "no peer $name" >&2; exit 2; }
    IFS='|' read -r _ client what file sum <<EOF
$row
EOF
    mkdir -p "$name"
    (
        cd "$name"
        [ -f "$file" ] || "fetch_$client" "$what"
        echo "$sum  $file" | sha256sum -c - || { rm -f "$file"; exit 1; }
        if command -v "prepare_$name" >/dev/null; then "prepare_$name" "$file"; fi
    )
    echo "$name is in $folder/$name"
done
