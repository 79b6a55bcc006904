// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/report_printer.h"

#include "ui/reports/page_flow.h"
#include "ui/reports/report_chart.h"
#include "ui/text.h"

#include <QBuffer>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <numeric>

namespace telltale::ui {

namespace {

using Style = PageFlow::Style;

constexpr int kDotsPerInch = 300;
constexpr double kChartHeight = 170.0;
constexpr double kStretchHeight = 95.0;
constexpr double kSignHeight = 40.0;

QString textOf(const report::Words &words)
{
    return toQt(report::plainText(words));
}

QStringList textsOf(const std::vector<std::string> &texts)
{
    QStringList list;
    for (const std::string &text : texts) {
        list << toQt(text);
    }
    return list;
}

/// Shares of the page.
std::vector<double> shares(std::vector<double> widths)
{
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    for (double &width : widths) {
        width /= sum;
    }
    return widths;
}

/// One block on paper.
class Painting {
public:
    explicit Painting(PageFlow &flow) : m_flow(flow) {}

    void operator()(const report::Heading &heading) const
    {
        constexpr Style kStyles[] = {Style::Title, Style::Heading, Style::Subheading};
        m_flow.text(textOf(heading.words), kStyles[heading.level - 1]);
    }
    void operator()(const report::Paragraph &paragraph) const { m_flow.text(textOf(paragraph.words), Style::Body); }
    void operator()(const report::Table &table) const
    {
        std::vector<QStringList> rows;
        for (const std::vector<report::Words> &row : table.rows) {
            QStringList &cells = rows.emplace_back();
            for (const report::Words &cell : row) {
                cells << textOf(cell);
            }
        }
        m_flow.table(textsOf(table.header), rows, shares(table.widths));
    }
    void operator()(const report::List &list) const
    {
        for (const report::Words &item : list.items) {
            m_flow.text(QStringLiteral("• ") + textOf(item), Style::Body);
        }
    }
    void operator()(const report::ChartRequest &chart) const
    {
        m_flow.picture(kChartHeight, [&](QPainter &painter, const QRectF &box) { paintReportChart(painter, box, chart); });
    }
    void operator()(const report::StretchRequest &stretch) const
    {
        m_flow.picture(kStretchHeight, [&](QPainter &painter, const QRectF &box) { paintReportStretch(painter, box, stretch); });
    }
    void operator()(const report::SignLines &lines) const
    {
        m_flow.keepTogether(kSignHeight * double(lines.roles.size()));
        for (const std::string &role : lines.roles) {
            m_flow.picture(kSignHeight, [&](QPainter &painter, const QRectF &box) { paintSignLine(painter, box, lines, role); });
        }
    }

private:
    /// A line for each column but the role, which stands before them.
    static void paintSignLine(QPainter &painter, const QRectF &box, const report::SignLines &lines, const std::string &role)
    {
        const double y = box.bottom() - 12;
        const double width = box.width() / double(lines.header.size());
        painter.drawText(QPointF(box.left(), y - 2), toQt(role));
        for (std::size_t i = 1; i < lines.header.size(); ++i) {
            const double left = box.left() + double(i) * width;
            painter.drawLine(QPointF(left, y), QPointF(left + width * 0.9, y));
            painter.drawText(QPointF(left, box.bottom() - 2), toQt(lines.header[i]));
        }
    }

    PageFlow &m_flow;
};

} // namespace

QPageLayout ReportPrinter::pageLayout()
{
    return {QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(13, 13, 13, 11), QPageLayout::Millimeter};
}

Result<void> ReportPrinter::print(QIODevice &out, const std::string &creator) const
{
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&pdf);
        writer.setResolution(kDotsPerInch);
        writer.setPageLayout(pageLayout());
        writer.setTitle(toQt(m_document.title));
        writer.setCreator(toQt(creator));
        paint(writer);
    }
    if (pdf.data().isEmpty()) {
        return Error{ErrorKind::Io, "the PDF could not be painted", {}};
    }
    if (out.write(pdf.data()) != pdf.data().size()) {
        return Error{ErrorKind::Io, fromQt(out.errorString()), {}};
    }
    return {};
}

void ReportPrinter::paint(QPagedPaintDevice &device) const
{
    paintPages(device, countPages(device.pageLayout()));
}

/// The total is on every page, so it has to be known first. One point is one point on all devices: so is the number.
int ReportPrinter::countPages(const QPageLayout &layout) const
{
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    QPdfWriter writer(&draft);
    writer.setResolution(kDotsPerInch);
    writer.setPageLayout(layout);
    return paintPages(writer, 0);
}

int ReportPrinter::paintPages(QPagedPaintDevice &device, int pages) const
{
    PageFlow flow(device, toQt(m_document.foot), pages);
    for (const report::Block &block : m_document.blocks) {
        std::visit(Painting(flow), block);
    }
    return flow.finish();
}

} // namespace telltale::ui
