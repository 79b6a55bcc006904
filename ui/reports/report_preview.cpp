// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_preview.h"

#include "ui/reports/report_printer.h"
#include "ui/text.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QToolButton>

namespace telltale::ui {

ReportPreview::ReportPreview(report::IncidentReport report, report::Wording wording, QWidget *parent)
    : QPrintPreviewDialog(parent)
    , m_report(std::move(report))
    , m_wording(std::move(wording))
    , m_document(report::documentOf(m_report, m_wording))
{
    setObjectName(QStringLiteral("reportPreview"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Print preview: %1").arg(toQt(m_document.title)));
    printer()->setPageLayout(ReportPrinter::pageLayout());
    printer()->setDocName(toQt(m_document.title));
    printer()->setCreator(toQt(m_report.productVersion));
    connect(this, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter *paper) { ReportPrinter(m_document).paint(*paper); });
    nameParts();
    resize(1000, 720);
}

/// The dialog is Qt's own and names its buttons by their tips only.
void ReportPreview::nameParts()
{
    for (QToolButton *button : findChildren<QToolButton *>()) {
        if (button->accessibleName().isEmpty() && button->defaultAction() != nullptr) {
            button->setAccessibleName(button->defaultAction()->text());
        }
    }
    for (QComboBox *box : findChildren<QComboBox *>()) {
        box->setAccessibleName(tr("Size of the page on the screen"));
    }
    for (QLineEdit *field : findChildren<QLineEdit *>()) {
        field->setAccessibleName(qobject_cast<QComboBox *>(field->parentWidget()) != nullptr ? tr("Size of the page on the screen")
                                                                                             : tr("Number of the page"));
    }
    for (QPrintPreviewWidget *pages : findChildren<QPrintPreviewWidget *>()) {
        pages->setAccessibleName(tr("Pages of the report"));
    }
}

} // namespace telltale::ui
