// SPDX-License-Identifier: GPL-3.0-or-later
// Plant files with mistakes in them: every mistake is named with its line and key, and all of them at once.
#include "core/config/plant_file.h"
#include "tests/core/config/small_catalog.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::config;
using namespace telltale::config::test;

namespace {

struct Mistake {
    int line;
    const char *key; ///< "" where the problem is no key's
    const char *fragment;
};

struct BadFile {
    const char *name;
    std::string content;
    std::vector<Mistake> mistakes;
};

std::string asset(const std::string &rest)
{
    return "[[asset]]\npath = \"a\"\n" + rest + "\n"; // the rest begins on line 3
}

std::string alarm(const std::string &keys)
{
    return asset("alarm = { " + keys + " }");
}

std::string feed(const std::string &address)
{
    return "[[feed]]\naddress = " + address + "\n";
}

std::string repeated(const std::string &text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

const std::vector<BadFile> kBadFiles{
    // unknown keys
    {"misspelt table", "[[assset]]\npath = \"a\"\n", {{1, "assset", "did you mean asset?"}}},
    {"unknown table", "[colours]\n", {{1, "colours", "expected one of plant, feed, default, asset"}}},
    {"misspelt asset key", asset("sensor.t = { low = 0 }"), {{3, "asset[0].sensor", "did you mean sensors?"}}},
    {"misspelt sensor key", asset("sensors.t = { lo = 0 }"), {{3, "asset[0].sensors.t.lo", "did you mean low?"}}},
    {"misspelt alarm key", alarm("offdelay = 3"), {{3, "asset[0].alarm.offdelay", "did you mean offDelay?"}}},
    {"misspelt guidance key", alarm("guidance = { actoin = \"x\" }"), {{3, "asset[0].alarm.guidance.actoin", "did you mean action?"}}},
    {"misspelt plant key", "[plant]\ntitl = \"x\"\n", {{2, "plant.titl", "did you mean title?"}}},
    {"misspelt history key", "[history]\nkeepDay = 3\n", {{2, "history.keepDay", "did you mean keepDays?"}}},
    {"history of no length", "[history]\nkeepDays = 0\n", {{2, "history.keepDays", "expected"}}},
    {"history for ever and a day", "[history]\nkeepDays = 1e9\n", {{2, "history.keepDays", "36525"}}},
    {"an archive for nothing", "[history]\narchive = \"old\"\n", {{1, "history", "expected keepDays beside archive"}}},
    {"no such zone",
     "[plant]\nzone = \"Europe/Atlantis\"\n",
     {{2, "plant.zone", "expected a time zone by its IANA name, such as \"Europe/Berlin\""}}},
    {"no priority",
     "[plant]\ncommentToAcknowledge = [1, 4]\n",
     {{2, "plant.commentToAcknowledge[1]", "expected a whole number from 1 to 3"}}},
    {"a file is no zone", "[plant]\nzone = \"../../../etc/passwd\"\n", {{2, "plant.zone", "expected a time zone by its IANA name"}}},
    {"a list of zones is no zone", "[plant]\nzone = \"zone1970.tab\"\n", {{2, "plant.zone", "expected a time zone by its IANA name"}}},
    {"nothing is near", alarm("zzzzzz = 3"), {{3, "asset[0].alarm.zzzzzz", "unknown key: expected one of priority"}}},
    // wrong types
    {"text for a number", asset("sensors.t = { low = \"0\" }"), {{3, "asset[0].sensors.t.low", "expected a number, found text \"0\""}}},
    {"number for text", asset("sensors.t = { unit = 5 }"), {{3, "asset[0].sensors.t.unit", "expected text, found number 5"}}},
    {"number for a flag", alarm("latching = 1"), {{3, "asset[0].alarm.latching", "expected true or false, found number 1"}}},
    {"table for a list", "[feed]\naddress = \"tcp://a:1\"\n", {{1, "feed", "expected a list, found a table"}}},
    {"list for a table", "[[plant]]\ntitle = \"x\"\n", {{1, "plant", "expected a table, found a list of 1"}}},
    {"number for a sensor", asset("sensors.t = 5"), {{3, "asset[0].sensors.t", "expected a table, found number 5"}}},
    {"date for a number", alarm("offDelay = 2026-01-01"), {{3, "asset[0].alarm.offDelay", "found a date or time"}}},
    {"number in a list of assets", "asset = [5]\n", {{1, "asset[0]", "expected a table, found number 5"}}},
    {"not a number", asset("sensors.t = { low = nan }"), {{3, "asset[0].sensors.t.low", "expected a number, found nan"}}},
    {"infinite", asset("sensors.t = { high = inf }"), {{3, "asset[0].sensors.t.high", "expected a number, found inf"}}},
    // out of range
    {"priority", alarm("priority = 4"), {{3, "asset[0].alarm.priority", "expected a whole number from 1 to 3, found 4"}}},
    {"half a priority", alarm("priority = 1.5"), {{3, "asset[0].alarm.priority", "a whole number from 1 to 3, found 1.5"}}},
    {"no readings", alarm("readings = 0"), {{3, "asset[0].alarm.readings", "from 1 to 10000, found 0"}}},
    {"no minutes", alarm("minutes = 0"), {{3, "asset[0].alarm.minutes", "a number above 0, at most 1440, found 0"}}},
    {"negative delay", alarm("offDelay = -1"), {{3, "asset[0].alarm.offDelay", "from 0 to 86400, found -1"}}},
    {"clear ratio", alarm("clearRatio = 1.01"), {{3, "asset[0].alarm.clearRatio", "above 0, at most 1, found 1.01"}}},
    {"gap periods", alarm("gapPeriods = 0.5"), {{3, "asset[0].alarm.gapPeriods", "from 1 to 1000"}}},
    {"period", asset("sensors.t = { period = 0 }"), {{3, "asset[0].sensors.t.period", "above 0"}}},
    {"low above high", asset("sensors.t = { low = 5, high = 1 }"), {{3, "asset[0].sensors.t", "low below high, found low 5 and high 1"}}},
    {"low is high", asset("sensors.t = { low = 5, high = 5 }"), {{3, "asset[0].sensors.t", "expected low below high"}}},
    {"endless unit", asset("sensors.t = { unit = \"" + std::string(33, 'm') + "\" }"), {{3, "asset[0].sensors.t.unit", "at most 32"}}},
    // persistence
    {"two rules", alarm("readings = 5, minutes = 1"), {{3, "asset[0].alarm", "only one of readings, minutes, onDelay"}}},
    {"two rules, named", alarm("kOfN = [1, 2], onDelay = 1"), {{3, "asset[0].alarm", "found kOfN and onDelay"}}},
    {"k above n", alarm("kOfN = [5, 3]"), {{3, "asset[0].alarm.kOfN", "expected k no larger than n, found 5 of 3"}}},
    {"k alone", alarm("kOfN = [5]"), {{3, "asset[0].alarm.kOfN", "a list of two whole numbers [k, n], found a list of 1"}}},
    {"k of text", alarm("kOfN = [\"3\", 5]"), {{3, "asset[0].alarm.kOfN[0]", "expected a whole number"}}},
    {"no window", alarm("countInWindow = [5, 0]"), {{3, "asset[0].alarm.countInWindow[1]", "above 0"}}},
    // names and addresses
    {"no path", "[[asset]]\nsensors.t = {}\n", {{1, "asset[0]", "the key path is missing"}}},
    {"empty path", "[[asset]]\npath = \"\"\n", {{2, "asset[0].path", "expected an asset path"}}},
    {"path with a space", "[[asset]]\npath = \"line a\"\n", {{2, "asset[0].path", "found text \"line a\""}}},
    {"long path", "[[asset]]\npath = \"" + std::string(129, 'a') + "\"\n", {{2, "asset[0].path", "1 to 128"}}},
    {"no sensor name", asset("sensors.\"\" = {}"), {{3, "asset[0].sensors.", "expected a sensor name"}}},
    {"control character in a name", asset("sensors.\"a\\tb\" = {}"), {{3, "asset[0].sensors.a\\x09b", "without control characters"}}},
    {"asset twice", asset("[[asset]]\npath = \"a\""), {{4, "asset[1].path", "found text \"a\" again; first on line 2"}}},
    {"sensor twice", asset("sensors.t = {}\nsensors.t = {}"), {{4, "", "redefine"}}},
    {"feed twice", feed("\"ipc://x\"") + feed("\"ipc://x\""), {{4, "feed[1].address", "again; first on line 2"}}},
    {"no address", "[[feed]]\n", {{1, "feed[0]", "the key address is missing"}}},
    {"empty address", feed("\"\""), {{2, "feed[0].address", "text that is not empty"}}},
    {"no transport", feed("\"127.0.0.1:5556\""), {{2, "feed[0].address", "an address such as"}}},
    {"other transport", feed("\"http://127.0.0.1:5556\""), {{2, "feed[0].address", "an address such as"}}},
    {"no port", feed("\"tcp://127.0.0.1\""), {{2, "feed[0].address", "an address such as"}}},
    {"port 0", feed("\"tcp://127.0.0.1:0\""), {{2, "feed[0].address", "an address such as"}}},
    {"port 65536", feed("\"tcp://127.0.0.1:65536\""), {{2, "feed[0].address", "an address such as"}}},
    {"bare IPv6", feed("\"tcp://::1:5556\""), {{2, "feed[0].address", "an address such as"}}},
    {"address with a space", feed("\"tcp://a b:5556\""), {{2, "feed[0].address", "an address such as"}}},
    // detectors
    {"no kind", asset("detector = { k = 3 }"), {{3, "asset[0].detector", "the key kind is missing"}}},
    {"unknown kind", asset("detector = { kind = \"bandd\" }"), {{3, "asset[0].detector.kind", "found text \"bandd\"; did you mean band?"}}},
    {"unknown setting",
     asset("detector = { kind = \"band\", kk = 3 }"),
     {{3, "asset[0].detector.kk", "one of kind, stages, model, k, robust"}}},
    {"setting of another kind", asset("detector = { kind = \"band\", warmUp = 3 }"), {{3, "asset[0].detector.warmUp", "unknown key"}}},
    {"setting out of range", asset("detector = { kind = \"band\", k = 0 }"), {{3, "asset[0].detector.k", "from 0.1 to 100, found 0"}}},
    {"setting of the wrong type", asset("detector = { kind = \"band\", robust = 1 }"), {{3, "asset[0].detector.robust", "true or false"}}},
    {"a kind for assets on a sensor",
     asset("sensors.t = { detector = { kind = \"kmeans\" } }"),
     {{3, "asset[0].sensors.t.detector.kind", "expected a detector for one sensor, found kmeans"}}},
    {"a kind for sensors on an asset as a whole",
     asset("assetDetector = { kind = \"band\" }"),
     {{3, "asset[0].assetDetector.kind", "expected a detector for all sensors of an asset together, found band"}}},
    {"a kind for sensors as the default of assets",
     "[default]\nassetDetector = { kind = \"band\" }\n",
     {{2, "default.assetDetector.kind", "which judges one sensor"}}},
    {"two for all sensors together",
     asset("detector = { kind = \"kmeans\" }\nassetDetector = { kind = \"none\" }"),
     {{4, "asset[0].assetDetector", "expected one detector for all sensors together, found kmeans and none"}}},
    {"misspelt asset detector", asset("assetDetctor = { kind = \"none\" }"), {{3, "asset[0].assetDetctor", "did you mean assetDetector?"}}},
    {"none with settings", asset("detector = { kind = \"none\", k = 3 }"), {{3, "asset[0].detector.k", "expected one of kind"}}},
    {"none with stages", asset("detector = { kind = \"none\", stages = [] }"), {{3, "asset[0].detector.stages", "unknown key"}}},
    {"sensors of a kind for one",
     asset("detector = { kind = \"band\", sensors = [\"t\"] }"),
     {{3, "asset[0].detector.sensors", "unknown key"}}},
    {"no sensors",
     asset("assetDetector = { kind = \"kmeans\", sensors = [] }"),
     {{3, "asset[0].assetDetector.sensors", "expected at least one sensor name"}}},
    {"sensor named twice",
     asset("assetDetector = { kind = \"kmeans\", sensors = [\"t\", \"t\"] }"),
     {{3, "asset[0].assetDetector.sensors[1]", "expected each sensor once, found text \"t\" again"}}},
    {"sensor by number",
     asset("assetDetector = { kind = \"kmeans\", sensors = [1] }"),
     {{3, "asset[0].assetDetector.sensors[0]", "found number 1"}}},
    {"unknown stage",
     asset("detector = { kind = \"band\", stages = [\"tial\"] }"),
     {{3, "asset[0].detector.stages[0]", "\"tail\" or \"control\""}}},
    {"stages turned round",
     asset("detector = { kind = \"band\", stages = [\"control\", \"tail\"] }"),
     {{3, "asset[0].detector.stages[1]", "tail before control"}}},
    {"stage twice",
     asset("detector = { kind = \"band\", stages = [\"tail\", \"tail\"] }"),
     {{3, "asset[0].detector.stages[1]", "once each"}}},
    // not TOML at all
    {"half a line", "[plant]\ntitle = \n", {{2, "", "Error while parsing"}}},
    {"open bracket", "[plant\n", {{1, "", "Error while parsing"}}},
    {"not UTF-8", "[plant]\ntitle = \"\xff\xfe\"\n", {{2, "", "utf-8"}}},
    {"zero byte", std::string("[plant]\n\0", 9), {{2, "", ""}}},
    {"random bytes",
     "\x7f"
     "ELF\x02\x01\x01",
     {{1, "", ""}}},
    {"deep list", "a = " + std::string(100'000, '[') + '\n', {{1, "", "nested too deeply"}}},
    {"deep tables", "\na = " + repeated("{ a = ", 40) + "1", {{2, "", "nested too deeply"}}},
    {"deep key", repeated("a.", 100'000) + "a = 1\n", {{1, "", "nested too deeply"}}},
    {"deep header", "[a" + repeated(".a", 100'000) + "]\n", {{1, "", "nested too deeply"}}},
    {"too deep for a plant",
     "[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z.a.b.c.d.e.f.g.h.i.j.k]\n",
     {{1, "", "nested too deeply"}}},
    // all at once, in the order of the file
    {"several",
     "[[asset]]\npath = \"?\"\nalarm = { priority = 9, readings = 0 }\n[default]\ndetector = { kind = \"x\" }\nalarm = { clear = 1 }\n",
     {{2, "asset[0].path", "asset path"},
      {3, "asset[0].alarm.priority", "found 9"},
      {3, "asset[0].alarm.readings", "found 0"},
      {5, "default.detector.kind", "expected one of band"},
      {6, "default.alarm.clear", "unknown key"}}},
};

} // namespace

class TestPlantProblems : public QObject {
    Q_OBJECT

private slots:
    void everyMistakeIsNamed_data()
    {
        QTest::addColumn<int>("file");
        for (std::size_t i = 0; i < kBadFiles.size(); ++i)
            QTest::newRow(kBadFiles[i].name) << int(i);
    }

    void everyMistakeIsNamed()
    {
        QFETCH(int, file);
        const BadFile &bad = kBadFiles[std::size_t(file)];
        const auto result = parsePlant(bad.content, "plant.toml", smallCatalog());
        const auto *problems = std::get_if<PlantProblems>(&result);
        QVERIFY(problems);
        QVERIFY2(problems->errors.size() == bad.mistakes.size(), problems->text().c_str());
        for (std::size_t i = 0; i < bad.mistakes.size(); ++i) {
            const Mistake &mistake = bad.mistakes[i];
            const QString key(mistake.key);
            const QString where = QString("plant.toml:%1").arg(mistake.line) + (key.isEmpty() ? "" : " ") + key;
            QCOMPARE(QString::fromStdString(problems->errors[i].where), where);
            const QString what = QString::fromStdString(problems->errors[i].what);
            QVERIFY2(what.contains(mistake.fragment, Qt::CaseInsensitive), qPrintable(what));
            QVERIFY2(!what.isEmpty() && !what.contains('\n'), qPrintable(what));
        }
    }

    void textIsOneLinePerProblem()
    {
        const auto result = parsePlant("[plant]\ntitl = 1\n[x]\n", "plant.toml", smallCatalog());
        QCOMPARE(QString::fromStdString(std::get<PlantProblems>(result).text()),
                 QString("plant.toml:2 plant.titl: unknown key: expected one of title, zone, commentToAcknowledge, version, found titl; "
                         "did you mean title?\n"
                         "plant.toml:3 x: unknown key: expected one of plant, feed, default, asset, suppress, history, found x\n"));
    }

    /// Every prefix of a good file is either a plant or has problems with a line: nothing crashes, nothing is silent.
    void everyPrefixOfAFileIsJudged()
    {
        const std::string whole =
            "[[feed]]\naddress = \"tcp://h:1\"\n[[asset]]\npath = \"a/b\"\nsensors.t = { low = 0.5, unit = \"°C\" }\n"
            "detector = { kind = \"band\", stages = [\"tail\"] }\nalarm = { kOfN = [2, 3], guidance.cause = '''x''' }\n";
        for (std::size_t length = 0; length <= whole.size(); ++length) {
            const auto result = parsePlant(std::string_view(whole).substr(0, length), "p", smallCatalog());
            if (const auto *problems = std::get_if<PlantProblems>(&result)) {
                QVERIFY(!problems->errors.empty());
                QVERIFY(QString::fromStdString(problems->errors[0].where).startsWith("p:"));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestPlantProblems)
#include "tst_plant_problems.moc"
