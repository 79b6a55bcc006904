// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/charts/trend_desk.h"

#include <QGraphicsTextItem>
#include <QSignalSpy>
#include <QtTest>
#include <array>
#include <cmath>

using namespace telltale;
using namespace telltale::ui;
using namespace telltale::test;
using namespace std::chrono_literals;

namespace {

SensorSpec named(Desk &desk, const char *name, const char *unit)
{
    SensorSpec sensor = desk.builder.spec(desk.id);
    sensor.key.sensor = name;
    sensor.unit = unit;
    return sensor;
}

/// As drawn: Qt Charts cuts what it has no room for.
QString valueTitle(Desk &desk)
{
    QStringList upright;
    for (const QGraphicsItem *item : desk.chart().scene()->items()) {
        const auto *text = dynamic_cast<const QGraphicsTextItem *>(item);
        if (text != nullptr && text->isVisible() && text->rotation() != 0.0 && !text->toPlainText().isEmpty())
            upright << text->toPlainText();
    }
    return upright.join(" | ");
}

class TestTrendView : public QObject {
    Q_OBJECT
private slots:
    void theLineFollowsNewSnapshots()
    {
        Desk desk;
        QVERIFY(desk.tracePixels(0.9, 1.0) > 20);
        desk.builder.now(kStart + 720s); // two minutes without a reading
        desk.apply();
        QCOMPARE(desk.tracePixels(0.85, 1.0), 0);
        QCOMPARE(desk.view.rangeEnd(), kStart + 720s);
        desk.builder.addSamples(desk.id, kStart + 600s, 1s, 121, wave);
        desk.apply();
        QVERIFY(desk.tracePixels(0.85, 1.0) > 20);
    }

    void pauseKeepsThePictureWhileSnapshotsFlow()
    {
        Desk desk;
        QSignalSpy live(&desk.view, &TrendView::liveChanged);
        desk.view.pause();
        QCOMPARE(live.count(), 1);
        QVERIFY(!desk.view.isLive());
        const QImage before = desk.picture();
        for (int i = 0; i < 10; ++i) {
            desk.builder.addSamples(desk.id, kStart + 600s + i * 10s, 1s, 10, wave);
            desk.apply();
            QCoreApplication::processEvents();
            QVERIFY(desk.picture() == before);
        }
        QCOMPARE(desk.label("trendMode").trimmed(), QStringLiteral("PAUSED \u221201:40"));
        desk.view.goLive(); // and nothing of what came meanwhile is lost
        QVERIFY(desk.view.isLive());
        QCOMPARE(desk.view.rangeEnd(), kStart + 699s);
        QVERIFY(desk.tracePixels(0.9, 1.0) > 20);
        QCOMPARE(desk.label("trendMode"), QStringLiteral("LIVE"));
    }

    void theTitleOfTheValuesIsNeverCut()
    {
        Desk desk;
        desk.view.showSensor(named(desk, "torque of the drive", "N·m"));
        QStringList seen;
        for (int height = desk.view.minimumHeight(); height < 400; ++height) {
            desk.view.resize(800, height);
            const QString title = valueTitle(desk);
            if (seen.isEmpty() || seen.back() != title)
                seen << title;
        }
        QCOMPARE(seen, QStringList({"N·m", "torque of the drive (N·m)"})); // the name stands above
        desk.view.showSensor(named(desk, "torque", "a unit that nobody can read upwards beside so low a plot"));
        desk.view.resize(800, desk.view.minimumHeight());
        QCOMPARE(valueTitle(desk), QString());
    }

    void aPausedTrendHasAHatchedFrame()
    {
        Desk desk;
        const QRect edge(0, 0, desk.chart().width(), 6);
        QCOMPARE(countPixels(desk.picture(), edge, Theme::light().text, 8), 0);
        desk.view.pause();
        QVERIFY(countPixels(desk.picture(), edge, Theme::light().text, 8) > edge.width() / 2);
    }

    void zoomAndPanMoveTheRange()
    {
        Desk desk;
        QSignalSpy ranges(&desk.view, &TrendView::rangeChanged);
        QCOMPARE(desk.view.span(), Duration{10min});
        desk.view.zoomIn();
        QCOMPARE(desk.view.span(), Duration{5min});
        QVERIFY(desk.view.isLive()); // the right edge stays now
        desk.view.zoomOut();
        desk.view.zoomOut();
        QCOMPARE(desk.view.span(), Duration{30min});
        desk.view.setSpan(10min);
        desk.view.panBy(-0.5);
        QVERIFY(!desk.view.isLive());
        QCOMPARE(desk.view.rangeEnd(), kStart + 599s - 5min);
        QCOMPARE(ranges.count(), 5);
        desk.view.showAround(kStart + 100s, 1min);
        QCOMPARE(desk.view.span(), Duration{2min});
        QCOMPARE(desk.view.rangeEnd(), kStart + 160s);
    }

