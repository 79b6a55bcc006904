// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_frame.h"
#include "ui/charts/mark_layout.h"
#include "ui/charts/trend_painter.h"
#include "ui/charts/trend_range.h"
#include "ui/charts/trend_samples.h"
#include "ui/charts/trend_section.h"
#include "ui/charts/value_axis_range.h"

#include <QFont>
#include <optional>
#include <vector>

namespace telltale::ui {

/// What a trend shows and how it is painted, without any widget: `rebuild` when data, range or size changed, then `frame` and `paint`.
class TrendPicture {
public:
    /// The plot it has to fit into. Units: logical pixels; `ratio` device pixels to one of them.
    struct Room {
        QRectF plot;
        QRectF strip;
        double ratio = 1.0;
        int timeTicks = 2;
        int valueTicks = 2;
        QFont font;
    };

    SensorSpec sensor;
    TrendRange range;
    TrendSamples samples;

    void setTheme(const Theme &theme);
    /// Whether that changes any.
    bool setMarks(std::vector<TrendMark> marks);
    [[nodiscard]] const std::vector<TrendMark> &marks() const { return m_marks; }
    /// The next rebuild chooses the value axis anew instead of keeping it still.
    void refit() { m_axis.reset(); }
    void rebuild(const Room &room);
    /// Whether name and unit, or the unit alone, may stand beside the value axis, where they have room.
    void setTitled(bool titled) { m_titled = titled; }
    [[nodiscard]] QString unitText() const; ///< in words where it is not known
    /// The usual interval of the sensor; zero while it is not known. Roll-ups do not say.
    [[nodiscard]] Duration period() const;
    /// The level at which a picture of this range is to be read from the store; see TrendSamples::level for that of what is in it.
    [[nodiscard]] std::optional<RollupLevel> wantedLevel() const;

    [[nodiscard]] const ChartFrame &frame() const { return m_frame; }
    [[nodiscard]] const TrendSection &section() const { return m_section; }
    [[nodiscard]] const PlotMap &map() const { return m_map; }
    [[nodiscard]] const std::vector<PlacedMark> &placed() const { return m_placed; }

    /// `emptyText`: said in the middle when there is nothing to see.
    void paint(QPainter &painter, const QString &emptyText);
    /// A line through the nearest sample, and `lines` about what is at `at` beside it.
    void paintHover(QPainter &painter, const QRectF &bounds, QPointF at, const QStringList &lines) const;
    /// What a readout says of the mark there, or of the nearest sample, line by line; empty where there is nothing.
    [[nodiscard]] QStringList hoverLines(QPointF at) const;

private:
    [[nodiscard]] const PlacedMark *markAt(QPointF at) const;
    [[nodiscard]] std::optional<SampleRef> sampleAt(QPointF at) const;
    void buildFrame(const Room &room);
    [[nodiscard]] QString valueTitle(const Room &room) const;

    const Theme *m_theme = &Theme::light();
    std::vector<TrendMark> m_marks;
    std::vector<PlacedMark> m_placed;
    TrendSection m_section;
    ValueAxisRange m_axis;
    PlotMap m_map;
    ChartFrame m_frame;
    std::size_t m_columns = 0;    ///< device pixels
    mutable Duration m_period{0}; ///< as the samples last said
    bool m_titled = true;
    TrendPainter m_painter;
};

} // namespace telltale::ui
