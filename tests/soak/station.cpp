// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/station.h"

#include "core/base/time.h"
#include "tests/soak/seat.h"
#include "tests/soak/steady_ms.h"
#include "tests/support/band_plant_text.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <filesystem>
#include <utility>

namespace telltale::soak {

namespace {

constexpr int kPatienceMs = 60'000;
constexpr std::int64_t kMeasureMs = 1000;

// The machines of our own feed: out of their band for two thirds of a minute, one after the other.
constexpr int kSlowMachines = 8;
constexpr std::int64_t kSlowSec = 60;
constexpr std::int64_t kSlowOutSec = 40;

std::string slowMachine(int number)
{
    return "slow/machine" + std::to_string(number);
}

QString text(const std::string &from)
{
    return QString::fromStdString(from);
}

} // namespace

Station::Station(Settings settings)
    : m_settings(std::move(settings))
    , m_clock((QDir().mkpath(text(m_settings.folder)), m_settings.folder + "/clock"))
    , m_beganMs(steadyMs())
    , m_beganUtcNanos(toNanos(std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now())))
{
    writePlantFile();
}

/// The demonstration's, and the slow machines.
void Station::writePlantFile() const
{
    std::filesystem::copy_file(demoPlantFile(), plantFile(), std::filesystem::copy_options::overwrite_existing);
    std::vector<std::string> machines;
    for (int i = 0; i < kSlowMachines; ++i)
        machines.push_back(slowMachine(i));
    test::appendBandPlant(plantFile(), machines, "1.0");
}

void Station::speakForSlowMachines(std::int64_t now)
{
    for (int i = 0; i < kSlowMachines; ++i) {
        const bool out = (now / 1000 + i * kSlowSec / kSlowMachines) % kSlowSec < kSlowOutSec;
        m_ownFeed.send(slowMachine(i) + " {\"values\":{\"load\":" + (out ? "9" : "0.5") + "}}");
    }
    m_ownFeed.send(slowMachine(0) + " {\"kind\":\"heartbeat\"}");
}

Station::~Station()
{
    if (m_publisher)
        killPublisher();
}

std::int64_t Station::eventNanos(std::int64_t ms) const
{
    return m_beganUtcNanos + std::int64_t(double(ms - m_beganMs - m_behindMs) * m_settings.speed * 1e6);
}

/// Again where it was, with times that go on and other faults.
void Station::startPublisher()
{
    m_publisher = std::make_unique<QProcess>();
    m_behindMs = 0;
    m_publisher->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const std::string bind = m_address.empty() ? "tcp://127.0.0.1:*" : m_address;
    m_publisher->start(text(m_settings.programs + "/telltale-sim"),
                       {"run", "plant", "--bind", text(bind), "--speed", QString::number(m_settings.speed), "--seed",
                        QString::number(m_settings.seed + m_publishers++), "--start",
                        text(toIso(fromNanos(eventNanos(steadyMs()) + 1'000'000'000))), "--exit-with-parent"});
    if (!m_address.empty())
        return;
    static const QRegularExpression kAddress(QStringLiteral("tcp://[0-9.]+:[0-9]+"));
    QString said;
    const auto hasAddress = [&] {
        said += QString::fromUtf8(m_publisher->readAllStandardOutput());
        return kAddress.match(said).hasMatch();
    };
    if (!QTest::qWaitFor(hasAddress, kPatienceMs))
        qFatal("telltale-sim does not say where it publishes");
    m_address = kAddress.match(said).captured().toStdString();
}

void Station::startMonitor()
{
    m_monitor.reset();
    m_monitor = std::make_unique<SeatedProgram>(SeatedProgram::Settings{.program = m_settings.programs + "/telltale",
                                                                        .dataFolder = dataFolder(),
                                                                        .plantFile = plantFile(),
                                                                        .feeds = {m_address, m_ownFeed.address()},
                                                                        .ownFolder = m_settings.folder + "/xdg",
                                                                        .acknowledgeMs = m_settings.acknowledgeMs,
                                                                        .clockFile = m_clock.path()},
                                                m_shown);
    m_lives.push_back({m_monitor->beganMs()});
}

void Station::killPublisher()
{
    m_publisher->kill(); // SIGKILL
    m_publisher->waitForFinished(kPatienceMs);
}

void Station::killMonitor()
{
    m_monitor->kill();
    m_lives.back().endMs = steadyMs();
}

bool Station::closeMonitor()
{
    const bool ended = m_monitor->close();
    m_lives.back().endMs = steadyMs();
    return ended;
}

void Station::attend()
{
    m_monitor->read();
    const std::int64_t now = steadyMs();
    if (now - m_measuredMs < kMeasureMs)
        return;
    m_measuredMs = now;
    speakForSlowMachines(now);
    if (m_monitor->isRunning())
        if (const auto size = sizeOf(monitor()))
            m_lives.back().sizes.push_back(*size);
}

int Station::verify() const
{
    QProcess verify;
    verify.start(text(m_settings.programs + "/telltale"), {"--verify", "--data", text(dataFolder())});
    verify.waitForFinished(-1);
    return verify.exitStatus() == QProcess::NormalExit ? verify.exitCode() : -1;
}

} // namespace telltale::soak
