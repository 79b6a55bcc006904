// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tour_outline.h"

#include "ui/widgets/palette.h"

#include <QPainter>
#include <utility>

namespace telltale::ui {

namespace {

constexpr int kLookMs = 100; ///< nothing tells a stranger that a part was moved by one of its parents

} // namespace

TourOutline::TourOutline(QWidget *window) : QWidget(window)
{
    setObjectName(QStringLiteral("tourOutline"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &TourOutline::follow);
}

void TourOutline::pointAt(std::vector<const QWidget *> parts)
{
    m_parts = std::move(parts);
    setVisible(!m_parts.empty());
    follow();
}

std::vector<QRect> TourOutline::frames() const
{
    std::vector<QRect> frames;
    for (const QWidget *part : m_parts) {
        if (part->isVisible()) {
            const QRect place(part->mapTo(parentWidget(), QPoint(0, 0)), part->size());
            frames.push_back(place.adjusted(-kWidth, -kWidth, kWidth, kWidth).intersected(parentWidget()->rect()));
        }
    }
    return frames;
}

void TourOutline::follow()
{
    const QRect all = parentWidget()->rect();
    std::vector<QRect> now = frames();
    if (geometry() == all && now == m_drawn) {
        return;
    }
    m_drawn = std::move(now);
    setGeometry(all);
    QRegion ring;
    for (const QRect &frame : m_drawn) {
        ring += QRegion(frame) - QRegion(frame.adjusted(kWidth, kWidth, -kWidth, -kWidth));
    }
    // An empty mask would be none at all.
    setMask(ring.isEmpty() ? QRegion(-1, -1, 1, 1) : ring);
    raise();
    update();
}

void TourOutline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(*this).text);
}

void TourOutline::showEvent(QShowEvent *event)
{
    m_look.start();
    QWidget::showEvent(event);
}

void TourOutline::hideEvent(QHideEvent *event)
{
    m_look.stop();
    QWidget::hideEvent(event);
}

} // namespace telltale::ui
