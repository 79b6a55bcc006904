// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/pixels.h"
#include "ui/charts/line_pen.h"

#include <QImage>
#include <QtTest>
#include <functional>

using namespace telltale;
using namespace telltale::ui;
using envelope::Column;

namespace {

constexpr QSize kSize{60, 100};
const QColor kInk(0, 0, 160);

/// Columns of one device pixel side by side; values run upwards from the lower edge, one a logical pixel.
QImage drawn(const std::vector<Column> &columns, double left = 0.0, double ratio = 1.0)
{
    QImage image(kSize * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    LinePen pen(painter, kInk);
    for (std::size_t i = 0; i < columns.size(); ++i)
        pen.addColumn(left + double(i) / ratio, 1.0 / ratio, columns[i],
                      [](float value) { return double(kSize.height()) - double(value); });
    return image;
}

Column column(float low, float high, bool gap = false)
{
    return {low, high, (low + high) / 2.0F, (low + high) / 2.0F, gap};
}

/// Rows with ink in one column of pixels, by device pixels.
int inkIn(const QImage &image, int x, int tolerance = 40)
{
    return test::countPixels(image, QRect(x, 0, 1, image.height()), kInk, tolerance);
}

class TestLinePen : public QObject {
    Q_OBJECT
private slots:
    void aColumnIsFilledFromItsSmallestToItsLargest_data()
    {
        QTest::addColumn<double>("left");
        for (const double left : {0.0, 0.3, 0.5, 0.8})
            QTest::addRow("plot begins at %.1f", left) << left;
    }
    /// Wherever the plot begins on the grid of pixels, no gap opens between two columns.
    void aColumnIsFilledFromItsSmallestToItsLargest()
    {
        QFETCH(double, left);
        const QImage image = drawn(std::vector<Column>(40, column(20.0F, 70.0F)), left);
        for (int x = 2; x < 38; ++x)
            QCOMPARE(inkIn(image, x), 50);
        QVERIFY(test::alike(image.pixelColor(10, 31), kInk));
        QVERIFY(test::alike(image.pixelColor(10, 79), kInk));
        QCOMPARE(image.pixelColor(10, 28), QColor(Qt::white));
        QCOMPARE(image.pixelColor(10, 82), QColor(Qt::white));
    }

    void onASharperScreenTheLineStaysALogicalPixelThick()
    {
        std::vector<Column> columns(40);
        columns[10] = column(20.0F, 70.0F, true);
        const QImage image = drawn(columns, 0.0, 2.0);
        int wide = 0;
        for (int x = 0; x < image.width(); ++x)
            wide += inkIn(image, x) == 100 ? 1 : 0;
        QCOMPARE(wide, 2);
    }

    void columnsThatDoNotOverlapAreJoined()
    {
        const QImage image = drawn({column(10.0F, 30.0F), column(60.0F, 80.0F)});
        for (int y = 100 - 58; y < 100 - 32; ++y) {
            const int dark = std::min(image.pixelColor(0, y).red(), image.pixelColor(1, y).red());
            QVERIFY2(dark < 200, qPrintable(QString::number(y)));
        }
    }

    void aGapIsNotJoined()
    {
        const QImage image = drawn({column(10.0F, 30.0F), column(60.0F, 80.0F, true)});
        for (int y = 100 - 58; y < 100 - 32; ++y)
            QCOMPARE(image.pixelColor(0, y), QColor(Qt::white));
    }

    void columnsWithoutAValueAreBridged()
    {
        std::vector<Column> columns(20);
        columns[2] = column(40.0F, 60.0F);
        columns[17] = column(40.0F, 60.0F);
        const QImage image = drawn(columns);
        for (int x = 4; x < 16; ++x)
            QVERIFY(test::countPixels(image, QRect(x, 48, 1, 5), Qt::white, 40) < 5);
    }

    void aQuietColumnStaysASmoothLine()
    {
        std::vector<Column> columns;
        for (int i = 0; i < 40; ++i)
            columns.push_back(column(30.25F + 0.1F * float(i), 30.25F + 0.1F * float(i)));
        const QImage image = drawn(columns);
        int between = 0; // neither ink nor paper: smoothed
        for (int x = 2; x < 38; ++x)
            between += 100 - inkIn(image, x, 8) - test::countPixels(image, QRect(x, 0, 1, 100), Qt::white, 8);
        QVERIFY(between > 36);
    }

    void aLineGoesOnFromABarToACurve()
    {
        std::vector<Column> columns(30, column(50.0F, 50.0F));
        columns[10] = column(20.0F, 80.0F);
        const QImage image = drawn(columns);
        QVERIFY(inkIn(image, 10) >= 60);
        for (int x : {8, 9, 11, 12})
            QVERIFY(test::countPixels(image, QRect(x, 46, 1, 8), Qt::white, 40) < 8);
    }

    void aSingleReadingIsADot()
    {
        std::vector<Column> columns(20);
        columns[9] = column(50.0F, 50.0F, true);
        QVERIFY(test::countPixels(drawn(columns), QRect(0, 0, 20, 100), Qt::white, 40) < 20 * 100);
    }
};

} // namespace

QTEST_GUILESS_MAIN(TestLinePen)
#include "tst_line_pen.moc"
