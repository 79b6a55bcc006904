// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/natural_order.h"

namespace telltale::ui {

namespace {

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

/// The digits at `from`, without leading zeros; `from` moves behind them.
QStringView numberAt(QStringView text, qsizetype &from)
{
    while (from < text.size() && text[from] == QLatin1Char('0')) {
        ++from;
    }
    const qsizetype first = from;
    while (from < text.size() && isDigit(text[from])) {
        ++from;
    }
    return text.sliced(first, from - first);
}

int compareNumbers(QStringView a, QStringView b)
{
    return a.size() != b.size() ? (a.size() < b.size() ? -1 : 1) : a.compare(b);
}

} // namespace

int compareNaturally(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        int order = 0;
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView left = numberAt(a, i);
            order = compareNumbers(left, numberAt(b, j));
        } else {
            order = int(a[i++].toLower().unicode()) - int(b[j++].toLower().unicode());
        }
        if (order != 0) {
            return order;
        }
    }
    const qsizetype left = (a.size() - i) - (b.size() - j);
    return left != 0 ? (left < 0 ? -1 : 1) : a.compare(b);
}

} // namespace telltale::ui
