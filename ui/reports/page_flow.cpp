// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/page_flow.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

namespace telltale::ui {

namespace {

constexpr double kFootHeight = 18.0;
constexpr double kCellGap = 4.0;

/// What a line is not broken in: between blanks and line ends.
double longestWord(const QString &text, const QFont &font)
{
    static const QRegularExpression kBreaks(QStringLiteral("[ \\n]"));
    const QFontMetricsF metrics(font);
    double longest = 0.0;
    for (const QString &word : text.split(kBreaks)) {
        longest = std::max(longest, metrics.horizontalAdvance(word));
    }
    return longest;
}

/// At words; inside one only where it is longer than the line.
int wrapping(const QString &text, double width, const QFont &font)
{
    return (longestWord(text, font) <= width ? Qt::TextWordWrap : Qt::TextWrapAnywhere) | Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip;
}

/// After the last blank of the first half, else in the middle, but never between the halves of one character.
qsizetype middleOf(const QString &text)
{
    const qsizetype half = text.size() / 2;
    const qsizetype blank = text.lastIndexOf(QLatin1Char(' '), half);
    const qsizetype middle = blank > 0 ? blank + 1 : half;
    return text[middle].isLowSurrogate() && middle > 1 ? middle - 1 : middle;
}

} // namespace

PageFlow::PageFlow(QPagedPaintDevice &device, QString foot, int pages)
    : m_device(device)
    , m_painter(&device)
    , m_foot(std::move(foot))
    , m_pages(pages)
    , m_counting(pages == 0)
{
    // From here on one unit is one point, whatever the device's resolution.
    const double scale = device.logicalDpiX() / 72.0;
    m_painter.scale(scale, scale);
    m_width = device.width() / scale;
    m_height = device.height() / scale - kFootHeight;
}

QFont PageFlow::fontOf(Style style) const
{
    QFont font(QStringLiteral("Sans"));
    switch (style) {
    case Style::Title: font.setPixelSize(18); break;
    case Style::Heading: font.setPixelSize(12); break;
    case Style::Subheading: font.setPixelSize(10); break;
    case Style::Body: font.setPixelSize(9); break;
    case Style::Small: font.setPixelSize(7); break;
    }
    font.setBold(style == Style::Title || style == Style::Heading || style == Style::Subheading);
    return font;
}

QRectF PageFlow::measure(const QString &text, double width, const QFont &font) const
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1e6), wrapping(text, width, font), text);
}

bool PageFlow::need(double points)
{
    if (m_y + points <= m_height || m_y == 0.0) {
        return false;
    }
    paintFoot();
    m_device.newPage();
    ++m_page;
    m_y = 0.0;
    return true;
}

void PageFlow::paintFoot()
{
    if (m_counting) {
        return;
    }
    m_painter.setFont(fontOf(Style::Small));
    m_painter.setPen(Qt::black);
    const QRectF room(0, m_height + 6, m_width, kFootHeight - 6);
    m_painter.drawLine(QPointF(0, m_height + 4), QPointF(m_width, m_height + 4));
    const QString number = QStringLiteral("%1/%2").arg(m_page).arg(m_pages);
    m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, number);
    const double left = m_width - 40;
    m_painter.drawText(QRectF(0, room.top(), left, room.height()), Qt::AlignLeft | Qt::AlignVCenter,
                       QFontMetricsF(m_painter.font()).elidedText(m_foot, Qt::ElideRight, left));
}

void PageFlow::text(const QString &text, Style style)
{
    const QFont font = fontOf(style);
    const double after = font.pixelSize() * 0.4;
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const double height = measure(line.isEmpty() ? QStringLiteral(" ") : line, m_width, font).height();
        // A heading alone at the end of a page helps nobody.
        need(style == Style::Heading || style == Style::Subheading ? height + 60.0 : height);
        if (!m_counting) {
            m_painter.setFont(font);
            m_painter.setPen(Qt::black);
            m_painter.drawText(QRectF(0, m_y, m_width, height + 1), wrapping(line, m_width, font), line);
        }
        m_y += height;
    }
    m_y += after;
}

double PageFlow::rowHeight(const QStringList &cells, const std::vector<double> &widths, const QFont &font) const
{
    double height = -kCellGap;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        height = std::max(height, measure(cells[i], widths[std::size_t(i)] * m_width - kCellGap, font).height());
    }
    return height + kCellGap;
}

