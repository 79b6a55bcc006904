// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_desk.h"

#include "ui/overview/header_bar.h"

namespace telltale::ui {

namespace {

std::unique_ptr<SoundOutput> outputOf(const NoticeSettings &settings)
{
    return settings.sound ? settings.sound() : nullptr;
}

} // namespace

NoticeDesk::NoticeDesk(HeaderBar &header, const NoticeSettings &settings, QObject *parent)
    : QObject(parent)
    , m_header(header)
    , m_horn(outputOf(settings))
{
    const auto showSound = [this](const SoundState &state) { m_header.setNoSound(noSoundForms(state)); };
    connect(&m_horn, &HornPlayer::stateChanged, this, showSound);
    showSound(m_horn.state());
}

void NoticeDesk::apply(const SnapshotPtr &snapshot)
{
    if (!snapshot->alarms) {
        return;
    }
    m_horn.play(m_plan.next(*snapshot->alarms, std::chrono::steady_clock::now()));
    showMute();
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

} // namespace telltale::ui
