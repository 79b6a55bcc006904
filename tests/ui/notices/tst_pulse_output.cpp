// SPDX-License-Identifier: GPL-3.0-or-later
// The horn on a real sound server of its own, with devices that exist only there. Needs Debian's pulseaudio; without it only what happens
// without a server is tested.
#include "ui/notices/horn_player.h"
#include "ui/notices/pulse_output.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <functional>
#include <mutex>
#include <numbers>
#include <pulse/simple.h>

using namespace telltale;
using namespace telltale::ui;
using Kind = SoundState::Kind;

namespace {

constexpr std::uint32_t kRate = 48'000;

/// How much of one pitch is in a stretch of sound.
double amountOf(double hertz, std::span<const float> samples)
{
    double sine = 0.0;
    double cosine = 0.0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double angle = 2.0 * std::numbers::pi * hertz * double(i) / kRate;
        sine += double(samples[i]) * std::sin(angle);
        cosine += double(samples[i]) * std::cos(angle);
    }
    return std::hypot(sine, cosine) / double(samples.size());
}

/// A sound server in a folder of its own.
class Server {
public:
    Server()
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert("XDG_RUNTIME_DIR", m_folder.path());
        m_environment.insert("HOME", m_folder.path());
        m_environment.insert("PULSE_SERVER", QString::fromStdString(address()));
    }
    ~Server() { stop(); }

    [[nodiscard]] std::string address() const { return "unix:" + m_folder.path().toStdString() + "/socket"; }

    bool start()
    {
        m_process.setProcessEnvironment(m_environment);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start("pulseaudio", {"-n", "--daemonize=no", "--exit-idle-time=-1", "--realtime=no", "--high-priority=no", "-L",
                                       "module-native-protocol-unix auth-anonymous=1 socket=" + m_folder.path() + "/socket"});
        return m_process.waitForStarted() && QTest::qWaitFor([this] { return control({"info"}); }, 10'000);
    }
    void stop()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }
    bool control(const QStringList &words)
    {
        QProcess command;
        command.setProcessEnvironment(m_environment);
        command.setStandardErrorFile(QProcess::nullDevice());
        command.setStandardOutputFile(QProcess::nullDevice());
        command.start("pactl", words);
        return command.waitForFinished() && command.exitCode() == 0;
    }
    bool plugIn(const QString &name)
    {
        return control({"load-module", "module-null-sink", "sink_name=" + name, "sink_properties=device.description=" + name});
    }
    bool unplug() { return control({"unload-module", "module-null-sink"}); }

    /// What the loudspeaker of a device plays.
    std::vector<float> listen(const std::string &device, double sec)
    {
        const pa_sample_spec form{PA_SAMPLE_FLOAT32NE, kRate, 1};
        pa_simple *line = pa_simple_new(address().c_str(), "ear", PA_STREAM_RECORD, (device + ".monitor").c_str(), "ear", &form, nullptr,
                                        nullptr, nullptr);
        std::vector<float> samples(std::size_t(sec * kRate));
        if (!line || pa_simple_read(line, samples.data(), samples.size() * sizeof(float), nullptr) < 0) {
            samples.clear();
        }
        if (line) {
            pa_simple_free(line);
        }
        return samples;
    }

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

/// On a busy machine a sound has holes: it is listened to again.
bool hears(Server &server, double sec, const std::function<bool(const std::vector<float> &)> &fits)
{
    constexpr int kTimes = 5;
    for (int i = 0; i < kTimes; ++i)
        if (const std::vector<float> samples = server.listen("desk", sec); !samples.empty() && fits(samples))
            return true;
    return false;
}

bool installed()
{
    return !QStandardPaths::findExecutable("pulseaudio").isEmpty() && !QStandardPaths::findExecutable("pactl").isEmpty();
}

} // namespace

class TestPulseOutput : public QObject {
    Q_OBJECT
private slots:
    void withoutAServerItSaysSoAndEnds();
    void playsTheToneOfThePriority();
    void asksForALittleAtATime();
    void noticesMutingAndUnplugging();
    void findsAServerThatComesLateOrAgain();
};

void TestPulseOutput::withoutAServerItSaysSoAndEnds()
{
    HornPlayer player(std::make_unique<PulseOutput>("Telltale test", "unix:/nonexistent/socket"));
    player.play({Priority::P1, 1});
    QTRY_COMPARE_WITH_TIMEOUT(player.state().kind, Kind::NoServer, 5000);
}

