// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/make_raw_detector.h"
#include "core/detect/seeded_random.h"
#include "core/detect/trained/train.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace telltale;
using namespace telltale::detect;

namespace {

using Params = std::map<std::string, ParamValue>;

/// Rows whose labels no plane separates.
RowTable labelledRows()
{
    RowTable table{{""}, {}, {}, {}};
    for (int row = 0; row < 90; ++row) {
        table.times.push_back(fromNanos(row));
        table.values.push_back(row * 7 % 30);
        table.anomalous.push_back(row % 3 == 0 ? 1 : 0);
    }
    return table;
}

/// A detector that learns from labels gets a model; all others come as a plant file makes them.
Result<std::unique_ptr<Detector>> make(const std::string &kind, Params params = {}, std::size_t channels = 1)
{
    if (const DetectorKind *row = kindNamed(kind); row != nullptr && row->trained && row->trained->needsLabels) {
        Result<TrainedModel> model = train({kind, params, {}, false}, labelledRows(), {});
        if (!model)
            return model.error();
        return makeDetector({kind, params, {}, false}, std::vector<ChannelSpec>(channels), "a/x",
                            std::make_shared<const TrainedModel>(std::move(*model)));
    }
    return makeDetector({kind, std::move(params), {}, false}, std::vector<ChannelSpec>(channels), "a/x");
}

constexpr int kRows = 600; ///< more than the warm-up of a detector that trains itself
/// At an end of their range these settings leave it without enough rows, or with a kernel that can tell none apart.
const std::set<std::string> kTooFar{"warmUp", "nu", "gamma"};

/// One that any detector of the kind can be built for.
std::size_t fewestChannels(const std::string &kind)
{
    return catalog().find(kind)->scope == DetectorRule::Scope::Asset ? 2 : 1;
}

} // namespace

Q_DECLARE_METATYPE(Params)

class TestDetectorCatalog : public QObject {
    Q_OBJECT

private slots:
    void describesEveryDetector_data();
    void describesEveryDetector();
    void everyFallbackIsWithinItsRange_data() { describesEveryDetector_data(); }
    void everyFallbackIsWithinItsRange();
    void everyLimitOfARangeCanBeBuilt_data() { describesEveryDetector_data(); }
    void everyLimitOfARangeCanBeBuilt();
    void knowsTheKindsThatPlantFilesMayName();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
    void wantsOneChannelForASensorsDetector();
    void stagesOfThePlantFileReplaceTheDefaults();
};

void TestDetectorCatalog::describesEveryDetector_data()
{
    QTest::addColumn<QString>("kind");
    for (const DetectorRule &rule : catalog().detectors)
        QTest::newRow(rule.kind.c_str()) << QString::fromStdString(rule.kind);
}

void TestDetectorCatalog::describesEveryDetector()
{
    QFETCH(QString, kind);
    const DetectorRule &rule = *catalog().find(kind.toStdString());
    QVERIFY(!rule.text.empty());
    std::set<std::string> names;
    for (const ParamRule &param : rule.params) {
        QVERIFY2(names.insert(param.name).second, param.name.c_str());
        QVERIFY2(!param.text.empty() && param.text.ends_with('.'), param.name.c_str());
        QCOMPARE(param.fallback.index(), static_cast<std::size_t>(param.type));
    }
    QVERIFY(names.contains("warmUp"));
}

void TestDetectorCatalog::everyFallbackIsWithinItsRange()
{
    QFETCH(QString, kind);
    for (const ParamRule &param : catalog().find(kind.toStdString())->params) {
        if (param.type != ParamRule::Type::Number || std::isnan(std::get<double>(param.fallback)))
            continue; // NaN = not given
        const double fallback = std::get<double>(param.fallback);
        QVERIFY2(fallback >= param.min && fallback <= param.max, param.name.c_str());
        QVERIFY2((param.unit != "rows" && param.unit != "count") || fallback == std::floor(fallback), param.name.c_str());
    }
    QVERIFY(make(kind.toStdString(), {}, fewestChannels(kind.toStdString())).ok());
}

void TestDetectorCatalog::everyLimitOfARangeCanBeBuilt()
{
    QFETCH(QString, kind);
    const std::size_t channels = fewestChannels(kind.toStdString());
    SeededRandom random(1, "rows");
    std::vector<double> values(channels);
    const std::vector<Quality> quality(channels, Quality::Good);
    for (const ParamRule &param : catalog().find(kind.toStdString())->params) {
        if (param.type != ParamRule::Type::Number)
            continue;
        for (const double limit : {param.min, param.max}) {
            Params params{{param.name, limit}};
            if (param.name == "mean" || param.name == "sd")
                params.insert({{"mean", 1.0}, {"sd", 1.0}});
            const Result<std::unique_ptr<Detector>> detector = make(kind.toStdString(), params, channels);
            QVERIFY2(detector.ok(), param.name.c_str());
            for (int row = 0; row < kRows; ++row) {
                for (double &value : values)
                    value = random.uniform();
                const Score score = detector.value()->update({fromNanos(row), values, quality});
                QVERIFY2(score.verdict == Verdict::NoDecision || std::isfinite(score.value), param.name.c_str());
            }
            const bool learns = kindNamed(kind.toStdString())->trained && !kTooFar.contains(param.name);
            QVERIFY2(!learns || detector.value()->warmUp() == 1.0, param.name.c_str());
        }
    }
}

