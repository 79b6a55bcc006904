// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/html_text.h"
#include "core/report/incident.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace telltale::report {

/// The sections of an incident report, each as finished HTML. Thread: any. Lifetime: incident and wording must outlive it.
class ReportSections {
public:
    ReportSections(const Incident &incident, const Wording &wording);

    [[nodiscard]] std::string head() const;
    [[nodiscard]] std::string origin() const;
    [[nodiscard]] std::string summary() const;
    [[nodiscard]] std::string alarms() const;
    [[nodiscard]] std::string timeline() const;
    [[nodiscard]] std::string evidence() const;
    [[nodiscard]] std::string dataQuality() const;
    [[nodiscard]] std::string suppressions() const;
    [[nodiscard]] std::string notes() const;
    [[nodiscard]] std::string guidance() const;
    [[nodiscard]] std::string firstOut() const;
    [[nodiscard]] std::string attachments() const;
    [[nodiscard]] std::string unknowns() const;
    [[nodiscard]] std::string signOff() const;

    /// In the caller's language, escaped.
    [[nodiscard]] std::string phrase(std::string_view english) const;

private:
    using Wanted = bool (*)(const AlarmEvent &);

    [[nodiscard]] std::string heading(std::string_view english) const;
    [[nodiscard]] std::string none() const;
    [[nodiscard]] std::vector<std::string> header(std::initializer_list<std::string_view> english) const;
    /// UTC above local time; "–" for kNoTime.
    [[nodiscard]] std::string moment(UtcTime time) const;
    [[nodiscard]] std::string length(UtcTime from, UtcTime to) const;
    [[nodiscard]] std::string alarmName(const ReportedAlarm &alarm) const;
    [[nodiscard]] std::string explanation(const ReportedAlarm &alarm) const;
    [[nodiscard]] static std::string stretchText(const std::vector<double> &values, const std::string &unit);
    [[nodiscard]] std::string joinedSensors(const Explanation &why) const;
    [[nodiscard]] std::string chart(const ReportedAlarm &alarm, const Evidence &evidence, const std::string &id) const;
    /// A table of the events that are wanted, or the word "none".
    [[nodiscard]] std::string eventTable(Wanted wanted) const;

    const Incident &m_incident;
    const Wording &m_wording;
    std::vector<const AlarmEvent *> m_timeline; ///< all events by number
    std::map<SensorKey, std::string> m_units;   ///< as far as evidence and contributors tell
};

} // namespace telltale::report
