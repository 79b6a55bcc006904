// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_runner.h"

#include <QtTest>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace telltale;
using test::FeedRunner;

namespace {

/// The publisher program, running. Killed with the object. Spawned rather than forked: a sanitizer cannot follow the fork of a program
/// with threads.
class PublisherProcess {
public:
    explicit PublisherProcess(const std::string &port = "0")
    {
        std::array<int, 2> input{};
        std::array<int, 2> output{};
        if (pipe2(input.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0)
            return;
        m_keepsItAlive = input[1];
        m_process = spawn(port, input[0], output[1]);
        ::close(input[0]);
        ::close(output[1]);
        char c = 0;
        while (m_process > 0 && read(output[0], &c, 1) == 1 && c != '\n')
            m_address += c;
        ::close(output[0]);
    }
    ~PublisherProcess()
    {
        signal(SIGKILL);
        if (m_process > 0)
            waitpid(m_process, nullptr, 0);
        ::close(m_keepsItAlive);
    }
    PublisherProcess(const PublisherProcess &) = delete;
    PublisherProcess &operator=(const PublisherProcess &) = delete;

    [[nodiscard]] const std::string &address() const { return m_address; }
    [[nodiscard]] std::string port() const { return m_address.substr(m_address.rfind(':') + 1); }
    void signal(int number)
    {
        if (m_process > 0)
            ::kill(m_process, number);
    }

private:
    static pid_t spawn(const std::string &port, int input, int output)
    {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
        std::string program = FEED_PUBLISHER;
        std::string argument = port;
        std::array<char *, 3> arguments{program.data(), argument.data(), nullptr};
        pid_t process = 0;
        const int failure = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        return failure == 0 ? process : 0;
    }

    pid_t m_process = 0;
    int m_keepsItAlive = -1;
    std::string m_address;
};

feed::ZmqFeedSettings settingsFor(const std::string &address)
{
    feed::ZmqFeedSettings settings;
    settings.address = address;
    return settings;
}

} // namespace

class TestPublisherProcess : public QObject {
    Q_OBJECT

private slots:
    void aStoppedPublisherIsLostAndComesBack();
    void aKilledPublisherIsAGapWhenItReturns();
};

void TestPublisherProcess::aStoppedPublisherIsLostAndComesBack()
{
    PublisherProcess publisher;
    QVERIFY(!publisher.address().empty());
    FeedRunner runner(settingsFor(publisher.address()));
    QVERIFY(runner.waitForState(FeedState::Live));
    publisher.signal(SIGSTOP);
    QVERIFY(runner.waitForState(FeedState::Lost));
    const auto silent = runner.seen();
    QVERIFY(silent.health.lostSince != kNoTime);
    publisher.signal(SIGCONT);
    QVERIFY(runner.waitForState(FeedState::Live));
    QVERIFY(runner.waitFor([&](const auto &seen) { return seen.batches > silent.batches; }));
    QCOMPARE(runner.seen().health.publisherRestarts, 0u);
}

void TestPublisherProcess::aKilledPublisherIsAGapWhenItReturns()
{
    auto publisher = std::make_unique<PublisherProcess>();
    const std::string port = publisher->port();
    FeedRunner runner(settingsFor(publisher->address()));
    for (std::uint64_t restarts = 0; restarts < 5; ++restarts) {
        QVERIFY(runner.waitFor([&](const auto &seen) {
            return seen.health.state == FeedState::Live && seen.health.publisherRestarts == restarts && seen.batches > 0;
        }));
        QCOMPARE(runner.seen().gaps.size(), std::size_t(restarts));
        publisher->signal(SIGKILL);
        publisher.reset();
        publisher = std::make_unique<PublisherProcess>(port);
        QCOMPARE(publisher->port(), port);
    }
}

QTEST_APPLESS_MAIN(TestPublisherProcess)
#include "tst_publisher_process.moc"
