// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/message.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace telltale::wire {

/// Why a frame was thrown away. Counted per feed under these names, which are on screen and in the manual.
enum class Reject : std::uint8_t {
    TooLarge,
    Multipart,
    NoAsset,
    BadAsset,
    NotUtf8,
    UnknownPayload,
    BadJson,
    MissingField,
    BadType,
    BadShape,
    BadName,
    BadTime,
    TimeOutOfRange,
    BadHeader,
    BadVersion,
    TooManyNames,
    UnknownSensor,
    AssetOfOtherFeed,
};

[[nodiscard]] std::string_view toText(Reject reason); ///< "too-large", "bad-json", …

/// Either a message or why there is none, with a sentence for people.
struct Rejection {
    Reject reason = Reject::BadJson;
    std::string detail;
};
using Decoded = std::variant<Message, Rejection>;

/// Turns one ZeroMQ frame into a message: `<asset path> SP <payload>`, design: README "Wire format"; the layouts are drawn in
/// json_encode.cpp and packed.h. Total: every byte sequence gives a message or a rejection, never a crash, never unbounded memory.
/// Keys come in any order; unknown keys are skipped (their content is not checked), null counts as absent, a key or a sensor that
/// comes twice is refused (bad-name). `epoch` and `seq` are whole numbers, or the same as decimal text for writers that keep numbers
/// as doubles. `t` keeps nanoseconds when it is written as plain decimals; with an exponent it has the precision of a double.
/// Shapes: a value or quality is one cell for one row, or an array as long as `t`; a null column is missing in every row.
/// Missing: JSON null becomes NaN. A number that no double can hold (1e999), and NaN or infinity in a packed frame, becomes NaN with
/// quality bad. The words NaN and Infinity are not JSON: bad-json. Data without `t` gets `received`.
/// Errors: times outside 2000-01-01 … 2100-01-01 reject the whole frame (time-out-of-range), as does anything else that is wrong.
/// Thread: one instance per thread (it keeps its parser's memory). Cost: about 60 ns a sample for JSON, 2 ns packed.
class Decoder {
public:
    Decoder();
    ~Decoder();
    Decoder(Decoder &&) noexcept;
    Decoder &operator=(Decoder &&) noexcept;

    [[nodiscard]] Decoded decode(std::string_view frame, UtcTime received);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// The same format, the other way. JSON is compact, keys in fixed order, numbers shortest-exact. NaN is written as null.
/// Errors: none. A message that breaks the format's own limits (asset path, names, 64 KiB) is written all the same and refused on arrival.
[[nodiscard]] std::string encode(const SampleBatch &batch);
[[nodiscard]] std::string encode(const Describe &describe);
[[nodiscard]] std::string encode(const Heartbeat &heartbeat);
[[nodiscard]] std::string encode(const PackedSamples &samples);

} // namespace telltale::wire
