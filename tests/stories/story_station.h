// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/version.h"
#include "core/pipeline/pipeline.h"
#include "core/store/store_reader.h"
#include "tests/gui/window_driver.h"
#include "tests/stories/plant_publisher.h"
#include "tests/stories/watched_application.h"
#include "tests/support/item_builders.h"
#include "tests/support/shifted_clock.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/notices/fake_output.h"
#include "ui/models/alarm_columns.h"

#include <QAbstractButton>

namespace telltale::test {

/// The whole street as an operator has it: a plant that publishes, the pipeline on a data folder, a loudspeaker, the real window.
/// TELLTALE_STORY_DARK=1 tells the stories in the dark. Thread: the test's.
class StoryStation : public WindowDriver {
public:
    static constexpr int kPatienceMs = 30'000;

    explicit StoryStation(config::Plant told, Duration period = std::chrono::milliseconds{100})
        : plant(std::move(told))
        , publisher(plant, period)
    {
        start();
    }
    ~StoryStation() { stop(); }

    /// As the program does at its start; again after `stop`.
    void start()
    {
        pipeline::PipelineSettings wanted;
        wanted.plant = plant;
        wanted.extraFeeds = {publisher.address()};
        wanted.dataFolder = folder.path("data");
        wanted.overridesFile = folder.path("plant.overrides.toml");
        wanted.startedBy = defaults().actor;
        wanted.shards = 1;
        auto started = pipeline::Pipeline::start(std::move(wanted), clock);
        if (!started) {
            qFatal("%s", started.error().text().c_str());
        }
        street = std::move(*started);
        open();
    }
    void stop()
    {
        window.reset();
        street.reset();
    }
    /// Every sensor has reported, and the window has the keyboard.
    [[nodiscard]] bool isReady() const
    {
        const auto reports = [&] {
            const SnapshotPtr now = street->latest();
            const auto silent = [](const SensorState &sensor) { return sensor.samples == 0 || sensor.stale; };
            return now && !now->sensors.empty() && std::none_of(now->sensors.begin(), now->sensors.end(), silent);
        };
        return QTest::qWaitFor(reports, kPatienceMs) && isActive() && settle();
    }

    /// In the header.
    [[nodiscard]] QString counts() const { return find<QAbstractButton>("unacked")->text(); }
    [[nodiscard]] QString horn() const { return find<QAbstractButton>("horn")->text(); }
    [[nodiscard]] bool soundsAfter(SteadyTime when) const
    {
        return QTest::qWaitFor(
            [&] {
                const std::lock_guard guard(heard->lock);
                return heard->lastSound > when;
            },
            kPatienceMs);
    }
    /// Half a second without a tone: the pause between two of them is shorter.
    [[nodiscard]] bool quietAfter(SteadyTime when) const
    {
        return QTest::qWaitFor(
            [&] {
                const std::lock_guard guard(heard->lock);
                return heard->lastQuiet > std::max(when, heard->lastSound) + std::chrono::milliseconds{500};
            },
            kPatienceMs);
    }

    /// Everything that is in the journal, of one kind; oldest first.
    [[nodiscard]] std::vector<AlarmEvent> stored(AlarmEventKind kind) const
    {
        const auto reader = store::StoreReader::open(folder.path("data"));
        std::vector<AlarmEvent> found;
        if (const auto all = reader ? (*reader)->events({.since = {}, .until = {}, .occurrence = {}, .limit = 1'000'000})
                                    : Result<std::vector<AlarmEvent>>(reader.error())) {
            std::copy_if(all->begin(), all->end(), std::back_inserter(found), [&](const AlarmEvent &event) { return event.kind == kind; });
        }
        return found;
    }
    /// The open alarm of a sensor as the pipeline has it; id 0 = there is none.
    [[nodiscard]] Occurrence alarmOf(const SensorKey &source) const
    {
        const SnapshotPtr now = street->latest();
        for (const Occurrence &alarm : *now->alarms) {
            if (alarm.definition.source == source) {
                return alarm;
            }
        }
        return {};
    }

    /// What the list says of a sensor's alarm, without the mark of the first of its group; empty = it is not listed.
    [[nodiscard]] QString stateOf(const SensorKey &source) const
    {
        const int row = rowOf(alarmOf(source).id);
        return row < 0 ? QString() : cell(row, ui::StateColumn).remove(QStringLiteral(" 1st"));
    }
    /// When that was, on the clock that measures.
    [[nodiscard]] SteadyTime steadyTimeOf(UtcTime time) const { return clock.steadyNow() - (clock.utcNow() - time); }
    /// The sensor's alarm is in the list, not acknowledged.
    [[nodiscard]] bool isRaised(const SensorKey &source) const
    {
        return QTest::qWaitFor(
            [&] {
                const Occurrence alarm = alarmOf(source);
                return isUnacknowledged(alarm.state) && rowOf(alarm.id) >= 0;
            },
            kPatienceMs);
    }

    TempFolder folder;
    config::Plant plant;
    ShiftedClock clock;
    PlantPublisher publisher;
    std::shared_ptr<FakeOutput::Heard> heard = std::make_shared<FakeOutput::Heard>();
    std::unique_ptr<pipeline::Pipeline> street;

private:
    void open()
    {
        ui::WindowSettings look = defaults();
        look.dataFolder = folder.path("data");
        look.exportFolder = folder.path("reports");
        look.productVersion = QString::fromStdString("Telltale " + app::productVersion()); // as the program itself
        look.memory = {QString::fromStdString(folder.path("telltale.conf")), QString::fromStdString(folder.path("layout.conf")), {}};
        look.theme = qEnvironmentVariableIntValue("TELLTALE_STORY_DARK") != 0 ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light;
        look.notices.sound = [heard = heard] { return std::make_unique<FakeOutput>(heard); };
        window = std::make_unique<ui::MainWindow>(*street, look);
        window->resize(1280, 720);
        window->show();
    }
};

/// Units: ms.
inline double since(SteadyTime start, SteadyTime end = std::chrono::steady_clock::now())
{
    return std::chrono::duration<double, std::milli>(end - start).count();
}

} // namespace telltale::test
