// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/machine_tile.h"

#include <QAbstractListModel>
#include <QListView>
#include <vector>

namespace telltale::ui {

/// The machines of one page, as a list. A change of the page's machines is a reset; what changes in a machine is one changed row.
class MachineTilesModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const Snapshot &snapshot, const std::vector<AssetId> &assets);
    void apply(const Snapshot &snapshot);
    [[nodiscard]] const MachineTile &tileAt(int row) const { return m_tiles[std::size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<MachineTile> m_tiles;
};

/// Tiles of machines with a mark for each of their sensors, a page at a time: as many as fit, none cut, none below the size of the theme's
/// letters. Arrow keys walk, Enter or a click opens. Thread: UI. Cost: O(sensors of the page) a snapshot; only tiles that look different
/// are drawn.
class MachineTiles final : public QListView {
    Q_OBJECT
public:
    explicit MachineTiles(QWidget *parent = nullptr);

    /// In the order in which they are shown. The page stays unless it is no more.
    void showMachines(const SnapshotPtr &snapshot, std::vector<AssetId> machines);
    void apply(const SnapshotPtr &snapshot);
    [[nodiscard]] int pages() const;
    [[nodiscard]] int page() const { return m_page; }
    void setPage(int page);
    [[nodiscard]] int perPage() const;
    [[nodiscard]] QSize cell() const;

signals:
    void sightChanged();
    void opened(telltale::AssetId asset);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void arrange();
    [[nodiscard]] QSize smallest() const;

    MachineTilesModel *m_model;
    SnapshotPtr m_snapshot;
    std::vector<AssetId> m_machines;
    int m_page = 0;
};

} // namespace telltale::ui
