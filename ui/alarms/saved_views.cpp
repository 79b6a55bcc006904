// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/saved_views.h"

#include "ui/models/natural_order.h"

#include <QCoreApplication>
#include <algorithm>

namespace telltale::ui {

namespace {

std::vector<SavedViews::Named> builtIn()
{
    AlarmView urgent;
    urgent.tab = AlarmView::Tab::Unacked;
    urgent.priorities = {true, false, false, false};
    return {{QCoreApplication::translate("SavedViews", "All"), AlarmView{}, true},
            {QCoreApplication::translate("SavedViews", "Unacknowledged P1"), urgent, true}};
}

} // namespace

SavedViews::SavedViews() : m_views(builtIn()) {}

QStringList SavedViews::lines() const
{
    QStringList lines;
    for (const Named &view : m_views) {
        if (!view.builtIn) {
            lines << view.name << toLine(view.view);
        }
    }
    return lines;
}

void SavedViews::setLines(const QStringList &lines)
{
    m_views = builtIn();
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2) {
        save(lines[i], viewFromLine(lines[i + 1]));
    }
}

bool SavedViews::save(const QString &given, const AlarmView &view)
{
    const QString name = given.trimmed().left(kMostCharacters);
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const Named &known) { return known.name == name; });
    if (name.isEmpty() || (found != m_views.end() && found->builtIn)) {
        return false;
    }
    if (found != m_views.end()) {
        found->view = view;
    } else {
        m_views.push_back({name, view, false});
        std::sort(m_views.begin() + std::ptrdiff_t(builtIn().size()), m_views.end(),
                  [](const Named &a, const Named &b) { return compareNaturally(a.name, b.name) < 0; });
    }
    return true;
}

bool SavedViews::remove(const QString &name)
{
    const auto gone = std::erase_if(m_views, [&](const Named &known) { return known.name == name && !known.builtIn; });
    return gone > 0;
}

} // namespace telltale::ui
