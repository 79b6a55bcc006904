// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/structure.h"
#include "ui/charts/time_intervals.h"
#include "ui/charts/trend_mark.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace telltale::ui {

class CopyTable;
class FittingLabel;
class TrendSamples;
struct TrendRow;

/// What a trend shows, as a table: time with its zone, value of each sensor, score of the first, and in words what is out of the ordinary:
/// anomalous, missing, bad quality, nothing recorded, and the marks of all sensors. Newest first. Where there are more readings than rows,
/// a row tells smallest and largest value of a stretch of time, and the line above says so. Thread: UI.
class TrendTable final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMostRows = 500;
    static constexpr std::size_t kMostMarks = 100;

    struct Source {
        const SensorSpec *sensor = nullptr;
        const TrendSamples *samples = nullptr;
        const std::vector<TrendMark> *marks = nullptr; ///< in order of time
    };
    struct Content {
        std::vector<Source> sources; ///< the chosen sensor first
        TimeInterval sight;
        std::optional<Duration> longest; ///< time without readings that is nothing unusual
        ZoneChoice zone = ZoneChoice::Local;
    };

    explicit TrendTable(QWidget *parent = nullptr);

    /// Nothing changes while rows are selected, and that is said.
    void fill(const Content &content);
    /// Whether there was a selection to take back.
    bool clearSelection();
    [[nodiscard]] CopyTable &table() { return *m_table; }

private:
    FittingLabel *m_summary;
    CopyTable *m_table;
};

} // namespace telltale::ui
