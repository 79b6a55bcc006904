// SPDX-License-Identifier: GPL-3.0-or-later
// A publisher as a process of its own, for tests that stop or kill one. Prints its address, then sends numbered data every 50 ms and a
// heartbeat every 200 ms until it is killed or its parent goes away.
#include "zmq_publisher.h"

#include <chrono>
#include <cstdio>
#include <poll.h>
#include <random>
#include <unistd.h>

int main(int argc, char **argv)
{
    const auto port = static_cast<std::uint16_t>(argc > 1 ? std::stoi(argv[1]) : 0);
    telltale::test::ZmqPublisher publisher(std::random_device{}() | 1u, port);
    std::printf("%s\n", publisher.address().c_str());
    std::fflush(stdout);
    // The end of standard input is the end of the parent; waiting for it is also the pause between two messages.
    pollfd parent{STDIN_FILENO, POLLIN, 0};
    for (int turn = 0; poll(&parent, 1, 50) == 0; ++turn) {
        publisher.sendData();
        if (turn % 4 == 0)
            publisher.sendHeartbeat();
    }
    return 0;
}
