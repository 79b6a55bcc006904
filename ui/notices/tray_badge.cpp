// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/tray_badge.h"

#include "ui/style/priority_symbol.h"

#include <QCoreApplication>
#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>
#include <array>

namespace telltale::ui {

namespace {

constexpr std::array kSizes{16, 22, 24, 32, 48, 64};
constexpr double kSymbolShare = 0.60; ///< of the icon's side, top left
constexpr double kCountShare = 0.44;  ///< height of the count, bottom right
constexpr int kMostCounted = 99;

QString countText(int count)
{
    return count > kMostCounted ? QStringLiteral("%1+").arg(kMostCounted) : QString::number(count);
}

void paintCount(QPainter &painter, int side, const QString &text, const Theme &theme)
{
    QFont font = painter.font();
    font.setBold(true);
    font.setPixelSize(std::max(7, qRound(kCountShare * side)));
    painter.setFont(font);
    const double width = std::min<double>(side, painter.fontMetrics().horizontalAdvance(text) + side / 16.0);
    const QRectF box(side - width, side * (1.0 - kCountShare), width, side * kCountShare);
    painter.fillRect(box, theme.background);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

QPixmap badge(const QIcon &logo, int side, Priority worst, int count, const Theme &theme)
{
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setOpacity(0.35);
    logo.paint(&painter, QRect(0, 0, side, side));
    painter.setOpacity(1.0);
    paintPrioritySymbol(painter, QRectF(0, 0, kSymbolShare * side, kSymbolShare * side), worst, theme, false);
    paintCount(painter, side, countText(count), theme);
    return picture;
}

} // namespace

QIcon badgeIcon(const QIcon &logo, const AlarmCounts &counts, const Theme &theme)
{
    const int worst = counts.worstUnacked();
    if (worst == 0) {
        return logo;
    }
    QIcon icon;
    for (const int side : kSizes) {
        icon.addPixmap(badge(logo, side, Priority(worst), counts.allUnacked(), theme));
    }
    return icon;
}

QString badgeText(const AlarmCounts &counts)
{
    const int worst = counts.worstUnacked();
    if (worst == 0) {
        return TrayBadge::tr("Telltale: nothing is unacknowledged");
    }
    return TrayBadge::tr("Telltale: %n alarm(s) not acknowledged, the worst is P%1", nullptr, counts.allUnacked()).arg(worst);
}

TrayBadge::TrayBadge(QIcon logo, QObject *parent)
    : QObject(parent)
    , m_logo(std::move(logo))
    , m_menu(std::make_unique<QMenu>())
    , m_icon(new QSystemTrayIcon(m_logo, this))
{
    connect(m_menu->addAction(tr("Show the window")), &QAction::triggered, this, &TrayBadge::showWanted);
    connect(m_menu->addAction(tr("Silence the horn")), &QAction::triggered, this, &TrayBadge::silenceWanted);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
            emit showWanted();
        }
    });
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon->show();
    }
}

TrayBadge::~TrayBadge() = default;

void TrayBadge::apply(const AlarmCounts &counts, const Theme &theme)
{
    const Picture picture{counts.worstUnacked(), counts.allUnacked(), theme.dark};
    if (!m_icon->isVisible() || m_shown == picture) {
        return;
    }
    m_shown = picture;
    m_icon->setIcon(badgeIcon(m_logo, counts, theme));
    m_icon->setToolTip(badgeText(counts));
}

} // namespace telltale::ui
