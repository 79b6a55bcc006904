// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"
#include "core/model/asset_path.h"
#include "core/wire/json_fields.h"
#include "core/wire/packed.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

namespace telltale::wire {

namespace {

/// Mistakes that people make when they write their first publisher, recognised by what is left in the text.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kAdvice{
    {{"{'", "text in single quotes is not JSON: send json.dumps(message), not str(message)"},
     {"NaN", "NaN is not JSON: send null for a missing value"},
     {"nan", "nan is not JSON: send null for a missing value"},
     {"Infinity", "Infinity is not JSON: send null for a missing value"},
     {"inf", "inf is not JSON: send null for a missing value"},
     {"None", "None is not JSON: send null"},
     {"True", "True is not JSON: send true"},
     {"False", "False is not JSON: send false"}}};

std::string adviceFor(std::string_view payload, std::string found)
{
    for (const auto &[trace, advice] : kAdvice) {
        if (payload.find(trace) != std::string_view::npos)
            return std::string(advice);
    }
    return found;
}

Rejection noAsset(std::string_view frame)
{
    const bool bare = frame.starts_with('{') || frame.starts_with("TLT1");
    return {Reject::NoAsset, bare ? "the frame starts with the payload: an asset path and a space must come first"
                                  : "no space after the asset path in \"" + escapeLine(frame, 40) + '"'};
}

} // namespace

std::string_view toText(Reject reason)
{
    constexpr std::array<std::string_view, 18> kWords{
        "too-large",         "multipart",     "no-asset",    "bad-asset",      "not-utf8",       "unknown-payload",
        "bad-json",          "missing-field", "bad-type",    "bad-shape",      "bad-name",       "bad-time",
        "time-out-of-range", "bad-header",    "bad-version", "too-many-names", "unknown-sensor", "asset-of-other-feed"};
    const auto index = static_cast<std::size_t>(reason);
    return index < kWords.size() ? kWords[index] : std::string_view("?");
}

/// Keeps the parser's memory, and a copy of the payload with the zeroed tail that simdjson may read beyond the end.
struct Decoder::Parser {
    simdjson::ondemand::parser json;
    std::vector<char> padded = std::vector<char>(kMaxFrameBytes + simdjson::SIMDJSON_PADDING);

    Decoded decode(std::string_view asset, std::string_view payload, UtcTime received);
};

Decoded Decoder::Parser::decode(std::string_view asset, std::string_view payload, UtcTime received)
{
    if (!simdjson::validate_utf8(payload))
        return Rejection{Reject::NotUtf8, "the payload is not UTF-8"};
    std::memcpy(padded.data(), payload.data(), payload.size());
    std::memset(padded.data() + payload.size(), 0, simdjson::SIMDJSON_PADDING);
    simdjson::ondemand::document document;
    JsonFields fields;
    Fault fault;
    if (const auto error = json.iterate(padded.data(), payload.size(), padded.size()).get(document))
        failJson(fault, error);
    else if (readFields(document, fields, fault))
        return assemble(asset, std::move(fields), received);
    if (fault->reason == Reject::BadJson)
        fault->detail = adviceFor(payload, std::move(fault->detail));
    return *std::move(fault);
}

Decoder::Decoder() : m_parser(std::make_unique<Parser>()) {}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder &&) noexcept = default;
Decoder &Decoder::operator=(Decoder &&) noexcept = default;

Decoded Decoder::decode(std::string_view frame, UtcTime received)
{
    if (frame.size() > kMaxFrameBytes)
        return Rejection{Reject::TooLarge, std::to_string(frame.size()) + " bytes, at most 65536 are accepted"};
    const auto space = frame.find(' ');
    if (space == std::string_view::npos || space == 0 || frame.starts_with('{'))
        return noAsset(frame);
    const std::string_view asset = frame.substr(0, space);
    const std::string_view payload = frame.substr(space + 1);
    if (!isAssetPath(asset))
        return Rejection{Reject::BadAsset, "asset path \"" + escapeLine(asset, 40) + "\": expected " + std::string(kAssetPathRule)};
    if (payload.starts_with('{'))
        return m_parser->decode(asset, payload, received);
    if (payload.starts_with('T'))
        return decodePacked(asset, payload);
    return Rejection{Reject::UnknownPayload, "expected { or TLT1 after the asset path, found \"" + escapeLine(payload, 20) + '"'};
}

} // namespace telltale::wire
