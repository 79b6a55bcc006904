// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QElapsedTimer>
#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QTableView;

namespace telltale::ui {

class FeedModel;

/// Every counter of every feed and of the program itself. Refreshes once a second, only while it is on screen. Thread: UI.
class FeedPage final : public QWidget {
    Q_OBJECT
public:
    explicit FeedPage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    /// Which ways out there are: of feeds, of a file that has ended, of a demonstration (its words; empty = it is none).
    void setRemovable(bool on);
    void setPlayable(bool on);
    void setHome(const QString &words);
    /// Address of the feed in whose column the cursor is; empty = in none.
    [[nodiscard]] QString chosenFeed() const;
    /// Whether the horn is heard and notes get to the desktop, in words.
    void setNotices(const QString &sound, const QString &notifications);

signals:
    void reconnectWanted();
    void removeWanted();
    void againWanted();
    void homeWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    QPushButton *addButton(const QString &name, const QString &text, void (FeedPage::*wanted)());

    FeedModel *m_model;
    QTableView *m_table;
    QHBoxLayout *m_buttons;
    QPushButton *m_remove = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_home = nullptr;
    SnapshotPtr m_snapshot;
    QElapsedTimer m_lastRefresh;
};

} // namespace telltale::ui
