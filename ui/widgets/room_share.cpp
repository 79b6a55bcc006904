// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/room_share.h"

#include "ui/widgets/fitting_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

int shortestOf(const FittingLabel &label)
{
    return label.forms().isEmpty() ? 0 : label.widthOf(label.forms().last());
}

} // namespace

RoomShare::RoomShare(QHBoxLayout &row, std::vector<FittingLabel *> byImportance)
    : QObject(row.parentWidget())
    , m_row(row)
    , m_labels(std::move(byImportance))
{
    row.parentWidget()->installEventFilter(this);
}

bool RoomShare::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        share();
    }
    return QObject::eventFilter(watched, event);
}

/// Behind everything whose width is not for us to decide.
int RoomShare::roomLeft() const
{
    int left = m_row.contentsRect().width();
    int parts = 0;
    for (int i = 0; i < m_row.count(); ++i) {
        QLayoutItem *item = m_row.itemAt(i);
        if (item->isEmpty()) {
            continue; // hidden, or what only stretches
        }
        const auto *label = qobject_cast<FittingLabel *>(item->widget());
        const bool ours = std::find(m_labels.begin(), m_labels.end(), label) != m_labels.end();
        left -= ours ? 0 : item->sizeHint().width();
        ++parts;
    }
    return left - std::max(0, parts - 1) * m_row.spacing();
}

void RoomShare::share()
{
    int left = roomLeft();
    std::vector<std::pair<FittingLabel *, int>> granted;
    for (FittingLabel *label : m_labels) {
        if (!label->isHidden()) {
            granted.emplace_back(label, shortestOf(*label));
            left -= granted.back().second;
        }
    }
    for (auto &[label, width] : granted) {
        for (const QString &form : label->forms()) {
            if (const int more = label->widthOf(form) - width; more > 0 && more <= left) {
                width += more;
                left -= more;
                break;
            }
        }
    }
    for (auto each = granted.rbegin(); each != granted.rend(); ++each) {
        const int given = std::clamp(-left, 0, std::max(0, each->second - each->first->minimumSizeHint().width()));
        each->second -= given;
        left += given;
        each->first->setGranted(std::max(1, each->second));
    }
}

} // namespace telltale::ui
