// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/feed_desk.h"

#include "core/model/permission.h"
#include "core/store/store_reader.h"
#include "ui/live/live_bridge.h"
#include "ui/models/refusal_text.h"
#include "ui/overview/feed_offer.h"
#include "ui/overview/welcome_page.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/offer_dialog.h"
#include "ui/window/session_memory.h"
#include "ui/window/window_settings.h"

#include <QPointer>
#include <algorithm>
#include <limits>
#include <utility>

namespace telltale::ui {

namespace {

using namespace std::chrono_literals;

constexpr Duration kShown = 15min; ///< of the stored past

Result<UtcTime> newestSample(const store::StoreReader &reader)
{
    const auto sensors = reader.sensors();
    if (!sensors) {
        return sensors.error();
    }
    UtcTime newest = kNoTime;
    for (const store::StoredSensor &sensor : *sensors) {
        const auto end = reader.newestBefore(sensor.key, fromNanos(std::numeric_limits<std::int64_t>::max()));
        newest = std::max(newest, end ? *end : kNoTime);
    }
    return newest;
}

/// With the address in front as the core says it, the reason itself in the language that is spoken.
QString reasonOf(const CommandEcho &echo, const QString &address)
{
    const QString place = address + QStringLiteral(": ");
    const bool placed = toQt(echo.reason).startsWith(place);
    return placed ? place + plainReason(fromQt(toQt(echo.reason).mid(place.size()))) : plainReason(echo.reason);
}

} // namespace

FeedDesk::FeedDesk(LiveBridge &bridge, Archive &archive, WelcomePage &page, MessageBar &messages, const WindowSettings &settings,
                   Refusal refusal, QWidget *window)
    : QObject(window)
    , m_bridge(bridge)
    , m_page(page)
    , m_messages(messages)
    , m_refusal(std::move(refusal))
    , m_readOnly(settings.readOnly)
    , m_window(window)
{
    FeedOffer &offer = page.offer();
    connect(&offer, &FeedOffer::addressWanted, this, &FeedDesk::add);
    connect(&offer, &FeedOffer::storedWanted, this, &FeedDesk::replayPast);
    connect(&offer, &FeedOffer::demoWanted, this, [this] {
        if (may()) {
            m_page.offer().tell(tr("Starting the demonstration plant…"));
            emit demoWanted();
        }
    });
    connect(&offer, &FeedOffer::fileWanted, this, [this](const QString &file, double rowsPerSec) {
        if (may()) {
            emit fileWanted(file, rowsPerSec);
        }
    });
    connect(&bridge, &LiveBridge::commandAnswered, this, &FeedDesk::hear);
    if (settings.replay != nullptr) {
        offerNothing();
    } else if (archive.available()) {
        findPast(archive);
    }
    showScope();
}

void FeedDesk::findPast(Archive &archive)
{
    archive.read([](const store::StoreReader &reader) { return newestSample(reader); },
                 [self = QPointer<FeedDesk>(this)](const Result<UtcTime> &newest) {
                     if (self && newest) {
                         self->m_newest = *newest;
                         self->m_page.offer().setReplayable(*newest != kNoTime);
                     }
                 });
}

bool FeedDesk::run(Act act)
{
    if (act == Act::OpenReplay) {
        return !m_known && replayPast();
    }
    if (act != Act::AddFeed) {
        return false;
    }
    if (!m_offering || m_readOnly) {
        m_messages.note(tr("This window only looks: no feed can be added here."));
        return true;
    }
    showScope();
    if (isOpen()) {
        emit pageAsked();
        m_page.offer().takeFocus();
        return true;
    }
    if (m_dialog == nullptr) {
        m_dialog = new OfferDialog(m_page, m_window);
    }
    m_dialog->openWith(m_page.waitingFor());
    return true;
}

bool FeedDesk::dismiss()
{
    m_page.offer().tell({});
    if (m_dialog == nullptr || !m_dialog->isVisible()) {
        return false;
    }
    m_dialog->reject();
    return true;
}

void FeedDesk::apply(const SnapshotPtr &snapshot)
{
    const bool known = snapshot->structure && snapshot->structure->watches();
    const bool awaited = !snapshot->feeds.empty();
    if (known != m_known || awaited != m_awaited) {
        m_known = known;
        m_awaited = awaited;
        showScope();
    }
    m_page.apply(snapshot);
}

void FeedDesk::showScope()
{
    using Scope = FeedOffer::Scope;
    m_page.setOffering(m_offering);
    m_page.offer().setScope(m_readOnly ? Scope::StoredPast : m_known ? Scope::AnotherFeed : m_awaited ? Scope::Instead : Scope::Everything);
}

void FeedDesk::offerNothing()
{
    m_offering = false;
    dismiss();
    showScope();
}

bool FeedDesk::may()
{
    const QString refusal = m_refusal(permission::needed(command::AddFeed{}));
    if (!refusal.isEmpty()) {
        m_page.offer().tell(refusal);
    }
    return refusal.isEmpty();
}

void FeedDesk::add(const QString &address)
{
    if (!may()) {
        return;
    }
    m_address = address;
    m_waiting = m_bridge.post(command::AddFeed{fromQt(address)});
    m_page.offer().tell(m_waiting == 0 ? tr("The program is too busy to listen to %1 now. Try again.").arg(address) : QString());
}

void FeedDesk::hear(const CommandEcho &echo)
{
    if (m_waiting == 0 || echo.id != m_waiting) {
        return;
    }
    m_waiting = 0;
    if (!echo.accepted) {
        refuse(tr("Not connected. %1").arg(reasonOf(echo, m_address)));
        return;
    }
    m_recent.use(m_address);
    m_page.offer().setRecentAddresses(m_recent.used());
    emit addressesChanged();
    dismiss();
    m_messages.note(tr("Listening to %1, until Telltale is closed.").arg(m_address));
    showScope();
}

void FeedDesk::refuse(const QString &why)
{
    m_page.offer().tell(why);
    if (!isOpen()) {
        m_messages.note(why);
    }
}

bool FeedDesk::replayPast()
{
    if (m_newest == kNoTime) {
        return false;
    }
    emit replayWanted(m_newest - kShown, m_newest + 1s);
    return true;
}

void FeedDesk::remember(SessionMemory &memory)
{
    memory.add({SessionMemory::Kind::Setting, QStringLiteral("feeds/recent"), [this] { return m_recent.used(); },
                [this](const QVariant &value) {
                    m_recent.restore(value.toStringList());
                    m_page.offer().setRecentAddresses(m_recent.used());
                }});
    connect(this, &FeedDesk::addressesChanged, &memory, &SessionMemory::touch);
}

} // namespace telltale::ui
