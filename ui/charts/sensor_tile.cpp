// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sensor_tile.h"

#include "ui/charts/default_span.h"
#include "ui/charts/tile_accessible.h"
#include "ui/charts/tile_painter.h"
#include "ui/charts/tile_texts.h"
#include "ui/charts/time_text.h"
#include "ui/charts/value_text.h"
#include "ui/text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>
#include <optional>

namespace telltale::ui {

struct SensorTile::Room {
    const Theme *theme = &Theme::light();
    SensorSpec sensor;
    bool assetShown = false;
    SensorState state;
    SensorTrace trace;
    Duration span = *defaultSpan(false, Duration::zero());
    SparkLine spark;
    bool sparkOutdated = true;
    double sparkColumns = 0.0;
    QString spokenState;
    struct Laid {
        QFont font;
        QRectF bounds;
        bool assetShown = false;
        TileLayout layout;
    };
    std::optional<Laid> laid;

    bool take(const Snapshot &snapshot);
    void updateSpark(double columns);
    TileLayout &layoutFor(const QFont &font, const QRectF &bounds);
    [[nodiscard]] QString toolTip() const;
};

namespace {

/// Whether two states look different on a tile. Expected value, band and score are not shown there.
bool looksDifferent(const SensorState &a, const SensorState &b)
{
    const bool sameValue = a.value == b.value || (std::isnan(a.value) && std::isnan(b.value));
    return !sameValue || a.samples != b.samples || a.quality != b.quality || a.stale != b.stale || a.verdict != b.verdict
           || a.worstAlarm != b.worstAlarm || a.worstPriority != b.worstPriority || a.warmUp != b.warmUp;
}

/// From the oldest sample to the newest.
Duration lengthOf(const SensorTrace &trace)
{
    const bool open = trace.tail && !trace.tail->empty();
    if (!open && trace.sealed.empty())
        return Duration::zero();
    const Chunk &oldest = trace.sealed.empty() ? *trace.tail : *trace.sealed.front();
    const Chunk &newest = open ? *trace.tail : *trace.sealed.back();
    return Duration{newest.t.back() - oldest.t.front()};
}

} // namespace

/// True when there is something new to see.
bool SensorTile::Room::take(const Snapshot &snapshot)
{
    const std::size_t index = indexOf(sensor.id);
    if (index >= snapshot.sensors.size())
        return false;
    bool changed = looksDifferent(state, snapshot.sensors[index]);
    state = snapshot.sensors[index];
    static const SensorTrace kNone;
    const auto found = snapshot.traces.find(std::uint32_t(index));
    const SensorTrace &newest = found == snapshot.traces.end() ? kNone : found->second;
    if (newest.tail != trace.tail || newest.sealed != trace.sealed) {
        trace = newest;
        sparkOutdated = changed = true;
    }
    const Duration period = sensor.period > Duration::zero() ? sensor.period : typicalStep(trace.sealed);
    span = defaultSpan(snapshot.simulatedClock, period).value_or(span);
    return changed;
}

void SensorTile::Room::updateSpark(double columns)
{
    if (!sparkOutdated && columns == sparkColumns)
        return;
    spark = sparkLineOf(trace, youngSpan(span, lengthOf(trace)), std::size_t(std::max(0.0, columns)));
    sparkColumns = columns;
    sparkOutdated = false;
}

/// Kept: making it anew, with its fonts, takes as long as drawing a text.
TileLayout &SensorTile::Room::layoutFor(const QFont &font, const QRectF &bounds)
{
    if (!laid || laid->font != font || laid->bounds != bounds || laid->assetShown != assetShown)
        laid = Laid{font, bounds, assetShown, TileLayout(font, bounds, assetShown)};
    return laid->layout;
}

QString SensorTile::Room::toolTip() const
{
    QStringList lines{toQt(sensor.key.text())};
    if (!sensor.text.empty())
        lines.append(toQt(sensor.text));
    const QString unit = sensor.unit.empty() ? SensorTile::tr(" (unit unknown)") : QString();
    lines.append(valueWithUnit(state.value, sensor.unit) + unit);
    if (state.time != kNoTime)
        lines.append(SensorTile::tr("at %1 %2 %3").arg(dateText(state.time), clockText(state.time), zoneText(state.time)));
    if (!spark.empty())
        lines.append(SensorTile::tr("last %1: %2 to %3").arg(spanText(span), valueText(spark.low), valueWithUnit(spark.high, sensor.unit)));
    lines.append({tileAlarmLabel(state), tileNote(state)});
    lines.removeAll(QString());
    return lines.join('\n');
}

SensorTile::SensorTile(QWidget *parent) : QWidget(parent), m_room(std::make_unique<Room>())
{
    installTileAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Minimum); // smaller, the value would be cut
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
}

SensorTile::~SensorTile() = default;

void SensorTile::setTheme(const Theme &theme)
{
    m_room->theme = &theme;
    update();
}

void SensorTile::showSensor(const SensorSpec &sensor, bool assetShown)
{
    if (sensor.key != m_room->sensor.key || sensor.id != m_room->sensor.id) {
        m_room->state = SensorState();
        m_room->trace = SensorTrace();
        m_room->sparkOutdated = true;
    }
    m_room->sensor = sensor;
    m_room->assetShown = assetShown;
    m_room->spokenState = tileSpokenState(sensor, m_room->state);
    setAccessibleName(tileSpokenName(sensor, m_room->state));
    update();
}

SensorId SensorTile::sensor() const
{
    return m_room->sensor.id;
}

void SensorTile::applySnapshot(const SnapshotPtr &snapshot)
{
    if (!snapshot || !m_room->take(*snapshot))
        return;
    update();
    // While a screen reader reads this tile, every new value would be read out; only what happens is told at once.
    const QString spoken = tileSpokenState(m_room->sensor, m_room->state);
    if (hasFocus() && spoken == m_room->spokenState)
        return;
    m_room->spokenState = spoken;
    setAccessibleName(tileSpokenName(m_room->sensor, m_room->state));
}

QSize SensorTile::sizeHint() const
{
    return TileLayout::sizeHint(font());
}

bool SensorTile::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(m_room->toolTip()), this);
    return true;
}

void SensorTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    TileLayout &layout = m_room->layoutFor(font(), QRectF(rect()));
    m_room->updateSpark(std::round(layout.spark.width() * devicePixelRatioF()));
    painter.fillRect(rect(), m_room->theme->surface);
    paintTile(painter, QRectF(rect()), layout, {m_room->sensor, m_room->state, m_room->spark, hasFocus()}, *m_room->theme);
}

void SensorTile::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: emit activated(sensor()); break;
    default: QWidget::keyPressEvent(event);
    }
}

void SensorTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated(sensor());
}

void SensorTile::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    setAccessibleName(tileSpokenName(m_room->sensor, m_room->state));
}

void SensorTile::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace telltale::ui
