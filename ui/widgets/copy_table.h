// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QStringList>
#include <QTableView>
#include <vector>

namespace telltale::ui {

/// A table of texts whose selection Ctrl+C copies as tab separated lines, with the headings when everything is selected. New rows come
/// only while nothing is selected: what somebody is about to copy stays. Thread: UI.
class CopyTable final : public QTableView {
    Q_OBJECT
public:
    CopyTable(const QString &name, QWidget *parent);

    void setRows(const QStringList &headings, std::vector<QStringList> rows);
    /// The last column holds words, not figures, and gets the room that the others leave; all are as wide as what is in them.
    void setLastColumnWords();
    [[nodiscard]] QString selectedText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Rows;
    Rows *m_rows;
};

} // namespace telltale::ui
