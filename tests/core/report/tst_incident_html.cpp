// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_text.h"
#include "tests/support/incident_builders.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace telltale;
using namespace telltale::report;
using test::english;
using test::incidentOf;
using test::reportedAlarm;

namespace {

/// What a reader of the page finds: its elements, attributes and texts.
struct Page {
    QStringList elements;
    QStringList attributes; ///< name=value
    QString text;
    QString error;
};

/// The page is written so that it is also well-formed XML, but for the elements that HTML never closes.
Page parsed(const std::string &html)
{
    QString source = QString::fromStdString(html);
    source.replace(QStringLiteral("<!DOCTYPE html>"), QString()).replace(QStringLiteral("<br>"), QStringLiteral("<br/>"));
    source.replace(QRegularExpression(QStringLiteral("(<meta [^>]*)>")), QStringLiteral("\\1/>"));
    Page page;
    QXmlStreamReader reader(source);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            page.elements << reader.name().toString();
            for (const auto &attribute : reader.attributes())
                page.attributes << attribute.name().toString() + '=' + attribute.value().toString();
        } else if (token == QXmlStreamReader::Characters && page.elements.value(page.elements.size() - 1) != QStringLiteral("style")) {
            page.text += reader.text();
        }
    }
    page.error = reader.errorString();
    return page;
}

const QStringList &knownElements()
{
    static const QStringList kElements{"html",  "head",  "meta",     "title",    "style",   "body", "h1", "h2",   "h3",
                                       "p",     "table", "thead",    "tbody",    "tr",      "th",   "td", "bdi",  "br",
                                       "small", "time",  "section",  "figure",   "svg",     "desc", "g",  "defs", "line",
                                       "text",  "rect",  "clipPath", "polyline", "polygon", "ul",   "li", "code", "span"};
    return kElements;
}

telltale::Incident recordOf(const std::string &owner, const std::string &cause)
{
    telltale::Incident record;
    record.number = 4;
    record.title = "Hot pump";
    record.owner = owner;
    record.cause = cause;
    record.opened = test::at(610);
    record.closed = test::at(900);
    return record;
}

LogbookEntry entryOf(LogbookKind kind, const std::string &text)
{
    LogbookEntry entry;
    entry.seq = 20;
    entry.kind = kind;
    entry.subject = kind == LogbookKind::RangeNote ? 0 : 4;
    entry.source = {text, text};
    entry.from = test::at(100);
    entry.to = test::at(200);
    entry.at = test::at(620);
    entry.actor = {text, text, text};
    entry.text = text;
    return entry;
}

const QStringList &knownAttributes()
{
    static const QStringList kAttributes{"lang",  "charset", "http-equiv", "content",  "name", "class", "role", "aria-labelledby",
                                         "id",    "viewBox", "x",          "y",        "x1",   "y1",    "x2",   "y2",
                                         "width", "height",  "points",     "clip-path"};
    return kAttributes;
}

using Place = std::function<void(IncidentReport &, const std::string &)>;

