// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/contribution_bars.h"

#include "ui/charts/value_text.h"
#include "ui/text.h"
#include "ui/widgets/palette.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <numeric>
#include <span>

namespace telltale::ui {

namespace {

constexpr std::size_t kMostRows = 12;

QString figures(const Explanation::Channel &channel)
{
    return ContributionBars::tr("expected %1, got %2").arg(valueText(channel.expected), valueWithUnit(channel.actual, channel.unit));
}

QString restText(std::span<const Explanation::Channel> rest)
{
    if (rest.empty())
        return {};
    const double share = std::accumulate(rest.begin(), rest.end(), 0.0, [](double sum, const auto &each) { return sum + each.share; });
    return ContributionBars::tr("and %n more, together %1", nullptr, int(rest.size())).arg(percentText(share));
}

} // namespace

ContributionBars::ContributionBars(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("contributions"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ContributionBars::show(const std::vector<Explanation::Channel> &channels)
{
    const auto shown = channels.begin() + std::ptrdiff_t(std::min(channels.size(), kMostRows));
    m_channels.assign(channels.begin(), shown);
    m_rest = restText({shown, channels.end()});
    QStringList lines;
    for (const Explanation::Channel &channel : m_channels) {
        lines << QStringLiteral("%1 %2, %3").arg(toQt(channel.sensor), percentText(channel.share), figures(channel));
    }
    if (!m_rest.isEmpty())
        lines << m_rest;
    setAccessibleName(tr("Contributions: %1").arg(lines.join(QStringLiteral("; "))));
    updateGeometry();
    update();
}

/// Two lines each: name with bar and share, then the figures.
int ContributionBars::rowHeight() const
{
    return 2 * fontMetrics().height() + fontMetrics().height() / 3;
}

QSize ContributionBars::sizeHint() const
{
    const int rest = m_rest.isEmpty() ? 0 : fontMetrics().height();
    return {24 * fontMetrics().averageCharWidth(), int(m_channels.size()) * rowHeight() + rest};
}

QSize ContributionBars::minimumSizeHint() const
{
    return {12 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void ContributionBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = themeOf(*this);
    const int line = fontMetrics().height();
    const int percentWidth = fontMetrics().horizontalAdvance(QStringLiteral("100 %")) + fontMetrics().averageCharWidth();
    const int nameWidth = std::min(width() * 2 / 5, fontMetrics().horizontalAdvance(QStringLiteral("a_long_sensor_name")));
    const int barLeft = nameWidth + percentWidth;
    for (std::size_t i = 0; i < m_channels.size(); ++i) {
        const Explanation::Channel &channel = m_channels[i];
        const int top = int(i) * rowHeight();
        painter.setPen(theme.text);
        painter.drawText(QRect(0, top, nameWidth, line), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(toQt(channel.sensor), Qt::ElideMiddle, nameWidth));
        painter.drawText(QRect(nameWidth, top, percentWidth - fontMetrics().averageCharWidth(), line), Qt::AlignRight | Qt::AlignVCenter,
                         percentText(channel.share));
        const QRect room(barLeft, top + line / 5, width() - barLeft, line * 3 / 5);
        painter.fillRect(room, theme.grid);
        painter.fillRect(QRect(room.left(), room.top(), int(room.width() * std::clamp(channel.share, 0.0, 1.0)), room.height()),
                         theme.traces[0]);
        painter.setPen(theme.mutedText);
        painter.drawText(QRect(0, top + line, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(figures(channel), Qt::ElideRight, width()));
    }
    painter.setPen(theme.mutedText);
    painter.drawText(QRect(0, int(m_channels.size()) * rowHeight(), width(), line), Qt::AlignLeft | Qt::AlignVCenter, m_rest);
}

void ContributionBars::mouseReleaseEvent(QMouseEvent *event)
{
    const std::size_t row = std::size_t(std::max(0, event->pos().y() / rowHeight()));
    if (row < m_channels.size()) {
        emit sensorWanted(toQt(m_channels[row].sensor));
    }
}

} // namespace telltale::ui
