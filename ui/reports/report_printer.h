// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/report_document.h"

#include <QPageLayout>
#include <string>

class QIODevice;
class QPagedPaintDevice;

namespace telltale::ui {

/// Puts an incident report on pages: A4 landscape, page x/y and the hash of the JSON payload at the foot of every page, charts as lines.
/// Thread: any, with a QGuiApplication alive.
class ReportPrinter {
public:
    /// The document must outlive the printer.
    explicit ReportPrinter(const report::ReportDocument &document) : m_document(document) {}

    /// As a vector PDF with title and creator. Errors: Io when the device does not take it.
    [[nodiscard]] Result<void> print(QIODevice &out, const std::string &creator) const;
    /// On any device, a printer or a preview. Cost: the pages are laid out twice, to know how many there are.
    void paint(QPagedPaintDevice &device) const;

    [[nodiscard]] static QPageLayout pageLayout();

private:
    /// The number of pages. `pages` is printed as the total.
    int paintPages(QPagedPaintDevice &device, int pages) const;
    [[nodiscard]] int countPages(const QPageLayout &layout) const;

    const report::ReportDocument &m_document;
};

} // namespace telltale::ui
