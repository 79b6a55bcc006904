// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
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

IncidentReport hostileIncident()
{
    IncidentReport incident = incidentOf({reportedAlarm(1, 1, {"</script>", "\u202E\"'\\"}), reportedAlarm(2, 4)});
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

/// A payload in a file as Telltale writes it, with the hash that belongs to it.
std::string enveloped(const std::string &payload)
{
    return "{\"format\":\"telltale-incident\",\"version\":2,\"payloadSha256\":\"" + sha256(payload) + "\",\"payload\":\n" + payload + "}\n";
}

std::string changed(std::string text, const std::string &from, const std::string &to)
{
    const auto place = text.find(from);
    return place == std::string::npos ? text : text.replace(place, from.size(), to);
}

/// As somebody would do it who knows that there is a hash.
std::string reHashed(const std::string &text)
{
    const auto begin = text.find('\n') + 1;
    return enveloped(text.substr(begin, text.size() - begin - 2));
}

std::string repeated(const std::string &text, std::size_t count)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i)
        all += text;
    return all;
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
    void saysWhereTheJournalStood();
    void readsWhatKnowsNothingOfTheChain();
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
    IncidentReport incident;
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
    const IncidentReport incident = hostileIncident();
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
    QCOMPARE(document.object()["format"].toString(), QStringLiteral("telltale-incident"));
    const QJsonObject root = document.object()["payload"].toObject();
    QCOMPARE(root["summary"].toObject()["status"].toString(), QStringLiteral("closed"));
    QCOMPARE(root["alarms"].toArray().size(), 2);
    const QJsonObject alarm = root["alarms"].toArray().at(1).toObject();
    QCOMPARE(alarm["occurrence"].toObject()["raised"].toInteger(), toNanos(test::at(600)));
    QCOMPARE(alarm["events"].toArray().at(1).toObject()["comment"].toString(), QStringLiteral("looking at it"));
    QCOMPARE(alarm["evidence"].toArray().at(0).toObject()["samples"].toArray().at(0).toObject()["t"].toArray().at(2).toInteger(),
             toNanos(test::at(2)));
}

void TestIncidentJson::saysWhereTheJournalStood()
{
    IncidentReport incident = incidentOf({reportedAlarm(1, 1)});
    incident.journalHead = {512, std::string(64, 'e')};
    const std::string text = toJson(incident);
    const auto root = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    QCOMPARE(root["version"].toInt(), 3);
    QCOMPARE(root["payload"].toObject()["journalHead"].toObject()["links"].toInt(), 512);
    const auto back = fromJson(text);
    QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
    QCOMPARE(back->journalHead.hash, incident.journalHead.hash);
    QVERIFY(toJson(*back) == text);
    QVERIFY(!fromJson(changed(text, "\"version\":3", "\"version\":2")).ok());
}

/// Files of version 2 lie in archives.
void TestIncidentJson::readsWhatKnowsNothingOfTheChain()
{
    const std::string text = toJson(incidentOf({reportedAlarm(1, 1)}));
    QVERIFY(text.find("\"version\":2") != std::string::npos && text.find("journalHead") == std::string::npos);
    QVERIFY(fromJson(text).ok());
    QVERIFY(!fromJson(changed(text, "\"version\":2", "\"version\":3")).ok());
}

void TestIncidentJson::theReportsOwnTimeIsOutside()
{
    const IncidentReport incident = incidentOf({reportedAlarm(1, 1)});
    Wording later = test::english();
    later.reportTime = test::at(9999);
    QVERIFY(toHtml(incident, test::english()) != toHtml(incident, later));
    QVERIFY(toHtml(incident, later).find(payloadSha256(incident)) != std::string::npos);
    QVERIFY(toHtml(incident, test::english()).find(payloadSha256(incident)) != std::string::npos);
}

void TestIncidentJson::theHashIsThatOfTheText()
{
    const IncidentReport incident = hostileIncident();
    const QByteArray text = QByteArray::fromStdString(toJson(incident));
    const auto begin = text.indexOf('\n') + 1; // the payload is all between the first line and the last bracket
    const auto expected = QCryptographicHash::hash(text.mid(begin, text.size() - begin - 2), QCryptographicHash::Sha256).toHex();
    QCOMPARE(QByteArray::fromStdString(payloadSha256(incident)), expected);
    QVERIFY(text.left(begin).contains(expected));
}

