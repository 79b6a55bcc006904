// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarm/alarm_policy.h"

#include <QtTest>

using namespace telltale;
using namespace telltale::alarm;
using namespace std::chrono_literals;

namespace {

const UtcTime kStart = fromNanos(1'795'000'000'000'000'000);

UtcTime at(double seconds)
{
    return kStart + fromSeconds(seconds);
}

AlarmDefinition definitionWith(PersistenceRule rule, Duration offDelay = 5s)
{
    AlarmDefinition definition;
    definition.raise = rule;
    definition.offDelay = offDelay;
    return definition;
}

PersistenceRule onDelay(Duration duration)
{
    return {.kind = PersistenceRule::Kind::OnDelay, .count = 1, .window = 1, .duration = duration, .gapPeriods = 2.0};
}

PersistenceRule consecutive(int count, double gapPeriods = 2.0)
{
    return {.kind = PersistenceRule::Kind::Consecutive, .count = count, .window = 1, .duration = 0s, .gapPeriods = gapPeriods};
}

PersistenceRule kOfN(int count, int window)
{
    return {.kind = PersistenceRule::Kind::KOfN, .count = count, .window = window, .duration = 0s, .gapPeriods = 2.0};
}

PersistenceRule countInWindow(int count, Duration duration)
{
    return {.kind = PersistenceRule::Kind::CountInWindow, .count = count, .window = 1, .duration = duration, .gapPeriods = 2.0};
}

/// Feeds a policy with rows written as text and keeps what it says as text: "raise@2<0" is a raise at 2 s, first violation at 0 s.
class Bench {
public:
    Bench(const AlarmDefinition &definition, Duration period) : m_policy(definition, period) {}

    void say(const std::optional<ConditionChange> &change)
    {
        if (!change)
            return;
        static const QStringList words{"raise", "clear", "escalate"};
        m_said << words.at(int(change->kind)) + '@' + seconds(change->at)
                      + (change->firstViolation == kNoTime ? QString() : '<' + seconds(change->firstViolation));
    }
    /// Each row is "time letter": x anomalous, . normal below the clear limit, h normal between the limits, ? no decision, P pulse,
    /// X anomalous through alert control without a pulse, n normal through alert control, ~ only time passes, ! bad quality, _ normal
    /// after a known gap, v verdict normal without value or limit.
    void feed(const QString &rows)
    {
        const QStringList tokens = rows.split(' ', Qt::SkipEmptyParts);
        for (const QString &token : tokens)
            row(token.chopped(1).toDouble(), token.back().toLatin1());
    }
    [[nodiscard]] QString said() const { return m_said.join(' '); }
    AlarmPolicy &policy() { return m_policy; }

private:
    static QString seconds(UtcTime time) { return QString::number(toSeconds(time - kStart)); }

    void row(double time, char letter)
    {
        say(m_policy.advance(at(time)));
        if (letter == '!')
            m_policy.freeze();
        if (letter == '~' || letter == '!')
            return;
        Reading reading{.t = at(time), .verdict = Verdict::Normal, .value = 1.0, .limit = 10.0};
        if (QByteArray("xPX").contains(letter)) {
            reading.verdict = Verdict::Anomalous;
            reading.value = 11.0;
        }
        reading.controlled = QByteArray("PXn").contains(letter);
        reading.pulse = letter == 'P';
        reading.gapBefore = letter == '_';
        if (letter == '?')
            reading.verdict = Verdict::NoDecision;
        if (letter == 'h')
            reading.value = 8.0;
        if (letter == 'v')
            reading.value = reading.limit = kMissing;
        say(m_policy.judge(reading));
    }

    AlarmPolicy m_policy;
    QStringList m_said;
};

} // namespace

