// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trend_pane.h"

#include "ui/text.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/plain.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

struct SpanChoice {
    const char *text;
    Duration span;
};
constexpr std::array<SpanChoice, 4> kSpans{{{"1m", 1min}, {"10m", 10min}, {"1h", 1h}, {"8h", 8h}}};

/// Around an alarm: so much before and after at least, or half of what its sensor usually shows.
constexpr Duration kAround = 10min;

} // namespace

TrendPane::TrendPane(QWidget *parent) : QWidget(parent), m_view(new TrendView(this)), m_box(new QComboBox(this))
{
    setObjectName(QStringLiteral("trendPane"));
    m_view->setObjectName(QStringLiteral("trendView"));
    m_box->setObjectName(QStringLiteral("trendSensor"));
    m_box->setAccessibleName(tr("Sensor of the trend"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(fontMetrics().averageCharWidth() / 2);
    row->addWidget(m_box, 1);
    m_live = addButton(*row, tr("LIVE"), tr("Follow the newest reading (L)"), QStringLiteral("liveButton"));
    m_pause = addButton(*row, tr("PAUSE"), tr("Hold the picture; the plant and the list go on (P)"), QStringLiteral("pauseButton"));
    addSpans(*row);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    m_live->setCheckable(true);
    m_pause->setCheckable(true);
    connect(m_live, &QToolButton::clicked, this, &TrendPane::goLive);
    connect(m_pause, &QToolButton::clicked, this, &TrendPane::pause);
    connect(m_view, &TrendView::liveChanged, this, &TrendPane::showLive);
    connect(m_box, &QComboBox::activated, this, [this](int place) { emit sensorPicked(m_choices[std::size_t(place)]); });
    showLive(m_view->isLive());
    m_view->setTheme(themeOf(*this));
}

QToolButton *TrendPane::addButton(QHBoxLayout &row, const QString &text, const QString &tip, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setFocusPolicy(Qt::TabFocus);
    row.addWidget(button);
    return button;
}

void TrendPane::addSpans(QHBoxLayout &row)
{
    row.addSpacing(fontMetrics().averageCharWidth());
    for (const SpanChoice &choice : kSpans) {
        const QString text = QString::fromLatin1(choice.text);
        QToolButton *button = addButton(row, text, tr("Show %1").arg(text), QStringLiteral("span") + text);
        connect(button, &QToolButton::clicked, m_view, [this, span = choice.span] { m_view->setSpan(span); });
    }
    row.addSpacing(fontMetrics().averageCharWidth());
    const auto add = [&](const char *text, const QString &tip, const char *name, auto slot) {
        connect(addButton(row, QString::fromUtf8(text), tip, QString::fromLatin1(name)), &QToolButton::clicked, m_view, slot);
    };
    add("−", tr("Zoom out (-)"), "zoomOut", &TrendView::zoomOut);
    add("+", tr("Zoom in (+)"), "zoomIn", &TrendView::zoomIn);
    add("◂", tr("Previous mark ([)"), "previousMark", &TrendView::showPreviousMark);
    add("▸", tr("Next mark (])"), "nextMark", &TrendView::showNextMark);
}

void TrendPane::show(const Structure &structure, SensorId sensor, std::vector<SensorId> others)
{
    if (std::find(others.begin(), others.end(), sensor) == others.end()) {
        others.insert(others.begin(), sensor);
    }
    const QSignalBlocker quiet(m_box);
    m_choices = std::move(others);
    m_box->clear();
    for (const SensorId choice : m_choices) {
        const SensorSpec &spec = structure.sensor(choice);
        const QString unit = spec.unit.empty() ? QString() : QStringLiteral(" (%1)").arg(toQt(spec.unit));
        m_box->addItem(toQt(spec.key.text()) + unit);
    }
    m_box->setCurrentIndex(int(std::find(m_choices.begin(), m_choices.end(), sensor) - m_choices.begin()));
    m_box->setToolTip(escapedToolTip(m_box->currentText()));
    if (m_sensor != sensor) {
        m_sensor = sensor;
        m_view->showSensor(structure.sensor(sensor));
    }
}

void TrendPane::lookAt(UtcTime at, UtcTime now, bool byOperator)
{
    if (!byOperator && !m_view->isLive() && !m_pausedForAlarm) {
        return;
    }
    const bool inSight = at != kNoTime && now != kNoTime && now - at < m_view->span() * 9 / 10;
    if (at == kNoTime || inSight) {
        if (m_pausedForAlarm) {
            goLive();
        }
        return;
    }
    m_view->showAround(at, std::max(kAround, m_view->usualSpan() / 2));
    m_pausedForAlarm = true;
}

void TrendPane::apply(const SnapshotPtr &snapshot)
{
    m_view->applySnapshot(snapshot);
}

void TrendPane::pause()
{
    m_pausedForAlarm = false;
    m_view->pause();
    showLive(m_view->isLive());
}

void TrendPane::goLive()
{
    m_pausedForAlarm = false;
    m_view->goLive();
    showLive(m_view->isLive());
}

void TrendPane::showLive(bool live)
{
    m_live->setChecked(live);
    m_pause->setChecked(!live);
}

void TrendPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_view->setTheme(themeOf(*this));
    }
}

} // namespace telltale::ui
