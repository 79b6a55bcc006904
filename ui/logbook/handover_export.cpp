// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/handover_export.h"

#include "ui/logbook/handover_words.h"
#include "ui/reports/page_flow.h"
#include "ui/reports/report_files.h"
#include "ui/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPdfWriter>
#include <utility>

namespace telltale::ui {

namespace {

constexpr int kDotsPerInch = 300;

QStringList cellsOf(const std::vector<std::string> &cells)
{
    QStringList texts;
    for (const std::string &cell : cells) {
        texts << toQt(cell);
    }
    return texts;
}

/// The total of pages is on every page, so it has to be known first: 0 while it is being found out.
int printPages(QIODevice &out, const StoredHandover &handover, const report::Wording &wording, const QString &product, int pages)
{
    QPdfWriter writer(&out);
    writer.setResolution(kDotsPerInch);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(15, 15, 15, 12), QPageLayout::Millimeter));
    const QString title = toQt(report::handoverTitle(handover.content, wording));
    writer.setTitle(title);
    writer.setCreator(product);
    PageFlow flow(writer, QStringLiteral("%1 · SHA-256 %2").arg(product, toQt(handover.signs.sha256)), pages);
    flow.text(title, PageFlow::Style::Title);
    if (!handover.content.text.empty()) {
        flow.text(toQt(handover.content.text), PageFlow::Style::Body);
    }
    for (const report::HandoverSection &section : report::handoverSections(handover.content, wording)) {
        flow.text(toQt(section.title), PageFlow::Style::Heading);
        std::vector<QStringList> rows;
        for (const auto &row : section.rows) {
            rows.push_back(cellsOf(row));
        }
        if (!rows.empty()) {
            flow.table(cellsOf(section.header), rows, section.widths);
        }
    }
    flow.text(QCoreApplication::translate("Handover", "Signatures"), PageFlow::Style::Heading);
    for (const std::string &line : report::signLines(handover.signs, wording)) {
        flow.text(toQt(line), PageFlow::Style::Body);
    }
    return flow.finish();
}

QByteArray pdfOf(const StoredHandover &handover, const report::Wording &wording, const QString &product)
{
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    const int pages = printPages(draft, handover, wording, product, 0);
    QBuffer final;
    final.open(QIODevice::WriteOnly);
    printPages(final, handover, wording, product, pages);
    return final.data();
}

} // namespace

Result<std::vector<std::string>> exportHandover(const StoredHandover &handover, const std::string &folder, ZoneChoice zone,
                                                const QString &productVersion)
{
    const report::Wording wording = handoverWording(zone);
    const QString day = toDateTime(handover.content.from, zone).toString(QStringLiteral("yyyy-MM-dd"));
    const QString name = safeFileName(QStringLiteral("handover-%1-%2").arg(QString::number(handover.signs.number), day));
    const std::vector<std::pair<QString, QByteArray>> files{
        {QStringLiteral("pdf"), pdfOf(handover, wording, productVersion)},
        {QStringLiteral("html"), QByteArray::fromStdString(report::toHtml(handover.content, handover.signs, wording))},
        {QStringLiteral("json"), QByteArray::fromStdString(handover.json)}};
    std::vector<std::string> written;
    for (const auto &[form, bytes] : files) {
        const QString path = QStringLiteral("%1/%2.%3").arg(toQt(folder), name, form);
        if (auto done = writeWhole(path, bytes); !done) {
            return done.error();
        }
        written.push_back(fromQt(path));
    }
    return written;
}

} // namespace telltale::ui