const std::vector<std::pair<const char *, Place>> &textPlaces()
{
    static const std::vector<std::pair<const char *, Place>> kPlaces{
        {"title", [](IncidentReport &i, const std::string &t) { i.title = t; }},
        {"id", [](IncidentReport &i, const std::string &t) { i.id = t; }},
        {"site", [](IncidentReport &i, const std::string &t) { i.site = t; }},
        {"station", [](IncidentReport &i, const std::string &t) { i.station = t; }},
        {"product", [](IncidentReport &i, const std::string &t) { i.productVersion = t; }},
        {"unknown",
         [](IncidentReport &i, const std::string &t) {
             i.unknowns = {{"%1", {t}}};
         }},
        {"feed", [](IncidentReport &i, const std::string &t) { i.feedHealth[0].second.address = t; }},
        {"feed detail", [](IncidentReport &i, const std::string &t) { i.feedHealth[0].second.detail = t; }},
        {"asset", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.definition.source.asset = t; }},
        {"sensor", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.definition.source.sensor = t; }},
        {"what", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.definition.what = t; }},
        {"cause", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.definition.guidance.cause = t; }},
        {"consequence", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.definition.guidance.consequence = t; }},
        {"action", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.definition.guidance.action = t; }},
        {"incident's owner", [](IncidentReport &i, const std::string &t) { i.record = recordOf(t, {}); }},
        {"incident's cause", [](IncidentReport &i, const std::string &t) { i.record = recordOf({}, t); }},
        {"entry of the record",
         [](IncidentReport &i, const std::string &t) {
             i.record.number = 3;
             i.logbook = {entryOf(LogbookKind::IncidentNote, t)};
         }},
        {"note on a time", [](IncidentReport &i, const std::string &t) { i.logbook = {entryOf(LogbookKind::RangeNote, t)}; }},
        {"configuration", [](IncidentReport &i, const std::string &t) { i.configurations[0].name = t; }},
        {"configuration's hash", [](IncidentReport &i, const std::string &t) { i.configurations[0].hash = t; }},
        {"configuration's reason", [](IncidentReport &i, const std::string &t) { i.configurations[0].reason = t; }},
        {"suppression",
         [](IncidentReport &i, const std::string &t) {
             i.suppressions = {i.alarms[0].events[0]};
             i.suppressions[0].seq = 99;
             i.suppressions[0].comment = t;
         }},
        {"reason of a verdict",
         [](IncidentReport &i, const std::string &t) {
             i.alarms[0].occurrence.verdict = Judgement::False;
             i.alarms[0].events[1].kind = AlarmEventKind::Verdict;
             i.alarms[0].events[1].comment = t;
         }},
        {"name in a stretch",
         [](IncidentReport &i, const std::string &t) {
             i.alarms[0].occurrence.why.channels[0].unit = t;
             i.alarms[0].occurrence.why.actualStretch = i.alarms[0].occurrence.why.nearestStretch = {1, 2};
         }},
        {"operator", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.ackedBy.operatorName = t; }},
        {"close reason", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.closeReason = t; }},
        {"detector", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.why.detector = t; }},
        {"channel", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.why.channels[0].sensor = t; }},
        {"channel unit", [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.why.channels[0].unit = t; }},
        {"joined sensor",
         [](IncidentReport &i, const std::string &t) { i.alarms[0].occurrence.why.joined = {{.sensor = t, .unit = t, .detector = t}}; }},
        {"evidence sensor", [](IncidentReport &i, const std::string &t) { i.alarms[0].evidence[0].sensor.sensor = t; }},
        {"evidence unit", [](IncidentReport &i, const std::string &t) { i.alarms[0].evidence[0].unit = t; }},
        {"comment", [](IncidentReport &i, const std::string &t) { i.alarms[0].events[1].comment = t; }},
        {"actor", [](IncidentReport &i, const std::string &t) { i.alarms[0].events[1].actor.operatorName = t; }},
        {"actor station", [](IncidentReport &i, const std::string &t) { i.alarms[0].events[1].actor.station = t; }},
        {"event source", [](IncidentReport &i, const std::string &t) { i.alarms[0].events[1].source.asset = t; }},
    };
    return kPlaces;
}

const std::vector<std::string> &payloads()
{
    static const std::vector<std::string> kPayloads{"<img src=x onerror=alert(1)>",
                                                    "<script>alert(1)</script>",
                                                    "</td></tr></table><h1>forged",
                                                    "</title><script>x</script>",
                                                    "</svg><iframe src=http://x>",
                                                    "\" onmouseover=\"alert(1)",
                                                    "' onload='alert(1)",
                                                    "&lt;b&gt; &amp; &#0;",
                                                    "<!-- comment",
                                                    "]]><![CDATA[",
                                                    "<style>@import url(http://x)</style>",
                                                    "javascript:alert(1)",
                                                    "</style><b>",
                                                    "<svg/onload=alert(1)>",
                                                    "<svg><script xlink:href=http://x></script></svg>",
                                                    "<a href=\"javascript:alert(1)\">x</a>",
                                                    "<base href=http://x/>",
                                                    "<link rel=stylesheet href=http://x>",
                                                    "<meta http-equiv=refresh content='0;url=http://x'>",
                                                    "<object data=http://x></object>",
                                                    "<embed src=http://x>",
                                                    "<video><source onerror=alert(1)>",
                                                    "<details open ontoggle=alert(1)>",
                                                    "<body onload=alert(1)>",
                                                    "<form action=http://x><input type=submit>",
                                                    "<math href=javascript:alert(1)>x",
                                                    "--><script>alert(1)</script>",
                                                    "<?xml-stylesheet href='http://x'?>",
                                                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
                                                    "<ScRiPt>alert(1)</sCrIpT>",
                                                    "%3Cscript%3Ealert(1)%3C/script%3E",
                                                    "&#x3C;script&#x3E;alert(1)",
                                                    "</bdi></td><td>forged",
                                                    "\u202Edesrever\u2066"};
    return kPayloads;
}

} // namespace

