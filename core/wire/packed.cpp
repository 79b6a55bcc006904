// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/packed.h"

#include "core/model/score.h"
#include "core/wire/accepted_time.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace telltale::wire {

namespace {

static_assert(std::endian::native == std::endian::little, "the packed format is read and written without swapping bytes");

constexpr std::string_view kMagic = "TLT1";
constexpr std::uint16_t kVersion = 1;

struct Header {
    char magic[4];
    std::uint16_t version;
    std::uint16_t flags;
    std::uint32_t count;
    std::uint32_t reserved;
    std::uint64_t epoch;
    std::uint64_t seq;
};
static_assert(sizeof(Header) == 32);

struct Row {
    std::uint32_t sensor;
    std::uint32_t quality;
    std::int64_t timeNanos;
    double value;
};
static_assert(sizeof(Row) == 24);

Rejection refuse(Reject reason, std::string detail)
{
    return Rejection{reason, "packed: " + std::move(detail)};
}

std::optional<Rejection> checkHeader(const Header &header, std::size_t bytes)
{
    if (header.version != kVersion || header.flags != 0)
        return refuse(Reject::BadVersion, "version " + std::to_string(header.version) + " with flags " + std::to_string(header.flags)
                                              + ", only version 1 without flags is understood");
    if (header.count == 0)
        return refuse(Reject::BadShape, "no samples");
    if (bytes != std::size_t{header.count} * sizeof(Row))
        return refuse(Reject::BadShape,
                      std::to_string(header.count) + " samples announced, found " + std::to_string(bytes) + " bytes of them");
    return std::nullopt;
}

std::optional<Rejection> unpack(const Row &row, PackedSample &sample)
{
    if (row.quality > static_cast<std::uint32_t>(Quality::Bad))
        return refuse(Reject::BadType, "quality " + std::to_string(row.quality) + ", expected 0, 1 or 2");
    if (!isAcceptedTime(fromNanos(row.timeNanos)))
        return refuse(Reject::TimeOutOfRange, "t is outside 2000-01-01 to 2100-01-01");
    const bool finite = std::isfinite(row.value);
    sample = {row.sensor, finite ? static_cast<Quality>(row.quality) : Quality::Bad, row.timeNanos, finite ? row.value : kMissing};
    return std::nullopt;
}

} // namespace

Decoded decodePacked(std::string_view asset, std::string_view payload)
{
    Header header{};
    if (payload.size() < sizeof header || !payload.starts_with(kMagic))
        return refuse(Reject::BadHeader, "expected a header of 32 bytes that starts with TLT1");
    std::memcpy(&header, payload.data(), sizeof header);
    payload.remove_prefix(sizeof header);
    if (auto rejection = checkHeader(header, payload.size()))
        return *std::move(rejection);
    PackedSamples message{std::string(asset), header.epoch, header.seq, std::vector<PackedSample>(header.count)};
    for (std::size_t i = 0; i < message.samples.size(); ++i) {
        Row row{};
        std::memcpy(&row, payload.data() + i * sizeof row, sizeof row);
        if (auto rejection = unpack(row, message.samples[i]))
            return *std::move(rejection);
    }
    return Message{std::move(message)};
}

std::string encode(const PackedSamples &samples)
{
    Header header{{}, kVersion, 0, static_cast<std::uint32_t>(samples.samples.size()), 0, samples.epoch, samples.seq};
    std::memcpy(header.magic, kMagic.data(), sizeof header.magic);
    std::string frame = samples.asset + ' ';
    frame.reserve(frame.size() + sizeof header + samples.samples.size() * sizeof(Row));
    frame.append(reinterpret_cast<const char *>(&header), sizeof header);
    for (const PackedSample &sample : samples.samples) {
        const Row row{sample.sensor, static_cast<std::uint32_t>(sample.quality), sample.timeNanos, sample.value};
        frame.append(reinterpret_cast<const char *>(&row), sizeof row);
    }
    return frame;
}

} // namespace telltale::wire
