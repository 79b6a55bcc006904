// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/logbook_entry.h"
#include "ui/models/time_text.h"

#include <QWidget>
#include <functional>
#include <vector>

class QTableWidget;

namespace telltale::ui {

class FittingLabel;
class InlineField;

/// Under the trend: the notes in a range of time, and a line to write another one. Hidden until asked for; Esc closes. Thread: UI.
class RangeNoteBox final : public QWidget {
    Q_OBJECT
public:
    using Answer = std::function<void(const QString &text)>;

    explicit RangeNoteBox(QWidget *parent = nullptr);

    /// `notes`: those that touch the range. `answer` empty = nothing can be written here, `why` says so.
    void open(const QString &range, const std::vector<LogbookEntry> &notes, ZoneChoice zone, Answer answer, const QString &why);
    void close();
    [[nodiscard]] InlineField &field() { return *m_field; }

signals:
    void closed();

private:
    FittingLabel *m_title;
    QTableWidget *m_table;
    InlineField *m_field;
};

} // namespace telltale::ui
