// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> Decoder. Whatever is accepted must keep the format's promises and must survive being encoded and decoded once more.
#include "core/model/asset_path.h"
#include "core/wire/codec.h"

#include <cstdint>
#include <cstdlib>

using namespace telltale;

namespace {

constexpr UtcTime kReceived = fromNanos(1'795'000'000'000'000'000);

void require(bool promise)
{
    if (!promise)
        std::abort();
}

void check(const SampleBatch &batch)
{
    require(isAssetPath(batch.asset) && batch.rows() > 0 && !batch.columns.empty());
    for (const SensorColumn &column : batch.columns)
        require(column.values.size() == batch.rows() && (column.quality.empty() || column.quality.size() == batch.rows()));
}

void check(const wire::PackedSamples &packed)
{
    require(isAssetPath(packed.asset) && !packed.samples.empty());
}

void check(const wire::Describe &describe)
{
    require(isAssetPath(describe.asset) && describe.speed > 0.0);
}

void check(const wire::Heartbeat &heartbeat)
{
    require(isAssetPath(heartbeat.asset));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    static wire::Decoder decoder;
    const auto decoded = decoder.decode({reinterpret_cast<const char *>(bytes), size}, kReceived);
    if (const auto *rejection = std::get_if<wire::Rejection>(&decoded)) {
        require(!rejection->detail.empty() && wire::toText(rejection->reason) != "?");
        return 0;
    }
    std::visit(
        [](const auto &message) {
            check(message);
            const std::string again = wire::encode(message);
            // Shortest numbers may still be longer than what was sent, so only a frame that fits has to come back.
            require(again.size() > wire::kMaxFrameBytes || std::holds_alternative<wire::Message>(decoder.decode(again, kReceived)));
        },
        std::get<wire::Message>(decoded));
    return 0;
}
