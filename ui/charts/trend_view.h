// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/history_question.h"
#include "ui/charts/trend_mark.h"
#include "ui/charts/trend_marking.h"
#include "ui/style/theme.h"

#include <QWidget>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace telltale::ui {

class TrendSamples;

/// The live trend of one sensor: samples, expected band, limit, single anomalous readings, marks of raise, clear and acknowledge, data gaps
/// and bad quality. Live it follows "now"; paused it stands still, says PAUSED with a hatched frame, and can be zoomed and panned while
/// data flows on; with the focus, arrows move a cursor and, with Shift, mark a range. No Qt Charts type appears here. Thread: UI. Cost: one
/// frame per snapshot and per interaction, whatever the length of history.
class TrendView final : public QWidget {
    Q_OBJECT
public:
    /// Reads stored samples of a sensor for [from, to); runs on a thread of its own. May be empty: then only what snapshots carry is drawn.
    using HistoryLoader = ui::HistoryLoader;

    /// A lane stands below a whole trend: low, and it takes neither focus nor keys.
    enum class Form : std::uint8_t { Whole, Lane };

    explicit TrendView(QWidget *parent = nullptr, Form form = Form::Whole);
    ~TrendView() override;

    void setTheme(const Theme &theme);
    void setHistoryLoader(HistoryLoader loader);
    /// Which sensor; clears the picture. The caller must have it in the watch set (command::WatchSensors).
    void showSensor(const SensorSpec &sensor);
    void applySnapshot(const SnapshotPtr &snapshot);
    /// What it says depends on the zone of the charts, which has changed.
    void drawAnew();
    /// Replaces all marks; need not be sorted.
    void setMarks(std::vector<TrendMark> marks);

    /// When the marks of all trends that stand together are, in any order; without it those of this one.
    void setMarkTimes(std::function<std::vector<UtcTime>()> times);

    /// Pauses with `centre` in the middle and `half` on both sides.
    void showAround(UtcTime centre, Duration half);
    [[nodiscard]] bool isLive() const;
    [[nodiscard]] Duration span() const;
    [[nodiscard]] bool isSpanChosen() const; ///< by a person
    /// What it shows of this sensor when nobody chose; zero while that is not known.
    [[nodiscard]] Duration usualSpan() const;
    [[nodiscard]] UtcTime rangeEnd() const;
    /// The same stretch of time as another trend, live or paused; counts as chosen by a person.
    void showAs(const TrendView &other);

    [[nodiscard]] const SensorSpec &sensor() const;
    [[nodiscard]] const TrendSamples &samples() const;
    [[nodiscard]] const std::vector<TrendMark> &marks() const; ///< in order of time
    /// Time without readings that is nothing unusual, in what is in sight; see silence.h.
    [[nodiscard]] std::optional<Duration> longestStep() const;
    /// Reads history while hidden too: something else shows the samples.
    void setReadWhileHidden(bool on);
    /// What it follows is a stretch of the past that is played, not the present: then it does not say LIVE.
    void setReplayed(bool on);

    [[nodiscard]] const TrendMarking &marking() const;
    void setMarking(const TrendMarking &marking);
    /// The marked range first, then the cursor; false when there was neither.
    bool dropMarking();
    /// Shows just the marked range and takes the mark back; false when there is none.
    bool zoomToMarked();

    /// Its name and unit stand in the status line of a lane; `corner` gets a place at its end.
    void setCorner(QWidget *corner);
    /// Where its own labels let the plot begin, and where it has to begin so that several stand below each other.
    [[nodiscard]] double ownLeft() const;
    void setLeft(double left);

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
    void markingChanged();
    void ownLeftChanged();
    /// Stored samples have come.
    void samplesRead();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace telltale::ui
