// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/item_builders.h"

#include <string>
#include <vector>

namespace telltale::test {

using Story = std::vector<std::string>;

inline const Actor kOperator{"operator A", "desk 1", "op"};
inline const std::string kLasting = "tcp://127.0.0.1:1"; ///< there from the start
inline const std::string kAddress = "tcp://10.1.2.3:5556";

inline pipeline::IntakeItem rowOf(FeedId feed, const std::string &asset, double t, double value = 1.0)
{
    pipeline::IntakeItem item = row(asset, "x", t, value);
    item.feed = feed;
    return item;
}

inline pipeline::IntakeItem stateOf(FeedId feed, const std::string &address, FeedState state)
{
    pipeline::IntakeItem item = feedHealth(state);
    std::get<FeedHealth>(item.what).feed = item.feed = feed;
    std::get<FeedHealth>(item.what).address = address;
    return item;
}

/// An engine with one lasting feed that writes down which feeds it opened and closed, and refuses addresses without a port. Sensors that no
/// plant file names are judged by a band of 0 ± 3.
struct FeedDesk {
    explicit FeedDesk(config::Plant plant = anyBand()) : run(settings(std::move(plant))) { run.tick(0); }

    CommandEcho asks(const std::string &address, Role role = Role::Engineer) { return commands(command::AddFeed{address}, role); }
    CommandEcho removes(const std::string &address, Role role = Role::Engineer) { return commands(command::RemoveFeed{address}, role); }

    template <typename What>
    CommandEcho commands(What what, Role role = Role::Engineer)
    {
        run.engine.command({.id = 1, .actor = kOperator, .role = role, .what = std::move(what)}, run.now, run.output);
        return run.output.echoes.back();
    }

    [[nodiscard]] std::vector<Occurrence> open() { return run.engine.book().openAlarms(); }

    static config::Plant anyBand()
    {
        config::Plant plant;
        plant.defaultDetector = DetectorSpec{"band", {{"k", 3.0}, {"mean", 0.0}, {"sd", 1.0}}, {}, false};
        AlarmDefinition alarm;
        alarm.raise.kind = PersistenceRule::Kind::Consecutive;
        alarm.raise.count = 1;
        plant.defaultAlarm = alarm;
        return plant;
    }

    std::vector<FeedSpec> opened;
    std::vector<FeedId> closed;
    EngineRun run;

private:
    pipeline::EngineSettings settings(config::Plant plant)
    {
        pipeline::EngineSettings wanted;
        wanted.plant = std::move(plant);
        wanted.feeds = {{FeedId{0}, kLasting}};
        wanted.openFeed = [this](const FeedSpec &feed) -> Result<void> {
            if (feed.address.find(':', 6) == std::string::npos)
                return Error{ErrorKind::InvalidArgument, "expected a port", feed.address};
            opened.push_back(feed);
            return {};
        };
        wanted.closeFeed = [this](FeedId feed) { closed.push_back(feed); };
        return wanted;
    }
};

} // namespace telltale::test
