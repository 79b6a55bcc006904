// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/svg_chart.h"

#include "core/envelope/envelope.h"
#include "tests/support/alarm_builders.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace telltale;
using namespace telltale::report;
using test::at;
using test::chunkOf;

namespace {

struct Drawn {
    int lines = 0;    ///< stretches of values
    int bands = 0;    ///< stretches of band
    int points = 0;   ///< of all value lines
    double top = 1e9; ///< smallest y of a value
    double bottom = -1e9;
    bool outside = false; ///< a point that is no number or left of the plot
    QStringList texts;
    QString error;
};

Drawn drawn(const std::string &svg)
{
    Drawn found;
    QXmlStreamReader reader(QString::fromStdString(svg));
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = reader.name();
        if (name == QStringLiteral("text") || name == QStringLiteral("title") || name == QStringLiteral("desc"))
            found.texts << reader.readElementText();
        found.bands += name == QStringLiteral("polygon") ? 1 : 0;
        if (name != QStringLiteral("polyline"))
            continue;
        ++found.lines;
        const auto points = reader.attributes().value(QStringLiteral("points")).toString().split(' ', Qt::SkipEmptyParts);
        found.points += int(points.size());
        for (const QString &point : points) {
            bool okX = false;
            bool okY = false;
            const double x = point.section(',', 0, 0).toDouble(&okX);
            const double y = point.section(',', 1, 1).toDouble(&okY);
            found.outside = found.outside || !okX || !okY || x < 0 || x > 760 || y < 0 || y > 240;
            found.top = std::min(found.top, y);
            found.bottom = std::max(found.bottom, y);
        }
    }
    found.error = reader.errorString();
    return found;
}

ChartRequest requestFor(const std::vector<ChunkPtr> &samples, double from, double to)
{
    return {"c1", "Pump", "words", "temperature (°C)", "time, UTC", samples, toNanos(at(from)), toNanos(at(to)), {}};
}

} // namespace

class TestSvgChart : public QObject {
    Q_OBJECT
private slots:
    void drawsValuesBandAndAxes();
    void staysSmallHoweverManySamples();
    void breaksAtGapsAndMissingValues();
    void drawsNothingWithoutValues();
    void survivesOddValues_data();
    void survivesOddValues();
    void marksOnlyWhatLiesInside();
    void escapesItsTexts();
    void summarisesASpan();
};

void TestSvgChart::drawsValuesBandAndAxes()
{
    const std::vector<ChunkPtr> samples{chunkOf(600)};
    const Drawn chart = drawn(svgChart(requestFor(samples, 0, 600)));
    QVERIFY2(chart.error.isEmpty(), qPrintable(chart.error));
    QCOMPARE(chart.lines, 1);
    QCOMPARE(chart.bands, 1);
    QVERIFY(!chart.outside);
    QVERIFY(chart.points >= 600);
    QVERIFY(chart.texts.contains(QStringLiteral("Pump")) && chart.texts.contains(QStringLiteral("words")));
    QVERIFY(chart.texts.contains(QStringLiteral("temperature (°C) · time, UTC")));
    QVERIFY(chart.texts.contains(QStringLiteral("20")) && chart.texts.contains(QStringLiteral("25"))); // 20 ± 5 °C
    QVERIFY(chart.texts.contains(QStringLiteral("12:30:00")));
}

