// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/draw_budget.h"
#include "ui/charts/fast_chart_view.h"
#include "ui/charts/history_fetch.h"
#include "ui/charts/trend_picture.h"
#include "ui/charts/trend_status.h"
#include "ui/charts/trend_view.h"

#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace telltale::ui {

/// The inside of a TrendView: the widgets, where the picture comes from, and what reads history for it.
struct TrendView::Room {
    Room(TrendView &owner, Form shape);

    void setTheme(const Theme &theme);
    void setLoader(HistoryLoader loader);
    void showSensor(const SensorSpec &sensor);
    void applySnapshot(const Snapshot &snapshot);

    /// What a person does: drawn at once, told to listeners.
    template <typename Change>
    void changeRange(Change change)
    {
        const bool wasLive = picture.range.live();
        change(picture.range);
        picture.refit();
        refresh();
        if (wasLive != picture.range.live())
            emit view.liveChanged(!wasLive);
        emit view.rangeChanged();
    }
    template <typename Change>
    void changeMarking(Change change)
    {
        const TrendMarking before = marking;
        change(marking);
        if (marking != before) {
            showMarking();
            emit view.markingChanged();
        }
    }
    /// Whether the key means something here now, and doing it.
    [[nodiscard]] bool wants(const QKeyEvent &key) const;
    void press(const QKeyEvent &key);
    void showFocus();
    void setCorner(QWidget *corner) { m_status->setCorner(corner); }
    [[nodiscard]] double ownLeft() const { return m_chart->ownLeft(); }
    void setLeft(double left);
    /// Takes over everything that changed, and asks for history that is missing now.
    void refresh();
    /// Nothing while the period of a simulated sensor is not known.
    [[nodiscard]] std::optional<Duration> usualSpan() const;

    [[nodiscard]] std::vector<UtcTime> sortedMarkTimes() const;

    TrendView &view;
    TrendPicture picture;
    TrendMarking marking;
    bool spanChosen = false; ///< by a person: then sensors and clocks do not change it
    bool readHidden = false;
    bool replayed = false;
    std::function<std::vector<UtcTime>()> markTimes; ///< empty = those of the picture

private:
    void createWidgets();
    void connectChart();
    void noteOldest();
    void chooseSpan();
    void refreshWithinBudget();
    void askForHistory();
    void chooseLevel();
    [[nodiscard]] std::optional<TimeInterval> missingHistory(TimeInterval wanted) const;
    void forgetAnswers();
    void takePiece(const HistoryPiece &piece);
    void showStatus();
    void paintLayers(QPainter &painter);
    void paintReadouts(QPainter &painter, const QRectF &bounds);
    void paintFocus(QPainter &painter) const;
    void showMarking();
    void moveCursor(int steps, bool extend);
    void pointAt(UtcTime time, bool extend);
    void bringIntoSight(UtcTime time);
    [[nodiscard]] UtcTime timeAt(double share) const;
    [[nodiscard]] bool inSight(UtcTime time) const;
    [[nodiscard]] QPointF cursorPoint() const;
    [[nodiscard]] QStringList markingWords() const;
    [[nodiscard]] bool frozen() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QStringList notesInSight() const;

    Form m_form;
    TrendStatusLine *m_status = nullptr;
    FastChartView *m_chart = nullptr;
    const Theme *m_theme = &Theme::light();
    SensorState m_state;
    bool m_simulated = false;
    bool m_haveSensor = false;
    bool m_haveNow = false;
    bool m_spanPending = true;
    std::optional<QPointF> m_hover;
    std::optional<std::int64_t> m_newestDrawn;
    std::optional<std::int64_t> m_oldestKnown; ///< of this sensor, also when it is not kept any more
    DrawBudget m_budget;
    Duration m_paintCost{0}; ///< of the newest frame
    QTimer m_later;
    std::unique_ptr<HistoryFetch> m_fetch;
    std::optional<TimeInterval> m_fetching; ///< what is still to come
    std::optional<RollupLevel> m_level;     ///< of what is being read
    bool m_changingLevel = false;           ///< until the first of it has come, what was there stays in sight
    std::size_t m_damaged = 0;              ///< of this sensor's stored chunks, as far as they were asked for
    std::string m_problem;                  ///< why some of them could not be read
    std::uint64_t m_loaderNumber = 0;
    std::uint64_t m_firstGeneration = 0; ///< answers from before belong to another sensor
};

} // namespace telltale::ui
