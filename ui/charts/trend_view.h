// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/trend_mark.h"
#include "ui/style/theme.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

namespace telltale::ui {

/// The live trend of one sensor: samples, expected band, limit, single anomalous readings, marks of raise, clear and acknowledge, data gaps
/// and bad quality. Live it follows "now"; paused it stands still, says PAUSED with a hatched frame, and can be zoomed and panned while
/// data flows on. No Qt Charts type appears here. Thread: UI. Cost: one frame per snapshot and per interaction, whatever the length of
/// history.
class TrendView final : public QWidget {
    Q_OBJECT
public:
    /// Reads stored samples of a sensor for [from, to); runs on a thread of its own. May be empty: then only what snapshots carry is drawn.
    using HistoryLoader = std::function<std::vector<ChunkPtr>(const SensorKey &sensor, UtcTime from, UtcTime to)>;

    explicit TrendView(QWidget *parent = nullptr);
    ~TrendView() override;

    void setTheme(const Theme &theme);
    void setHistoryLoader(HistoryLoader loader);
    /// Which sensor; clears the picture. The caller must have it in the watch set (command::WatchSensors).
    void showSensor(const SensorSpec &sensor);
    void applySnapshot(const SnapshotPtr &snapshot);
    /// Replaces all marks; need not be sorted.
    void setMarks(std::vector<TrendMark> marks);

    /// Pauses with `centre` in the middle and `half` on both sides.
    void showAround(UtcTime centre, Duration half);
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] Duration span() const;
    [[nodiscard]] bool isSpanChosen() const; ///< by a person
    /// What it shows of this sensor when nobody chose; zero while that is not known.
    [[nodiscard]] Duration usualSpan() const;
    [[nodiscard]] UtcTime rangeEnd() const;

public slots:
    void pause();
    void goLive();
    void zoomIn();
    void zoomOut();
    void setSpan(telltale::Duration span);
    void panBy(double shareOfSpan);
    /// Pauses around the mark before/after the middle of the picture ("[" and "]").
    void showPreviousMark();
    void showNextMark();

signals:
    void liveChanged(bool live);
    void rangeChanged();

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::ui
