// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/pixels.h"
#include "ui/style/priority_symbol.h"

#include <QPainter>
#include <QtTest>
#include <functional>

using namespace telltale;
using namespace telltale::ui;

namespace {

constexpr int kSide = 64;

QImage picture(const Theme &theme, const std::function<void(QPainter &)> &paint)
{
    QImage image(kSide, kSide, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QImage symbol(Priority priority, const Theme &theme, bool outlineOnly)
{
    return picture(theme,
                   [&](QPainter &painter) { paintPrioritySymbol(painter, QRectF(0, 0, kSide, kSide), priority, theme, outlineOnly); });
}

const Theme &themeOf(bool dark)
{
    return dark ? Theme::darkTheme() : Theme::light();
}

class TestPrioritySymbol : public QObject {
    Q_OBJECT
private slots:
    void allPriorities_data()
    {
        QTest::addColumn<int>("priority");
        QTest::addColumn<bool>("dark");
        for (int priority = 1; priority <= 4; ++priority)
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", priority, dark ? "dark" : "light") << priority << dark;
    }
    void allPriorities()
    {
        QFETCH(int, priority);
        QFETCH(bool, dark);
        const Theme &theme = themeOf(dark);
        const QImage filled = symbol(Priority(priority), theme, false);
        const QRect all = filled.rect();
        QVERIFY(test::countPixels(filled, all, theme.priority(Priority(priority)), 8) > kSide * kSide / 10);
        QVERIFY(test::countPixels(filled, all, theme.text, 8) > kSide); // the outline: no shape depends on its fill
        QVERIFY(test::countPixels(filled, all, theme.priorityText(Priority(priority)), 8) > kSide / 2);
        const QImage outline = symbol(Priority(priority), theme, true);
        QCOMPARE(test::countPixels(outline, all, theme.priority(Priority(priority)), 8), 0);
        QVERIFY(test::countPixels(outline, all, theme.text, 8) > kSide);
    }

    void shapesDifferWithoutTheirColours()
    {
        // Outlines alone, as somebody sees them who does not see the colours.
        const Theme &theme = Theme::light();
        for (int a = 1; a <= 4; ++a)
            for (int b = a + 1; b <= 4; ++b) {
                const QImage first = symbol(Priority(a), theme, true);
                const QImage second = symbol(Priority(b), theme, true);
                int different = 0;
                for (int y = 0; y < kSide; ++y)
                    for (int x = 0; x < kSide; ++x)
                        different += test::alike(first.pixelColor(x, y), second.pixelColor(x, y), 80) ? 0 : 1;
                QVERIFY2(different > 3 * kSide, qPrintable(QString("%1 and %2: %3").arg(a).arg(b).arg(different)));
            }
    }

    void staysInsideItsBox()
    {
        const Theme &theme = Theme::light();
        for (int priority = 1; priority <= 4; ++priority) {
            const QImage image = picture(theme, [&](QPainter &painter) {
                paintPrioritySymbol(painter, QRectF(20, 10, 24, 40), Priority(priority), theme, false); // not square: the middle of it
            });
            const int inside = test::countPixels(image, QRect(19, 17, 26, 26), theme.surface, 0);
            const int everywhere = test::countPixels(image, image.rect(), theme.surface, 0);
            QCOMPARE(everywhere - inside, kSide * kSide - 26 * 26);
        }
    }

    void qualityIsTheHalfDisc()
    {
        const Theme &theme = Theme::darkTheme();
        const QImage quality = picture(theme, [&](QPainter &painter) { paintQualitySymbol(painter, QRectF(0, 0, kSide, kSide), theme); });
        QVERIFY(test::countPixels(quality, quality.rect(), theme.quality, 8) > kSide * kSide / 10);
        // Nothing but the outline below the straight edge.
        QCOMPARE(test::countPixels(quality, QRect(0, kSide - 3, kSide, 3), theme.quality, 8), 0);
    }

    void leavesThePainterAsItWas()
    {
        QImage image(kSide, kSide, QImage::Format_RGB32);
        QPainter painter(&image);
        painter.setPen(Qt::magenta);
        const QFont font = painter.font();
        paintPrioritySymbol(painter, QRectF(0, 0, kSide, kSide), Priority::P1, Theme::light(), false);
        QCOMPARE(painter.pen().color(), QColor(Qt::magenta));
        QCOMPARE(painter.font(), font);
        QCOMPARE(painter.transform(), QTransform());
    }
};

} // namespace

QTEST_MAIN(TestPrioritySymbol)
#include "tst_priority_symbol.moc"
