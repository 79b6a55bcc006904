// SPDX-License-Identifier: GPL-3.0-or-later
// Lets two threads write one number without a lock, in the surroundings named by its argument: in plain threads, in a slot that Qt's
// event loop calls, in a thread that has just taken a message from a socket. The suppressions for libraries that the sanitizer cannot see
// into must not hide it in any of them.
#include <QCoreApplication>
#include <QTimer>

#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <zmq.hpp>

namespace {

long unguarded = 0;

void count()
{
    for (int i = 0; i < 1000; ++i)
        ++unguarded;
}

void inThreads()
{
    std::thread other(count);
    count();
    other.join();
}

/// The event loop's thread counts from a slot, as the window does; the other one from a thread of the pipeline's kind.
void inEventLoop()
{
    int argc = 1;
    char name[] = "planted_race";
    char *argv[] = {name, nullptr};
    QCoreApplication app(argc, argv);
    std::thread other(count);
    QTimer::singleShot(0, &app, [&app] {
        count();
        app.quit();
    });
    QCoreApplication::exec();
    other.join();
}

/// The message hands the turn over, but the sender goes on counting.
void behindSocket()
{
    zmq::context_t context;
    zmq::socket_t to(context, zmq::socket_type::push);
    zmq::socket_t from(context, zmq::socket_type::pull);
    from.bind("inproc://turn");
    to.connect("inproc://turn");
    std::thread other([&from] {
        zmq::message_t turn;
        if (from.recv(turn).has_value())
            count();
    });
    to.send(zmq::message_t("go", 2), zmq::send_flags::none);
    count();
    other.join();
}

} // namespace

int main(int argc, char **argv)
{
    const std::map<std::string, void (*)()> surroundings{{"threads", inThreads}, {"event-loop", inEventLoop}, {"socket", behindSocket}};
    const auto chosen = surroundings.find(argc == 2 ? argv[1] : "");
    if (chosen == surroundings.end())
        return 2;
    chosen->second();
    std::printf("counted: %ld\n", unguarded);
    return 0;
}
