// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/screens.h"

#include "ui/text.h"

#include <QGuiApplication>
#include <QScreen>

namespace telltale::app {

Result<QScreen *> screenNamed(const std::string &name)
{
    QStringList names;
    for (QScreen *screen : QGuiApplication::screens()) {
        if (screen->name() == ui::toQt(name))
            return screen;
        names << screen->name();
    }
    return Error{ErrorKind::NotFound, "no screen \"" + name + "\"; there are: " + ui::fromQt(names.join(QStringLiteral(", "))), "--screen"};
}

} // namespace telltale::app
