// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logbook/handover.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"

namespace telltale::logbook {

namespace {

constexpr std::string_view kFormat = "telltale-handover";
constexpr int kVersion = 1;
constexpr std::size_t kMostBytes = 64U << 20U;

/// A handover as its text is laid out.
struct Sheet {
    std::string format;
    int version = 0;
    Handover handover;
};

template <typename A, Is<Sheet> X>
void describe(A &a, X &x)
{
    a("format", x.format);
    a("version", x.version);
    a("from", x.handover.from);
    a("to", x.handover.to);
    a("nextTo", x.handover.nextTo);
    a("written", x.handover.written);
    a("station", x.handover.station);
    a("outgoing", x.handover.outgoing);
    a("unacknowledged", x.handover.unacknowledged);
    a("acknowledged", x.handover.acknowledged);
    a("shelved", x.handover.shelved);
    a("byDesign", x.handover.byDesign);
    a("outOfService", x.handover.outOfService);
    a("incidents", x.handover.incidents);
    a("feeds", x.handover.feeds);
    a("notes", x.handover.notes);
    a("figures", x.handover.figures);
    a("text", x.handover.text);
}

} // namespace

template <typename A, Is<HandoverAlarm> X>
void describe(A &a, X &x)
{
    a("id", x.id);
    a("source", x.source);
    a("what", x.what);
    a("priority", x.priority);
    a("state", x.state);
    a("raised", x.raised);
    a("acked", x.acked);
    a("ackedBy", x.ackedBy);
    a("owner", x.owner);
}

template <typename A, Is<HandoverHold> X>
void describe(A &a, X &x)
{
    a("source", x.source);
    a("what", x.what);
    a("priority", x.priority);
    a("since", x.since);
    a("until", x.until);
    a("by", x.by);
    a("reason", x.reason);
    a("due", x.due);
}

template <typename A, Is<HandoverIncident> X>
void describe(A &a, X &x)
{
    a("number", x.number);
    a("title", x.title);
    a("owner", x.owner);
    a("opened", x.opened);
    a("alarms", x.alarms);
}

template <typename A, Is<HandoverFeed> X>
void describe(A &a, X &x)
{
    a("address", x.address);
    a("state", x.state);
    a("detail", x.detail);
    a("since", x.since);
    a("gaps", x.gaps);
}

template <typename A, Is<HandoverNote> X>
void describe(A &a, X &x)
{
    a("at", x.at);
    a("by", x.by);
    a("kind", x.kind);
    a("source", x.source);
    a("from", x.from);
    a("to", x.to);
    a("text", x.text);
}

template <typename A, Is<HandoverFigure> X>
void describe(A &a, X &x)
{
    a("id", x.id);
    a("unit", x.unit);
    a("value", x.value);
}

std::string toJson(const Handover &handover)
{
    return json::toText(Sheet{std::string(kFormat), kVersion, handover});
}

Result<Handover> handoverFromJson(std::string_view text)
{
    if (text.size() > kMostBytes)
        return Error{ErrorKind::OutOfRange, "this is too long for a handover", {}};
    auto sheet = json::fromText<Sheet>(text);
    if (!sheet)
        return sheet.error();
    if (sheet->format != kFormat)
        return Error{ErrorKind::BadFormat, "this is no handover", {}};
    if (sheet->version != kVersion)
        return Error{ErrorKind::Unsupported, "a handover of version " + std::to_string(sheet->version), {}};
    return std::move(sheet->handover);
}

} // namespace telltale::logbook
