// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults/fault.h"
#include "tests/soak/station.h"
#include "tests/support/input_mutator.h"

#include <QTimer>
#include <algorithm>

namespace telltale::soak {

namespace {

constexpr int kFramesAMs = 20; ///< 20,000 a second

/// Nearly valid frames, which are harder on a parser than noise.
std::vector<std::string> nearlyValid()
{
    return {R"(soak {"epoch":1,"seq":7,"t":[1767600000,1767600001],"values":{"calm":[1,2]}})",
            R"(soak {"kind":"describe","clock":"live","sensors":[{"index":0,"name":"calm","unit":"bar","range":[0,1],"period":1}]})",
            R"(soak {"kind":"heartbeat","epoch":1,"seq":8})",
            R"(soak {"values":{"calm":1},"quality":{"calm":"bad"}})",
            std::string("soak TLT1\x01\0\0\0\x02\0\0\0\0\0\0\0", 21) + std::string(64, '\x7f'),
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            std::string(70'000, '{')};
}

class RejectFlood final : public Fault {
public:
    void begin(Station &station) override
    {
        QObject::connect(&m_beat, &QTimer::timeout, &m_beat, [this, &station] {
            for (int i = 0; i < kFramesAMs; ++i)
                station.ownFeed().send(refusable(m_frames.next()));
        });
        m_beat.start(1);
    }
    void end(Station &) override { m_beat.stop(); }

private:
    /// None may be taken for readings of yet another sensor: those are kept, and rightly.
    static std::string refusable(std::string frame)
    {
        frame.insert(std::min(frame.size(), frame.find(' ') + 2), 1, '\xFF');
        return frame;
    }

    test::InputMutator m_frames{1, nearlyValid()};
    QTimer m_beat;
};

} // namespace

std::unique_ptr<Fault> rejectFlood()
{
    return std::make_unique<RejectFlood>();
}

} // namespace telltale::soak
