// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"
#include "ui/models/journal_row.h"
#include "ui/models/time_text.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QTableView;

namespace telltale::ui {

class Archive;
class FittingLabel;
class JournalModel;

/// Everything that ever happened to alarms and was written into the logbook, newest first, read page by page as one scrolls, and searched
/// by words; without a data folder, that of this run. Enter goes to the alarm or to the time. Thread: UI; reading happens elsewhere.
class JournalPage final : public QWidget {
    Q_OBJECT
public:
    explicit JournalPage(Archive &archive, QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    void focusSearch();

signals:
    void eventChosen(const telltale::AlarmEvent &event);
    void entryChosen(const telltale::LogbookEntry &entry);

private:
    void createSearch();
    void choose(int row);
    void reload();
    void search();
    void showFound(std::vector<JournalRow> rows);
    void loadOlder(EventSeq beforeSeq);
    void tell(const QString &text);

    Archive &m_archive;
    JournalModel *m_model;
    QLineEdit *m_text;
    QTableView *m_table;
    FittingLabel *m_note;
    QTimer m_typing;              ///< a search begins when nobody types
    std::uint64_t m_question = 0; ///< newest search or reload: older answers are dropped
    bool m_loading = false;
    EventSeq m_seen = 0; ///< newest committed number that has been looked at
};

} // namespace telltale::ui
