// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace telltale::test {

/// Where the programs under test are: the environment variable TELLTALE_BIN, else where they are built, beside the tests. Needs a
/// QCoreApplication.
inline QString builtFolder()
{
    const QString given = qEnvironmentVariable("TELLTALE_BIN");
    return given.isEmpty() ? QCoreApplication::applicationDirPath() + QStringLiteral("/../bin") : given;
}

inline QString builtProgram(const char *name)
{
    return builtFolder() + QLatin1Char('/') + QLatin1String(name);
}

} // namespace telltale::test
