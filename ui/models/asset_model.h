// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QAbstractItemModel>
#include <QString>
#include <deque>
#include <unordered_map>
#include <vector>

namespace telltale::ui {

/// Assets by their paths, sensors as leaves, each with the worst that is going on at or below it. The tree only grows, so that nothing an
/// operator has unfolded folds up again; what is watched no longer, and has no open alarm, says so with GoneRole.
/// Shapes: column 0 the name, column 1 the marks (drawn; text for screen readers). Thread: UI. Cost: O(sensors + alarms) a snapshot.
class AssetModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { WorstPriorityRole = Qt::UserRole, UnackedRole, OpenRole, StaleRole, SensorsRole, WholeRole, GoneRole };
    enum Column { NameColumn, MarkColumn, ColumnCount };

    explicit AssetModel(QObject *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);

    /// What a row stands for: an asset (sensor empty), a sensor, or a step of a path that is no asset itself.
    [[nodiscard]] SensorKey keyOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const SensorKey &key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void goneChanged();

private:
    /// What is thought of an asset as a whole; nothing where nobody judges it.
    enum class Whole { Unjudged, Normal, Anomalous, Undecided, WarmingUp };
    /// What the marks show, at or below a node; `whole` and `percent` are its own.
    struct RollUp {
        int rank = 0;  ///< of the worst alarm: priority, then state as in the list; 0 = none
        int worst = 0; ///< its priority
        AlarmState state = AlarmState::A;
        int unacked = 0;
        int open = 0;
        int stale = 0;
        int bad = 0;
        int sensors = 0;
        Whole whole = Whole::Unjudged;
        int percent = 0;   ///< of the warm-up
        bool gone = false; ///< nothing at or below it is watched, or has an open alarm

        friend bool operator==(const RollUp &, const RollUp &) = default;
    };
    struct Node {
        SensorKey key;
        QString name;
        int parent = -1;
        int row = 0;
        std::vector<int> children;
        RollUp shown;
        RollUp next;
    };

    void grow(const Structure &structure);
    int addNode(const SensorKey &key, const QString &name, int parent);
    int assetNode(const std::string &path);
    void rollUp(const Snapshot &snapshot);
    void judgeWhole(const AssetSpec &asset, const AssetState &state);
    void countAlarm(const Occurrence &alarm);
    void markGone(const Structure &structure);
    void announce();
    [[nodiscard]] const Node &nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QString wholeText(const RollUp &state) const;
    [[nodiscard]] QString markText(const RollUp &state) const;

    std::deque<Node> m_nodes; ///< 0 is the invisible root
    std::unordered_map<SensorKey, int> m_byKey;
    std::uint64_t m_generation = 0;
    std::vector<int> m_sensorNodes; ///< by SensorId
};

} // namespace telltale::ui
