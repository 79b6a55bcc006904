#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# translations.sh LUPDATE [FOLDER]: takes the texts of the sources over into resources/translations (or FOLDER). German has all of them,
# English only those with a number in them. No line numbers: a moved line changes no file.
set -eu
lupdate=$1
cd "$(dirname "$0")/.."
folder=${2:-resources/translations}
update() { "$lupdate" -silent -I . -locations none -no-obsolete -source-language en "$@" 2>/dev/null; }
update -target-language de ui app/desktop -ts "$folder/telltale_de.ts"
update -target-language en -pluralonly ui app/desktop -ts "$folder/telltale_en.ts"