class TestAlarmPolicy : public QObject {
    Q_OBJECT

private slots:
    void saysWhatTheRowsMean_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<double>("offDelay");
        QTest::addColumn<double>("period");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("said");
        // rules: 0 on-delay 2 s, 1 on-delay 0, 2 consecutive 3, 3 three of five, 4 three within 10 s, 5 on-delay 2 min
        QTest::newRow("on-delay runs out at its own deadline") << 0 << 5.0 << 1.0 << "0.5x 1.5x 2.7x"
                                                               << "raise@2.5<0.5";
        QTest::newRow("on-delay, a normal row between") << 0 << 5.0 << 1.0 << "0x 1x 1.5. 2x 3x"
                                                        << "";
        QTest::newRow("on-delay starts anew after a normal row") << 0 << 5.0 << 1.0 << "0x 1. 2x 3x 4x"
                                                                 << "raise@4<2";
        QTest::newRow("on-delay fires while only time passes") << 0 << 5.0 << 1.0 << "0x 1x 1.9~ 2~"
                                                               << "raise@2<0";
        QTest::newRow("on-delay fires before a later normal row") << 0 << 5.0 << 1.0 << "0x 1x 2.5."
                                                                  << "raise@2<0";
        QTest::newRow("on-delay does not end inside a gap") << 0 << 5.0 << 0.5 << "0x 1.5~ 2.5~ 60x 60.5x"
                                                            << "";
        QTest::newRow("on-delay after the gap") << 0 << 5.0 << 0.5 << "0x 60x 61x 62x"
                                                << "raise@62<60";
        QTest::newRow("on-delay, one row a minute") << 0 << 5.0 << 60.0 << "0x 60x"
                                                    << "raise@2<0";
        QTest::newRow("on-delay, period unknown") << 0 << 5.0 << 0.0 << "0x 50~"
                                                  << "raise@2<0";
        QTest::newRow("on-delay, known gap, period unknown") << 0 << 5.0 << 0.0 << "0x 1_ 2x 3x"
                                                             << "";
        QTest::newRow("no decision neither ends the delay") << 0 << 5.0 << 1.0 << "0x 1? 2x"
                                                            << "raise@2<0";
        QTest::newRow("nor keeps it up") << 0 << 5.0 << 0.5 << "0x 0.5? 1? 1.5? 2? 2.5?"
                                         << "";
        QTest::newRow("on-delay 0 raises on the first row") << 1 << 5.0 << 1.0 << "0. 1x 2x"
                                                            << "raise@1<1";
        QTest::newRow("a first row without a decision is nothing") << 1 << 5.0 << 1.0 << "0? 1?"
                                                                   << "";
        QTest::newRow("bad quality stops the delay") << 0 << 5.0 << 1.0 << "0x 1! 2.5~ 3x 4x"
                                                     << "";
        QTest::newRow("consecutive") << 2 << 5.0 << 1.0 << "0x 1x 2x"
                                     << "raise@2<0";
        QTest::newRow("consecutive, broken by a normal row") << 2 << 5.0 << 1.0 << "0x 1x 2. 3x 4x"
                                                             << "";
        QTest::newRow("consecutive, a row between the limits breaks it too") << 2 << 5.0 << 1.0 << "0x 1x 2h 3x 4x"
                                                                             << "";
        QTest::newRow("consecutive, no decision takes no place") << 2 << 5.0 << 1.0 << "0x 1? 2x 3x"
                                                                 << "raise@3<0";
        QTest::newRow("consecutive, two periods are no gap") << 2 << 5.0 << 1.0 << "0x 2x 4x"
                                                             << "raise@4<0";
        QTest::newRow("consecutive, more than two periods are one") << 2 << 5.0 << 1.0 << "0x 1x 3.1x 4x 5x"
                                                                    << "raise@5<3.1";
        QTest::newRow("consecutive, no decisions for too long are a gap") << 2 << 5.0 << 1.0 << "0x 1x 2? 3? 4x 5x"
                                                                          << "";
        QTest::newRow("consecutive, bad quality forgets the count") << 2 << 5.0 << 1.0 << "0x 1x 2! 3x 4x"
                                                                    << "";
        QTest::newRow("k of n") << 3 << 5.0 << 1.0 << "0x 1. 2x 3. 4x"
                                << "raise@4<0";
        QTest::newRow("k of n, too thin") << 3 << 5.0 << 1.0 << "0x 1. 2x 3. 4. 5x 6. 7x 8."
                                          << "";
        QTest::newRow("k of n, no decision takes no place") << 3 << 5.0 << 1.0 << "0x 1. 2? 3x 4. 5? 6x"
                                                            << "raise@6<0";
        QTest::newRow("k of n, a gap empties the window") << 3 << 5.0 << 1.0 << "0x 1x 9x 10x 11."
                                                          << "";
        QTest::newRow("count in window") << 4 << 5.0 << 2.0 << "0x 4. 8x 10x"
                                         << "raise@10<0";
        QTest::newRow("count in window, too slow") << 4 << 5.0 << 2.0 << "0x 4. 7x 11x"
                                                   << "";
        QTest::newRow("count in window slides") << 4 << 5.0 << 2.0 << "0x 4. 7x 11x 14. 17x"
                                                << "raise@17<7";
        QTest::newRow("clears after the off-delay") << 1 << 5.0 << 1.0 << "0x 1. 2. 3. 4. 5. 6.5."
                                                    << "raise@0<0 clear@6";
        QTest::newRow("off-delay 0 clears on the row") << 1 << 0.0 << 1.0 << "0x 1."
                                                       << "raise@0<0 clear@1";
        QTest::newRow("off-delay, an anomalous row between") << 1 << 3.0 << 1.0 << "0x 1. 2. 3x 4. 5. 6. 7."
                                                             << "raise@0<0 clear@7";
        QTest::newRow("between the limits it holds") << 1 << 3.0 << 1.0 << "0x 1h 2h 3h 4h 5h 6h 7h"
                                                     << "raise@0<0";
        QTest::newRow("a row between the limits starts the off-delay anew") << 1 << 3.0 << 1.0 << "0x 1. 2. 3h 4. 5. 6. 7."
                                                                            << "raise@0<0 clear@7";
        QTest::newRow("silence does not clear") << 1 << 5.0 << 1.0 << "0x 1. 2. 60~ 600~"
                                                << "raise@0<0";
        QTest::newRow("no decisions do not clear") << 1 << 5.0 << 1.0 << "0x 1. 2. 3? 4? 5? 6? 7? 8?"
                                                   << "raise@0<0";
        QTest::newRow("after silence the off-delay starts anew") << 1 << 3.0 << 1.0 << "0x 1. 60. 61. 62. 63."
                                                                 << "raise@0<0 clear@63";
        QTest::newRow("bad quality stops the off-delay") << 1 << 2.0 << 1.0 << "0x 1. 2! 3.5~ 4. 5. 6."
                                                         << "raise@0<0 clear@6";
        QTest::newRow("without value or limit the verdict decides") << 1 << 2.0 << 1.0 << "0x 1v 2v 3v"
                                                                    << "raise@0<0 clear@3";
        QTest::newRow("raises again after clearing") << 2 << 0.0 << 1.0 << "0x 1x 2x 3. 4x 5x 6x"
                                                     << "raise@2<0 clear@3 raise@6<4";
        QTest::newRow("a pulse raises at once") << 0 << 5.0 << 1.0 << "0n 1P"
                                                << "raise@1<1";
        QTest::newRow("a pulse late in its run knows the start of it") << 0 << 5.0 << 1.0 << "0n 1X 2X 3P"
                                                                       << "raise@3<1";
        QTest::newRow("behind alert control only a pulse raises") << 0 << 5.0 << 1.0 << "0X 1X 2X 3X 4X"
                                                                  << "";
        QTest::newRow("a pulse while active escalates") << 0 << 5.0 << 1.0 << "1P 2X 3P"
                                                        << "raise@1<1 escalate@3";
        QTest::newRow("behind alert control it clears by the clear limit") << 0 << 2.0 << 1.0 << "1P 2X 3n 4n 5n"
                                                                           << "raise@1<1 clear@5";
        QTest::newRow("counting rules ignore pulses") << 2 << 5.0 << 1.0 << "0P 1n 2P 3X 4X"
                                                      << "raise@4<2";
        QTest::newRow("minutes count rows behind alert control too") << 5 << 5.0 << 60.0 << "0P 60X 120X"
                                                                     << "raise@120<0";
    }

    void saysWhatTheRowsMean()
    {
        QFETCH(int, rule);
        QFETCH(double, offDelay);
        QFETCH(double, period);
        QFETCH(QString, rows);
        QFETCH(QString, said);
        const std::array<PersistenceRule, 6> rules{onDelay(2s), onDelay(0s),           consecutive(3),
                                                   kOfN(3, 5),  countInWindow(3, 10s), onDelay(2min)};
        Bench bench(definitionWith(rules.at(static_cast<std::size_t>(rule)), fromSeconds(offDelay)), fromSeconds(period));
        bench.feed(rows);
        QCOMPARE(bench.said(), said);
        QCOMPARE(bench.policy().active(), said.count("raise") > said.count("clear"));
    }

    /// The day of the evaporator: rows 12:02 to 12:10 are anomalous, one a minute, five in a row are asked for.
    void evaporatorRaisesAtTheFifthReading()
    {
        Bench bench(definitionWith(consecutive(5), 0s), 60s);
        for (int minute = 0; minute < 60; ++minute)
            bench.feed(QString::number(minute * 60) + (minute >= 2 && minute <= 10 ? 'x' : '.'));
        QCOMPARE(bench.said(), QString("raise@360<120 clear@660"));
    }

    /// Nine puts at minutes 15 15 16 17 19 20 21 22 24: the second row of minute 15 never reaches a policy.
    void ninePutsDependOnTheGapRule_data()
    {
        QTest::addColumn<double>("gapPeriods");
        QTest::addColumn<QString>("said");
        QTest::newRow("two periods: a lost reading does not break the run") << 2.0 << "raise@1200<900";
        QTest::newRow("one period: the longest run is four") << 1.0 << "";
    }

    void ninePutsDependOnTheGapRule()
    {
        QFETCH(double, gapPeriods);
        QFETCH(QString, said);
        Bench bench(definitionWith(consecutive(5, gapPeriods)), 60s);
        for (const int minute : {15, 16, 17, 19, 20, 21, 22, 24})
            bench.feed(QString::number(minute * 60) + 'x');
        QCOMPARE(bench.said(), said);
    }

    void ninePutsReachTheCountInTheirWindow()
    {
        PersistenceRule rule = countInWindow(5, 10min);
        Bench bench(definitionWith(rule), 60s);
        for (const int minute : {15, 16, 17, 19, 20, 21, 22, 24})
            bench.feed(QString::number(minute * 60) + 'x');
        QCOMPARE(bench.said(), QString("raise@1200<900"));
    }

    void restoredConditionWaitsForFreshReadings()
    {
        Bench bench(definitionWith(onDelay(0s), 2s), 1s);
        bench.policy().restoreActive();
        bench.feed("1000~ 1001x 1002. 1003. 1004.");
        QCOMPARE(bench.said(), QString("clear@1004"));
    }

    void limitThatIsNotPositiveLeavesItToTheVerdict()
    {
        AlarmPolicy policy(definitionWith(onDelay(0s), 0s), 1s);
        QVERIFY(policy.judge({.t = at(0), .verdict = Verdict::Anomalous, .value = -0.5, .limit = -1.0}));
        const auto change = policy.judge({.t = at(1), .verdict = Verdict::Normal, .value = -0.9, .limit = -1.0});
        QVERIFY(change);
        QCOMPARE(change->kind, ConditionChange::Kind::Clear);
    }

    void learnedPeriodDecidesWhatAGapIs()
    {
        AlarmPolicy policy(definitionWith(consecutive(2)), 0s);
        QVERIFY(!policy.judge({.t = at(0), .verdict = Verdict::Anomalous, .value = 2, .limit = 1}));
        policy.setPeriod(1s);
        QVERIFY(!policy.judge({.t = at(10), .verdict = Verdict::Anomalous, .value = 2, .limit = 1}));
        QVERIFY(policy.judge({.t = at(11), .verdict = Verdict::Anomalous, .value = 2, .limit = 1}));
    }
};

QTEST_APPLESS_MAIN(TestAlarmPolicy)
#include "tst_alarm_policy.moc"
