// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"
#include "core/model/snapshot.h"
#include "ui/keys/key_table.h"

#include <QObject>
#include <QString>
#include <vector>

namespace telltale::ui {

class FeedPage;
class LiveBridge;
class MessageBar;
class RemoveFeedDialog;
struct FeedChoice;
struct WindowSettings;

/// Asks which feed is not to be listened to any more, says what goes with it, posts the command, and says what came of it. Feeds that come
/// back with every start are not removed here: it says where they are written. Thread: UI.
class RemoveFeedDesk final : public QObject {
    Q_OBJECT
public:
    RemoveFeedDesk(LiveBridge &bridge, FeedPage &page, MessageBar &messages, const WindowSettings &settings, QWidget *window);

    /// False when it is none of its keys.
    bool run(Act act);
    void apply(const SnapshotPtr &snapshot);

private:
    void ask();
    [[nodiscard]] std::vector<FeedChoice> choices(const Snapshot &snapshot) const;
    [[nodiscard]] QString whereWritten(FeedOrigin origin) const;
    void remove(const QString &address);
    void hear(const CommandEcho &echo);

    LiveBridge &m_bridge;
    FeedPage &m_page;
    MessageBar &m_messages;
    const bool m_readOnly;
    const bool m_simulated; ///< what was given at the start is no plant
    const QString m_plantFile;
    QWidget *m_window;
    RemoveFeedDialog *m_dialog = nullptr; ///< the window's child; made when it is first asked for
    std::uint64_t m_waiting = 0;          ///< the command that is not answered yet; 0 = none
    QString m_address;
};

/// Open alarms of a feed, of its sensors, and of assets that have no others. Cost: O(sensors + alarms).
[[nodiscard]] int openAlarmsOf(const Snapshot &snapshot, const FeedHealth &feed);

} // namespace telltale::ui