void TestDetectorCatalog::knowsTheKindsThatPlantFilesMayName()
{
    const DetectorRule *knn = catalog().find("shingle_knn");
    QVERIFY(knn != nullptr);
    QCOMPARE(knn->scope, DetectorRule::Scope::Sensor);
    QCOMPARE(knn->defaultStages, (std::vector<std::string>{"tail", "control"}));
    const DetectorRule *band = catalog().find("band");
    QVERIFY(band != nullptr);
    QVERIFY(band->defaultStages.empty());
    const DetectorRule *t2 = catalog().find("t2_residual");
    QVERIFY(t2 != nullptr);
    QCOMPARE(t2->scope, DetectorRule::Scope::Asset);
    QVERIFY(t2->defaultStages.empty());
    QVERIFY(catalog().find("nonsense") == nullptr);
}

void TestDetectorCatalog::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Params>("params");
    QTest::addColumn<bool>("notFound");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const char *kind, Params params, const char *where, bool notFound = false) {
        QTest::newRow(name) << QString(kind) << std::move(params) << notFound << QString(where);
    };
    row("an unknown kind", "crystal_ball", {}, "kind", true);
    row("no kind", "", {}, "kind", true);
    row("an unknown setting", "band", {{"kk", 3.0}}, "kk");
    row("a setting of another kind", "band", {{"library", 100.0}}, "library");
    row("a text for a number", "band", {{"k", std::string("3")}}, "k");
    row("a number for a flag", "shingle_knn", {{"timeOfDay", 1.0}}, "timeOfDay");
    row("a flag for a text", "shingle_knn", {{"tailFit", true}}, "tailFit");
    row("too small", "band", {{"k", 0.0}}, "k");
    row("too large", "shingle_knn", {{"d", 65.0}}, "d");
    row("not a number", "band", {{"k", kMissing}}, "k");
    row("infinite", "band", {{"sd", std::numeric_limits<double>::infinity()}, {"mean", 0.0}}, "sd");
    row("half a row", "shingle_knn", {{"warmUp", 99.5}}, "warmUp");
    row("a mean without a deviation", "band", {{"mean", 3.0}}, "sd");
    row("a deviation without a mean", "band", {{"sd", 3.0}}, "mean");
    row("a negative deviation", "band", {{"mean", 0.0}, {"sd", -1.0}}, "sd");
    row("a setting of another shingle detector", "shingle_ensemble", {{"d", 10.0}}, "d");
    row("an unknown tail", "shingle_knn", {{"tailFit", std::string("gauss")}}, "tailFit");
}

void TestDetectorCatalog::refusesWhatItDoesNotUnderstand()
{
    QFETCH(QString, kind);
    QFETCH(Params, params);
    QFETCH(bool, notFound);
    QFETCH(QString, where);
    const Result<std::unique_ptr<Detector>> detector = make(kind.toStdString(), params);
    QVERIFY(!detector.ok());
    QCOMPARE(detector.error().kind, notFound ? ErrorKind::NotFound : ErrorKind::InvalidArgument);
    QCOMPARE(QString::fromStdString(detector.error().where), where);
    QVERIFY(!detector.error().what.empty());
}

void TestDetectorCatalog::wantsOneChannelForASensorsDetector()
{
    QCOMPARE(make("t2_residual", {}, 0).error().kind, ErrorKind::InvalidArgument);
    QVERIFY(make("band", {}, 1).ok());
    QCOMPARE(make("band", {}, 0).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(make("band", {}, 2).error().kind, ErrorKind::InvalidArgument);
}

void TestDetectorCatalog::stagesOfThePlantFileReplaceTheDefaults()
{
    const double value = 1.0;
    const Quality quality = Quality::Good;
    const Point point{fromNanos(0), {&value, 1}, {&quality, 1}};
    const auto controlled = [&](DetectorSpec spec) {
        return makeDetector(spec, std::vector<detect::ChannelSpec>(1), "a/x").value()->update(point).controlled;
    };
    QVERIFY(controlled({"shingle_knn", {}, {}, false}));
    QVERIFY(!controlled({"shingle_knn", {}, {}, true}));
    QVERIFY(controlled({"band", {}, {"control"}, true}));
    QVERIFY(!controlled({"band", {}, {"control"}, false})); // not given: what stands in `stages` does not count
    QCOMPARE(makeDetector({"band", {}, {"control", "tail"}, true}, std::vector<detect::ChannelSpec>(1), "a/x").error().where, "stages");
}

QTEST_APPLESS_MAIN(TestDetectorCatalog)
#include "tst_detector_catalog.moc"
