// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QtTest>

namespace telltale::test {

/// Path of a file in the folder of real series, empty where that folder is not there.
inline QString realSeries(const QString &name)
{
    const QString folder = qEnvironmentVariable("TELLTALE_DATA");
    const QString path = folder + '/' + name;
    return folder.isEmpty() || !QFile::exists(path) ? QString() : path;
}

} // namespace telltale::test

/// Skips the running test, visibly, where the real series are not at hand.
#define TELLTALE_NEED_SERIES(variable, name)                                                                                               \
    const QString variable = telltale::test::realSeries(QStringLiteral(name));                                                             \
    if (variable.isEmpty())                                                                                                                \
    QSKIP("real series not found: set TELLTALE_DATA to the folder that holds " name)
