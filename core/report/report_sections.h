// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_context.h"

namespace telltale::report {

// The sections of an incident report; together they are the items that one must contain.
void addHead(ReportDocument &document, const ReportContext &context);    ///< title, number, site, station, times
void addOrigin(ReportDocument &document, const ReportContext &context);  ///< product, schema, detectors, configuration with its hash
void addSummary(ReportDocument &document, const ReportContext &context); ///< one sentence, status, owner, cause
void addAlarms(ReportDocument &document, const ReportContext &context);
void addFirstOut(ReportDocument &document, const ReportContext &context);
void addEvidence(ReportDocument &document, const ReportContext &context);     ///< why each alarm was raised, with charts
void addTimeline(ReportDocument &document, const ReportContext &context);     ///< every transition
void addDataQuality(ReportDocument &document, const ReportContext &context);  ///< feeds, gaps, stale times, clocks
void addSuppressions(ReportDocument &document, const ReportContext &context); ///< shelves, rules, out of service
void addNotes(ReportDocument &document, const ReportContext &context);        ///< comments, notes on times, the incident's own record
void addGuidance(ReportDocument &document, const ReportContext &context);     ///< and what was done
void addAttachments(ReportDocument &document, const ReportContext &context);
void addUnknowns(ReportDocument &document, const ReportContext &context);
void addSignOff(ReportDocument &document, const ReportContext &context);

} // namespace telltale::report
