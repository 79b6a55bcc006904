// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QElapsedTimer>
#include <QWidget>
#include <vector>

class QStackedWidget;
class QToolButton;

namespace telltale::ui {

class FittingLabel;
class MachineTiles;
class TileGrid;

/// The plant as tiles, a page at a time: one a sensor while there are at most `kMostSensors` to show, else one a machine with its sensors
/// inside. In the order of the plant, or the worst first: then what is worst is on the first page. The order is looked at again at most
/// every five seconds and not while the pointer is over the tiles, unless something more pressing waits on another page. Thread: UI.
class TilesPage final : public QWidget {
    Q_OBJECT
public:
    static constexpr std::size_t kMostSensors = 64; ///< as many as can be followed live at once

    explicit TilesPage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setSource(const SensorKey &source);
    /// Only sensors and machines whose names hold it.
    void setText(const QString &text);
    [[nodiscard]] std::vector<SensorId> sensorsInSight() const;

public slots:
    void toggleOrder();

signals:
    void sightChanged();
    void activated(telltale::SensorId sensor);
    void machineOpened(telltale::AssetId asset);

private:
    void addKeys();
    void choose();
    void turn(int pages);
    void showPage();
    [[nodiscard]] bool isWanted(const SensorKey &sensor) const;
    [[nodiscard]] bool isOrderDue() const;
    [[nodiscard]] bool worseWaitsElsewhere() const;
    [[nodiscard]] bool showsMachines() const;
    [[nodiscard]] std::vector<SensorId> wantedSensors() const;
    [[nodiscard]] std::vector<AssetId> machinesOf(const std::vector<SensorId> &sensors) const;
    void sortByRank(std::vector<SensorId> &sensors, std::vector<AssetId> &machines) const;

    QStackedWidget *m_views;
    TileGrid *m_grid;
    MachineTiles *m_machines;
    QToolButton *m_worstFirst;
    QToolButton *m_back;
    QToolButton *m_on;
    FittingLabel *m_count;
    FittingLabel *m_pageText;
    SensorKey m_source;
    QString m_text;
    SnapshotPtr m_snapshot;
    std::vector<AssetId> m_shownMachines;
    std::uint64_t m_generation = 0;
    std::size_t m_known = 0;
    QElapsedTimer m_lastOrder;
};

} // namespace telltale::ui
