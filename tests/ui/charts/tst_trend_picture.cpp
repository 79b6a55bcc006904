// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_builders.h"
#include "ui/charts/hover_readout.h"
#include "ui/charts/trend_picture.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::SnapshotBuilder;

namespace {

const UtcTime kStart = SnapshotBuilder::kStart;

/// 600 samples, one a second; a plot of 600 px for the last 600 s.
TrendPicture pictureOf(const std::function<SnapshotBuilder::Reading(std::size_t)> &reading)
{
    SnapshotBuilder builder;
    const SensorId id = builder.addSensor("line-a/pump1", "temperature", "°C");
    builder.addSamples(id, kStart, 1s, 600, reading);
    TrendPicture picture;
    picture.sensor = builder.spec(id);
    picture.samples.setTrace(builder.build()->traces.at(0));
    picture.range.follow(kStart + 600s);
    return picture;
}

void rebuild(TrendPicture &picture, double height = 200)
{
    picture.rebuild({.plot = QRectF(50, 20, 600, height),
                     .strip = QRectF(50, 0, 600, 20),
                     .ratio = 1.0,
                     .timeTicks = 5,
                     .valueTicks = 5,
                     .font = QFont()});
}

SnapshotBuilder::Reading flat(std::size_t)
{
    return {.value = 22.13, .score = 0.42, .lower = 21.0, .upper = 23.5};
}

class TestTrendPicture : public QObject {
    Q_OBJECT
private slots:
    void theReadoutTellsAboutTheNearestSample()
    {
        TrendPicture picture = pictureOf(flat);
        rebuild(picture);
        const QStringList lines = picture.hoverLines(QPointF(50 + 67.3, 100));
        QCOMPARE(lines, QStringList({"2026-11-22 12:32:07.000 UTC", "temperature 22.13 °C", "expected 21 to 23.5 °C",
                                     "score 0.42 (limit 1): normal"}));
    }

    void theReadoutIsHonestAboutWhatIsMissing()
    {
        TrendPicture picture = pictureOf([](std::size_t) {
            return SnapshotBuilder::Reading{.value = kMissing, .score = kMissing, .verdict = Verdict::NoDecision, .quality = Quality::Bad};
        });
        rebuild(picture);
        const QStringList lines = picture.hoverLines(QPointF(300, 100));
        QCOMPARE(lines.mid(1),
                 QStringList({QStringLiteral("temperature \u2013"), QStringLiteral("score \u2013: no decision"), "quality bad"}));
    }

    void noReadoutFarFromAnySampleOrOutside()
    {
        TrendPicture picture = pictureOf(flat);
        picture.range.showAround(kStart - 200s, 300s); // samples only in the last sixth
        rebuild(picture);
        QVERIFY(picture.hoverLines(QPointF(200, 100)).isEmpty());
        QVERIFY(!picture.hoverLines(QPointF(640, 100)).isEmpty());
        QVERIFY(picture.hoverLines(QPointF(10, 100)).isEmpty());
        QVERIFY(picture.hoverLines(QPointF(640, 240)).isEmpty());
    }

    void overAMarkTheReadoutTellsAboutTheMark()
    {
        TrendPicture picture = pictureOf(flat);
        picture.setMarks({{TrendMark::Kind::Raise, kStart + 300s, Priority::P1, 1, QStringLiteral("anomalous")}});
        rebuild(picture);
        const QStringList lines = picture.hoverLines(QPointF(350, 10));
        QCOMPARE(lines, QStringList(QStringLiteral("12:36:00 UTC  raised, P1 \u2013 anomalous")));
    }

    void marksAreSortedAndThoseWithoutATimeDropped()
    {
        TrendPicture picture;
        picture.setMarks({{TrendMark::Kind::Clear, kStart + 5s, Priority::P1, 1, {}},
                          {TrendMark::Kind::Acknowledge, kNoTime, Priority::P1, 1, {}},
                          {TrendMark::Kind::Raise, kStart, Priority::P1, 1, {}}});
        QCOMPARE(picture.marks().size(), 2U);
        QCOMPARE(picture.marks()[0].kind, TrendMark::Kind::Raise);
    }

    void theFrameTellsDistancesWhenLiveAndClockTimesWhenPaused()
    {
        TrendPicture picture = pictureOf(flat);
        rebuild(picture);
        QCOMPARE(picture.frame().times.back().label, QStringLiteral("now"));
        QCOMPARE(picture.frame().valueTitle, QStringLiteral("temperature (°C)"));
        picture.range.pause();
        rebuild(picture);
        QCOMPARE(picture.frame().times.back().label, QStringLiteral("12:40"));
        QCOMPARE(picture.frame().timeTitle, QStringLiteral("2026-11-22 UTC"));
    }

    void anUnknownUnitIsSaidAndMarkupInNamesIsText()
    {
        TrendPicture picture = pictureOf(flat);
        picture.sensor.unit.clear();
        picture.sensor.key.sensor = "<b>t</b>";
        rebuild(picture);
        QCOMPARE(picture.frame().valueTitle, QStringLiteral("&lt;b&gt;t&lt;/b&gt; (unit unknown)")); // the axis title takes markup
        QCOMPARE(picture.hoverLines(QPointF(300, 100))[1], QStringLiteral("<b>t</b> 22.13"));        // the readout does not
    }

    void whereThePlotIsLowTheUnitStandsAlone()
    {
        TrendPicture picture = pictureOf(flat);
        rebuild(picture, 60);
        QCOMPARE(picture.frame().valueTitle, QStringLiteral("°C"));
        rebuild(picture, 10);
        QCOMPARE(picture.frame().valueTitle, QString());
    }

    void liveTheFrameStaysTheSameWhileTimeGoesOn()
    {
        TrendPicture picture = pictureOf(flat);
        rebuild(picture);
        const ChartFrame before = picture.frame();
        picture.range.follow(kStart + 612s + 345ms);
        rebuild(picture);
        QVERIFY(picture.frame().looksLike(before));
        picture.range.setSpan(5min);
        rebuild(picture);
        QVERIFY(!picture.frame().looksLike(before));
    }
};

} // namespace

QTEST_MAIN(TestTrendPicture)
#include "tst_trend_picture.moc"
