// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> CSV file -> everything that reads one: the recording that is replayed, the table that is judged, the files of the two
// benchmarks. What a recording becomes on the wire must be what a feed accepts.
#include "core/evaluate/nab_corpus.h"
#include "core/evaluate/skab_corpus.h"
#include "core/evaluate/table_file.h"
#include "core/wire/codec.h"
#include "fuzz_target.h"
#include "memory_file.h"
#include "simulator/replay/recording.h"

#include <cmath>

using namespace telltale;
using fuzz::require;

namespace {

constexpr UtcTime kReceived = fromNanos(1'795'000'000'000'000'000);
constexpr std::size_t kRowsLookedAt = 64;

void checkFrame(const simulator::Recording &recording, std::size_t row)
{
    SampleBatch batch;
    batch.asset = "replay";
    batch.times = {recording.time(row)};
    const std::vector<double> values = recording.values(row);
    require(values.size() == recording.sensors().size());
    for (std::size_t i = 0; i < values.size(); ++i)
        batch.columns.push_back({recording.sensors()[i], {values[i]}, {}});
    batch.truth = recording.truth(row);
    const std::string frame = wire::encode(batch);
    if (frame.size() > wire::kMaxFrameBytes)
        return;
    wire::Decoder decoder;
    const auto decoded = decoder.decode(frame, kReceived);
    const auto *rejection = std::get_if<wire::Rejection>(&decoded);
    require(rejection == nullptr || rejection->reason == wire::Reject::TimeOutOfRange);
}

void check(const simulator::Recording &recording)
{
    require(recording.rows() > 0 && !recording.sensors().empty() && recording.typicalStep() > Duration::zero());
    for (std::size_t row = 0; row < std::min(recording.rows(), kRowsLookedAt); ++row)
        checkFrame(recording, row);
}

void check(const evaluate::TableFile &file)
{
    require(file.table.times.size() > 0 && !file.table.sensors.empty() && file.sha256.size() == 64);
}

template <typename Read>
void checkText(const Result<Read> &result)
{
    require(result.ok() || !result.error().text().empty());
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    const MemoryFile file(bytes);
    if (const auto table = evaluate::readTable({.path = file.path()}); table)
        check(*table);
    checkText(evaluate::readTable({.path = file.path(), .truth = "anomaly", .strict = true}));
    checkText(evaluate::readNabColumn(file.path()));
    checkText(evaluate::readSkabRun(file.path()));
    const auto recording = simulator::Recording::load(file.path());
    if (!recording)
        return refusal(recording.error());
    check(*recording);
    return kAccepted;
}
