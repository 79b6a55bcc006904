// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/trend_status.h"

#include "ui/charts/elided_label.h"
#include "ui/charts/time_text.h"
#include "ui/charts/value_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("TrendStatus", text);
}

QStringList notes(const SensorState &state)
{
    QStringList result;
    if (state.samples == 0)
        result.append(words(QT_TRANSLATE_NOOP("TrendStatus", "waiting for the first sample")));
    else if (state.stale)
        result.append(words(QT_TRANSLATE_NOOP("TrendStatus", "stale: nothing new since %1")).arg(clockText(state.time)));
    if (state.quality != Quality::Good)
        result.append(words(QT_TRANSLATE_NOOP("TrendStatus", "%1 quality: not judged")).arg(toQt(toText(state.quality))));
    if (state.warmUp < 1.0)
        result.append(words(QT_TRANSLATE_NOOP("TrendStatus", "warming up %1: no decision yet")).arg(percentText(state.warmUp)));
    else if (state.samples > 0 && state.quality == Quality::Good && state.verdict == Verdict::NoDecision)
        result.append(words(QT_TRANSLATE_NOOP("TrendStatus", "no decision")));
    return result;
}

QString remarkOf(const TrendLoad &load)
{
    static constexpr std::array kLevels{QT_TRANSLATE_NOOP("TrendStatus", "lowest and highest of each minute"),
                                        QT_TRANSLATE_NOOP("TrendStatus", "lowest and highest of each hour"),
                                        QT_TRANSLATE_NOOP("TrendStatus", "lowest and highest of each day")};
    if (!load.problem.empty())
        return words(QT_TRANSLATE_NOOP("TrendStatus", "stored samples cannot be read: %1")).arg(toQt(load.problem));
    if (load.damaged > 0)
        return QCoreApplication::translate("TrendStatus", "%n stretch(es) of stored samples are damaged and left out", nullptr,
                                           int(load.damaged));
    if (load.cut)
        return words(QT_TRANSLATE_NOOP("TrendStatus", "too much history for one picture: zoom in"));
    if (load.loading)
        return words(QT_TRANSLATE_NOOP("TrendStatus", "loading history \u2026"));
    return load.level ? words(kLevels[std::size_t(*load.level)]) : QString();
}

} // namespace

QString TrendStatus::spoken() const
{
    QStringList parts{sensor, mode, span, zone, note, remark};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

TrendStatus trendStatus(const SensorSpec &sensor, const SensorState &state, const TrendRange &range, bool simulated, const TrendLoad &load)
{
    TrendStatus status;
    status.sensor = toQt(sensor.key.text());
    status.paused = !range.live();
    status.mode = range.live() ? words(QT_TRANSLATE_NOOP("TrendStatus", "LIVE"))
                               : words(QT_TRANSLATE_NOOP("TrendStatus", "PAUSED %1")).arg(agoText(range.now() - range.end()));
    status.span = spanText(range.span());
    const QString zone = zoneText(range.end());
    status.zone = simulated ? words(QT_TRANSLATE_NOOP("TrendStatus", "%1, simulated clock")).arg(zone) : zone;
    status.value = valueWithUnit(state.value, sensor.unit);
    if (sensor.unit.empty())
        status.value += words(QT_TRANSLATE_NOOP("TrendStatus", " (unit unknown)"));
    status.note = notes(state).join(QStringLiteral(" · "));
    status.remark = remarkOf(load);
    return status;
}

QString replayedMode(const TrendStatus &status)
{
    return status.paused ? words(QT_TRANSLATE_NOOP("TrendStatus", "REPLAY, %1")).arg(status.mode)
                         : words(QT_TRANSLATE_NOOP("TrendStatus", "REPLAY"));
}

TrendStatusLine::TrendStatusLine(QWidget *parent) : QWidget(parent), m_theme(&Theme::light())
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(6, 3, 6, 3);
    line->setSpacing(12);
    m_sensor = addElided("trendSensor", Qt::ElideLeft);
    m_value = addLabel("trendValue", true);
    m_mode = addLabel("trendMode", true);
    m_span = addLabel("trendSpan", false);
    m_zone = addLabel("trendZone", false);
    m_note = addElided("trendNote", Qt::ElideRight);
    m_remark = addElided("trendRemark", Qt::ElideRight);
    line->addStretch(1);
    applyColours();
}

QLabel *TrendStatusLine::addLabel(const char *name, bool bold)
{
    auto *label = new QLabel(this);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(bold);
    label->setFont(font);
    layout()->addWidget(label);
    return label;
}

ElidedLabel *TrendStatusLine::addElided(const char *name, Qt::TextElideMode mode)
{
    auto *label = new ElidedLabel(mode, this);
    label->setObjectName(QString::fromLatin1(name));
    layout()->addWidget(label);
    return label;
}

void TrendStatusLine::setBrief()
{
    constexpr int kEdge = 6;
    for (QLabel *label : {m_mode, m_span, m_zone})
        label->hide();
    layout()->setContentsMargins(kEdge, 0, kEdge, 0);
}

void TrendStatusLine::setCorner(QWidget *corner)
{
    m_corner = corner;
    layout()->addWidget(corner);
}

void TrendStatusLine::setTheme(const Theme &theme)
{
    m_theme = &theme;
    applyColours();
}

void TrendStatusLine::applyColours()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_theme->surface);
    colours.setColor(QPalette::WindowText, m_theme->text);
    setPalette(colours);
    setAutoFillBackground(true);
    // Paused: reversed, so that it cannot be taken for live from across the room. No colour: it is no alarm.
    QPalette reversed = colours;
    reversed.setColor(QPalette::Window, m_theme->text);
    reversed.setColor(QPalette::WindowText, m_theme->surface);
    m_mode->setPalette(m_status.paused ? reversed : colours);
    m_mode->setAutoFillBackground(m_status.paused);
    QPalette warning = colours;
    warning.setColor(QPalette::WindowText, m_theme->quality);
    m_note->setPalette(warning);
}

void TrendStatusLine::showStatus(const TrendStatus &status)
{
    if (status == m_status)
        return;
    const bool modeChanged = status.paused != m_status.paused;
    m_status = status;
    m_sensor->setText(status.sensor);
    m_mode->setText(status.paused ? ' ' + status.mode + ' ' : status.mode);
    m_span->setText(status.span);
    m_zone->setText(status.zone);
    m_value->setText(status.value);
    m_note->setText(status.note);
    m_remark->setText(status.remark);
    shareRoom();
    layout()->activate(); // now: the event loop might paint new texts in the old places first
    if (modeChanged)
        applyColours();
}

void TrendStatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

/// What stands still gets what it needs; of the rest the note comes first, the remark next, and the name takes what is left.
void TrendStatusLine::shareRoom()
{
    const QMargins margins = layout()->contentsMargins();
    int rest = width() - margins.left() - margins.right() - layout()->spacing() * (layout()->count() - 1);
    for (const QLabel *label : {m_mode, m_span, m_zone, m_value})
        rest -= label->isHidden() ? 0 : label->sizeHint().width();
    rest -= m_corner == nullptr ? 0 : m_corner->sizeHint().width();
    const int leastName = m_sensor->minimumSizeHint().width();
    for (ElidedLabel *label : {m_note, m_remark}) {
        const int share = std::clamp(label->sizeHint().width(), 0, std::max(0, rest - leastName));
        label->setFixedWidth(share);
        rest -= share;
    }
    m_sensor->setFixedWidth(std::clamp(m_sensor->sizeHint().width(), 0, std::max(leastName, rest)));
}

} // namespace telltale::ui