class TestIncidentHtml : public QObject {
    Q_OBJECT
private slots:
    void anUndoneAcknowledgementIsNoMark();
    void whatWasShelvedIsInTheChart();
    void aBandThatWasNotLeftIsNotCalledSo();
    void foreignTextStaysText_data();
    void foreignTextStaysText();
    void controlCharactersAndBrokenBytesAreReplaced();
    void loadsNothing();
    void showsTheNumbersOfTheIncident();
    void anAlarmOfAWholeAssetNamesTheSensorsThatJoined();
    void namesOwnerVerdictAndUnitOfEachValue();
    void hasEverySection();
    void missingValuesAreDashes();
    void anEmptyIncidentSaysNone();
    void fiftyAlarmsAreAllThere();
    void speaksTheCallersLanguage();
    void drawsBothStretches();
    void holdsAllFourteenItems();
};

void TestIncidentHtml::foreignTextStaysText_data()
{
    QTest::addColumn<std::size_t>("place");
    for (std::size_t i = 0; i < textPlaces().size(); ++i)
        QTest::newRow(textPlaces()[i].first) << i;
}

void TestIncidentHtml::foreignTextStaysText()
{
    QFETCH(std::size_t, place);
    for (const std::string &payload : payloads()) {
        IncidentReport incident = incidentOf({reportedAlarm(1, 1)});
        textPlaces()[place].second(incident, payload);
        const Page page = parsed(toHtml(incident, english()));
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QVERIFY2(page.text.contains(QString::fromStdString(payload)), payload.c_str());
        for (const QString &element : page.elements)
            QVERIFY2(knownElements().contains(element), qPrintable(element));
        for (const QString &attribute : page.attributes)
            QVERIFY2(knownAttributes().contains(attribute.section('=', 0, 0)), qPrintable(attribute));
    }
}

void TestIncidentHtml::controlCharactersAndBrokenBytesAreReplaced()
{
    IncidentReport incident = incidentOf({reportedAlarm(1, 1)});
    incident.title = std::string("a\0b\x1b\xff"
                                 "c",
                                 6);
    const std::string html = toHtml(incident, english());
    QVERIFY(html.find('\0') == std::string::npos && html.find('\x1b') == std::string::npos);
    QVERIFY(parsed(html).text.contains(QStringLiteral("a\uFFFDb\uFFFD\uFFFDc")));
}

void TestIncidentHtml::loadsNothing()
{
    const std::string html = toHtml(incidentOf({reportedAlarm(1, 1)}), english());
    QVERIFY(html.find("content=\"default-src 'none'; style-src 'unsafe-inline'\"") != std::string::npos);
    const Page page = parsed(html);
    for (const char *element : {"script", "img", "link", "iframe", "object", "embed", "base", "use", "image", "form"})
        QVERIFY2(!page.elements.contains(QLatin1String(element)), element);
    for (const QString &attribute : page.attributes)
        QVERIFY2(!attribute.startsWith("href") && !attribute.startsWith("src") && !attribute.startsWith("on"), qPrintable(attribute));
    QVERIFY(html.find("@import") == std::string::npos && html.find("url(http") == std::string::npos);
}

