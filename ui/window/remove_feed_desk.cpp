// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remove_feed_desk.h"

#include "ui/keys/key_words.h"
#include "ui/live/live_bridge.h"
#include "ui/models/core_words.h"
#include "ui/models/feed_model.h"
#include "ui/overview/feed_page.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/remove_feed_dialog.h"
#include "ui/window/window_settings.h"

#include <algorithm>
#include <unordered_set>

namespace telltale::ui {

namespace {

/// Sensors and assets (sensor empty) whose readings come from nowhere else.
std::unordered_set<SensorKey> sourcesOf(const Structure &structure, FeedId feed)
{
    std::unordered_set<SensorKey> sources;
    const auto isOfFeed = [&](SensorId sensor) { return structure.sensor(sensor).feed == feed; };
    for (const SensorSpec &sensor : structure.sensors) {
        if (sensor.feed == feed) {
            sources.insert(sensor.key);
        }
    }
    for (const AssetSpec &asset : structure.assets) {
        if (!asset.sensors.empty() && std::all_of(asset.sensors.begin(), asset.sensors.end(), isOfFeed)) {
            sources.insert({asset.path, {}});
        }
    }
    return sources;
}

FeedOrigin originOf(const Snapshot &snapshot, const FeedHealth &feed)
{
    const bool known = snapshot.structure && indexOf(feed.feed) < snapshot.structure->feeds.size();
    return known ? snapshot.structure->feeds[indexOf(feed.feed)].origin : FeedOrigin::PlantFile;
}

QString outcomeOfRemoval(const Snapshot &snapshot, const FeedHealth &feed)
{
    const int sensors = countSensors(snapshot, feed.feed).total;
    const int alarms = openAlarmsOf(snapshot, feed);
    const QString goes = sensors == 0 ? RemoveFeedDesk::tr("It has no sensors: nothing has come from it yet.")
                                      : RemoveFeedDesk::tr("%n sensor(s) of it will no longer be monitored.", nullptr, sensors);
    const QString clears =
        alarms == 0
            ? RemoveFeedDesk::tr("None of its alarms is open.")
            : RemoveFeedDesk::tr("%n open alarm(s) of it will clear; what nobody has acknowledged stays in the list until somebody does.",
                                 nullptr, alarms);
    const QString stays = RemoveFeedDesk::tr("Its stored readings and the journal stay, and it can be added again.");
    return QStringList{goes, clears, stays}.join(QLatin1Char('\n'));
}

} // namespace

int openAlarmsOf(const Snapshot &snapshot, const FeedHealth &feed)
{
    if (!snapshot.alarms || !snapshot.structure) {
        return 0;
    }
    const std::unordered_set<SensorKey> sources = sourcesOf(*snapshot.structure, feed.feed);
    return int(std::count_if(snapshot.alarms->begin(), snapshot.alarms->end(), [&](const Occurrence &alarm) {
        return alarm.definition.source.sensor == feed.address || sources.contains(alarm.definition.source);
    }));
}

RemoveFeedDesk::RemoveFeedDesk(LiveBridge &bridge, FeedPage &page, MessageBar &messages, const WindowSettings &settings, QWidget *window)
    : QObject(window)
    , m_bridge(bridge)
    , m_page(page)
    , m_messages(messages)
    , m_readOnly(settings.readOnly || settings.replay != nullptr || settings.follow != nullptr)
    , m_simulated(settings.simulated != WindowSettings::Simulated::No)
    , m_plantFile(settings.plantFile)
    , m_window(window)
{
    page.setRemovable(!m_readOnly);
    connect(&bridge, &LiveBridge::commandAnswered, this, &RemoveFeedDesk::hear);
}

bool RemoveFeedDesk::run(Act act)
{
    if (act != Act::RemoveFeed) {
        return false;
    }
    ask();
    return true;
}

std::vector<FeedChoice> RemoveFeedDesk::choices(const Snapshot &snapshot) const
{
    std::vector<FeedChoice> all;
    for (const FeedHealth &feed : snapshot.feeds) {
        const FeedOrigin origin = originOf(snapshot, feed);
        const bool removable = origin == FeedOrigin::Added;
        all.push_back({.address = toQt(feed.address),
                       .line = tr("%1 – %2").arg(toQt(feed.address), spoken(toText(feed.state))),
                       .outcome = removable ? outcomeOfRemoval(snapshot, feed) : whereWritten(origin),
                       .removable = removable});
    }
    return all;
}

/// Of one that comes back with every start.
QString RemoveFeedDesk::whereWritten(FeedOrigin origin) const
{
    if (m_simulated) {
        return withPressTexts(tr("It belongs to what is played here, and goes when that is left (%1)."), {Act::EndSimulation});
    }
    if (origin == FeedOrigin::CommandLine) {
        return tr("It was given when Telltale was started (--feed), so it cannot be removed here: start without it.");
    }
    return tr("It is written in the plant file, so it cannot be removed here: take it out of %1 and start again.").arg(m_plantFile);
}

void RemoveFeedDesk::ask()
{
    const SnapshotPtr &snapshot = m_bridge.snapshot();
    if (m_readOnly || !snapshot || snapshot->feeds.empty()) {
        m_messages.note(m_readOnly ? tr("This window only looks: no feed can be removed here.") : tr("No feed is listened to."));
        return;
    }
    if (m_dialog == nullptr) {
        m_dialog = new RemoveFeedDialog(m_window);
        connect(m_dialog, &RemoveFeedDialog::removeWanted, this, &RemoveFeedDesk::remove);
    }
    m_dialog->ask(choices(*snapshot), m_page.isVisible() ? m_page.chosenFeed() : QString());
}

void RemoveFeedDesk::apply(const SnapshotPtr &snapshot)
{
    if (m_dialog != nullptr && m_dialog->isVisible()) {
        m_dialog->refresh(choices(*snapshot));
    }
}

void RemoveFeedDesk::remove(const QString &address)
{
    m_address = address;
    m_waiting = m_bridge.post(command::RemoveFeed{fromQt(address)});
}

void RemoveFeedDesk::hear(const CommandEcho &echo)
{
    if (m_waiting == 0 || echo.id != m_waiting) {
        return;
    }
    m_waiting = 0;
    m_messages.note(echo.accepted ? tr("%1 is no longer listened to.").arg(m_address) : tr("Not removed. %1").arg(toQt(echo.reason)));
}

} // namespace telltale::ui
