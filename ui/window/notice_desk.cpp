// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_desk.h"

#include "ui/models/alarm_counts.h"
#include "ui/notices/desktop_notifier.h"
#include "ui/notices/tray_badge.h"
#include "ui/overview/feed_page.h"
#include "ui/overview/header_bar.h"
#include "ui/widgets/palette.h"

#include <QApplication>

namespace telltale::ui {

namespace {

std::unique_ptr<SoundOutput> outputOf(const NoticeSettings &settings)
{
    return settings.sound ? settings.sound() : nullptr;
}

} // namespace

NoticeDesk::NoticeDesk(QWidget &window, HeaderBar &header, FeedPage &feeds, const NoticeSettings &settings, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_header(header)
    , m_feeds(feeds)
    , m_settings(settings)
    , m_horn(outputOf(settings))
{
    connect(&m_horn, &HornPlayer::stateChanged, this, &NoticeDesk::showStates);
    if (m_settings.notify != NotifyWhen::Never) {
        createNotifier();
    }
    if (m_settings.tray) {
        createTray();
    }
    showStates();
}

NoticeDesk::~NoticeDesk() = default;

void NoticeDesk::createNotifier()
{
    m_notifier = std::make_unique<DesktopNotifier>(m_settings.busAddress);
    connect(m_notifier.get(), &DesktopNotifier::stateChanged, this, &NoticeDesk::showStates);
    connect(m_notifier.get(), &DesktopNotifier::silenceWanted, this, &NoticeDesk::silenceWanted);
    connect(m_notifier.get(), &DesktopNotifier::showWanted, this, [this](OccurrenceId alarm, const QString &activationToken) {
        raiseWindow(activationToken);
        emit alarmWanted(alarm);
    });
}

void NoticeDesk::createTray()
{
    m_tray = std::make_unique<TrayBadge>(m_window.windowIcon(), nullptr);
    connect(m_tray.get(), &TrayBadge::showWanted, this, [this] { raiseWindow(); });
    connect(m_tray.get(), &TrayBadge::silenceWanted, this, &NoticeDesk::silenceWanted);
}

void NoticeDesk::apply(const SnapshotPtr &snapshot)
{
    if (!snapshot->alarms) {
        return;
    }
    m_horn.play(m_plan.next(*snapshot->alarms, std::chrono::steady_clock::now()));
    showMute();
    if (m_notifier) {
        m_notifier->apply(snapshot, wantsNotes());
    }
    if (m_tray) {
        m_tray->apply(countAlarms(*snapshot->alarms), themeOf(m_window));
    }
}

void NoticeDesk::muteHorn()
{
    m_horn.play(m_plan.mute(std::chrono::steady_clock::now()));
    showMute();
}

void NoticeDesk::showMute()
{
    const auto until = m_plan.mutedUntil();
    const auto left = until ? *until - std::chrono::steady_clock::now() : Duration{0};
    m_header.setMutedHere(until ? std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now()) + left : kNoTime);
}

void NoticeDesk::showStates()
{
    m_header.setNoSound(noSoundForms(m_horn.state()));
    const NotifierState notifier = m_notifier ? m_notifier->state() : NotifierState{NotifierState::Kind::SwitchedOff, {}};
    m_feeds.setNotices(soundText(m_horn.state()), notifierText(notifier));
}

/// The compositor lets a window to the front only with the token of the click that asked for it.
void NoticeDesk::raiseWindow(const QString &activationToken)
{
    if (!activationToken.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    }
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.show();
    m_window.raise();
    m_window.activateWindow();
}

bool NoticeDesk::wantsNotes() const
{
    const bool looked = QApplication::activeWindow() && m_window.isVisible() && !m_window.isMinimized();
    return m_settings.notify == NotifyWhen::Always || !looked;
}

} // namespace telltale::ui
