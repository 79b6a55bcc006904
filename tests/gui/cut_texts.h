// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QTabBar>
#include <QTranslator>
#include <QWidget>
#include <algorithm>

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

} // namespace telltale::test
