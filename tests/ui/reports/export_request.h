// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/reports/stored_alarms.h"
#include "ui/reports/report_export.h"

#include <QFile>

namespace telltale::test {

inline QByteArray contentOf(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline ui::ExportRequest requestFor(const std::string &dataFolder, const std::string &outFolder)
{
    ui::ExportRequest request;
    request.dataFolder = dataFolder;
    request.about.station = "desk 2";
    request.about.site = "Plant";
    request.about.productVersion = "Telltale test";
    request.form.outFolder = outFolder;
    request.form.zone = "Europe/Berlin";
    request.form.reportTime = at(9000);
    return request;
}

} // namespace telltale::test
