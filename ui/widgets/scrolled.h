// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QScrollArea>
#include <QVBoxLayout>

namespace telltale::ui {

/// Fills `page` with `content`, which scrolls where the page is smaller: so no page keeps the window from fitting a small screen.
inline void fillScrolled(QWidget &page, QWidget *content)
{
    auto *scroll = new QScrollArea(&page);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // the keys belong to what is inside
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(&page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

} // namespace telltale::ui
