// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/header_texts.h"

#include "core/model/feed_address.h"
#include "ui/keys/key_words.h"
#include "ui/models/core_words.h"
#include "ui/models/feed_model.h"
#include "ui/models/feed_words.h"
#include "ui/models/number_text.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::ui {

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("HeaderTexts", text, meaning, n);
}

/// Shape of a feed's state: never the word alone, never the shape alone.
QString shapeOf(FeedState state)
{
    static constexpr std::array<const char *, 5> kShapes{"○", "●", "◍", "✕", "■"};
    return QString::fromUtf8(kShapes[std::size_t(state)]);
}

QString lagText(const FeedHealth &feed)
{
    if (feed.clock != ClockKind::Live) {
        return {};
    }
    const QString lag =
        std::abs(feed.lagSec) < 1.0 ? tr("lag %1 ms").arg(qRound(feed.lagSec * 1e3)) : tr("lag %1 s").arg(numberText(feed.lagSec, 'f', 1));
    return feed.clockSkewed ? lag + tr(" CLOCK DIFFERS") : lag;
}

QString stateWord(const Snapshot &snapshot, const FeedHealth &feed)
{
    const QString word = spoken(toText(feed.state));
    if (!isDown(feed.state)) {
        return word;
    }
    const QString loud = word.toUpper();
    const bool timed = feed.state == FeedState::Lost && feed.lostSince != kNoTime && !snapshot.simulatedClock;
    return timed ? tr("%1 for %2").arg(loud, durationText(std::max(Duration{0}, snapshot.now - feed.lostSince))) : loud;
}

} // namespace

QStringList feedForms(const Snapshot &snapshot, const FeedHealth &feed)
{
    const SensorCount sensors = countSensors(snapshot, feed.feed);
    const QString address = toQt(feed.address);
    const QString head = QStringLiteral("%1 %2 %3").arg(shapeOf(feed.state), address, stateWord(snapshot, feed));
    const QString count = tr("%1/%2 sensors").arg(sensors.live).arg(sensors.total);
    const QString rate = tr("%1 samples/s").arg(numberText(feed.samplesPerSecond, 'f', feed.samplesPerSecond < 10.0 ? 1 : 0));
    const QString gaps = feed.sequenced ? tr("gaps %1").arg(feed.gaps) : tr("gaps unknown");
    const QString rejected = tr("rejected %1").arg(rejectedFrames(feed));
    const QString guarded = feed.detail == kVerifiedFeed ? tr("encrypted") : QString();
    QStringList all{head, guarded, count, rate, lagText(feed), gaps, rejected};
    all.removeAll(QString());
    const QString joint = QStringLiteral(" · ");
    const QString place = address.mid(address.lastIndexOf(QLatin1Char('/')) + 1);
    const QString shortHead = QStringLiteral("%1 %2 %3").arg(shapeOf(feed.state), place, stateWord(snapshot, feed));
    QStringList forms;
    // Why nothing comes counts for more than how much came.
    if (feed.state != FeedState::Live && !feed.detail.empty()) {
        for (const QString &before : {all.join(joint), head, shortHead}) {
            forms << before + joint + spokenDetail(feed.detail);
        }
    }
    forms << all.join(joint);
    forms << QStringList{shortHead, count, rate, gaps, rejected}.join(joint);
    forms << QStringList{shortHead, QStringLiteral("%1/%2").arg(sensors.live).arg(sensors.total)}.join(joint);
    return forms;
}

QString hornText(const AlarmCounts &counts, UtcTime mutedHere, ZoneChoice zone)
{
    if (counts.sounding > 0 && mutedHere == kNoTime) {
        return tr("HORN ON  [%1 silence]").arg(pressText(Act::Silence));
    }
    const UtcTime until = std::max(counts.silencedUntil, mutedHere);
    return until == kNoTime ? tr("horn off") : tr("silenced until %1").arg(timeOfDay(until, zone));
}

QStringList journalForms(const PipelineHealth &health)
{
    switch (health.journal) {
    case JournalState::Failing: return {tr("✕ journal NOT WRITING"), tr("✕ NOT WRITING")};
    case JournalState::ReadOnly: return {tr("◍ journal READ ONLY"), tr("◍ READ ONLY")};
    case JournalState::Writing: break;
    }
    const QString ok = tr("● journal ok");
    return health.unsavedEvents == 0 ? QStringList{ok} : QStringList{tr("● journal ok, %1 waiting").arg(health.unsavedEvents), ok};
}

QString journalWarning(const PipelineHealth &health)
{
    const QString detail = toQt(health.journalDetail);
    switch (health.journal) {
    case JournalState::Failing:
        return tr("NOT WRITING: %1. Alarms go on; %n event(s) wait in memory; acknowledgements are not safe until this ends.", nullptr,
                  int(health.unsavedEvents))
            .arg(detail.isEmpty() ? tr("the journal cannot be written") : detail);
    case JournalState::ReadOnly:
        return tr("READ ONLY: %1. Nothing that happens here is recorded.")
            .arg(detail.isEmpty() ? tr("another instance writes this journal") : detail);
    case JournalState::Writing: break;
    }
    return {};
}

QStringList unencryptedForms(const Snapshot &snapshot, const QStringList &encrypted)
{
    QStringList addresses;
    for (const FeedHealth &feed : snapshot.feeds) {
        if (!isOnThisComputer(feed.address) && !encrypted.contains(toQt(feed.address))) {
            addresses << toQt(feed.address);
        }
    }
    if (addresses.isEmpty()) {
        return {};
    }
    const QString all = addresses.join(QStringLiteral(", "));
    return {tr("UNENCRYPTED: %1. Anybody on the way can read what comes from there, and forge it (--insecure).").arg(all),
            tr("UNENCRYPTED: %1").arg(all), tr("UNENCRYPTED: %n feed(s)", nullptr, int(addresses.size()))};
}

std::uint64_t lostMessages(const Snapshot &snapshot)
{
    std::uint64_t lost = 0;
    for (const FeedHealth &feed : snapshot.feeds) {
        lost += feed.lostMessages;
    }
    return lost;
}

QString dropText(const Snapshot &snapshot)
{
    QStringList parts;
    if (const PipelineHealth &health = snapshot.health; health.droppedBatches > 0) {
        parts << tr("DROPPED %1 batches, %2 samples").arg(health.droppedBatches).arg(health.droppedSamples);
    }
    if (const std::uint64_t lost = lostMessages(snapshot); lost > 0) {
        parts << tr("LOST %1 messages").arg(lost);
    }
    return parts.isEmpty() ? tr("drops 0") : parts.join(QStringLiteral(", "));
}

QStringList clockForms(const Snapshot &snapshot, ZoneChoice zone)
{
    return {fullTime(snapshot.now, zone),
            timeOfDay(snapshot.now, zone) + QLatin1Char(' ') + toDateTime(snapshot.now, zone).timeZoneAbbreviation()};
}

QString simulatedText(const Snapshot &snapshot)
{
    const auto simulated = std::find_if(snapshot.feeds.begin(), snapshot.feeds.end(),
                                        [](const FeedHealth &feed) { return feed.clock == ClockKind::Simulated; });
    if (!snapshot.simulatedClock && simulated == snapshot.feeds.end()) {
        return {};
    }
    const double speed = simulated == snapshot.feeds.end() ? 1.0 : simulated->speed;
    return speed == 1.0 ? tr("SIMULATED") : tr("SIMULATED ×%1").arg(numberText(speed, 'g', 7));
}

} // namespace telltale::ui
