// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace telltale;

class TestTime : public QObject {
    Q_OBJECT

private slots:
    void writesIso_data();
    void writesIso();
    void readsTimes_data();
    void readsTimes();
    void refusesTimes_data();
    void refusesTimes();
    void readsWhatItWrites();
    void convertsSeconds_data();
    void convertsSeconds();
    void saturatesAtTheEnds();
};

void TestTime::writesIso_data()
{
    QTest::addColumn<qint64>("nanos");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::newRow("epoch") << qint64(0) << 3 << "1970-01-01T00:00:00.000Z";
    QTest::newRow("milliseconds") << qint64(1'795'000'000'123'456'789) << 3 << "2026-11-18T11:06:40.123Z";
    QTest::newRow("whole seconds") << qint64(1'795'000'000'999'999'999) << 0 << "2026-11-18T11:06:40Z";
    QTest::newRow("cut, not rounded") << qint64(1'795'000'000'999'999'999) << 3 << "2026-11-18T11:06:40.999Z";
    QTest::newRow("nanoseconds") << qint64(1'795'000'000'000'000'001) << 9 << "2026-11-18T11:06:40.000000001Z";
    QTest::newRow("more digits than there are") << qint64(1'795'000'000'000'000'001) << 12 << "2026-11-18T11:06:40.000000001Z";
    QTest::newRow("negative digits") << qint64(0) << -1 << "1970-01-01T00:00:00Z";
    QTest::newRow("before 1970") << qint64(-1) << 9 << "1969-12-31T23:59:59.999999999Z";
    QTest::newRow("earliest of all") << std::numeric_limits<qint64>::min() << 9 << "1677-09-21T00:12:43.145224192Z";
    QTest::newRow("latest of all") << std::numeric_limits<qint64>::max() << 9 << "2262-04-11T23:47:16.854775807Z";
    QTest::newRow("leap day") << qint64(951'782'400'000'000'000) << 0 << "2000-02-29T00:00:00Z";
}

void TestTime::writesIso()
{
    QFETCH(qint64, nanos);
    QFETCH(int, digits);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(toIso(fromNanos(nanos), digits)), text);
}

void TestTime::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("nanos");
    const qint64 noon = 1'795'003'200'000'000'000; // 2026-11-18T12:00:00Z
    QTest::newRow("UTC") << "2026-11-18T12:00:00Z" << noon;
    QTest::newRow("small letters") << "2026-11-18t12:00:00z" << noon;
    QTest::newRow("space, no offset") << "2026-11-18 12:00:00" << noon;
    QTest::newRow("no seconds") << "2026-11-18 12:00" << noon;
    QTest::newRow("east") << "2026-11-18T13:30:00+01:30" << noon;
    QTest::newRow("west") << "2026-11-18T07:00:00-05:00" << noon;
    QTest::newRow("over midnight") << "2026-11-19T01:00:00+13:00" << noon;
    QTest::newRow("decimals") << "2026-11-18T12:00:00.25Z" << noon + 250'000'000;
    QTest::newRow("nine decimals") << "2026-11-18T12:00:00.000000001Z" << noon + 1;
    QTest::newRow("more decimals are cut") << "2026-11-18T12:00:00.0000000019Z" << noon + 1;
    QTest::newRow("leap second") << "2016-12-31T23:59:60Z" << qint64(1'483'228'800'000'000'000);
    QTest::newRow("leap day") << "2024-02-29T00:00:00Z" << qint64(1'709'164'800'000'000'000);
    QTest::newRow("1970") << "1970-01-01T00:00:00Z" << qint64(0);
}

void TestTime::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(qint64, nanos);
    const auto read = parseTime(text.toStdString());
    QVERIFY2(read.ok(), qPrintable(text));
    QCOMPARE(qint64(toNanos(*read)), nanos);
}

void TestTime::refusesTimes_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "noon",
                             "2026",
                             "2026-11-18",
                             "2026-11-18T",
                             "2026-11-18T12",
                             "2026-11-18T12:00:00X",
                             "2026-11-18T12:00:00Z ",
                             " 2026-11-18T12:00:00Z",
                             "2026-11-18T12:00:00.Z",
                             "2026-11-18T12:00:00+1:00",
                             "2026-11-18T12:00:00+0100",
                             "2026-11-18T12:00:00+24:00",
                             "2026-11-18T12:00:00+01:60",
                             "2026-11-18T24:00:00Z",
                             "2026-11-18T12:60:00Z",
                             "2026-11-18T12:00:61Z",
                             "2026-13-01T00:00:00Z",
                             "2026-00-01T00:00:00Z",
                             "2026-11-31T00:00:00Z",
                             "2026-02-29T00:00:00Z",
                             "1677-01-01T00:00:00Z",
                             "2262-01-01T00:00:00Z",
                             "9999-12-31T23:59:59Z",
                             "26-11-18T12:00:00Z",
                             "2026/11/18 12:00:00",
                             "-026-11-18T12:00:00Z"})
        QTest::newRow(text) << QString(text);
}

void TestTime::refusesTimes()
{
    QFETCH(QString, text);
    const auto read = parseTime(text.toStdString());
    QVERIFY(!read.ok());
    QVERIFY(read.error().kind == ErrorKind::BadFormat);
    QVERIFY(QString::fromStdString(read.error().what).contains('"' + text + '"'));
}

void TestTime::readsWhatItWrites()
{
    for (std::int64_t nanos = -9'000'000'000'000'000'000; nanos < 8'900'000'000'000'000'000; nanos += 98'765'432'109'876'543) {
        const auto read = parseTime(toIso(fromNanos(nanos), 9));
        QVERIFY(read.ok());
        QCOMPARE(toNanos(*read), nanos);
    }
}

void TestTime::convertsSeconds_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<qint64>("nanos");
    QTest::newRow("zero") << 0.0 << qint64(0);
    QTest::newRow("half") << 0.5 << qint64(500'000'000);
    QTest::newRow("tenth") << 0.1 << qint64(100'000'000);
    QTest::newRow("negative") << -1.25 << qint64(-1'250'000'000);
    QTest::newRow("today") << 1'795'000'000.5 << qint64(1'795'000'000'500'000'000);
    QTest::newRow("below a nanosecond") << 1e-12 << qint64(0);
    QTest::newRow("NaN") << std::nan("") << qint64(0);
}

void TestTime::convertsSeconds()
{
    QFETCH(double, seconds);
    QFETCH(qint64, nanos);
    QCOMPARE(qint64(fromSeconds(seconds).count()), nanos);
}

void TestTime::saturatesAtTheEnds()
{
    const double infinity = std::numeric_limits<double>::infinity();
    for (const double large : {1e10, 1e300, infinity}) {
        QVERIFY(fromSeconds(large) == Duration::max());
        QVERIFY(fromSeconds(-large) < Duration::zero());
        // The lowest value of all stands for "no time" and must not come out of a calculation.
        QVERIFY(UtcTime{fromSeconds(-large)} != kNoTime);
    }
}

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