void TestSvgChart::staysSmallHoweverManySamples()
{
    std::vector<ChunkPtr> samples;
    for (int i = 0; i < 100; ++i) {
        auto chunk = chunkOf(1024, 1024.0 * i);
        envelope::buildLevels(*chunk);
        samples.push_back(chunk);
    }
    const std::string svg = svgChart(requestFor(samples, 0, 102'400));
    const Drawn chart = drawn(svg);
    QVERIFY(chart.points > 800 && chart.points <= 4 * 800);
    QVERIFY(svg.size() < 120'000);
    QVERIFY(chart.bottom - chart.top > 30); // the extremes are still there
}

void TestSvgChart::breaksAtGapsAndMissingValues()
{
    auto chunk = chunkOf(60);
    chunk->flags[20] |= Chunk::kGapBefore;
    chunk->value[40] = kMissing;
    chunk->lower[30] = std::numeric_limits<float>::quiet_NaN();
    const std::vector<ChunkPtr> samples{chunk};
    const Drawn chart = drawn(svgChart(requestFor(samples, 0, 60)));
    QCOMPARE(chart.lines, 3);
    QCOMPARE(chart.bands, 3); // the same gap, and its own missing bound
}

void TestSvgChart::drawsNothingWithoutValues()
{
    QVERIFY(svgChart(requestFor({}, 0, 10)).empty());
    const std::vector<ChunkPtr> samples{chunkOf(10)};
    QVERIFY(svgChart(requestFor(samples, 100, 200)).empty());
    QVERIFY(svgChart(requestFor(samples, 10, 0)).empty());
    auto missing = chunkOf(5);
    missing->value.assign(5, kMissing);
    const std::vector<ChunkPtr> nothing{missing};
    QVERIFY(svgChart(requestFor(nothing, 0, 10)).empty());
}

void TestSvgChart::survivesOddValues_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<float>("bound");
    const float inf = std::numeric_limits<float>::infinity();
    QTest::newRow("constant zero") << 0.0 << 0.0F;
    QTest::newRow("huge") << 1e300 << inf;
    QTest::newRow("tiny") << 5e-324 << -inf;
    QTest::newRow("huge band") << 1.0 << 1e30F;
    QTest::newRow("negative") << -40.0 << std::numeric_limits<float>::quiet_NaN();
}

void TestSvgChart::survivesOddValues()
{
    QFETCH(double, value);
    QFETCH(float, bound);
    for (const std::size_t count : {1, 2, 50}) {
        auto chunk = chunkOf(count);
        chunk->value.assign(count, value);
        chunk->lower.assign(count, -bound);
        chunk->upper.assign(count, bound);
        const std::vector<ChunkPtr> samples{chunk};
        const std::string svg = svgChart(requestFor(samples, 0, 50));
        const Drawn chart = drawn(svg);
        QVERIFY2(chart.error.isEmpty(), qPrintable(chart.error));
        QCOMPARE(chart.lines, 1);
        QVERIFY2(!chart.outside, svg.c_str());
        QVERIFY(svg.find("nan") == std::string::npos && svg.find("inf") == std::string::npos);
    }
}

void TestSvgChart::marksOnlyWhatLiesInside()
{
    const std::vector<ChunkPtr> samples{chunkOf(100)};
    ChartRequest request = requestFor(samples, 0, 100);
    request.marks = {{at(10), "inside", true}, {at(-1), "before", false}, {at(100), "after", false}, {kNoTime, "never", false}};
    const Drawn chart = drawn(svgChart(request));
    QVERIFY(chart.texts.contains(QStringLiteral("inside")));
    for (const char *label : {"before", "after", "never"})
        QVERIFY2(!chart.texts.contains(QLatin1String(label)), label);
}

void TestSvgChart::escapesItsTexts()
{
    const std::vector<ChunkPtr> samples{chunkOf(10)};
    ChartRequest request = requestFor(samples, 0, 10);
    request.title = request.description = request.valueAxis = request.timeAxis = "</svg><script>\"'&";
    request.marks = {{at(5), "</text><b>", false}};
    const Drawn chart = drawn(svgChart(request));
    QVERIFY2(chart.error.isEmpty(), qPrintable(chart.error));
    QCOMPARE(chart.texts.filter(QStringLiteral("</svg><script>\"'&")).size(), 3);
    QVERIFY(chart.texts.contains(QStringLiteral("</text><b>")));
}

void TestSvgChart::summarisesASpan()
{
    auto chunk = chunkOf(10);
    chunk->value = {1, 2, kMissing, 4, 5, 6, 7, 8, 9, 10};
    const std::vector<ChunkPtr> samples{chunk};
    const ValueSummary summary = summarise(samples, toNanos(at(1)), toNanos(at(5)));
    QCOMPARE(summary.samples, std::size_t(4));
    QCOMPARE(summary.missing, std::size_t(1));
    QCOMPARE(summary.min, 2.0);
    QCOMPARE(summary.max, 5.0);
    QVERIFY(summary.first == at(1) && summary.last == at(4));
    QVERIFY(std::isnan(summarise({}, INT64_MIN, INT64_MAX).min));
}

QTEST_APPLESS_MAIN(TestSvgChart)
#include "tst_svg_chart.moc"
