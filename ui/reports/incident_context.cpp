// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/incident_context.h"

#include "core/config/toml_tree.h"
#include "core/logbook/incident_fold.h"
#include "core/report/data_quality.h"

#include <algorithm>
#include <set>
#include <variant>

namespace telltale::ui {

namespace {

constexpr std::size_t kPage = 1000;

/// All entries that `query` asks for, however many.
Result<std::vector<LogbookEntry>> allEntries(const store::StoreReader &reader, store::LogbookQuery query)
{
    std::vector<LogbookEntry> all;
    query.limit = kPage;
    while (true) {
        auto page = reader.logbook(query);
        if (!page) {
            return page.error();
        }
        all.insert(all.end(), page->begin(), page->end());
        if (page->size() < kPage) {
            return all;
        }
        query.afterSeq = page->back().seq;
    }
}

std::string titleIn(const std::string &plant)
{
    const auto tree = config::parseToml(plant);
    const auto *root = std::get_if<config::Node>(&tree);
    if (root == nullptr) {
        return {};
    }
    const auto title = std::find_if(root->entries.begin(), root->entries.end(), [](const auto &entry) { return entry.key == "title"; });
    return title == root->entries.end() ? std::string() : title->value.text;
}

bool concerns(const report::IncidentReport &report, const SensorKey &source)
{
    return source.asset.empty() || std::any_of(report.alarms.begin(), report.alarms.end(), [&](const report::ReportedAlarm &alarm) {
               return alarm.occurrence.definition.source.asset == source.asset;
           });
}

void tellOfFeeds(report::IncidentReport &report)
{
    for (const report::FeedQuality &feed : report::feedQuality(report)) {
        const std::string &address = feed.last.address;
        if (!feed.last.sequenced) {
            report.unknowns.push_back({"Feed %1 numbers no messages: lost ones cannot be seen.", {address}});
        } else if (feed.lost.inWindow > 0) {
            report.unknowns.push_back({"Feed %1 lost %2 message(s) in this time.", {address, std::to_string(feed.lost.inWindow)}});
        }
        if (feed.skewed) {
            report.unknowns.push_back({"The clock of feed %1 differed from ours by more than 2 s.", {address}});
        }
    }
}

} // namespace

Result<void> addRecord(const store::StoreReader &reader, std::uint64_t incident, report::IncidentReport &report)
{
    store::LogbookQuery query;
    query.subject = incident;
    auto entries = allEntries(reader, query);
    if (!entries) {
        return entries.error();
    }
    std::erase_if(*entries, [](const LogbookEntry &entry) { return !isOfIncident(entry.kind); }); // handovers share the numbers
    if (entries->empty()) {
        return Error{ErrorKind::NotFound, "there is no incident number " + std::to_string(incident), {}};
    }
    report.record = logbook::incidentsOf(*entries).front();
    report.logbook = std::move(*entries);
    return {};
}

Result<void> addRangeNotes(const store::StoreReader &reader, report::IncidentReport &report)
{
    store::LogbookQuery query;
    query.kind = LogbookKind::RangeNote;
    query.from = report.from;
    query.to = report.to;
    auto notes = allEntries(reader, query);
    if (!notes) {
        return notes.error();
    }
    std::copy_if(notes->begin(), notes->end(), std::back_inserter(report.logbook),
                 [&](const LogbookEntry &note) { return concerns(report, note.source); });
    std::ranges::sort(report.logbook, {}, &LogbookEntry::seq);
    return {};
}

Result<void> addConfigurations(const store::JournalExtracts &extracts, report::IncidentReport &report)
{
    std::set<std::uint32_t> versions;
    for (const report::ReportedAlarm &alarm : report.alarms) {
        versions.insert(alarm.occurrence.why.definitionVersion);
    }
    for (const std::uint32_t version : versions) {
        const auto texts = extracts.configuration(version);
        if (!texts) {
            return texts.error();
        }
        for (const store::ConfigurationText &text : *texts) {
            report.configurations.push_back({version, text.name, text.version, text.hash, text.at, text.by, text.reason});
            if (report.site.empty() && text.name == "plant") {
                report.site = titleIn(text.content);
            }
        }
        if (texts->empty()) {
            report.unknowns.push_back(
                {"No text of configuration %1 is in the journal: it ran without a plant file.", {std::to_string(version)}});
        }
    }
    return {};
}

Result<void> addFeedHealth(const store::StoreReader &reader, report::IncidentReport &report)
{
    auto stored = reader.feedHealth(report.from, report.to);
    if (!stored) {
        return stored.error();
    }
    for (const store::StoredFeedHealth &entry : *stored) {
        report.feedHealth.emplace_back(entry.at, entry.health);
    }
    if (stored->empty()) {
        report.unknowns.push_back({"No feed health is stored for the time of this report: gaps in the feed cannot be told.", {}});
    }
    tellOfFeeds(report);
    return {};
}

} // namespace telltale::ui
