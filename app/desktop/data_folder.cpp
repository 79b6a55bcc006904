// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/data_folder.h"

#include "ui/text.h"

#include <QStandardPaths>

namespace telltale::app {

std::string usualDataFolder(bool demo)
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return ui::fromQt(base + (demo ? QStringLiteral("/telltale/demo") : QStringLiteral("/telltale/plant")));
}

} // namespace telltale::app
