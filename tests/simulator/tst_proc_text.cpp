// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/asset_path.h"
#include "core/wire/codec.h"
#include "simulator/host/host_meter.h"
#include "simulator/host/host_programme.h"
#include "statistics.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_folder.h"

#include <QDir>
#include <QtTest>
#include <cmath>
#include <fstream>

using namespace telltale;
using namespace telltale::simulator;

namespace {

constexpr const char *kStat = "cpu  1000 100 200 5000 300 10 20 30 40 0\n"
                              "cpu0 600 50 100 2500 150 5 10 15 20 0\n"
                              "cpu1 400 50 100 2500 150 5 10 15 20 0\n"
                              "intr 1 2 3\n"
                              "ctxt 5\n";
constexpr const char *kLaterStat = "cpu  1060 100 220 5100 320 10 20 30 90 0\n"
                                   "cpu0 660 50 120 2500 170 5 10 15 45 0\n"
                                   "cpu1 400 50 100 2600 150 5 10 15 45 0\n";
constexpr const char *kMeminfo = "MemTotal:       24000000 kB\nMemFree:        1000000 kB\nMemAvailable:   18000000 kB\nBuffers: 5 kB\n";
constexpr const char *kNetDev =
    "Inter-|   Receive                                                |  Transmit\n"
    " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n"
    "    lo:  900000      29    0    0    0     0          0         0   900000      29    0    0    0     0       0          0\n"
    "  eth0: 139000    4716    0    0    0     0          0         0    25000    2745    0    0    0     0       0          0\n"
    " wlan0:1000 1 0 0 0 0 0 0 500 1 0 0 0 0 0 0\n";
constexpr const char *kLaterNetDev = "  lo: 1900000 29 0 0 0 0 0 0 1900000 29 0 0 0 0 0 0\n"
                                     "eth0: 149000 1 0 0 0 0 0 0 27000 1 0 0 0 0 0 0\nwlan0:1000 1 0 0 0 0 0 0 500 1 0 0 0 0 0 0\n";

} // namespace

class TestProcText : public QObject {
    Q_OBJECT

private slots:
    void cpuTimesAreRead();
    void busyTimeIsAShare();
    void countersThatGoBackGiveNothing();
    void memoryIsWhatIsNotAvailable();
    void networkLeavesTheLoopbackOut();
    void loadIsTheFirstNumber();
    void temperaturesAreThousandths_data();
    void temperaturesAreThousandths();
    void foreignTextGivesNothing_data();
    void foreignTextGivesNothing();
    void aMeterReadsAWholeComputer();
    void whatCannotBeReadIsMissing();
    void thisComputerHasAName();
    void theFirstRowWaitsForASecondReading();

private:
    void place(const QString &path, const char *content);

    test::TempFolder m_root;
};

void TestProcText::place(const QString &path, const char *content)
{
    const QString full = QString::fromStdString(m_root.path()) + path;
    QDir().mkpath(QFileInfo(full).path());
    std::ofstream(full.toStdString(), std::ios::trunc) << content;
}

void TestProcText::cpuTimesAreRead()
{
    const auto times = parseCpuTimes(kStat);
    QCOMPARE(times.size(), std::size_t(3));
    QCOMPARE(times[0].name, std::string("cpu"));
    QCOMPARE(times[2].name, std::string("cpu1"));
    // user nice system irq softirq steal; guest time is inside user.
    QCOMPARE(times[0].busy, std::uint64_t(1360));
    QCOMPARE(times[0].total, std::uint64_t(6660));
}

void TestProcText::busyTimeIsAShare()
{
    const auto before = parseCpuTimes(kStat);
    const auto after = parseCpuTimes(kLaterStat);
    QCOMPARE(busyPercent(before[0], after[0]).value(), 40.0);
    QCOMPARE(busyPercent(before[1], after[1]).value(), 80.0);
    QCOMPARE(busyPercent(before[2], after[2]).value(), 0.0);
}

void TestProcText::countersThatGoBackGiveNothing()
{
    QVERIFY(!busyPercent({"cpu", 10, 100}, {"cpu", 10, 100}));
    QVERIFY(!busyPercent({"cpu", 10, 100}, {"cpu", 9, 110}));
    QVERIFY(!busyPercent({"cpu", 10, 100}, {"cpu", 10, 90}));
}

void TestProcText::memoryIsWhatIsNotAvailable()
{
    QCOMPARE(parseMemoryPercent(kMeminfo).value(), 25.0);
}

