// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

namespace telltale::ui {

/// Text, tables and pictures one below the other over as many pages as it takes, each page with a foot line and its number.
/// Units: lengths in points (1/72 inch). Thread: any one.
class PageFlow {
public:
    enum class Style { Title, Heading, Subheading, Body, Small };

    /// `pages` is printed as the total ("page 2/5"); with 0 the pages are only counted, and nothing is drawn.
    PageFlow(QPagedPaintDevice &device, QString foot, int pages);

    void text(const QString &text, Style style);
    /// `widths` are shares of the page; cells wrap. The header row, if there is one, is repeated on every page; a row that is higher than a
    /// page goes on in the next one.
    void table(const QStringList &header, const std::vector<QStringList> &rows, const std::vector<double> &widths);
    void picture(double height, const std::function<void(QPainter &, const QRectF &)> &paint);
    /// What follows, so high, is not to be split between pages.
    void keepTogether(double points);
    /// Number of pages so far. Call it last: it completes the foot of the last one.
    int finish();

private:
    [[nodiscard]] QFont fontOf(Style style) const;
    /// Without a header 0.
    [[nodiscard]] std::vector<double> fittedWidths(const QStringList &header, const std::vector<QStringList> &rows,
                                                   std::vector<double> wished) const;
    [[nodiscard]] double rowHeight(const QStringList &cells, const std::vector<double> &widths, const QFont &font) const;
    void addRow(const QStringList &header, const QStringList &cells, const std::vector<double> &widths);
    void tableRow(const QStringList &cells, const std::vector<double> &widths, bool header);
    /// Starts a new page when less than this is left on the present one.
    bool need(double points);
    void paintFoot();
    [[nodiscard]] QRectF measure(const QString &text, double width, const QFont &font) const;

    QPagedPaintDevice &m_device;
    QPainter m_painter;
    QString m_foot;
    int m_pages;
    bool m_counting;
    int m_page = 1;
    double m_width;
    double m_height; ///< without the foot
    double m_y = 0.0;
};

} // namespace telltale::ui
