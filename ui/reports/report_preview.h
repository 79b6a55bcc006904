// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report_document.h"

#include <QPrintPreviewDialog>

namespace telltale::ui {

/// The pages of a report as they would be printed, to look at and to print. It is not modal: alarms go on meanwhile.
/// Thread: UI. Cost: the pages are painted when it is shown; about 10 ms each.
class ReportPreview final : public QPrintPreviewDialog {
    Q_OBJECT
public:
    ReportPreview(report::IncidentReport report, report::Wording wording, QWidget *parent = nullptr);

private:
    void nameParts();

    const report::IncidentReport m_report;
    const report::Wording m_wording;
    const report::ReportDocument m_document; ///< looks into m_report
};

} // namespace telltale::ui
