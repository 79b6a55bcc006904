// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/pixels.h"
#include "ui/charts/stretch_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QtTest>
#include <cmath>
#include <limits>

using namespace telltale;
using namespace telltale::ui;

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
const StretchLook kLook{QPen(Qt::blue, 2.0), QPen(Qt::red, 2.0, Qt::DashLine), Qt::black, Qt::green};

QImage picture(const StretchPair &pair, QSize size = {300, 140})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintStretches(painter, QRectF(QPointF(), QSizeF(size)), pair, kLook);
    return image;
}

/// Left edge of what was drawn in a colour, above the names.
int leftOf(const QImage &image, const QColor &colour)
{
    const int above = image.height() - int(2.0 * QFontMetricsF(QFont()).height());
    for (int x = 0; x < image.width(); ++x)
        if (test::countPixels(image, QRect(x, 0, 1, above), colour) > 0)
            return x;
    return image.width();
}

} // namespace

class TestStretchPainter : public QObject {
    Q_OBJECT

private slots:
    void theScaleCoversBothStretches_data();
    void theScaleCoversBothStretches();
    void wordsSayWhatTheDrawingShows();
    void whatCannotBeComparedIsNotDrawn();
    void theScaleStandsLeftOfTheLines();
    void aStretchThatStandsStillIsDrawn();
};

void TestStretchPainter::theScaleCoversBothStretches_data()
{
    QTest::addColumn<std::vector<double>>("actual");
    QTest::addColumn<std::vector<double>>("nearest");
    QTest::addColumn<std::string>("unit");
    QTest::addColumn<QString>("low");
    QTest::addColumn<QString>("high");
    using Values = std::vector<double>;
    const auto row = [](const char *name, const Values &actual, const Values &nearest, const char *unit, const char *low,
                        const char *high) {
        QTest::newRow(name) << actual << nearest << std::string(unit) << QString::fromUtf8(low) << QString::fromUtf8(high);
    };
    row("one below, one above", {27.0, 29.1}, {26.5, 27.1}, "°C", "26.5 °C", "29.1 °C");
    row("no unit", {1.0, 2.0}, {1.0, 3.0}, "", "1", "3");
    row("close together", {1013.21, 1013.22}, {1013.21, 1013.23}, "hPa", "1013.21 hPa", "1013.23 hPa");
    row("standing still", {5.5, 5.5}, {5.5, 5.5}, "bar", "5.5 bar", "5.5 bar");
    row("below zero", {-2.0, -1.0}, {-3.5, -1.0}, "°C", "\u22123.5 °C", "\u22121 °C");
}

void TestStretchPainter::theScaleCoversBothStretches()
{
    QFETCH(std::vector<double>, actual);
    QFETCH(std::vector<double>, nearest);
    QFETCH(std::string, unit);
    const StretchScale scale = stretchScale({actual, nearest, unit});
    QTEST(scale.low, "low");
    QTEST(scale.high, "high");
}

void TestStretchPainter::wordsSayWhatTheDrawingShows()
{
    QCOMPARE(
        stretchWords({{27.0, 27.1, 29.1}, {27.0, 27.1, 27.2}, "°C"}),
        QStringLiteral("Last 3 readings, ending at 29.1 °C; the most similar stretch of its own past ended at 27.2 °C. All between 27 °C "
                       "and 29.1 °C"));
}

void TestStretchPainter::whatCannotBeComparedIsNotDrawn()
{
    QVERIFY((StretchPair{{1.0, 2.0}, {1.0, 3.0}, {}}.canBeDrawn()));
    QVERIFY(!(StretchPair{{}, {}, {}}.canBeDrawn()));
    QVERIFY(!(StretchPair{{1.0}, {1.0}, {}}.canBeDrawn()));
    QVERIFY(!(StretchPair{{1.0, 2.0}, {1.0, 2.0, 3.0}, {}}.canBeDrawn()));
    QVERIFY(!(StretchPair{{1.0, kNone}, {1.0, 2.0}, {}}.canBeDrawn()));
}

void TestStretchPainter::theScaleStandsLeftOfTheLines()
{
    const StretchPair pair{{20.0, 24.0, 31.0, 88.0}, {20.0, 24.0, 31.0, 26.0}, "°C"};
    const QImage image = picture(pair);
    const int lines = leftOf(image, Qt::blue);
    QVERIFY(lines < image.width() / 2);
    const int half = image.height() / 4;
    QVERIFY2(test::countPixels(image, QRect(0, 0, lines, half), Qt::black, 120) > 10, "the largest value");
    QVERIFY2(test::countPixels(image, QRect(0, half, lines, half * 2), Qt::black, 120) > 10, "the smallest value");
    StretchPair longer = pair;
    longer.unit = "thousand barrels";
    QVERIFY(leftOf(picture(longer), Qt::blue) > lines); // a longer text gets more room
}

void TestStretchPainter::aStretchThatStandsStillIsDrawn()
{
    const QImage image = picture({{5.0, 5.0, 5.0}, {5.0, 5.0, 5.0}, "bar"});
    QVERIFY(test::countPixels(image, image.rect(), Qt::blue) > 100);
    for (const QSize size : {QSize(40, 140), QSize(300, 20), QSize(1, 1)})
        QCOMPARE(picture({{1.0, 2.0}, {1.0, 3.0}, "bar"}, size).size(), size);
}

QTEST_MAIN(TestStretchPainter)
#include "tst_stretch_painter.moc"
