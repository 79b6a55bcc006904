// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_document.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::report {

[[nodiscard]] Words own(std::string text);
/// "–" when it is empty.
[[nodiscard]] Words foreign(const std::string &text);
[[nodiscard]] Words operator+(Words first, const Words &second);

/// What all sections share: the report, its words in the reader's language, and its events in one order.
/// Lifetime: report and wording must outlive it. Thread: any.
class ReportContext {
public:
    ReportContext(const IncidentReport &report, const Wording &wording);

    [[nodiscard]] const IncidentReport &report() const { return m_report; }
    [[nodiscard]] UtcTime reportTime() const { return m_wording.reportTime; }
    [[nodiscard]] const std::string &hash() const { return m_hash; }
    /// All events of all alarms by number.
    [[nodiscard]] const std::vector<const AlarmEvent *> &timeline() const { return m_timeline; }
    /// As far as evidence and contributors tell; otherwise empty.
    [[nodiscard]] std::string unitOf(const SensorKey &sensor) const;

    [[nodiscard]] std::string phrase(std::string_view english) const;
    [[nodiscard]] std::string said(const Statement &statement) const;
    [[nodiscard]] Words words(std::string_view english) const { return own(phrase(english)); }
    [[nodiscard]] std::vector<std::string> header(std::initializer_list<std::string_view> english) const;
    [[nodiscard]] Heading heading(std::string_view english, int level = 2) const;
    [[nodiscard]] Paragraph none() const;
    /// The table, or the word "none".
    [[nodiscard]] Block orNone(Table table) const;
    /// UTC above local time; "–" for kNoTime.
    [[nodiscard]] Words moment(UtcTime time) const;
    [[nodiscard]] static Words length(UtcTime from, UtcTime to);
    [[nodiscard]] static Words number(std::uint64_t count) { return own(std::to_string(count)); }
    [[nodiscard]] static Words value(double number, std::string_view unit = {});
    [[nodiscard]] static Words alarmName(const Occurrence &alarm);
    /// "B NEW"
    [[nodiscard]] std::string stateText(AlarmState state) const;
    /// A table of events, or the word "none".
    [[nodiscard]] Block eventTable(const std::vector<const AlarmEvent *> &events) const;

private:
    [[nodiscard]] Words remark(const AlarmEvent &event) const;

    const IncidentReport &m_report;
    const Wording &m_wording;
    std::string m_hash;
    std::vector<const AlarmEvent *> m_timeline;
    std::map<SensorKey, std::string> m_units;
};

} // namespace telltale::report
