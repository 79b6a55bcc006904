// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/notices/sound_output.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <thread>
#include <vector>

namespace telltale::test {

/// A loudspeaker that asks for 10 ms of sound every 10 ms on a thread of its own, and remembers when it got some.
class FakeOutput final : public ui::SoundOutput {
public:
    struct Heard {
        std::mutex lock;
        SteadyTime firstSound; ///< after the last quiet stretch
        SteadyTime lastSound;
        SteadyTime lastQuiet;
        std::atomic<bool> takes{true}; ///< false: the device hangs
        Report report;
    };

    explicit FakeOutput(std::shared_ptr<Heard> heard) : m_heard(std::move(heard)) {}
    ~FakeOutput() override
    {
        m_ends = true;
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    void start(Pull pull, Report report) override
    {
        m_heard->report = report;
        m_thread = std::thread([this, pull] {
            std::vector<float> samples(std::size_t(kSampleRate / 100));
            while (!m_ends) {
                if (m_heard->takes) {
                    pull(samples);
                    note(std::any_of(samples.begin(), samples.end(), [](float sample) { return std::abs(sample) > 1e-4F; }));
                }
                std::this_thread::sleep_for(std::chrono::milliseconds{10});
            }
        });
    }

private:
    void note(bool sounds)
    {
        const std::lock_guard guard(m_heard->lock);
        const SteadyTime now = std::chrono::steady_clock::now();
        if (!sounds) {
            m_heard->lastQuiet = now;
            return;
        }
        if (m_heard->lastQuiet >= m_heard->lastSound) {
            m_heard->firstSound = now;
        }
        m_heard->lastSound = now;
    }

    std::shared_ptr<Heard> m_heard;
    std::atomic<bool> m_ends{false};
    std::thread m_thread;
};

} // namespace telltale::test
