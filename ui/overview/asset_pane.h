// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QTreeView;

namespace telltale::ui {

class AssetModel;

/// The plant as a tree with the worst state at or below every node. Choosing a node narrows list and tiles to it; the text above shows only
/// the nodes whose path holds it, with what leads there. Thread: UI.
class AssetPane final : public QWidget {
    Q_OBJECT
public:
    explicit AssetPane(AssetModel &assets, QWidget *parent = nullptr);

    /// Takes the choice back, without saying so.
    void clearChoice();
    void focusFilter();
    /// Without saying so.
    void setFilter(const QString &text);

signals:
    void filtered(const QString &text);
    void opened(const telltale::SensorKey &key); ///< Enter or a double click

    void chosen(const telltale::SensorKey &key);

private:
    void fitMarks();
    void showNewAssets(const QModelIndex &parent, int first, int last);
    void narrowTree();
    bool narrowBelow(const QModelIndex &parent);

    AssetModel &m_assets;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    int m_markWidth = 0;
    QTimer m_narrowSoon; ///< once for all the rows of a snapshot
};

} // namespace telltale::ui
