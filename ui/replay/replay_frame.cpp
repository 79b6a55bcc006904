// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/replay_frame.h"

#include "ui/widgets/palette.h"

#include <QEvent>
#include <QPainter>

namespace telltale::ui {

ReplayFrame::ReplayFrame(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("replayFrame"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    window->installEventFilter(this);
    cover();
}

bool ReplayFrame::eventFilter(QObject *watched, QEvent *event)
{
    const bool changes = event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded || event->type() == QEvent::Show;
    if (watched == parent() && changes) {
        cover();
    }
    return QWidget::eventFilter(watched, event);
}

void ReplayFrame::cover()
{
    const QRect all = parentWidget()->rect();
    setGeometry(all);
    setMask(QRegion(all) - QRegion(all.adjusted(kWidth, kWidth, -kWidth, -kWidth)));
    raise();
}

void ReplayFrame::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.background);
    painter.fillRect(rect(), QBrush(theme.text, Qt::BDiagPattern));
}

} // namespace telltale::ui
