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

using Place = std::function<void(Incident &, const std::string &)>;

const std::vector<std::pair<const char *, Place>> &textPlaces()
{
    static const std::vector<std::pair<const char *, Place>> kPlaces{
        {"title", [](Incident &i, const std::string &t) { i.title = t; }},
        {"id", [](Incident &i, const std::string &t) { i.id = t; }},
        {"site", [](Incident &i, const std::string &t) { i.site = t; }},
        {"station", [](Incident &i, const std::string &t) { i.station = t; }},
        {"product", [](Incident &i, const std::string &t) { i.productVersion = t; }},
        {"unknown", [](Incident &i, const std::string &t) { i.unknowns = {t}; }},
        {"feed", [](Incident &i, const std::string &t) { i.feedHealth[0].second.address = t; }},
        {"feed detail", [](Incident &i, const std::string &t) { i.feedHealth[0].second.detail = t; }},
        {"asset", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.definition.source.asset = t; }},
        {"sensor", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.definition.source.sensor = t; }},
        {"what", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.definition.what = t; }},
        {"cause", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.definition.guidance.cause = t; }},
        {"consequence", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.definition.guidance.consequence = t; }},
        {"action", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.definition.guidance.action = t; }},
        {"operator", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.ackedBy.operatorName = t; }},
        {"close reason", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.closeReason = t; }},
        {"detector", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.why.detector = t; }},
        {"channel", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.why.channels[0].sensor = t; }},
        {"channel unit", [](Incident &i, const std::string &t) { i.alarms[0].occurrence.why.channels[0].unit = t; }},
        {"joined sensor",
         [](Incident &i, const std::string &t) { i.alarms[0].occurrence.why.joined = {{.sensor = t, .unit = t, .detector = t}}; }},
        {"evidence sensor", [](Incident &i, const std::string &t) { i.alarms[0].evidence[0].sensor.sensor = t; }},
        {"evidence unit", [](Incident &i, const std::string &t) { i.alarms[0].evidence[0].unit = t; }},
        {"comment", [](Incident &i, const std::string &t) { i.alarms[0].events[1].comment = t; }},
        {"actor", [](Incident &i, const std::string &t) { i.alarms[0].events[1].actor.operatorName = t; }},
        {"actor station", [](Incident &i, const std::string &t) { i.alarms[0].events[1].actor.station = t; }},
        {"event source", [](Incident &i, const std::string &t) { i.alarms[0].events[1].source.asset = t; }},
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
                                                    "\u202Edesrever\u2066"};
    return kPayloads;
}

} // namespace

class TestIncidentHtml : public QObject {
    Q_OBJECT
private slots:
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
    const Page plain = parsed(toHtml(incidentOf({reportedAlarm(1, 1)}), english()));
    for (const std::string &payload : payloads()) {
        Incident incident = incidentOf({reportedAlarm(1, 1)});
        textPlaces()[place].second(incident, payload);
        const Page page = parsed(toHtml(incident, english()));
        QVERIFY2(page.error.isEmpty(), qPrintable(page.error));
        QVERIFY2(page.text.contains(QString::fromStdString(payload)), payload.c_str());
        for (const QString &element : page.elements)
            QVERIFY2(knownElements().contains(element), qPrintable(element));
        QCOMPARE(page.attributes.size(), plain.attributes.size());
    }
}

void TestIncidentHtml::controlCharactersAndBrokenBytesAreReplaced()
{
    Incident incident = incidentOf({reportedAlarm(1, 1)});
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
    for (const auto &[kind, text] : {std::pair{AlarmEventKind::Assign, "day shift"},
                                     {AlarmEventKind::Verdict, "first thought"},
                                     {AlarmEventKind::Verdict, "true alarm"}}) {
        alarm.events.push_back(test::eventOf(alarm.occurrence, alarm.events.back().seq + 1, kind, 700));
        alarm.events.back().comment = text;
        alarm.events.back().value = 55.5;
    }
    const std::string html = toHtml(incidentOf({alarm}), english());
    QVERIFY(html.find("<td>Owner</td><td><bdi>day shift</bdi></td>") != std::string::npos);
    QVERIFY(html.find("<td>1</td><td><bdi>true alarm</bdi></td></tr>") != std::string::npos);
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
    Incident incident = incidentOf({ReportedAlarm{}});
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

QTEST_APPLESS_MAIN(TestIncidentHtml)
#include "tst_incident_html.moc"
