// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;
class QTreeWidget;

namespace telltale::ui {

/// All keys, as they are in force, and how to read the window. Not modal: alarms go on beside it. Thread: UI.
class HelpSheet final : public QDialog {
    Q_OBJECT
public:
    enum class Page { Keys, Reading };

    explicit HelpSheet(QWidget *parent = nullptr);

    void open(Page page);

signals:
    void changeWanted(); ///< of keys

private:
    QWidget *createKeys();

    QTabWidget *m_tabs;
    QTreeWidget *m_keys;
};

} // namespace telltale::ui
