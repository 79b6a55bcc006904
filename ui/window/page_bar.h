// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

class QTabWidget;

namespace telltale::ui {

/// The tabs of the pages over the whole width of the window, where all of them fit in any language. The pages are told what was chosen
/// here, and this what was chosen there. All pages must be there when it is made. Thread: UI.
class PageBar final : public QTabBar {
    Q_OBJECT
public:
    PageBar(QTabWidget &pages, QWidget *parent);
};

} // namespace telltale::ui
