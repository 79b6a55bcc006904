// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/catalogue.h"

namespace telltale::ui {

QString Catalogue::translate(const char *context, const char *text, const char *meaning, int n) const
{
    const QByteArray room = "telltale::ui";
    const QByteArray asked(context);
    const QByteArray bare = asked.startsWith(room + "::") ? asked.mid(room.size() + 2) : asked;
    for (const QByteArray &name : {asked, room + "::" + bare, bare, room}) {
        if (const QString found = QTranslator::translate(name.constData(), text, meaning, n); !found.isNull())
            return found;
    }
    return {};
}

} // namespace telltale::ui
