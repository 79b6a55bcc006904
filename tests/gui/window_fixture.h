// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/window_driver.h"
#include "tests/support/fake_source.h"
#include "tests/support/ui_builders.h"
#include "ui/live/live_bridge.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <algorithm>
#include <variant>

namespace telltale::test {

/// The real window on a source that a test feeds by hand.
class WindowFixture : public WindowDriver {
public:
    explicit WindowFixture(ui::WindowSettings settings = defaults())
    {
        source.newest = nullptr;
        window = std::make_unique<ui::MainWindow>(source, std::move(settings));
        window->resize(1280, 720);
        window->show();
    }

    /// Hands over what the builder holds; true once the window has taken it.
    bool give()
    {
        source.newest = build.build();
        return QTest::qWaitFor([&] { return source.wasFetched(); }) && settle();
    }

    /// The first of it, and the keyboard.
    bool open() { return give() && isActive(); }

    /// Commands of one kind that the window posted, in order.
    template <typename What>
    [[nodiscard]] std::vector<What> posted() const
    {
        std::vector<What> found;
        for (const Command &command : source.posted) {
            if (const auto *what = std::get_if<What>(&command.what)) {
                found.push_back(*what);
            }
        }
        return found;
    }
    /// Of the newest command of one kind: the window posts others by itself, whenever it wants to watch other sensors.
    template <typename What>
    [[nodiscard]] std::uint64_t lastId() const
    {
        const auto found = std::find_if(source.posted.rbegin(), source.posted.rend(),
                                        [](const Command &command) { return std::holds_alternative<What>(command.what); });
        return found == source.posted.rend() ? 0 : found->id;
    }

    FakeSource source;
    SnapshotBuilder build;
};

} // namespace telltale::test
