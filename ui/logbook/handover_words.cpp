// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/handover_words.h"

#include "ui/models/core_words.h"
#include "ui/models/figure_labels.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <array>

namespace telltale::ui {

namespace {

/// All that a sheet says in words of its own.
constexpr std::array kPhrases{
    QT_TRANSLATE_NOOP("Handover", "Not acknowledged"),
    QT_TRANSLATE_NOOP("Handover", "Acknowledged and open"),
    QT_TRANSLATE_NOOP("Handover", "Shelved"),
    QT_TRANSLATE_NOOP("Handover", "Suppressed by design"),
    QT_TRANSLATE_NOOP("Handover", "Out of service"),
    QT_TRANSLATE_NOOP("Handover", "Open incidents"),
    QT_TRANSLATE_NOOP("Handover", "Faults of feeds"),
    QT_TRANSLATE_NOOP("Handover", "Notes of the shift"),
    QT_TRANSLATE_NOOP("Handover", "Key figures of the shift"),
    QT_TRANSLATE_NOOP("Handover", "Alarm"),
    QT_TRANSLATE_NOOP("Handover", "Priority"),
    QT_TRANSLATE_NOOP("Handover", "State"),
    QT_TRANSLATE_NOOP("Handover", "Raised"),
    QT_TRANSLATE_NOOP("Handover", "What"),
    QT_TRANSLATE_NOOP("Handover", "Owner"),
    QT_TRANSLATE_NOOP("Handover", "Acknowledged"),
    QT_TRANSLATE_NOOP("Handover", "By"),
    QT_TRANSLATE_NOOP("Handover", "Ends"),
    QT_TRANSLATE_NOOP("Handover", "Next shift"),
    QT_TRANSLATE_NOOP("Handover", "ends in it"),
    QT_TRANSLATE_NOOP("Handover", "Reason"),
    QT_TRANSLATE_NOOP("Handover", "Since"),
    QT_TRANSLATE_NOOP("Handover", "Rule"),
    QT_TRANSLATE_NOOP("Handover", "Review"),
    QT_TRANSLATE_NOOP("Handover", "OVERDUE"),
    QT_TRANSLATE_NOOP("Handover", "No."),
    QT_TRANSLATE_NOOP("Handover", "Title"),
    QT_TRANSLATE_NOOP("Handover", "Opened"),
    QT_TRANSLATE_NOOP("Handover", "Alarms"),
    QT_TRANSLATE_NOOP("Handover", "Feed"),
    QT_TRANSLATE_NOOP("Handover", "Gaps"),
    QT_TRANSLATE_NOOP("Handover", "Detail"),
    QT_TRANSLATE_NOOP("Handover", "Time"),
    QT_TRANSLATE_NOOP("Handover", "About"),
    QT_TRANSLATE_NOOP("Handover", "Text"),
    QT_TRANSLATE_NOOP("Handover", "Figure"),
    QT_TRANSLATE_NOOP("Handover", "Value"),
    QT_TRANSLATE_NOOP("Handover", "Unit"),
    QT_TRANSLATE_NOOP("Handover", "definitions"),
    QT_TRANSLATE_NOOP("Handover", "episodes"),
    QT_TRANSLATE_NOOP("Handover", "Shift"),
    QT_TRANSLATE_NOOP("Handover", "handed over by"),
    QT_TRANSLATE_NOOP("Handover", "Handed over"),
    QT_TRANSLATE_NOOP("Handover", "Taken over"),
    QT_TRANSLATE_NOOP("Handover", "nobody yet"),
    QT_TRANSLATE_NOOP("Handover", "connecting"),
    QT_TRANSLATE_NOOP("Handover", "live"),
    QT_TRANSLATE_NOOP("Handover", "no valid frames"),
    QT_TRANSLATE_NOOP("Handover", "lost"),
    QT_TRANSLATE_NOOP("Handover", "ended"),
};

/// Words of the sheet, names of key figures, states and conditions.
std::string phrase(std::string_view english)
{
    const QString same = toQt(english);
    const QString label = figureLabel(english);
    if (label != same)
        return fromQt(label);
    const QString own = QCoreApplication::translate("Handover", std::string(english).c_str());
    return fromQt(own != same ? own : spoken(english));
}

QString tableMarkup(const report::HandoverSection &section)
{
    QString rows;
    const auto row = [&rows](const std::vector<std::string> &cells, const QString &tag) {
        rows += QStringLiteral("<tr>");
        for (const std::string &cell : cells) {
            rows += QStringLiteral("<%1 align='left'>%2</%1>").arg(tag, toQt(cell).toHtmlEscaped());
        }
        rows += QStringLiteral("</tr>");
    };
    row(section.header, QStringLiteral("th"));
    for (const auto &cells : section.rows) {
        row(cells, QStringLiteral("td"));
    }
    return QStringLiteral("<table cellspacing='0' cellpadding='3' width='99%'>%1</table>").arg(rows);
}

} // namespace

report::Wording handoverWording(ZoneChoice zone)
{
    static_assert(!kPhrases.empty());
    return {phrase, [zone](UtcTime time) { return fromQt(fullTime(time, zone)); }, kNoTime};
}

QString handoverMarkup(const logbook::Handover &handover, const report::HandoverSigns *signs, const report::Wording &wording)
{
    QString markup = QStringLiteral("<h3>%1</h3>").arg(toQt(report::handoverTitle(handover, wording)).toHtmlEscaped());
    for (const std::string &line : signs ? report::signLines(*signs, wording) : std::vector<std::string>()) {
        markup += QStringLiteral("<div>%1</div>").arg(toQt(line).toHtmlEscaped());
    }
    if (signs && !handover.text.empty()) {
        markup += QStringLiteral("<p style='white-space:pre-wrap'>%1</p>").arg(toQt(handover.text).toHtmlEscaped());
    }
    for (const report::HandoverSection &section : report::handoverSections(handover, wording)) {
        markup += QStringLiteral("<p><b>%1</b></p>").arg(toQt(section.title).toHtmlEscaped());
        markup += section.rows.empty() ? QString() : tableMarkup(section);
    }
    return markup;
}

} // namespace telltale::ui
