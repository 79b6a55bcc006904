// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page_bar.h"

#include <QTabWidget>

namespace telltale::ui {

PageBar::PageBar(QTabWidget &pages, QWidget *parent) : QTabBar(parent)
{
    setObjectName(QStringLiteral("pageBar"));
    setAccessibleName(tr("Pages"));
    setDocumentMode(true);
    setDrawBase(false);
    setExpanding(false);
    for (int i = 0; i < pages.count(); ++i) {
        addTab(pages.tabText(i));
        setTabToolTip(i, pages.tabToolTip(i));
    }
    pages.tabBar()->hide();
    // It would hand the focus to its own hidden bar, and Tab would go no further.
    pages.setFocusProxy(nullptr);
    pages.setFocusPolicy(Qt::NoFocus);
    setCurrentIndex(pages.currentIndex());
    connect(this, &QTabBar::currentChanged, &pages, &QTabWidget::setCurrentIndex);
    connect(&pages, &QTabWidget::currentChanged, this, &QTabBar::setCurrentIndex);
}

} // namespace telltale::ui