void TestPulseOutput::playsTheToneOfThePriority()
{
    if (!installed()) {
        QSKIP("pulseaudio is not installed");
    }
    Server server;
    QVERIFY(server.start() && server.plugIn("desk"));
    HornPlayer player(std::make_unique<PulseOutput>("Telltale test", server.address()));
    QTRY_VERIFY_WITH_TIMEOUT(player.state().heard(), 5000);
    QCOMPARE(player.state().device, std::string("desk"));
    player.play({Priority::P1, 1});
    QVERIFY(hears(server, 2.4, [](const auto &urgent) { return amountOf(880.0, urgent) > 0.02 && amountOf(392.0, urgent) < 0.002; }));
    player.play({Priority::P3, 2});
    QVERIFY(hears(server, 6.0, [](const auto &calm) {
        const double low = amountOf(392.0, calm);
        return low > 0.002 && low > 5 * amountOf(880.0, calm);
    }));
    player.play({std::nullopt, 3});
    server.listen("desk", 0.5);
    for (const float sample : server.listen("desk", 7.0)) {
        QCOMPARE(sample, 0.0F);
    }
}

void TestPulseOutput::asksForALittleAtATime()
{
    if (!installed()) {
        QSKIP("pulseaudio is not installed");
    }
    struct Asked {
        std::mutex lock;
        SteadyTime last;
        Duration longestWait{0};
        std::size_t most = 0;
        int times = 0;
    };
    Server server;
    QVERIFY(server.start() && server.plugIn("desk"));
    const auto asked = std::make_shared<Asked>();
    PulseOutput output("Telltale test", server.address());
    output.start(
        [asked](std::span<float> samples) {
            std::fill(samples.begin(), samples.end(), 0.0F);
            const std::lock_guard guard(asked->lock);
            const SteadyTime now = std::chrono::steady_clock::now();
            asked->longestWait = asked->times == 0 ? Duration{0} : std::max(asked->longestWait, Duration{now - asked->last});
            asked->last = now;
            asked->most = std::max(asked->most, samples.size());
            asked->times += 1;
        },
        [](const SoundState &) {});
    QTRY_VERIFY_WITH_TIMEOUT((std::lock_guard(asked->lock), asked->times > 100), 10'000);
    const std::lock_guard guard(asked->lock);
    QVERIFY(double(asked->most) <= PulseOutput::kSampleRate / 10); // never far ahead of what is heard
    qInfo("asked %d times, for %.1f ms at most, at most %.1f ms apart: a tone begins within that and a buffer of %d ms", asked->times,
          double(asked->most) / PulseOutput::kSampleRate * 1e3, toSeconds(asked->longestWait) * 1e3, PulseOutput::kBufferMs);
}

void TestPulseOutput::noticesMutingAndUnplugging()
{
    if (!installed()) {
        QSKIP("pulseaudio is not installed");
    }
    Server server;
    QVERIFY(server.start() && server.plugIn("desk"));
    HornPlayer player(std::make_unique<PulseOutput>("Telltale test", server.address()));
    QTRY_VERIFY_WITH_TIMEOUT(player.state().heard(), 5000);
    QVERIFY(server.control({"set-sink-mute", "desk", "1"}));
    QTRY_COMPARE(player.state().kind, Kind::DeviceMuted);
    QVERIFY(server.control({"set-sink-mute", "desk", "0"}));
    QTRY_VERIFY(player.state().heard());
    QVERIFY(server.control({"set-sink-volume", "desk", "0%"}));
    QTRY_COMPARE(player.state().kind, Kind::DeviceMuted);
    QVERIFY(server.control({"set-sink-volume", "desk", "80%"}));
    QTRY_VERIFY(player.state().heard());
    QVERIFY(server.control({"set-sink-input-mute", "0", "1"}));
    QTRY_COMPARE(player.state().kind, Kind::ProgramMuted);
    QVERIFY(server.control({"set-sink-input-mute", "0", "0"}));
    QTRY_VERIFY(player.state().heard());
    QVERIFY(server.unplug());
    QTRY_COMPARE(player.state().kind, Kind::NoDevice);
    QVERIFY(server.plugIn("auto_null")); // what a server offers when there is no hardware
    QTest::qWait(2 * PulseOutput::kRetryMs);
    QCOMPARE(player.state().kind, Kind::NoDevice);
    QVERIFY(server.unplug() && server.plugIn("headset"));
    QTRY_VERIFY_WITH_TIMEOUT(player.state().heard(), 10'000);
    QCOMPARE(player.state().device, std::string("headset"));
}

void TestPulseOutput::findsAServerThatComesLateOrAgain()
{
    if (!installed()) {
        QSKIP("pulseaudio is not installed");
    }
    Server server;
    HornPlayer player(std::make_unique<PulseOutput>("Telltale test", server.address()));
    QTRY_COMPARE(player.state().kind, Kind::NoServer);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(server.start() && server.plugIn("desk"));
        QTRY_VERIFY_WITH_TIMEOUT(player.state().heard(), 10'000);
        server.stop();
        QTRY_COMPARE(player.state().kind, Kind::NoServer);
    }
}

QTEST_GUILESS_MAIN(TestPulseOutput)
#include "tst_pulse_output.moc"
