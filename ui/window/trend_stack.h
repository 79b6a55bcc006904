// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/charts/trend_view.h"
#include "ui/window/kept_sensors.h"

#include <QWidget>
#include <vector>

class QScrollArea;
class QTimer;
class QVBoxLayout;

namespace telltale::ui {

/// The trend of the chosen sensor, and below it a lane with an axis and unit of its own for each sensor that was kept, all over the same
/// stretch of time: whatever is zoomed, panned, paused, set live or marked in one happens in all. Where there is no room for all of them
/// they scroll. Thread: UI. Cost: a trend each.
class TrendStack final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMost = KeptSensors::kMostKnown + 1; ///< sensors, with the chosen one: more lanes could not be told apart
    enum class Change { Kept, LetGo, Refused };

    explicit TrendStack(QWidget *parent = nullptr);

    [[nodiscard]] TrendView &lead() { return *m_lead; }
    void setHistoryLoader(TrendView::HistoryLoader loader);
    void drawAnew(); ///< the zone of the charts has changed
    void setTheme(const Theme &theme);
    void apply(const SnapshotPtr &snapshot);
    /// As TrendView::setReadWhileHidden, for all of them.
    void setReadWhileHidden(bool on);
    /// As TrendView::setReplayed, for all of them.
    void setReplayed(bool on);

    /// It comes first; where it is a kept one its lane makes way for as long.
    void choose(const SensorSpec &sensor);
    /// Keeps a sensor in the trend whatever is chosen, or lets it go. Refused while there are `kMost`, one place being the chosen one's.
    Change toggleKept(const SensorSpec &sensor);
    void letAllGo();
    [[nodiscard]] bool isKept(SensorId sensor) const { return m_kept.isKept(sensor); }
    [[nodiscard]] std::vector<SensorSpec> kept() const { return m_kept.known(); }
    /// Of all that are kept, also those that the plant does not know (yet).
    [[nodiscard]] std::vector<SensorKey> keptKeys() const { return m_kept.keys(); }
    /// Keeps these instead, each as soon as the plant knows it.
    void keep(const std::vector<SensorKey> &sensors);
    /// All that are shown, from top to bottom.
    [[nodiscard]] std::vector<TrendView *> views() const;
    [[nodiscard]] std::vector<SensorId> sensors() const;

signals:
    void sensorsChanged();

private:
    void changeLanes();
    void rebuildLanes();
    TrendView *createLane(const SensorSpec &sensor);
    void removeLane(std::size_t lane);
    void join(TrendView &view);
    void follow(const TrendView &from);
    void followMarking(const TrendView &from);
    [[nodiscard]] std::vector<UtcTime> markTimes() const;
    void align();
    void makeRoom();

    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    TrendView *m_lead;
    std::vector<TrendView *> m_lanes;
    KeptSensors m_kept;
    TrendView::HistoryLoader m_loader;
    SnapshotPtr m_snapshot;
    QTimer *m_alignSoon;
    bool m_readWhileHidden = false;
    bool m_replayed = false;
    bool m_following = false;
};

} // namespace telltale::ui
