// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/range_box.h"

#include <QCoreApplication>
#include <array>

namespace telltale::ui {

namespace {

struct RangeRow {
    const char *text;   ///< "In … this would have fired"
    const char *choice; ///< in the list
    Duration span;      ///< 0 = everything
};
constexpr std::array kRanges{
    RangeRow{QT_TRANSLATE_NOOP("Ranges", "the last hour"), QT_TRANSLATE_NOOP("Ranges", "1 h"), std::chrono::hours{1}},
    RangeRow{QT_TRANSLATE_NOOP("Ranges", "the last 8 hours"), QT_TRANSLATE_NOOP("Ranges", "8 h"), std::chrono::hours{8}},
    RangeRow{QT_TRANSLATE_NOOP("Ranges", "the last 24 hours"), QT_TRANSLATE_NOOP("Ranges", "24 h"), std::chrono::hours{24}},
    RangeRow{QT_TRANSLATE_NOOP("Ranges", "the last 10 days"), QT_TRANSLATE_NOOP("Ranges", "10 days"), std::chrono::hours{240}},
    RangeRow{QT_TRANSLATE_NOOP("Ranges", "everything stored"), QT_TRANSLATE_NOOP("Ranges", "everything"), Duration{0}},
};

} // namespace

RangeBox::RangeBox(QWidget *parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("previewRange"));
    setAccessibleName(tr("How much history is tried"));
    for (const RangeRow &range : kRanges) {
        addItem(QCoreApplication::translate("Ranges", range.choice));
    }
}

QString RangeBox::text() const
{
    return QCoreApplication::translate("Ranges", kRanges[std::size_t(currentIndex())].text);
}

UtcTime RangeBox::start(UtcTime now) const
{
    const Duration span = kRanges[std::size_t(currentIndex())].span;
    return span > Duration::zero() ? now - span : fromNanos(0);
}

} // namespace telltale::ui