void TestProcText::networkLeavesTheLoopbackOut()
{
    const auto bytes = parseNetBytes(kNetDev);
    QCOMPARE(bytes->received, std::uint64_t(140'000));
    QCOMPARE(bytes->sent, std::uint64_t(25'500));
}

void TestProcText::loadIsTheFirstNumber()
{
    QCOMPARE(parseLoad("0.33 0.20 0.11 1/91 8817\n").value(), 0.33);
}

void TestProcText::temperaturesAreThousandths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("degrees");
    QTest::newRow("usual") << "47500\n" << 47.5;
    QTest::newRow("frost") << "-5000\n" << -5.0;
    QTest::newRow("no line end") << "30000" << 30.0;
}

void TestProcText::temperaturesAreThousandths()
{
    QFETCH(QString, text);
    QFETCH(double, degrees);
    QCOMPARE(parseTemperature(text.toStdString()).value(), degrees);
}

void TestProcText::foreignTextGivesNothing_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "\n", "hello world\n", "cpu\n", "cpu 1 2\n", "MemTotal: 0 kB\nMemAvailable: 0 kB\n", "lo: 1 2 3\n",
                             "eth0: x y z\n", "999999999\n", "MemTotal: many kB\n"})
        QTest::newRow(text) << QString(text);
}

void TestProcText::foreignTextGivesNothing()
{
    QFETCH(QString, text);
    const std::string bytes = text.toStdString();
    QVERIFY(parseCpuTimes(bytes).empty());
    QVERIFY(!parseMemoryPercent(bytes));
    QVERIFY(!parseNetBytes(bytes));
    QVERIFY(!parseTemperature(bytes));
}

void TestProcText::aMeterReadsAWholeComputer()
{
    place("/proc/stat", kStat);
    place("/proc/meminfo", kMeminfo);
    place("/proc/net/dev", kNetDev);
    place("/proc/loadavg", "1.50 0.20 0.11 1/91 8817\n");
    place("/sys/class/thermal/thermal_zone0/temp", "41000\n");
    place("/sys/class/hwmon/hwmon1/temp2_input", "52000\n");
    place("/sys/class/hwmon/hwmon1/fan1_input", "1200\n");
    HostMeter meter(m_root.path(), true);
    std::vector<std::string> names;
    for (const SensorPlan &sensor : meter.sensors())
        names.push_back(sensor.name);
    QCOMPARE(names, (std::vector<std::string>{"cpu", "cpu0", "cpu1", "memory", "disk", "net_rx", "net_tx", "load1", "temp_thermal_zone0",
                                              "temp_hwmon1_temp2"}));
    place("/proc/stat", kLaterStat);
    place("/proc/net/dev", kLaterNetDev);
    const auto values = meter.read(2.0);
    QCOMPARE(values.size(), names.size());
    QCOMPARE(values[0], 40.0);
    QCOMPARE(values[1], 80.0);
    QCOMPARE(values[3], 25.0);
    QVERIFY(values[4] > 0.0 && values[4] <= 100.0);
    QCOMPARE(values[5], 5.0);
    QCOMPARE(values[6], 1.0);
    QCOMPARE(values[7], 1.5);
    QCOMPARE(values[8], 41.0);
    QCOMPARE(values[9], 52.0);
}

void TestProcText::whatCannotBeReadIsMissing()
{
    const test::TempFolder empty;
    HostMeter meter(empty.path());
    QCOMPARE(meter.sensors().size(), std::size_t(6));
    const auto values = meter.read(1.0);
    QCOMPARE(values.size(), std::size_t(6));
    for (const std::size_t missing : {0, 1, 3, 4, 5})
        QVERIFY(std::isnan(values[missing]));
}

void TestProcText::thisComputerHasAName()
{
    const std::string asset = hostAsset();
    QVERIFY(asset.starts_with("host/"));
    QVERIFY(asset.find('/', 5) == std::string::npos);
    QVERIFY(isAssetPath(asset));
}

void TestProcText::theFirstRowWaitsForASecondReading()
{
    test::FakeClock clock;
    HostProgramme programme("host/a", HostMeter(m_root.path()), clock);
    QCOMPARE(programme.due().value(), Duration(std::chrono::seconds(1)));
    clock.advance(std::chrono::seconds(1));
    const Outgoing message = programme.take(clock.utcNow());
    QCOMPARE(message.time, clock.utcNow());
    QCOMPARE(message.row.values.size(), programme.assets()[0].sensors.size());
    QCOMPARE(programme.due().value(), Duration(std::chrono::seconds(2)));
}

QTEST_APPLESS_MAIN(TestProcText)
#include "tst_proc_text.moc"
