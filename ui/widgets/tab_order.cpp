// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tab_order.h"

#include <QAbstractItemView>
#include <QGridLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>
#include <algorithm>
#include <utility>
#include <vector>

namespace telltale::ui {

namespace {

using Widgets = std::vector<QWidget *>;

void addLayout(QLayout &layout, Widgets &parts)
{
    std::vector<std::pair<std::pair<int, int>, QLayoutItem *>> items;
    const auto *grid = qobject_cast<QGridLayout *>(&layout);
    for (int i = 0; i < layout.count(); ++i) {
        int row = i;
        int column = 0;
        if (grid != nullptr) {
            int rows = 0;
            int columns = 0;
            grid->getItemPosition(i, &row, &column, &rows, &columns);
        }
        items.push_back({{row, column}, layout.itemAt(i)});
    }
    std::stable_sort(items.begin(), items.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    for (const auto &[place, item] : items) {
        if (QWidget *part = item->widget()) {
            parts.push_back(part);
        } else if (QLayout *inner = item->layout()) {
            addLayout(*inner, parts);
        }
    }
}

/// The parts right inside, as one reads them; those that no layout knows come last.
Widgets partsOf(const QWidget &whole)
{
    Widgets parts;
    if (const auto *splitter = qobject_cast<const QSplitter *>(&whole)) {
        for (int i = 0; i < splitter->count(); ++i) {
            parts.push_back(splitter->widget(i));
        }
    } else if (const auto *scroll = qobject_cast<const QScrollArea *>(&whole); scroll != nullptr && scroll->widget() != nullptr) {
        return {scroll->widget()};
    }
    if (whole.layout() != nullptr) {
        addLayout(*whole.layout(), parts);
    }
    for (QWidget *child : whole.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!child->isWindow() && std::find(parts.begin(), parts.end(), child) == parts.end()) {
            parts.push_back(child);
        }
    }
    return parts;
}

void collect(QWidget &whole, Widgets &order)
{
    if ((whole.focusPolicy() & Qt::TabFocus) != 0 && whole.focusProxy() == nullptr
        && std::find(order.begin(), order.end(), &whole) == order.end()) {
        order.push_back(&whole);
    }
    if (auto *tabs = qobject_cast<QTabWidget *>(&whole)) {
        // Its tabs take the focus themselves; as their proxy it would be a second stop, and one without end where they are hidden.
        tabs->setFocusProxy(nullptr);
        tabs->setFocusPolicy(Qt::NoFocus);
        order.push_back(tabs->tabBar());
    }
    // What is inside a list or table belongs to it.
    if (qobject_cast<QAbstractItemView *>(&whole) != nullptr) {
        return;
    }
    for (QWidget *part : partsOf(whole)) {
        collect(*part, order);
    }
}

} // namespace

void orderTabsByReading(QWidget &root)
{
    Widgets order;
    collect(root, order);
    for (std::size_t i = 1; i < order.size(); ++i) {
        QWidget::setTabOrder(order[i - 1], order[i]);
    }
}

} // namespace telltale::ui
