// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/time_text.h"

#include <QWidget>

class QTableView;

namespace telltale::ui {

class Archive;
class FittingLabel;
class JournalModel;

/// Every transition ever made, newest first, read page by page as one scrolls; without a data folder, those of this run. Enter goes to the
/// alarm. Thread: UI; reading happens elsewhere.
class JournalPage final : public QWidget {
    Q_OBJECT
public:
    explicit JournalPage(Archive &archive, QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);

signals:
    void eventChosen(const telltale::AlarmEvent &event);

private:
    void reload();
    void loadOlder(EventSeq beforeSeq);
    void tell(const QString &text);

    Archive &m_archive;
    JournalModel *m_model;
    QTableView *m_table;
    FittingLabel *m_note;
    bool m_loading = false;
    EventSeq m_seen = 0; ///< newest committed event that has been looked at
};

} // namespace telltale::ui