void TestIncidentHtml::showsTheNumbersOfTheIncident()
{
    const Page page = parsed(toHtml(incidentOf({reportedAlarm(7, 11)}), english()));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    for (const char *expected : {"Pump 1 ran hot",
                                 "INC-7",
                                 "#7",
                                 "line-a/pump1 · temperature",
                                 "2026-11-18T12:36:40.000Z",
                                 "2026-11-18T12:36:40Z (UTC+0)",
                                 "60 s",
                                 "29.75 s",
                                 "6.25",
                                 "75 %",
                                 "25 %",
                                 "21.5 °C",
                                 "88.125 °C",
                                 "19.5 °C … 24.25 °C",
                                 "2 A",
                                 "3.5 A",
                                 "K. Lund",
                                 "looking at it",
                                 "reduce the load",
                                 "10 min",
                                 "4711",
                                 "17",
                                 "tcp://127.0.0.1:5556",
                                 "samples before 12:20 were already pruned",
                                 "band version 3"})
        QVERIFY2(page.text.contains(QString::fromUtf8(expected)), expected);
}

void TestIncidentHtml::anAlarmOfAWholeAssetNamesTheSensorsThatJoined()
{
    ReportedAlarm alarm = reportedAlarm(1, 1, {"line-a/pump1", ""});
    alarm.occurrence.why.channels[0].sensor = "flow";
    alarm.occurrence.why.joined = {{.sensor = "vibration",
                                    .unit = "mm/s",
                                    .at = test::at(605),
                                    .score = 8.125,
                                    .limit = 3.0,
                                    .expected = 2.25,
                                    .actual = 17.5,
                                    .detector = "shingle_ensemble"}};
    const Page page = parsed(toHtml(incidentOf({alarm}), english()));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    for (const char *text : {"Anomalous by themselves too", "vibration", "8.125", "2.25 mm/s", "17.5 mm/s", "shingle_ensemble"})
        QVERIFY2(page.text.contains(text), text);
    QVERIFY(!page.text.contains("Expected between")); // a band is one sensor's
}

void TestIncidentHtml::namesOwnerVerdictAndUnitOfEachValue()
{
    ReportedAlarm alarm = reportedAlarm(1, 1);
    alarm.occurrence.owner = "day shift";
    alarm.occurrence.verdict = Judgement::True;
    for (const auto &[kind, text] : {std::pair{AlarmEventKind::Assign, "day shift"},
                                     {AlarmEventKind::Verdict, "first thought"},
                                     {AlarmEventKind::Verdict, "the bearing was hot"}}) {
        alarm.events.push_back(test::eventOf(alarm.occurrence, alarm.events.back().seq + 1, kind, 700));
        alarm.events.back().comment = text;
        alarm.events.back().value = 55.5;
    }
    const std::string html = toHtml(incidentOf({alarm}), english());
    QVERIFY(html.find("<td>Owner</td><td><bdi>day shift</bdi></td>") != std::string::npos);
    QVERIFY(html.find("<td>1</td><td>true: <bdi>the bearing was hot</bdi></td></tr>") != std::string::npos);
    QVERIFY(html.find("<td>55.5 °C</td>") != std::string::npos);
}

void TestIncidentHtml::hasEverySection()
{
    const Page page = parsed(toHtml(incidentOf({reportedAlarm(1, 1)}), english()));
    QCOMPARE(page.elements.count(QStringLiteral("h1")), 1);
    QCOMPARE(page.elements.count(QStringLiteral("h2")), 13);
    QCOMPARE(page.elements.count(QStringLiteral("svg")), 1);
    for (const char *heading :
         {"Origin", "Summary", "Timeline", "Alarms", "Why the alarms were raised", "Data quality", "Suppressed, shelved and out of service",
          "Notes", "Guidance shown", "First of its group", "Attachments", "What is not known", "Integrity and sign-off"})
        QVERIFY2(page.text.contains(QLatin1String(heading)), heading);
}

void TestIncidentHtml::missingValuesAreDashes()
{
    IncidentReport incident = incidentOf({ReportedAlarm{}});
    incident.alarms[0].events.push_back({});
    incident.alarms[0].evidence.push_back({{"a", "b"}, "", {}});
    incident.from = incident.to = kNoTime;
    const Page page = parsed(toHtml(incident, {}));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    for (const char *bad : {"nan", "NaN", "1677", "-292", "-9223372036854775808"})
        QVERIFY2(!page.text.contains(QLatin1String(bad)), bad);
    QVERIFY(page.text.contains(QStringLiteral("–")));
    QVERIFY(page.text.contains(QStringLiteral("no samples are stored for this sensor")));
}