    void draggingPansAndDoubleClickGoesLive()
    {
        Desk desk;
        const QPointF start = desk.chart().plot().center();
        QTest::mousePress(desk.chart().viewport(), Qt::LeftButton, {}, start.toPoint());
        desk.moveMouse(start + QPointF(desk.chart().plot().width() / 4.0, 0), Qt::LeftButton);
        QTest::mouseRelease(desk.chart().viewport(), Qt::LeftButton, {}, start.toPoint());
        QVERIFY(!desk.view.isLive());
        const double moved = toSeconds(kStart + 599s - desk.view.rangeEnd());
        QVERIFY2(std::fabs(moved - 150.0) < 3.0, qPrintable(QString::number(moved)));
        QTest::mouseDClick(desk.chart().viewport(), Qt::LeftButton, {}, start.toPoint());
        QVERIFY(desk.view.isLive());
    }

    void theWheelZoomsAroundTheCursor()
    {
        Desk desk;
        desk.turnWheel(0.98, 120); // at the right edge: stays live
        QVERIFY(desk.view.isLive());
        QCOMPARE(desk.view.span(), Duration{8min});
        desk.turnWheel(0.25, 120);
        QVERIFY(!desk.view.isLive());
        QVERIFY(std::fabs(toSeconds(desk.view.span()) - 384.0) < 0.01);
        const double fixed = toSeconds(desk.view.rangeEnd() - desk.view.span() * 3 / 4 - kStart);
        QVERIFY2(std::fabs(fixed - (599.0 - 480.0 * 0.75)) < 2.0, qPrintable(QString::number(fixed)));
    }

    void marksStandAtTheirInstant()
    {
        const Theme &theme = Theme::light();
        Desk desk(flat);
        const UtcTime at = kStart + 299s; // the middle of the picture
        desk.view.setMarks({{TrendMark::Kind::Raise, at, Priority::P1, 1, {}}});
        const QImage image = desk.picture();
        const int x = int(std::lround(desk.chart().plot().left() + desk.chart().plot().width() / 2.0));
        const QRect line(x - 1, desk.plot().top() + 4, 3, desk.plot().height() / 4);
        QVERIFY(countPixels(image, line, theme.mutedText, 8) >= line.height() - 2);
        const QRect symbol(x - 8, 0, 16, desk.plot().top());
        QVERIFY(countPixels(image, symbol, theme.priority(Priority::P1), 8) > 10);
        const QRect elsewhere(desk.plot().left(), 0, desk.plot().width() / 2 - 20, desk.plot().top());
        QCOMPARE(countPixels(image, elsewhere, theme.priority(Priority::P1), 8), 0);
    }

    void previousAndNextMarkPauseAroundThem()
    {
        Desk desk;
        const auto mark = [](Duration at) { return TrendMark{TrendMark::Kind::Raise, kStart + at, Priority::P2, 1, {}}; };
        desk.view.setMarks({mark(500s), mark(100s), mark(200s)});
        desk.view.showPreviousMark(); // the middle of the live picture is at 299 s
        QCOMPARE(desk.view.rangeEnd() - desk.view.span() / 2, kStart + 200s);
        QVERIFY(!desk.view.isLive());
        desk.view.showPreviousMark();
        QCOMPARE(desk.view.rangeEnd() - desk.view.span() / 2, kStart + 100s);
        desk.view.showPreviousMark(); // there is none before
        QCOMPARE(desk.view.rangeEnd() - desk.view.span() / 2, kStart + 100s);
        desk.view.showNextMark();
        desk.view.showNextMark();
        QCOMPARE(desk.view.rangeEnd() - desk.view.span() / 2, kStart + 500s);
    }

    void bandAndLimitsAreDrawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void bandAndLimitsAreDrawn()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? Theme::darkTheme() : Theme::light();
        // Axis from 20 to 25, band 21 to 24, reading around 22, end of the physical range 24.5: all at known heights.
        Desk desk([](std::size_t i) { return Reading{.value = i == 0 ? 25.0 : i == 1 ? 20.0 : zigzag(i), .lower = 21.0, .upper = 24.0}; });
        desk.view.setTheme(theme);
        desk.builder.spec(desk.id).high = 24.5;
        desk.view.showSensor(desk.builder.spec(desk.id));
        desk.view.showAround(kStart + 300s, 100s);
        const QImage image = desk.picture();
        const QColor band = blended(theme.band, theme.surface);
        const QRect part = desk.plotPart(0.5, 0.9);
        QVERIFY(countPixels(image, part, band, 6) > part.width() * part.height() / 4);
        QVERIFY(countPixels(image, part, theme.limit, 10) > 2 * part.width()); // both edges of the band and the dashed limit
        QVERIFY(countPixels(image, part, theme.traces[0], 40) > part.width() / 2);
    }

