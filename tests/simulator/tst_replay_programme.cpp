// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/replay/replay_programme.h"
#include "tests/support/temp_folder.h"

#include <QtTest>
#include <fstream>

using namespace telltale;
using namespace telltale::simulator;
using namespace std::chrono_literals;

class TestReplayProgramme : public QObject {
    Q_OBJECT

private slots:
    void gapsAreDividedByTheSpeed();
    void rowsBackInTimeFollowAtOnce();
    void aLoopGoesOnInTime();
    void theDescriptionSaysHowFastItRuns();
    void pathsAreMadeFromNames_data();
    void pathsAreMadeFromNames();

private:
    Recording recordingOf(const std::vector<int> &seconds);
};

/// Rows at so many seconds after a full day, valued 0, 1, 2, …
Recording TestReplayProgramme::recordingOf(const std::vector<int> &seconds)
{
    const test::TempFolder folder;
    {
        std::ofstream file(folder.path("f.csv"));
        file << "time,x,anomaly\n";
        for (std::size_t i = 0; i < seconds.size(); ++i)
            file << 1'600'000'000 + seconds[i] << ',' << i << ',' << (i == 1) << '\n';
    }
    return Recording::load(folder.path("f.csv")).value();
}

void TestReplayProgramme::gapsAreDividedByTheSpeed()
{
    ReplayProgramme programme(recordingOf({0, 300, 900}), {"a", 100.0, false});
    QCOMPARE(programme.due().value(), Duration(0s));
    QVERIFY(!programme.take(kNoTime).row.truth->anomaly);
    QCOMPARE(programme.due().value(), Duration(3s));
    const Outgoing second = programme.take(kNoTime);
    QCOMPARE(second.time, UtcTime(1'600'000'300s));
    QCOMPARE(second.row.values, std::vector<double>{1.0});
    QVERIFY(second.row.truth->anomaly);
    QCOMPARE(programme.due().value(), Duration(9s));
    (void)programme.take(kNoTime);
    QVERIFY(!programme.due());
}

void TestReplayProgramme::rowsBackInTimeFollowAtOnce()
{
    ReplayProgramme programme(recordingOf({100, 110, 0, 10}), {"a", 1.0, false});
    std::vector<Duration> due;
    std::vector<std::int64_t> seconds;
    while (const auto at = programme.due()) {
        due.push_back(*at);
        seconds.push_back(toNanos(programme.take(kNoTime).time) / 1'000'000'000 - 1'600'000'000);
    }
    QCOMPARE(due, (std::vector<Duration>{0s, 10s, 10s, 20s}));
    QCOMPARE(seconds, (std::vector<std::int64_t>{100, 110, 0, 10}));
}

void TestReplayProgramme::aLoopGoesOnInTime()
{
    ReplayProgramme programme(recordingOf({0, 10, 20}), {"a", 1.0, true});
    UtcTime last = kNoTime;
    Duration lastDue = -10s;
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(programme.due().value() - lastDue, Duration(10s));
        lastDue = *programme.due();
        const Outgoing message = programme.take(kNoTime);
        QCOMPARE(message.row.values[0], double(i % 3));
        if (i > 0)
            QCOMPARE(message.time - last, Duration(10s));
        last = message.time;
    }
}

void TestReplayProgramme::theDescriptionSaysHowFastItRuns()
{
    const ReplayProgramme programme(recordingOf({0, 300, 600}), {"line-a/pump1", 30'000.0, false});
    QCOMPARE(programme.timing().clock, ClockKind::Simulated);
    QCOMPARE(programme.timing().speed, 30'000.0);
    QCOMPARE(programme.timing().period, Duration(300s));
    QCOMPARE(programme.assets()[0].path, std::string("line-a/pump1"));
}

void TestReplayProgramme::pathsAreMadeFromNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("path");
    QTest::newRow("plain") << "machine_temperature"
                           << "machine_temperature";
    QTest::newRow("blanks") << "my file (1)"
                            << "my-file--1-";
    QTest::newRow("letters") << "Öl"
                             << "--l";
    QTest::newRow("nothing") << ""
                             << "asset";
    QTest::newRow("slashes") << "a/b"
                             << "a-b";
    QTest::newRow("dots") << ".."
                          << "asset";
    QTest::newRow("long") << QString(300, 'a') << QString(128, 'a');
}

void TestReplayProgramme::pathsAreMadeFromNames()
{
    QFETCH(QString, name);
    QFETCH(QString, path);
    QCOMPARE(QString::fromStdString(assetPathFrom(name.toStdString())), path);
}

QTEST_APPLESS_MAIN(TestReplayProgramme)
#include "tst_replay_programme.moc"