void TestIncidentHtml::anEmptyIncidentSaysNone()
{
    const Page page = parsed(toHtml({}, {}));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    QVERIFY(page.text.count(QStringLiteral("none")) >= 8);
}

void TestIncidentHtml::fiftyAlarmsAreAllThere()
{
    std::vector<ReportedAlarm> alarms;
    for (std::uint64_t i = 0; i < 50; ++i)
        alarms.push_back(reportedAlarm(i + 1, 3 * i + 1, {"line-a/pump" + std::to_string(i), "temperature"}));
    const Page page = parsed(toHtml(incidentOf(alarms), english()));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    QCOMPARE(page.elements.count(QStringLiteral("svg")), 50);
    QVERIFY(page.text.contains(QStringLiteral("50 alarm(s) on 50 source(s): 0 still open, 0 not acknowledged.")));
    QSet<QString> ids;
    for (const QString &attribute : page.attributes)
        if (attribute.startsWith(QStringLiteral("id="))) {
            QVERIFY2(!ids.contains(attribute), qPrintable(attribute));
            ids.insert(attribute);
        }
    QCOMPARE(ids.size(), 150);
}

void TestIncidentHtml::speaksTheCallersLanguage()
{
    Wording wording = english();
    wording.phrase = [](std::string_view text) { return "<" + std::string(text) + ">"; };
    const Page page = parsed(toHtml(incidentOf({reportedAlarm(1, 1)}), wording));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    for (const char *phrase : {"<Timeline>", "<Time to acknowledge>", "<first violation>", "<Operator>", "<live>"})
        QVERIFY2(page.text.contains(QLatin1String(phrase)), phrase);
}

void TestIncidentHtml::drawsBothStretches()
{
    ReportedAlarm alarm = reportedAlarm(1, 1);
    alarm.occurrence.why.actualStretch = {20.25, 24.0, 31.75, 88.125};
    alarm.occurrence.why.nearestStretch = {20.5, 24.25, 31.5, 26.0};
    const Page page = parsed(toHtml(incidentOf({alarm}), english()));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    QCOMPARE(page.elements.count(QStringLiteral("svg")), 2);
    QVERIFY(page.attributes.contains(QStringLiteral("class=value past")));
    for (const char *text : {"last 4 readings", "most similar stretch", "88.125 °C", "20.25 °C", "20.25, 24, 31.75, 88.125 °C"})
        QVERIFY2(page.text.contains(QString::fromUtf8(text)), text);
}

