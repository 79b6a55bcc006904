// SPDX-License-Identifier: GPL-3.0-or-later
// What the core calls things, on screen: every word of every enumeration has a German one; journal and exports keep theirs.
#include "core/model/alarm_event.h"
#include "core/model/feed_health.h"
#include "core/model/logbook_entry.h"
#include "ui/language/language.h"
#include "ui/models/alarm_columns.h"
#include "ui/models/core_words.h"
#include "ui/models/number_text.h"
#include "ui/text.h"

#include <QtTest>
#include <set>

using namespace telltale;
using namespace telltale::ui;

namespace {

/// All words of an enumeration; its `toText` says "?" behind its last one.
template <typename Enum>
void collect(std::set<std::string> &words)
{
    for (int i = 0; i < 100 && toText(Enum(i)) != "?"; ++i)
        words.insert(std::string(toText(Enum(i))));
}

/// Written alike in both languages.
const std::set<std::string> kAlike{"normal", "live"};

} // namespace

class TestCoreWords : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { speak(*QCoreApplication::instance(), QStringLiteral("de")); }
    void cleanupTestCase() { speak(*QCoreApplication::instance(), QStringLiteral("en")); }
    void everyWordIsSpoken();
    void theAlarmListIsSpoken();
    void namesOfAPlantStay() { QCOMPARE(spoken("Kessel läuft über"), QStringLiteral("Kessel läuft über")); }
    void numbersHaveTheMarkOfTheLanguage();
    void theOwnerIsNotWhoAcknowledged();
};

void TestCoreWords::everyWordIsSpoken()
{
    std::set<std::string> words{"anomalous", "no data", "feed lost", "journal not written", "configuration not written"};
    collect<Quality>(words);
    collect<Verdict>(words);
    collect<FeedState>(words);
    collect<AlarmEventKind>(words);
    collect<LogbookKind>(words);
    collect<Judgement>(words);
    words.erase("none"); // nothing is said where nobody judged
    for (int i = 1; i < 9; ++i)
        words.insert(std::string(label(AlarmState(i))));
    QStringList english;
    for (const std::string &word : words) {
        if (!kAlike.contains(word) && spoken(word) == toQt(word))
            english << toQt(word);
    }
    QVERIFY2(english.isEmpty(), qPrintable(english.join(", ")));
}

void TestCoreWords::theAlarmListIsSpoken()
{
    Occurrence alarm;
    alarm.id = 1;
    alarm.state = AlarmState::L1;
    alarm.quality = Quality::Bad;
    alarm.definition.source = {"line-a/pump1", "pressure"};
    alarm.definition.what = "anomalous";
    QCOMPARE(whatText(alarm), QStringLiteral("pressure: auffällig"));
    QCOMPARE(stateText(alarm), QStringLiteral("GEHALTEN NEU"));
    QCOMPARE(qualityText(alarm), QStringLiteral("schlecht"));
}

void TestCoreWords::numbersHaveTheMarkOfTheLanguage()
{
    QCOMPARE(numberText(1450.5, 'f', 1), QStringLiteral("1450,5"));
    QCOMPARE(ratioText(3.31, 1.0), QStringLiteral("3,3×"));
}

void TestCoreWords::theOwnerIsNotWhoAcknowledged()
{
    Occurrence alarm;
    alarm.ackedBy.operatorName = "operator B";
    const AlarmColumn &owner = alarmColumns()[OwnerColumn];
    QCOMPARE(owner.text(alarm, {}), QStringLiteral("–"));
    alarm.owner = "operator A";
    QCOMPARE(owner.text(alarm, {}), QStringLiteral("operator A"));
    QCOMPARE(owner.order(alarm).text, QStringLiteral("operator A"));
}

QTEST_GUILESS_MAIN(TestCoreWords)
#include "tst_core_words.moc"
