// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;

namespace telltale::ui {

/// All keys, and how to read the window. Not modal: alarms go on beside it. Thread: UI.
class HelpSheet final : public QDialog {
    Q_OBJECT
public:
    enum class Page { Keys, Reading };

    explicit HelpSheet(QWidget *parent = nullptr);

    void open(Page page);

private:
    QTabWidget *m_tabs;
};

} // namespace telltale::ui
