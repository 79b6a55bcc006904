// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/version.h"

#include "version_number.h"

#include <sqlite3.h>

namespace telltale::app {

std::string productVersion()
{
    return TELLTALE_VERSION;
}

std::string versionText(const std::string &program)
{
    return program + ' ' + productVersion() + "\nSQLite " + sqlite3_libversion() + ", compiler " + __VERSION__
        + "\nLicence: GPL-3.0-or-later\n";
}

} // namespace telltale::app
