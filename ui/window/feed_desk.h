// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/command.h"
#include "core/model/snapshot.h"
#include "ui/keys/key_table.h"
#include "ui/models/recent_texts.h"

#include <QObject>
#include <functional>

namespace telltale::ui {

class Archive;
class LiveBridge;
class MessageBar;
class OfferDialog;
class SessionMemory;
class WelcomePage;
struct WindowSettings;

/// Where readings come from while there are none, or when somebody wants more: posts an address as a command, hands the other wishes on,
/// and says on the page what came of them. Addresses that worked are remembered and offered, never connected to by themselves.
/// A window that may not write offers nothing but the stored past. Thread: UI.
class FeedDesk final : public QObject {
    Q_OBJECT
public:
    using Refusal = std::function<QString(Role needed)>; ///< empty = may

    FeedDesk(LiveBridge &bridge, Archive &archive, WelcomePage &page, MessageBar &messages, const WindowSettings &settings, Refusal refusal,
             QWidget *window);

    /// False when it is none of its keys.
    bool run(Act act);
    void apply(const SnapshotPtr &snapshot);
    /// Whether the page is wanted in the place of the trend: nothing is watched yet.
    [[nodiscard]] bool isOpen() const { return !m_known; }
    /// Closes the offer that somebody asked for. False when nobody did.
    bool dismiss();
    void refuse(const QString &why);
    /// Nobody is there to choose.
    void offerNothing();
    void remember(SessionMemory &memory);

signals:
    void demoWanted();
    void fileWanted(const QString &file, double rowsPerSec);
    void replayWanted(telltale::UtcTime from, telltale::UtcTime to);
    void pageAsked(); ///< it is to be where it can be seen
    void addressesChanged();

private:
    void add(const QString &address);
    void hear(const CommandEcho &echo);
    void findPast(Archive &archive);
    void showScope();
    bool replayPast();
    [[nodiscard]] bool may();

    LiveBridge &m_bridge;
    WelcomePage &m_page;
    MessageBar &m_messages;
    Refusal m_refusal;
    const bool m_readOnly;
    QWidget *m_window;
    bool m_offering = true;
    RecentTexts m_recent{{}};
    UtcTime m_newest = kNoTime;      ///< of what is stored
    bool m_known = false;            ///< there are sensors
    bool m_awaited = false;          ///< there are feeds
    OfferDialog *m_dialog = nullptr; ///< the parent's child; made when it is first asked for
    std::uint64_t m_waiting = 0;     ///< the command that is not answered yet; 0 = none
    QString m_address;
};

} // namespace telltale::ui
