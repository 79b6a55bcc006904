// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

namespace telltale::ui {

/// Foreign text (names from a feed, comments, file names) must never be read as markup. These are the only ways it reaches a widget.

/// For tooltips, which guess: escaped inside a tag, the text stays what it is, line breaks included.
[[nodiscard]] inline QString escapedToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<span style='white-space:pre-line'>%1</span>").arg(text.toHtmlEscaped());
}

/// For buttons, tabs and actions, where an ampersand would become a mnemonic.
[[nodiscard]] inline QString buttonText(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// A label that shows plain text only.
[[nodiscard]] inline QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace telltale::ui