    void singleAnomalousReadingsAreMarked()
    {
        Desk desk([](std::size_t i) { return Reading{.value = 22.0, .verdict = i % 100 == 50 ? Verdict::Anomalous : Verdict::Normal}; });
        QVERIFY(countPixels(desk.picture(), desk.plotPart(0.0, 1.0), Theme::light().anomaly, 16) >= 6 * 12);
        desk.view.showAround(kStart + 100s, 20s); // none of them in here
        QCOMPARE(countPixels(desk.picture(), desk.plotPart(0.0, 1.0), Theme::light().anomaly, 16), 0);
    }

    void aGapBreaksTheLine()
    {
        Desk desk(flat, 0);
        desk.builder.addSamples(desk.id, kStart, 1s, 200, flat);
        desk.builder.addSamples(desk.id, kStart + 400s, 1s, 200,
                                [](std::size_t i) { return Reading{.value = zigzag(i), .gapBefore = i == 0}; });
        desk.apply();
        desk.view.showAround(kStart + 300s, 300s);
        QVERIFY(desk.tracePixels(0.05, 0.3) > 50);
        QCOMPARE(desk.tracePixels(0.35, 0.65), 0);
        QVERIFY(desk.tracePixels(0.7, 0.95) > 50);
    }

    void badQualityIsHatched()
    {
        Desk desk([](std::size_t i) { return Reading{.value = 22.0, .quality = i >= 200 && i < 300 ? Quality::Bad : Quality::Good}; });
        desk.view.showAround(kStart + 300s, 300s);
        QVERIFY(countPixels(desk.picture(), desk.plotPart(0.36, 0.48), Theme::light().quality, 8) > 200);
        QCOMPARE(countPixels(desk.picture(), desk.plotPart(0.55, 1.0), Theme::light().quality, 8), 0);
    }

    void neverShowsAStalePicture()
    {
        Desk desk(wave, 3000);
        // Whoever has the keys has a frame around the plot: here it is somebody else.
        QWidget elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
        const std::array<QSize, 3> sizes{QSize(800, 300), QSize(560, 260), QSize(900, 420)};
        for (int i = 0; i < 24; ++i) {
            const Theme &theme = i % 2 == 0 ? Theme::light() : Theme::darkTheme();
            const UtcTime centre = kStart + i * 117s;
            const Duration half = (1 + i % 5) * 60s;
            desk.view.showAround(centre, half);
            desk.view.resize(sizes[std::size_t(i) % 3]);
            desk.view.setTheme(theme);
            if (i % 4 == 3)
                QCoreApplication::processEvents();
            const QImage shown = desk.view.grab().toImage();
            TrendView fresh;
            fresh.setAttribute(Qt::WA_ShowWithoutActivating);
            fresh.setTheme(theme);
            fresh.showSensor(desk.builder.spec(desk.id));
            fresh.resize(sizes[std::size_t(i) % 3]);
            fresh.show();
            fresh.applySnapshot(desk.builder.build());
            fresh.showAround(centre, half);
            QVERIFY2(shown == fresh.grab().toImage(), qPrintable(QString::number(i)));
        }
    }

    void theMouseBringsUpAReadout()
    {
        Desk desk;
        const QImage before = desk.picture();
        desk.moveMouse(desk.chart().plot().center());
        const QImage with = desk.picture();
        QVERIFY(countPixels(with, desk.plot(), Theme::light().background, 0) > 2000); // its box
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(desk.chart().viewport(), &leave);
        QVERIFY(desk.picture() == before);
    }