void TestIncidentJson::theHashSeesEveryChange()
{
    const IncidentReport incident = hostileIncident();
    const std::string before = payloadSha256(incident);
    IncidentReport changed = incident;
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
    const auto with = [&row](const char *name, const char *payload, ErrorKind kind, const char *where) {
        row(name, enveloped(payload).c_str(), kind, where);
    };
    const std::string whole = toJson(incidentOf({reportedAlarm(1, 1)}));
    const std::string hash = whole.substr(whole.find("256\":\"") + 6, 64);
    row("empty", "", ErrorKind::BadFormat, "format");
    row("not JSON", "<html>", ErrorKind::BadFormat, "format");
    row("other JSON", "{}", ErrorKind::BadFormat, "format");
    row("other format", R"({"format":"x","version":1})", ErrorKind::BadFormat, "format");
    row("no version", R"({"format":"telltale-incident","version":"2"})", ErrorKind::BadFormat, "version");
    row("before the envelope", R"({"format":"telltale-incident","version":1,"title":""})", ErrorKind::Unsupported, "version");
    row("of the future", R"({"format":"telltale-incident","version":4,"payload":{}})", ErrorKind::Unsupported, "version");
    row("a version beyond all", R"({"format":"telltale-incident","version":99999999999999999999,)", ErrorKind::Unsupported, "version");
    row("no hash", R"({"format":"telltale-incident","version":2,"payload":{}})", ErrorKind::BadFormat, "byte 41");
    row("half a hash", R"({"format":"telltale-incident","version":2,"payloadSha256":"00ff","payload":)", ErrorKind::BadFormat, "byte 63");
    row("hash of another", changed(whole, hash, std::string(64, '0')).c_str(), ErrorKind::Corrupt, "payloadSha256");
    row("a changed value", changed(whole, "looking at it", "looked at it!").c_str(), ErrorKind::Corrupt, "payloadSha256");
    row("cut off", whole.substr(0, whole.size() / 2).c_str(), ErrorKind::BadFormat,
        std::to_string(whole.size() / 2).insert(0, "byte ").c_str());
    row("without its last byte", whole.substr(0, whole.size() - 1).c_str(), ErrorKind::BadFormat,
        std::to_string(whole.size() - 1).insert(0, "byte ").c_str());
    row("something after it", (whole + "x").c_str(), ErrorKind::BadFormat, std::to_string(whole.size() + 1).insert(0, "byte ").c_str());
    row("twice", (whole + whole).c_str(), ErrorKind::Corrupt, "payloadSha256");
    row("as another program would write it", changed(whole, "{\"format\":", "{ \"format\": ").c_str(), ErrorKind::BadFormat, "format");
    with("payload is no JSON", "<html>", ErrorKind::BadFormat, "");
    with("payload is a list", "[]", ErrorKind::BadFormat, "");
    with("payload is too deep", (std::string(5000, '[') + std::string(5000, ']')).c_str(), ErrorKind::BadFormat, "");
    with("wrong word", R"({"alarms":[{"events":[{"kind":"EXPLODE"}]}]})", ErrorKind::BadFormat, "alarms[0].events[0].kind");
    with("wrong word in the record", R"({"logbook":[{"kind":"RANGE_NOTE"},{"kind":"X"}]})", ErrorKind::BadFormat, "logbook[1].kind");
    with("text for a number", R"({"schemaVersion":"2"})", ErrorKind::BadFormat, "schemaVersion");
    with("a number too large", R"({"schemaVersion":4294967296})", ErrorKind::BadFormat, "schemaVersion");
    with("ragged columns", R"({"alarms":[{"evidence":[{"samples":[{"t":[1,2]}]}]}]})", ErrorKind::BadFormat,
         "alarms[0].evidence[0].samples[0]");
    with("times that go back",
         R"({"alarms":[{"evidence":[{"samples":[{"t":[2,1],"value":[1,1],"score":[1,1],"lower":[1,1],"upper":[1,1],"flags":[0,0]}]}]}]})",
         ErrorKind::BadFormat, "alarms[0].evidence[0].samples[0]");
    with("a chunk that is too large", (R"({"alarms":[{"evidence":[{"samples":[{"t":[0)" + repeated(",0", 1024) + "]}]}]}]}").c_str(),
         ErrorKind::BadFormat, "alarms[0].evidence[0].samples[0]");
    with("more structures than memory", (R"({"alarms":[{})" + repeated(",{}", 600'000) + "]}").c_str(), ErrorKind::OutOfRange, "");
    // What is not said has its default, and would be written: it stands at the place where it is missing.
    with("fields left out", "{}", ErrorKind::BadFormat, "byte 137");
    row("a field that nobody knows", reHashed(changed(whole, "{\"title\":", "{\"extra\":1,\"title\":")).c_str(), ErrorKind::BadFormat,
        "byte 138");
    row("a summary that contradicts", reHashed(changed(whole, "\"status\":\"closed\"", "\"status\":\"open\"")).c_str(),
        ErrorKind::BadFormat, ("byte " + std::to_string(whole.find("\"closed\"") + 1)).c_str());
}

void TestIncidentJson::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(QByteArray, where);
    const auto read = fromJson(text.toStdString());
    QVERIFY(!read.ok());
    QCOMPARE(int(read.error().kind), kind);
    QVERIFY(!read.error().what.empty());
    QCOMPARE(QByteArray::fromStdString(read.error().where), where);
}

void TestIncidentJson::damagedTextNeverCrashes()
{
    IncidentReport small = hostileIncident();
    small.alarms[0].evidence.clear();
    small.alarms[1].evidence.pop_back();
    small.alarms[1].evidence[0].samples = {test::chunkOf(5)};
    const std::string text = toJson(small);
    for (std::size_t i = 0; i < text.size(); i += 3) {
        QVERIFY(!fromJson(std::string_view(text).substr(0, i)).ok());
        std::string damaged = text;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x15);
        QVERIFY2(!fromJson(damaged).ok(), std::to_string(i).c_str()); // no byte of it is without meaning
        // Somebody who makes up a hash gets through to the reader, where every byte has to be as it would have been written.
        const std::string clever = reHashed(damaged);
        if (const auto read = fromJson(clever); read.ok())
            QVERIFY2(toJson(*read) == clever, std::to_string(i).c_str());
    }
}

QTEST_APPLESS_MAIN(TestIncidentJson)
#include "tst_incident_json.moc"