/// operators.md §4.5, item by item: what stands in the page for each.
void TestIncidentHtml::holdsAllFourteenItems()
{
    using test::at;
    ReportedAlarm alarm = reportedAlarm(7, 11);
    alarm.occurrence.verdict = Judgement::Expected;
    alarm.events[0].to = AlarmState::B;
    IncidentReport report = incidentOf({alarm});
    report.record = recordOf("day shift", "worn bearing");
    report.logbook = {entryOf(LogbookKind::IncidentAlarmAdded, "hot again"), entryOf(LogbookKind::RangeNote, "pump was cleaned")};
    AlarmEvent shelf = test::eventOf(test::raisedAlarm(9, 5, {"line-a/valve", "position"}), 5, AlarmEventKind::Shelve, 100);
    shelf.to = AlarmState::E;
    shelf.until = at(3700);
    shelf.comment = "sensor is being changed";
    report.suppressions = {shelf};
    report.feedHealth.push_back(report.feedHealth.front());
    report.feedHealth.back().first = at(400);
    report.feedHealth.back().second.state = FeedState::Lost;
    report.feedHealth.back().second.lostMessages = 22;
    report.feedHealth.back().second.clockSkewed = true;
    auto chunk = std::make_shared<Chunk>(*report.alarms[0].evidence[0].samples[0]);
    chunk->flags[300] |= Chunk::kGapBefore;
    report.alarms[0].evidence[0].samples[0] = chunk;
    report.journalHead = {512, std::string(64, 'e')};
    const Page page = parsed(toHtml(report, english()));
    QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
    const std::vector<std::pair<int, const char *>> kItems{{1, "Pump 1 ran hot"},
                                                           {1, "INC-7"},
                                                           {1, "Plant"},
                                                           {1, "desk 2"},
                                                           {1, "2026-11-18T13:50:00.000Z"},
                                                           {1, "2026-11-18T13:50:00Z (UTC+0)"},
                                                           {2, "Telltale 0.1.0"},
                                                           {2, "Journal schema"},
                                                           {2, "band version 3"},
                                                           {2, "cccccccccccccccc"},
                                                           {3, "1 alarm(s) on 1 source(s): 0 still open, 0 not acknowledged."},
                                                           {3, "worn bearing"},
                                                           {3, "day shift"},
                                                           {3, "closed"},
                                                           {4, "A → B NEW"},
                                                           {4, "looking at it"},
                                                           {4, "INCIDENT_ALARM_ADDED"},
                                                           {5, "First violation"},
                                                           {5, "Time to acknowledge"},
                                                           {5, "29.75 s"},
                                                           {5, "expected"},
                                                           {6, "88.125 °C"},
                                                           {6, "first violation"},
                                                           {6, "75 %"},
                                                           {7, "5 (22 in all)"},
                                                           {7, "more than 2 s apart"},
                                                           {7, "feed not live"},
                                                           {7, "gap in the samples"},
                                                           {8, "SHELVE"},
                                                           {8, "sensor is being changed; until 2026-11-18T13:28:20.000Z"},
                                                           {9, "pump was cleaned"},
                                                           {10, "reduce the load"},
                                                           {10, "Action taken"},
                                                           {11, "First of its group"},
                                                           {12, "Samples in the JSON file"},
                                                           {13, "samples before 12:20 were already pruned"},
                                                           {14, "SHA-256 of the JSON payload"},
                                                           {14, "Journal at the newest row of this report: 512 links, head: 512:eeeeeeee"},
                                                           {14, "Signature"}};
    for (const auto &[item, text] : kItems)
        QVERIFY2(page.text.contains(QString::fromUtf8(text)),
                 qPrintable(QStringLiteral("item %1: %2").arg(item).arg(QString::fromUtf8(text))));
    QVERIFY(page.text.contains(QString::fromStdString(payloadSha256(report))));
}

void TestIncidentHtml::anUndoneAcknowledgementIsNoMark()
{
    ReportedAlarm alarm = reportedAlarm(1, 11);
    const auto marks = [](const ReportedAlarm &each) {
        return parsed(toHtml(incidentOf({each}), english())).text.count(QStringLiteral("acknowledged"));
    };
    const auto before = marks(alarm);
    AlarmEvent undo = test::eventOf(alarm.occurrence, 13, AlarmEventKind::AckUndo, 635);
    alarm.events.insert(alarm.events.begin() + 2, undo);
    QCOMPARE(marks(alarm), before - 1);
}

void TestIncidentHtml::whatWasShelvedIsInTheChart()
{
    ReportedAlarm alarm = reportedAlarm(1, 11);
    QVERIFY(toHtml(incidentOf({alarm}), english()).find("class=\"held\"") == std::string::npos);
    AlarmEvent shelved = test::eventOf(alarm.occurrence, 14, AlarmEventKind::Shelve, 640);
    shelved.to = AlarmState::E;
    alarm.events.push_back(shelved);
    QVERIFY(toHtml(incidentOf({alarm}), english()).find("class=\"held\"") != std::string::npos);
}

void TestIncidentHtml::aBandThatWasNotLeftIsNotCalledSo()
{
    ReportedAlarm alarm = reportedAlarm(1, 11); // 88.125 °C, expected 19.5 to 24.25
    const auto text = [&] { return parsed(toHtml(incidentOf({alarm}), english())).text; };
    QVERIFY(text().contains(QStringLiteral("88.125 °C is outside")));
    alarm.occurrence.why.channels.front().actual = 20.0;
    alarm.occurrence.why.actualStretch = {20.0, 25.0};
    alarm.occurrence.why.nearestStretch = {20.0, 21.0};
    QVERIFY(!text().contains(QStringLiteral("is outside")));
    QVERIFY(text().contains(QStringLiteral("20 °C is not outside")));
    QVERIFY(text().contains(QStringLiteral("expected 21 °C, got 25 °C (100 % of the difference)")));
}

QTEST_APPLESS_MAIN(TestIncidentHtml)
#include "tst_incident_html.moc"
