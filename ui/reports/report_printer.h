// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/incident.h"

#include <QString>

class QIODevice;
class QPagedPaintDevice;

namespace telltale::ui {

class PageFlow;

/// Prints an incident as a vector PDF: summary, alarms, why each fired with charts, timelines, data quality, what is not known, sign-off
/// lines; page x/y and the hash of the JSON payload at the foot of every page. Thread: any, with a QGuiApplication alive.
class ReportPrinter {
public:
    /// Both must outlive the printer.
    ReportPrinter(const report::Incident &incident, const report::Wording &wording) : m_incident(incident), m_wording(wording) {}

    /// Errors: Io when the device does not take it.
    [[nodiscard]] Result<void> print(QIODevice &out) const;

private:
    [[nodiscard]] int printPages(QIODevice &out, int pages) const;
    void front(PageFlow &flow) const;
    void alarm(PageFlow &flow, const report::ReportedAlarm &alarm) const;
    void quality(PageFlow &flow) const;
    void signOff(PageFlow &flow) const;

    const report::Incident &m_incident;
    const report::Wording &m_wording;
};

} // namespace telltale::ui
