// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/focus_hand.h"

#include <QFocusEvent>
#include <QPointer>
#include <QWidget>

namespace telltale::ui {

namespace {

class FocusHand final : public QObject {
public:
    explicit FocusHand(QWidget &whole) : QObject(&whole)
    {
        setObjectName(QStringLiteral("focusHand"));
        whole.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::FocusIn && m_part != nullptr) {
            m_part->setFocus(static_cast<QFocusEvent *>(event)->reason());
        }
        return QObject::eventFilter(watched, event);
    }

    void give(QWidget &part) { m_part = &part; }

private:
    QPointer<QWidget> m_part;
};

} // namespace

void handFocusTo(QWidget &whole, QWidget &part)
{
    auto *hand = dynamic_cast<FocusHand *>(whole.findChild<QObject *>(QStringLiteral("focusHand"), Qt::FindDirectChildrenOnly));
    (hand != nullptr ? hand : new FocusHand(whole))->give(part);
}

} // namespace telltale::ui
