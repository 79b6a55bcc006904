// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/close_guard.h"

#include "ui/keys/key_words.h"

#include <QCoreApplication>
#include <utility>

namespace telltale::ui {

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("CloseGuard", text, meaning, n);
}

} // namespace

QString CloseGuard::objection(int unacked, bool kiosk, Moment now)
{
    if (unacked == 0 && !kiosk)
        return {};
    if (const auto asked = std::exchange(m_asked, now); asked && now - *asked <= kPatience)
        return {};
    const QString again = tr("%1 again within %2 s ends it all the same.").arg(pressText(Act::Quit)).arg(kPatience.count());
    return unacked == 0 ? tr("This screen is meant to stay. %1").arg(again)
                        : tr("%n alarm(s) are unacknowledged, and nobody watches once this is closed. %1", nullptr, unacked).arg(again);
}

} // namespace telltale::ui
