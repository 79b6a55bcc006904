// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alarm_event.h"
#include "core/model/feed_health.h"
#include "core/model/incident.h"
#include "core/model/model_words.h"
#include "core/model/suppressed_alarm.h"

#include <concepts>
#include <type_traits>

/// The fields of the stored model types, one table per type. Whoever writes or reads them (JSON text,
/// database rows) is an archive: a callable `archive(name, field)`. Writing and reading share the table, so they cannot drift apart.
/// Names are part of file formats: they may be added to, never changed.
namespace telltale {

template <typename X, typename T>
concept Is = std::same_as<std::remove_const_t<X>, T>;

template <typename A, Is<SensorKey> X>
void describe(A &a, X &x)
{
    a("asset", x.asset);
    a("sensor", x.sensor);
}

template <typename A, Is<Actor> X>
void describe(A &a, X &x)
{
    a("operator", x.operatorName);
    a("station", x.station);
    a("osUser", x.osUser);
}

template <typename A, Is<PersistenceRule> X>
void describe(A &a, X &x)
{
    a("kind", x.kind);
    a("count", x.count);
    a("window", x.window);
    a("duration", x.duration);
    a("gapPeriods", x.gapPeriods);
}

template <typename A, Is<Guidance> X>
void describe(A &a, X &x)
{
    a("cause", x.cause);
    a("consequence", x.consequence);
    a("action", x.action);
    a("respondWithin", x.respondWithin);
}

template <typename A, Is<Escalation> X>
void describe(A &a, X &x)
{
    a("priority", x.priority);
    a("score", x.score);
    a("unacknowledged", x.unacknowledged);
}

template <typename A, Is<AlarmDefinition> X>
void describe(A &a, X &x)
{
    a("source", x.source);
    a("what", x.what);
    a("priority", x.priority);
    a("raise", x.raise);
    a("offDelay", x.offDelay);
    a("clearRatio", x.clearRatio);
    a("latching", x.latching);
    a("ackRequired", x.ackRequired);
    a("annunciate", x.annunciate);
    a("reAlarm", x.reAlarm);
    a("firstOutGroup", x.firstOutGroup);
    a("detector", x.detector);
    a("version", x.version);
    a("guidance", x.guidance);
    a("shelveAllowed", x.shelveAllowed);
    a("shelveMax", x.shelveMax);
    a("escalate", x.escalate);
}

template <typename A, Is<Explanation::Channel> X>
void describe(A &a, X &x)
{
    a("sensor", x.sensor);
    a("unit", x.unit);
    a("share", x.share);
    a("expected", x.expected);
    a("actual", x.actual);
}

template <typename A, Is<Explanation::Joined> X>
void describe(A &a, X &x)
{
    a("sensor", x.sensor);
    a("unit", x.unit);
    a("at", x.at);
    a("score", x.score);
    a("limit", x.limit);
    a("expected", x.expected);
    a("actual", x.actual);
    a("detector", x.detector);
}

template <typename A, Is<Explanation> X>
void describe(A &a, X &x)
{
    a("score", x.score);
    a("limit", x.limit);
    a("lower", x.lower);
    a("upper", x.upper);
    a("channels", x.channels);
    a("detector", x.detector);
    a("detectorVersion", x.detectorVersion);
    a("definitionVersion", x.definitionVersion);
    a("joined", x.joined);
    a("model", x.model);
    a("actualStretch", x.actualStretch);
    a("nearestStretch", x.nearestStretch);
}

template <typename A, Is<AlarmEvent> X>
void describe(A &a, X &x)
{
    a("seq", x.seq);
    a("occurrence", x.occurrence);
    a("source", x.source);
    a("kind", x.kind);
    a("from", x.from);
    a("to", x.to);
    a("priority", x.priority);
    a("at", x.at);
    a("sourceTime", x.sourceTime);
    a("actor", x.actor);
    a("comment", x.comment);
    a("score", x.score);
    a("limit", x.limit);
    a("value", x.value);
    a("definitionVersion", x.definitionVersion);
    a("suppressed", x.suppressed);
    a("what", x.what);
    a("until", x.until);
    a("oneShot", x.oneShot);
    a("verdict", x.verdict);
}

template <typename A, Is<Occurrence> X>
void describe(A &a, X &x)
{
    a("id", x.id);
    a("definition", x.definition);
    a("state", x.state);
    a("condition", x.condition);
    a("ack", x.ack);
    a("latch", x.latch);
    a("suppression", x.suppression);
    a("quality", x.quality);
    a("unverifiedSinceRestart", x.unverifiedSinceRestart);
    a("audible", x.audible);
    a("silencedUntil", x.silencedUntil);
    a("priority", x.priority);
    a("maxPriority", x.maxPriority);
    a("score", x.score);
    a("maxScore", x.maxScore);
    a("limit", x.limit);
    a("raiseCount", x.raiseCount);
    a("chattering", x.chattering);
    a("firstOut", x.firstOut);
    a("firstViolation", x.firstViolation);
    a("raised", x.raised);
    a("raisedReceived", x.raisedReceived);
    a("acked", x.acked);
    a("ackedBy", x.ackedBy);
    a("cleared", x.cleared);
    a("closed", x.closed);
    a("closeReason", x.closeReason);
    a("lastSeq", x.lastSeq);
    a("priorityRoseSeq", x.priorityRoseSeq);
    a("why", x.why);
    a("verdict", x.verdict);
    a("owner", x.owner);
    a("shelfUntil", x.shelfUntil);
    a("shelfOneShot", x.shelfOneShot);
    a("bornSuppressed", x.bornSuppressed);
}

template <typename A, Is<Hold> X>
void describe(A &a, X &x)
{
    a("since", x.since);
    a("until", x.until);
    a("by", x.by);
    a("reason", x.reason);
    a("oneShot", x.oneShot);
}

template <typename A, Is<SuppressedAlarm> X>
void describe(A &a, X &x)
{
    a("source", x.source);
    a("what", x.what);
    a("priority", x.priority);
    a("suppression", x.suppression);
    a("shelf", x.shelf);
    a("rule", x.rule);
    a("outOfService", x.outOfService);
    a("occurrence", x.occurrence);
    a("condition", x.condition);
    a("raises", x.raises);
}

template <typename A, Is<LogbookEntry> X>
void describe(A &a, X &x)
{
    a("seq", x.seq);
    a("kind", x.kind);
    a("subject", x.subject);
    a("occurrence", x.occurrence);
    a("source", x.source);
    a("from", x.from);
    a("to", x.to);
    a("at", x.at);
    a("actor", x.actor);
    a("text", x.text);
    a("content", x.content);
}

template <typename A, Is<Incident> X>
void describe(A &a, X &x)
{
    a("number", x.number);
    a("title", x.title);
    a("owner", x.owner);
    a("alarms", x.alarms);
    a("opened", x.opened);
    a("openedBy", x.openedBy);
    a("closed", x.closed);
    a("closedBy", x.closedBy);
    a("cause", x.cause);
    a("lastSeq", x.lastSeq);
}

/// Without the feed's number, which means something in one run only: its address is its name.
template <typename A, Is<FeedHealth> X>
void describe(A &a, X &x)
{
    a("address", x.address);
    a("state", x.state);
    a("detail", x.detail);
    a("clock", x.clock);
    a("speed", x.speed);
    a("sequenced", x.sequenced);
    a("epoch", x.epoch);
    a("frames", x.frames);
    a("bytes", x.bytes);
    a("samples", x.samples);
    a("heartbeats", x.heartbeats);
    a("rejects", x.rejects);
    a("gaps", x.gaps);
    a("lostMessages", x.lostMessages);
    a("publisherRestarts", x.publisherRestarts);
    a("reconnects", x.reconnects);
    a("disconnects", x.disconnects);
    a("lateRows", x.lateRows);
    a("refusedNames", x.refusedNames);
    a("framesPerSecond", x.framesPerSecond);
    a("samplesPerSecond", x.samplesPerSecond);
    a("lagSec", x.lagSec);
    a("clockSkewed", x.clockSkewed);
    a("lastFrame", x.lastFrame);
    a("lastEvent", x.lastEvent);
    a("lostSince", x.lostSince);
}

} // namespace telltale
