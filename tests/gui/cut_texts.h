// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/fitting_label.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>
#include <QTranslator>
#include <QWidget>
#include <algorithm>
#include <vector>

namespace telltale::test {

/// English with accents and more words: what is still plain was not translated, what is cut had no room to spare.
class LongerTexts final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *text, const char *, int) const override
    {
        // Names of keys are read back from these.
        if (qstrcmp(context, "QShortcut") == 0)
            return {};
        QString longer = QString::fromUtf8(text);
        const QString end = longer.endsWith(QLatin1Char(' ')) ? QStringLiteral(" ") : QString();
        const auto more = std::max<qsizetype>(1, longer.size() * 2 / 5);
        longer.replace(QLatin1Char('a'), QStringLiteral("ä")).replace(QLatin1Char('o'), QStringLiteral("ö"));
        longer = longer.left(longer.size() - end.size());
        for (qsizetype i = 0; i < more; ++i)
            longer += i % 7 == 0 && more > 3 ? QLatin1Char(' ') : QLatin1Char('e');
        return longer + end;
    }
};

inline bool isCut(const QWidget &widget, const QString &text, int wantedWidth)
{
    return !text.isEmpty() && widget.width() < wantedWidth && widget.toolTip().isEmpty();
}

/// Labels and buttons in sight that show less than their text and have no tip that says all of it.
inline QStringList cutTexts(const QWidget &window)
{
    QStringList cut;
    const auto note = [&cut](const QWidget &widget, const QString &text) {
        const QWidget *parent = widget.parentWidget();
        cut << QStringLiteral("%1/%2 %3<%4: %5")
                   .arg(parent ? parent->objectName() : QString(), widget.objectName())
                   .arg(widget.width())
                   .arg(widget.sizeHint().width())
                   .arg(text.left(60));
    };
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool low = label->wordWrap() && label->height() < label->heightForWidth(label->width());
        if (low || (!label->wordWrap() && isCut(*label, label->text(), label->sizeHint().width())))
            note(*label, label->text());
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && isCut(*button, button->text(), button->minimumSizeHint().width()))
            note(*button, button->text());
    }
    return cut;
}

/// Whether something of the window asks for more room than the screen has.
inline QStringList outside(const QWidget &window)
{
    QStringList names;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const QWidget *parent = widget->parentWidget();
        if (widget->isVisible() && parent == &window && !window.rect().contains(widget->geometry()))
            names << widget->objectName();
    }
    return names;
}

/// Tabs in sight whose words are elided, or that are only reached with scroll buttons.
inline QStringList cutTabs(const QWidget &window)
{
    QStringList cut;
    for (const QTabBar *bar : window.findChildren<QTabBar *>()) {
        for (int i = 0; bar->isVisible() && i < bar->count(); ++i) {
            if (!bar->rect().contains(bar->tabRect(i)))
                cut << QStringLiteral("%1: tab %2").arg(bar->objectName(), bar->tabText(i));
        }
    }
    return cut;
}

/// Headings of columns in sight that are narrower than their words and have no tip that says all of them.
inline QStringList cutHeadings(const QWidget &window)
{
    QStringList cut;
    for (const QHeaderView *header : window.findChildren<QHeaderView *>()) {
        if (!header->isVisible() || header->orientation() != Qt::Horizontal || header->model() == nullptr)
            continue;
        for (int i = 0; i < header->count(); ++i) {
            const QString words = header->model()->headerData(i, Qt::Horizontal).toString();
            const bool tip = !header->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
            if (!header->isSectionHidden(i) && !tip && header->sectionSize(i) < header->fontMetrics().horizontalAdvance(words))
                cut << QStringLiteral("%1: heading %2").arg(header->parent()->objectName(), words);
        }
    }
    return cut;
}

/// Lines with forms in sight that do not even have room for their shortest one. Their tip says all of it, but nobody points at every line.
/// `other`: beginnings of names that are not looked at.
inline QStringList cutForms(const QWidget &window, const QString &other)
{
    QStringList cut;
    for (const ui::FittingLabel *label : window.findChildren<ui::FittingLabel *>()) {
        if (label->isVisible() && label->isElided() && (other.isEmpty() || !label->objectName().startsWith(other)))
            cut << QStringLiteral("%1: line %2").arg(label->objectName(), label->forms().last());
    }
    return cut;
}

/// Cells in sight, of columns whose words are the program's own, that are narrower than their words.
inline QStringList cutCells(const QTableView &table, const std::vector<int> &columns)
{
    QStringList cut;
    for (const int column : columns) {
        for (int row = 0; table.isVisible() && !table.isColumnHidden(column) && row < table.model()->rowCount(); ++row) {
            const QModelIndex index = table.model()->index(row, column);
            if (table.sizeHintForIndex(index).width() > table.columnWidth(column))
                cut << QStringLiteral("%1: cell %2").arg(table.objectName(), index.data().toString());
        }
    }
    return cut;
}

/// What is only seen after scrolling sideways, or not even then: tables, and areas that scroll down only. `wide`: names of those that are
/// meant to scroll.
inline QStringList cutSideways(const QWidget &window, const QStringList &wide)
{
    QStringList cut;
    for (const QAbstractScrollArea *area : window.findChildren<QAbstractScrollArea *>()) {
        if (!area->isVisible() || wide.contains(area->objectName()))
            continue;
        const auto *scroll = qobject_cast<const QScrollArea *>(area);
        const bool wider = scroll != nullptr && scroll->widget() != nullptr && scroll->widget()->width() > scroll->viewport()->width();
        if (wider || area->horizontalScrollBar()->maximum() > area->horizontalScrollBar()->minimum())
            cut << QStringLiteral("%1: %2 pixels wider than its room").arg(area->objectName()).arg(area->horizontalScrollBar()->maximum());
    }
    return cut;
}

/// Fields to type in that are too narrow for a word.
inline QStringList narrowFields(const QWidget &window)
{
    QStringList narrow;
    for (const QLineEdit *field : window.findChildren<QLineEdit *>()) {
        if (field->isVisible() && field->width() < 8 * field->fontMetrics().averageCharWidth())
            narrow << QStringLiteral("%1: a field of %2 pixels").arg(field->objectName()).arg(field->width());
    }
    return narrow;
}

} // namespace telltale::test
