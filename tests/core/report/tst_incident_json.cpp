// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/incident_builders.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace std::string_literals;
using namespace telltale;
using namespace telltale::report;
using test::incidentOf;
using test::reportedAlarm;

namespace {

Incident hostileIncident()
{
    Incident incident = incidentOf({reportedAlarm(1, 1, {"</script>", "\u202E\"'\\"}), reportedAlarm(2, 4)});
    incident.title = "NUL \0 and \x01"s;
    incident.alarms[0].occurrence.why.lower = kMissing;
    incident.alarms[0].occurrence.score = std::numeric_limits<double>::infinity();
    auto odd = test::chunkOf(100);
    odd->value[3] = kMissing;
    odd->value[4] = 1e308;
    odd->value[5] = 2.0000000000000004e19;
    odd->lower[6] = std::numeric_limits<float>::quiet_NaN();
    odd->flags[7] |= Chunk::kGapBefore;
    incident.alarms[1].evidence.push_back({{"a", "b"}, "", {odd, test::chunkOf(10, 200)}});
    incident.feedHealth[0].second.epoch = ~0ULL;
    return incident;
}

} // namespace

class TestIncidentJson : public QObject {
    Q_OBJECT
private slots:
    void isTheSameTextEveryTime();
    void comesBackExactly_data();
    void comesBackExactly();
    void samplesComeBackWithTheirLevels();
    void isJsonForOtherReaders();
    void theReportsOwnTimeIsOutside();
    void theHashIsThatOfTheText();
    void theHashSeesEveryChange();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void damagedTextNeverCrashes();
};

void TestIncidentJson::isTheSameTextEveryTime()
{
    QCOMPARE(toJson(hostileIncident()), toJson(hostileIncident()));
}

void TestIncidentJson::comesBackExactly_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("empty") << 0;
    QTest::newRow("ordinary") << 1;
    QTest::newRow("hostile") << 2;
    QTest::newRow("fifty alarms") << 3;
}

void TestIncidentJson::comesBackExactly()
{
    QFETCH(int, which);
    Incident incident;
    if (which == 1)
        incident = incidentOf({reportedAlarm(1, 1)});
    if (which == 2)
        incident = hostileIncident();
    for (std::uint64_t i = 0; which == 3 && i < 50; ++i)
        incident.alarms.push_back(reportedAlarm(i + 1, 3 * i + 1));
    const std::string text = toJson(incident);
    const auto back = fromJson(text);
    QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
    QVERIFY(toJson(*back) == text);
    QCOMPARE(back->alarms.size(), incident.alarms.size());
    QVERIFY(back->from == incident.from && back->to == incident.to);
}

void TestIncidentJson::samplesComeBackWithTheirLevels()
{
    const Incident incident = hostileIncident();
    const auto back = fromJson(toJson(incident));
    const Chunk &before = *incident.alarms[1].evidence[1].samples[0];
    const Chunk &after = *back->alarms[1].evidence[1].samples[0];
    QCOMPARE(after.t, before.t);
    QVERIFY(std::isnan(after.value[3]) && std::isnan(after.lower[6]));
    QCOMPARE(after.value[4], before.value[4]);
    QCOMPARE(after.value[5], before.value[5]);
    QCOMPARE(after.upper, before.upper);
    QCOMPARE(after.score, before.score);
    QCOMPARE(after.flags, before.flags);
    QVERIFY(!after.levels.empty());
}

void TestIncidentJson::isJsonForOtherReaders()
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(hostileIncident())), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    const QJsonObject root = document.object();
    QCOMPARE(root["format"].toString(), QStringLiteral("telltale-incident"));
    QCOMPARE(root["alarms"].toArray().size(), 2);
    const QJsonObject alarm = root["alarms"].toArray().at(1).toObject();
    QCOMPARE(alarm["occurrence"].toObject()["raised"].toInteger(), toNanos(test::at(600)));
    QCOMPARE(alarm["events"].toArray().at(1).toObject()["comment"].toString(), QStringLiteral("looking at it"));
    QCOMPARE(alarm["evidence"].toArray().at(0).toObject()["samples"].toArray().at(0).toObject()["t"].toArray().at(2).toInteger(),
             toNanos(test::at(2)));
}

void TestIncidentJson::theReportsOwnTimeIsOutside()
{
    const Incident incident = incidentOf({reportedAlarm(1, 1)});
    Wording later = test::english();
    later.reportTime = test::at(9999);
    QVERIFY(toHtml(incident, test::english()) != toHtml(incident, later));
    QVERIFY(toHtml(incident, later).find(payloadSha256(incident)) != std::string::npos);
    QVERIFY(toHtml(incident, test::english()).find(payloadSha256(incident)) != std::string::npos);
}

void TestIncidentJson::theHashIsThatOfTheText()
{
    const Incident incident = hostileIncident();
    const auto expected = QCryptographicHash::hash(QByteArray::fromStdString(toJson(incident)), QCryptographicHash::Sha256).toHex();
    QCOMPARE(QByteArray::fromStdString(payloadSha256(incident)), expected);
}

void TestIncidentJson::theHashSeesEveryChange()
{
    const Incident incident = hostileIncident();
    const std::string before = payloadSha256(incident);
    Incident changed = incident;
    changed.alarms[1].events[1].comment += '.';
    QVERIFY(payloadSha256(changed) != before);
    changed = incident;
    auto chunk = std::make_shared<Chunk>(*changed.alarms[0].evidence[0].samples[0]);
    chunk->value[500] = std::nextafter(chunk->value[500], 1e9);
    changed.alarms[0].evidence[0].samples[0] = chunk;
    QVERIFY(payloadSha256(changed) != before);
    QCOMPARE(payloadSha256(incident), before);
}

void TestIncidentJson::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char *name, const char *text, ErrorKind kind, const char *where) {
        QTest::newRow(name) << QByteArray(text) << int(kind) << QByteArray(where);
    };
    row("empty", "", ErrorKind::BadFormat, "");
    row("not JSON", "<html>", ErrorKind::BadFormat, "");
    row("other JSON", "{}", ErrorKind::BadFormat, "format");
    row("other format", R"({"format":"x","version":1})", ErrorKind::BadFormat, "format");
    row("of the future", R"({"format":"telltale-incident","version":2})", ErrorKind::Unsupported, "version");
    row("wrong word", R"({"format":"telltale-incident","version":1,"alarms":[{"events":[{"kind":"EXPLODE"}]}]})", ErrorKind::BadFormat,
        "alarms[0].events[0].kind");
    row("ragged columns", R"({"format":"telltale-incident","version":1,"alarms":[{"evidence":[{"samples":[{"t":[1,2]}]}]}]})",
        ErrorKind::BadFormat, "samples");
}

void TestIncidentJson::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(QByteArray, where);
    const auto read = fromJson(text.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(int(read.error().kind), kind);
    QCOMPARE(QByteArray::fromStdString(read.error().where), where);
}

void TestIncidentJson::damagedTextNeverCrashes()
{
    Incident small = hostileIncident();
    small.alarms[0].evidence.clear();
    small.alarms[1].evidence.pop_back();
    small.alarms[1].evidence[0].samples = {test::chunkOf(5)};
    const std::string text = toJson(small);
    std::size_t refused = 0;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        QVERIFY(!fromJson(std::string_view(text).substr(0, i)).ok());
        std::string damaged = text;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x15);
        refused += fromJson(damaged).ok() ? 0 : 1;
    }
    QVERIFY(refused > 0);
}

QTEST_APPLESS_MAIN(TestIncidentJson)
#include "tst_incident_json.moc"
