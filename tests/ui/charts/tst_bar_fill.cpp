// SPDX-License-Identifier: GPL-3.0-or-later
// Bars that are drawn as one picture are the same, pixel by pixel, as bars filled one by one.
#include "ui/charts/bar_fill.h"

#include <QPicture>
#include <QtTest>
#include <random>

using namespace telltale::ui;

namespace {

const QColor kInk(20, 90, 160);

QList<QRectF> someBars(std::uint32_t seed, double width)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(-5.0, 125.0);
    std::uniform_real_distribution<double> height(0.0, 40.0);
    QList<QRectF> bars;
    for (int i = 0; i < 80; ++i)
        bars.append({place(random), place(random), width, height(random)});
    return bars;
}

QImage canvas(double ratio)
{
    QImage image(QSize(120, 100) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(QColor(240, 240, 230));
    return image;
}

template <typename Draw>
QImage drawn(double ratio, QPointF offset, Draw draw)
{
    QImage image = canvas(ratio);
    QPainter painter(&image);
    painter.translate(offset);
    painter.setClipRect(QRectF(2.0, 3.0, 90.0, 80.0));
    draw(painter);
    painter.fillRect(QRectF(50.0, 50.0, 4.0, 4.0), Qt::red); // and leaves the painter as it was
    return image;
}

} // namespace

class TestBarFill : public QObject {
    Q_OBJECT
private slots:
    void samePixelsAsOneByOne_data();
    void samePixelsAsOneByOne();
    void nothingIsNothing();
    void paperGetsShapesNotPictures();
};

void TestBarFill::samePixelsAsOneByOne_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QPointF>("offset");
    QTest::addColumn<double>("width");
    QTest::newRow("plain") << 1.0 << QPointF() << 1.0;
    QTest::newRow("moved") << 1.0 << QPointF(7.0, -3.0) << 1.0;
    QTest::newRow("between pixels") << 1.0 << QPointF(0.4, 0.7) << 1.3;
    QTest::newRow("125 %") << 1.25 << QPointF(3.0, 3.0) << 1.0;
    QTest::newRow("150 %") << 1.5 << QPointF(1.0, 2.0) << 1.2;
    QTest::newRow("200 %") << 2.0 << QPointF(5.0, 1.5) << 1.0;
    QTest::newRow("thinner than a pixel") << 1.0 << QPointF() << 0.3;
    QTest::newRow("wide") << 1.0 << QPointF() << 6.5;
}

void TestBarFill::samePixelsAsOneByOne()
{
    QFETCH(double, ratio);
    QFETCH(QPointF, offset);
    QFETCH(double, width);
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const QList<QRectF> bars = someBars(seed, width);
        const QImage together = drawn(ratio, offset, [&](QPainter &painter) { fillBars(painter, bars, kInk); });
        const QImage alone = drawn(ratio, offset, [&](QPainter &painter) {
            for (const QRectF &bar : bars)
                painter.fillRect(bar, kInk);
        });
        QVERIFY(together != canvas(ratio));
        QCOMPARE(together, alone);
    }
}

void TestBarFill::nothingIsNothing()
{
    QImage image = canvas(1.0);
    QPainter painter(&image);
    fillBars(painter, {}, kInk);
    fillBars(painter, {QRectF(10.0, 10.0, 0.0, 20.0)}, kInk);
    painter.end();
    QCOMPARE(image, canvas(1.0));
}

/// A report stays sharp at any size: what is recorded does not grow with the bars.
void TestBarFill::paperGetsShapesNotPictures()
{
    const auto recorded = [](double height) {
        QPicture record;
        QPainter painter(&record);
        fillBars(painter, {QRectF(10.0, 10.0, 1.0, height), QRectF(40.0, 10.0, 1.0, height)}, kInk);
        painter.end();
        return record;
    };
    QCOMPARE(recorded(500.0).size(), recorded(5.0).size());
    QImage image = canvas(1.0);
    QPainter player(&image);
    recorded(50.0).play(&player);
    player.end();
    QCOMPARE(image.pixelColor(10, 20), kInk);
}

QTEST_MAIN(TestBarFill)
#include "tst_bar_fill.moc"
