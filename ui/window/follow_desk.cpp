// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/follow_desk.h"

#include "core/replay/follow_source.h"
#include "ui/keys/key_words.h"
#include "ui/overview/header_bar.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <utility>

namespace telltale::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FollowDesk", text);
}

QString stateText(const replay::FollowState &state, ZoneChoice zone)
{
    if (state.alive == kNoTime) {
        return tr("Read only: nothing has been written here yet (%1 reads again).").arg(pressText(Act::Reconnect));
    }
    return tr("Read only, state of %1, as another Telltale writes it (%2 reads again). Nothing can be changed here.")
        .arg(timeOfDay(state.alive, zone), pressText(Act::Reconnect));
}

/// Empty while all is well.
QString complaint(const replay::FollowState &state, ZoneChoice zone)
{
    if (!state.problem.empty()) {
        return tr("THE JOURNAL CANNOT BE READ, what you see is old: %1").arg(toQt(state.problem));
    }
    if (state.silent && state.alive != kNoTime) {
        return tr("NOBODY WATCHES THIS PLANT, as far as its journal shows: nothing has been written since %1. What you see is old.")
            .arg(fullTime(state.alive, zone));
    }
    return {};
}

} // namespace

FollowDesk::FollowDesk(HeaderBar &header, replay::FollowSource *source, Say say) : m_header(header), m_source(source), m_say(std::move(say))
{
    apply();
}

bool FollowDesk::run(Act act)
{
    if (m_source == nullptr || act != Act::Reconnect) {
        return false;
    }
    m_source->reconnectFeeds();
    m_say(tr("Reading the journal again."));
    return true;
}

void FollowDesk::apply()
{
    if (m_source != nullptr) {
        const replay::FollowState state = m_source->state();
        m_header.setFollowing(stateText(state, m_zone), complaint(state, m_zone));
    }
}

void FollowDesk::setZone(ZoneChoice zone)
{
    m_zone = zone;
    apply();
}

} // namespace telltale::ui
