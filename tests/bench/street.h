// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/pipeline/pipeline.h"
#include "tests/bench/load_publisher.h"
#include "tests/bench/watched_source.h"
#include "tests/support/temp_folder.h"
#include "ui/window/main_window.h"

#include <memory>
#include <string>

namespace telltale::bench {

/// The whole program in one process: a publisher behind a real socket, the pipeline with its files, and the window. Thread: UI.
class Street {
public:
    /// `plant` is a plant file's text; the publisher's address is added to it. Ends the program when anything fails.
    Street(Load load, const std::string &plant);
    ~Street();

    LoadPublisher publisher;
    [[nodiscard]] WatchedSource &source() { return *m_source; }
    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    /// Lets the event loop run until `done` holds; false when it does not within `seconds`.
    static bool runUntil(const std::function<bool()> &done, double seconds);
    static void runFor(double seconds);

private:
    test::TempFolder m_folder;
    SystemClock m_clock;
    std::unique_ptr<pipeline::Pipeline> m_pipeline;
    std::unique_ptr<WatchedSource> m_source;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace telltale::bench
