// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/pixels.h"
#include "ui/charts/fast_chart_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QtTest>
#include <array>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;

namespace {

const UtcTime kEnd = *parseTime("2026-11-22T12:31:00Z");

ChartFrame frameOf(Duration span, double low, double high)
{
    return {.spanSec = toSeconds(span),
            .times = relativeTicks(kEnd, span, 5),
            .end = kEnd,
            .values = valueTicks(low, high, 5),
            .timeTitle = "before now",
            .valueTitle = "temperature (°C)"};
}

void showView(FastChartView &view, QSize size = {640, 320})
{
    view.resize(size);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

/// What a view that was made just now, with the same settings, looks like.
QImage freshPicture(const ChartFrame &frame, QSize size, const Theme &theme)
{
    FastChartView view;
    view.setTheme(theme);
    view.setFrame(frame);
    view.resize(size);
    view.show();
    return view.grab().toImage();
}

/// Until the scene has nothing to tell any more.
void settle(const FastChartView &view)
{
    for (int quiet = 0; quiet < 10; ++quiet) {
        const auto before = view.framesDrawn();
        QCoreApplication::processEvents();
        if (view.framesDrawn() != before)
            quiet = 0;
    }
}

class TestFastChartView : public QObject {
    Q_OBJECT
private slots:
    void neverShowsAStaleFrame_data()
    {
        QTest::addColumn<bool>("eventsBetween");
        QTest::newRow("grabbed at once") << false;
        QTest::newRow("after the event loop ran") << true;
    }
    void neverShowsAStaleFrame()
    {
        QFETCH(bool, eventsBetween);
        FastChartView view;
        showView(view);
        const std::array<QSize, 3> sizes{QSize(640, 320), QSize(500, 260), QSize(800, 400)};
        const std::array<const Theme *, 2> themes{&Theme::light(), &Theme::darkTheme()};
        for (int i = 0; i < 20; ++i) {
            const QSize size = sizes[std::size_t(i) % 3];
            const Theme &theme = *themes[std::size_t(i) % 2];
            const ChartFrame frame = frameOf((i % 4 + 1) * 5min, -10.0 * i, 17.3 * i + 1.0);
            view.resize(size);
            view.setTheme(theme);
            view.setFrame(frame);
            if (eventsBetween)
                QCoreApplication::processEvents();
            QVERIFY2(view.grab().toImage() == freshPicture(frame, size, theme), qPrintable(QString::number(i)));
        }
    }

    void dataRepaintsKeepTheFrame()
    {
        FastChartView view;
        int painted = 0;
        view.setLayers([&](QPainter &, const QRectF &) { ++painted; });
        view.setFrame(frameOf(10min, 0, 10));
        showView(view);
        QCoreApplication::processEvents();
        QTRY_VERIFY(painted > 0);
        settle(view);
        const auto before = view.framesDrawn();
        for (int i = 0; i < 50; ++i) {
            ChartFrame moved = frameOf(10min, 0, 10);
            moved.end += i * 100ms; // live: everything moves with the end
            for (TimeTick &tick : moved.times)
                tick.at += i * 100ms;
            view.setFrame(moved);
            view.viewport()->update();
            QCoreApplication::processEvents();
        }
        QVERIFY(painted > 40);
        QCOMPARE(view.framesDrawn(), before);
    }

    void theScaleOfTheScreenIsInTheFrame()
    {
        FastChartView view;
        view.setFrame(frameOf(10min, 0, 10));
        showView(view);
        QPixmap target = view.grab();
        QCOMPARE(target.size(), (QSizeF(view.size()) * view.devicePixelRatioF()).toSize());
    }

    void layersPaintOnTopOfTheFrameInLogicalPixels()
    {
        FastChartView view;
        view.setFrame(frameOf(10min, 0, 10));
        view.setLayers([](QPainter &painter, const QRectF &plot) { painter.fillRect(plot, Qt::magenta); });
        showView(view);
        const QImage image = view.grab().toImage();
        const double ratio = image.devicePixelRatio();
        const QRect plot = QRectF(view.plot().topLeft() * ratio, view.plot().size() * ratio).toRect();
        QCOMPARE(test::countPixels(image, plot, Qt::magenta, 0), plot.width() * plot.height());
        QCOMPARE(test::countPixels(image, image.rect(), Qt::magenta, 0), plot.width() * plot.height());
    }

    void axesAndGridAreInTheColoursOfTheTheme()
    {
        const Theme &theme = Theme::darkTheme();
        FastChartView view;
        view.setTheme(theme);
        view.setFrame(frameOf(10min, 0, 10));
        showView(view);
        const QImage image = view.grab().toImage();
        QCOMPARE(image.pixelColor(1, 1), theme.surface);
        QVERIFY(test::countPixels(image, image.rect(), theme.grid, 4) > 500);
        QVERIFY(test::countPixels(image, QRect(0, 0, int(view.plot().left()), image.height()), theme.text, 60) > 20); // value labels
        const int below = int(view.plot().bottom()) + 5;
        QVERIFY(test::countPixels(image, QRect(0, below, image.width(), image.height()), theme.text, 60) > 20); // time labels
    }

    void aPressWhereNothingLiesDoesNotCrash()
    {
        FastChartView view;
        showView(view);
        for (const QPoint at : {QPoint(0, 0), QPoint(639, 319), QPoint(300, 160)}) {
            QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at);
            QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at);
        }
        QVERIFY(view.isVisible());
    }

    void draggingTellsTheShareOfThePlot()
    {
        FastChartView view;
        view.setFrame(frameOf(10min, 0, 10));
        showView(view);
        QSignalSpy dragged(&view, &FastChartView::dragged);
        const QPointF start(300, 150);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, start.toPoint());
        const auto move = [&](double dx) {
            QMouseEvent event(QEvent::MouseMove, start + QPointF(dx, 0), view.viewport()->mapToGlobal(start + QPointF(dx, 0)), Qt::NoButton,
                              Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(view.viewport(), &event);
        };
        move(2); // a trembling hand is no drag
        QCOMPARE(dragged.count(), 0);
        move(60);
        move(100);
        double sum = 0.0;
        for (const auto &call : dragged)
            sum += call.first().toDouble();
        QVERIFY(qAbs(sum - 100.0 / view.plot().width()) < 1e-9);
    }

    void theWheelTellsWhereItTurned()
    {
        FastChartView view;
        view.setFrame(frameOf(10min, 0, 10));
        showView(view);
        QSignalSpy turned(&view, &FastChartView::wheelTurned);
        const QPointF at = view.plot().topLeft() + QPointF(view.plot().width() / 4.0, 20.0);
        QWheelEvent event(at, view.viewport()->mapToGlobal(at), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view.viewport(), &event);
        QCOMPARE(turned.count(), 1);
        QCOMPARE(turned[0][0].toDouble(), 2.0);
        QVERIFY(qAbs(turned[0][1].toDouble() - 0.25) < 0.01);
    }

    void tooSmallForAPlotPaintsNoLayers()
    {
        FastChartView view;
        int painted = 0;
        view.setLayers([&](QPainter &, const QRectF &) { ++painted; });
        view.setFrame(frameOf(10min, 0, 10));
        view.resize(40, 30);
        view.show();
        QVERIFY(!view.grab().isNull());
        QCOMPARE(painted, 0);
        QVERIFY(view.plot().isEmpty());
    }
};

} // namespace

QTEST_MAIN(TestFastChartView)
#include "tst_fast_chart_view.moc"