    void theStatusLineTellsWhatToThinkOfTheValue()
    {
        Desk desk;
        QCOMPARE(desk.label("trendSensor"), QStringLiteral("line-a/pump1 · temperature"));
        QCOMPARE(desk.label("trendMode"), QStringLiteral("LIVE"));
        QCOMPARE(desk.label("trendSpan"), QStringLiteral("10 min"));
        QCOMPARE(desk.label("trendZone"), QStringLiteral("UTC"));
        QVERIFY(desk.label("trendValue").endsWith(QStringLiteral(" °C")));
        QCOMPARE(desk.label("trendNote"), QString());
        desk.builder.state(desk.id).warmUp = 0.43;
        desk.builder.state(desk.id).verdict = Verdict::NoDecision;
        desk.apply();
        QCOMPARE(desk.label("trendNote"), QStringLiteral("warming up 43 %: no decision yet"));
        desk.builder.state(desk.id).warmUp = 1.0;
        desk.builder.state(desk.id).stale = true;
        desk.builder.state(desk.id).quality = Quality::Bad;
        desk.apply();
        QCOMPARE(desk.label("trendNote"), QStringLiteral("stale: nothing new since 12:40:59 · bad quality: not judged"));
        QVERIFY(desk.view.accessibleDescription().contains(QStringLiteral("stale")));
        QVERIFY(desk.view.accessibleName().contains(QStringLiteral("temperature")));
    }

    void aSimulatedClockGetsASpanOfItsOwn()
    {
        Desk desk(flat, 0);
        desk.builder.spec(desk.id).period = Duration::zero(); // not known: learned from the samples
        desk.builder.snapshot().simulatedClock = true;
        desk.view.showSensor(desk.builder.spec(desk.id));
        desk.apply();
        QCOMPARE(desk.view.span(), Duration{10min});
        QCOMPARE(desk.view.usualSpan(), Duration::zero());
        desk.builder.addSamples(desk.id, kStart, 5min, 1000, flat);
        desk.apply();
        QCOMPARE(desk.view.span(), Duration{48h});
        desk.view.setSpan(1h);
        QCOMPARE(desk.view.usualSpan(), Duration{48h});
        QVERIFY(desk.label("trendZone").contains(QStringLiteral("simulated")));
    }

    void aYoungTrendShowsWhatThereIsAndGrows()
    {
        Desk desk(flat, 30);
        QCOMPARE(desk.view.span(), Duration{1min});
        QVERIFY(desk.tracePixels(0.6, 1.0) > 20);
        desk.builder.addSamples(desk.id, kStart + 30s, 1s, 60, flat);
        desk.apply();
        QCOMPARE(desk.view.span(), Duration{2min});
        desk.builder.addSamples(desk.id, kStart + 90s, 1s, 3000, flat);
        desk.apply();
        QCOMPARE(desk.view.span(), Duration{10min});
    }

    void whatThePastKnowsCountsForTheSpan()
    {
        Desk desk(flat, 0);
        desk.view.setHistoryLoader([&](const HistoryQuestion &) {
            return HistoryAnswer{{SnapshotBuilder::chunk(desk.id, kStart - 9min, 1s, 500, [](std::size_t i) { return flat(i); })}};
        });
        desk.builder.addSamples(desk.id, kStart, 1s, 30, flat);
        desk.apply();
        QTRY_VERIFY(desk.tracePixels(0.1, 0.8) > 20);
        desk.apply();
        QCOMPARE(desk.view.span(), Duration{10min});
    }

    void aSpanThatAPersonChoseStays()
    {
        Desk desk;
        desk.view.setSpan(1h);
        desk.builder.snapshot().simulatedClock = true;
        desk.builder.spec(desk.id).period = 5min;
        const SensorId other = desk.builder.addSensor("line-a/fan", "speed", "rpm");
        desk.apply();
        desk.view.showSensor(desk.builder.spec(other));
        desk.apply();
        QCOMPARE(desk.view.span(), Duration{1h});
    }

    void anEmptyTrendSaysWhy()
    {
        TrendView view;
        view.resize(800, 300);
        view.show();
        const auto mutedPixels = [&] {
            auto *chart = view.findChild<FastChartView *>("trendChart");
            const QRect middle(chart->width() / 2 - 150, chart->height() / 2 - 20, 300, 40);
            return countPixels(chart->grab().toImage(), middle, Theme::light().mutedText, 40);
        };
        QVERIFY(mutedPixels() > 50);
        view.applySnapshot(SnapshotPtr()); // before the first snapshot: no crash
        view.showPreviousMark();
        view.showNextMark();
        view.goLive();
        QVERIFY(view.isLive());
    }

    void aHiddenTrendCatchesUpWhenShown()
    {
        Desk desk;
        desk.view.hide();
        desk.builder.addSamples(desk.id, kStart + 600s, 1s, 300, wave);
        desk.apply();
        desk.view.show();
        QVERIFY(desk.tracePixels(0.9, 1.0) > 20);
        QCOMPARE(desk.view.rangeEnd(), kStart + 899s);
    }
};

} // namespace

QTEST_MAIN(TestTrendView)
#include "tst_trend_view.moc"