void PageFlow::tableRow(const QStringList &cells, const std::vector<double> &widths, bool header)
{
    QFont font = fontOf(Style::Small);
    font.setBold(header);
    const double height = rowHeight(cells, widths, font);
    if (m_counting) {
        m_y += height;
        return;
    }
    m_painter.setFont(font);
    m_painter.setPen(Qt::black);
    double x = 0.0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const double width = widths[std::size_t(i)] * m_width;
        const QRectF room(x, m_y + kCellGap / 2, width - kCellGap, height - kCellGap + 1);
        m_painter.drawText(room, wrapping(cells[i], room.width(), font), cells[i]);
        x += width;
    }
    m_y += height;
    m_painter.setPen(QPen(header ? Qt::black : Qt::lightGray, 0.5));
    m_painter.drawLine(QPointF(0, m_y), QPointF(m_width, m_y));
}

/// What is too high for a page is cut in the middle of its longest cell.
void PageFlow::addRow(const QStringList &header, const QStringList &cells, const std::vector<double> &widths)
{
    const QFont font = fontOf(Style::Small);
    const double height = rowHeight(cells, widths, font);
    const auto longest =
        std::max_element(cells.begin(), cells.end(), [](const QString &a, const QString &b) { return a.size() < b.size(); });
    if (height + rowHeight(header, widths, font) > m_height && longest->size() > 1) {
        const auto place = longest - cells.begin();
        const qsizetype middle = middleOf(*longest);
        QStringList first = cells;
        first[place] = longest->left(middle);
        QStringList rest(cells.size());
        rest[place] = longest->mid(middle);
        addRow(header, first, widths);
        addRow(header, rest, widths);
        return;
    }
    if (need(height) && !header.isEmpty()) {
        tableRow(header, widths, true);
    }
    tableRow(cells, widths, false);
}

/// The wished widths, but none too narrow for its longest word as long as others have room to give.
std::vector<double> PageFlow::fittedWidths(const QStringList &header, const std::vector<QStringList> &rows,
                                           std::vector<double> wished) const
{
    constexpr double kMost = 0.3; // a path may be broken
    const QFont font = fontOf(Style::Small);
    QFont bold = font;
    bold.setBold(true);
    std::vector<double> least(wished.size(), 0.0);
    const auto ask = [&](const QStringList &cells, const QFont &with) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const double share = (longestWord(cells[i], with) + kCellGap + 1.0) / m_width;
            least[std::size_t(i)] = std::max(least[std::size_t(i)], std::min(share, kMost));
        }
    };
    ask(header, bold);
    for (const QStringList &row : rows) {
        ask(row, font);
    }
    double wanted = 0.0;
    double spare = 0.0;
    for (std::size_t i = 0; i < wished.size(); ++i) {
        wanted += std::max(0.0, least[i] - wished[i]);
        spare += std::max(0.0, wished[i] - least[i]);
    }
    const double given = spare > 0.0 ? std::min(1.0, wanted / spare) : 0.0;
    const double taken = wanted > 0.0 ? std::min(1.0, spare / wanted) : 0.0;
    for (std::size_t i = 0; i < wished.size(); ++i) {
        const double lack = least[i] - wished[i];
        wished[i] += lack > 0.0 ? lack * taken : lack * given;
    }
    return wished;
}

void PageFlow::table(const QStringList &header, const std::vector<QStringList> &rows, const std::vector<double> &wished)
{
    const std::vector<double> widths = fittedWidths(header, rows, wished);
    const QFont font = fontOf(Style::Small);
    need(rowHeight(header, widths, font) + (rows.empty() ? 0.0 : std::min(rowHeight(rows.front(), widths, font), m_height / 2)));
    if (!header.isEmpty()) {
        tableRow(header, widths, true);
    }
    for (const QStringList &row : rows) {
        addRow(header, row, widths);
    }
    m_y += 8.0;
}

void PageFlow::picture(double height, const std::function<void(QPainter &, const QRectF &)> &paint)
{
    need(height);
    if (!m_counting) {
        m_painter.save();
        m_painter.setFont(fontOf(Style::Small));
        paint(m_painter, QRectF(0, m_y, m_width, height));
        m_painter.restore();
    }
    m_y += height + 6.0;
}

void PageFlow::keepTogether(double points)
{
    need(points);
}

int PageFlow::finish()
{
    paintFoot();
    m_painter.end();
    return m_page;
}

} // namespace telltale::ui
