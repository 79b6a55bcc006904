// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QWidget>

class QTreeView;

namespace telltale::ui {

class AssetModel;

/// The plant as a tree with the worst state at or below every node. Choosing a node narrows list and tiles to it. Thread: UI.
class AssetPane final : public QWidget {
    Q_OBJECT
public:
    explicit AssetPane(AssetModel &assets, QWidget *parent = nullptr);

    /// Takes the choice back, without saying so.
    void clearChoice();

signals:
    void chosen(const telltale::SensorKey &key);

private:
    void showNewAssets(const QModelIndex &parent, int first, int last);

    AssetModel &m_assets;
    QTreeView *m_tree;
};

} // namespace telltale::ui
