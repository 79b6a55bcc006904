#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the Debian packages, checks them with lintian, and takes them through their life on a bare Debian 12: install, start, upgrade, purge.
# Needs root, debootstrap and dpkg-dev, and takes some minutes; where they are missing it says so and skips. Packages stay in out/packages.
. "$(dirname "$0")/prepare.sh"

skip() {
    say "SKIPPED: $*"
    exit 0
}
fail() {
    say "FAILED: $*"
    exit 1
}

[ "$(id -u)" -eq 0 ] || skip "only root can make a bare system"
for tool in debootstrap dpkg-shlibdeps lintian; do
    command -v $tool >/dev/null 2>&1 || skip "$tool is not installed (packages debootstrap dpkg-dev lintian)"
done

out=$root/out/packages
bare=$(mktemp -d)
chmod 755 "$bare" # apt fetches as somebody else
leave() {
    umount "$bare/proc" 2>/dev/null || true
    rm -rf --one-file-system "$bare"
}
trap leave EXIT

# package REVISION: packages of that Debian revision, in $out/REVISION.
package() {
    say "Packaging revision $1"
    cmake -D TELLTALE_PACKAGE_RELEASE="$1" "$build" >/dev/null
    build_targets telltale-installed
    rm -rf "${out:?}/$1"
    (cd "$build" && cpack -G DEB -B "$out/$1" >/dev/null)
    rm -rf "$out/$1/_CPack_Packages"
    [ "$(find "$out/$1" -name '*.deb' | wc -l)" -eq 3 ] || fail "expected three packages in $out/$1"
}

inside() {
    chroot "$bare" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

# The bare system uses whatever apt uses here.
make_bare_system() {
    say "Making a bare Debian 12"
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' 'Component: main' | head -n 1)
    debootstrap --variant=minbase bookworm "$bare" ${mirror:+"$mirror"} >"$out/debootstrap.log" 2>&1 || fail "see $out/debootstrap.log"
    rm -f "$bare/etc/apt/sources.list"
    cp -a /etc/apt/. "$bare/etc/apt/"
    cp /etc/resolv.conf "$bare/etc/resolv.conf" 2>/dev/null || true
    mount -t proc proc "$bare/proc" 2>/dev/null || true
    inside apt-get update -q >/dev/null
}

install_packages() {
    rm -rf "$bare/packages"
    cp -r "$out/$1" "$bare/packages"
    inside sh -c 'apt-get install -y -q --no-install-recommends /packages/*.deb' >>"$out/apt.log" 2>&1 || fail "revision $1 does not install, see $out/apt.log"
    installed=$(inside dpkg-query -W -f '${Version}' telltale)
    case $installed in
    *-"$1") ;;
    *) fail "expected revision $1, found $installed" ;;
    esac
}

start_it() {
    say "Starting revision $1"
    inside env QT_QPA_PLATFORM=offscreen telltale --demo --run-for 20 --print-alarms >"$out/alarms.jsonl" 2>"$out/stderr.log" ||
        fail "telltale does not run, see $out/stderr.log"
    ! grep -q 'not writing' "$out/stderr.log" || fail "the journal cannot be written, see $out/stderr.log"
    [ -s "$bare/root/.local/share/telltale/demo/journal.db" ] || fail "no journal was written"
    inside telltale-lab --help >/dev/null
    inside telltale-sim list >/dev/null
}

# Files that the packages brought, or anything else of that name outside the user's own folders.
check_nothing_is_left() {
    left=$(while read -r path; do [ -d "$bare$path" ] || [ ! -e "$bare$path" ] || echo "$path"; done <"$out/brought")
    left=$left$(find "$bare" -xdev -iname '*telltale*' -not -path "$bare/root/*" -not -path "$bare/packages*" -not -path "$bare/proc/*")
    [ -z "$left" ] || fail "left behind after purging: $left"
}

mkdir -p "$out"
: >"$out/apt.log"
package 2
package 1

# Nothing is uploaded to Debian, so that no bug of Debian's is closed.
say "Checking with lintian"
lintian --suppress-tags initial-upload-closes-no-bugs --fail-on error,warning --tag-display-limit 0 "$out"/1/*.deb || fail "lintian has complaints"

make_bare_system
install_packages 1
inside dpkg -L telltale telltale-headless telltale-doc | sort -u >"$out/brought"
start_it 1
say "Upgrading"
install_packages 2
start_it 2
say "Purging"
inside apt-get purge -y -q telltale telltale-headless telltale-doc >>"$out/apt.log" 2>&1 || fail "purging does not work, see $out/apt.log"
check_nothing_is_left
say "Installed, started, upgraded and purged: nothing is left. Packages: $out/1"
