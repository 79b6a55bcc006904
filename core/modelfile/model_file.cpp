// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modelfile/model_file.h"

#include "core/base/sha256.h"
#include "core/base/whole_file.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/model/trained_model_fields.h"

#include <simdjson.h>

#include <array>
#include <new>
#include <set>

namespace telltale::modelfile {

namespace {

constexpr std::string_view kFormat = "telltale-model";
constexpr std::string_view kTooLarge = "larger than 64 MiB";

/// A model that is read takes far more memory than its text: how much there is of it is looked at before.
struct Cap {
    const char *field;
    std::size_t most;
};
constexpr std::array<Cap, 4> kCaps{{{"settings", 256}, {"channels", 1024}, {"scoreQuantiles", 1001}, {"tables", 16}}};

struct Header {
    std::string format;
    int version = 0;
    std::uint64_t bytes = 0;
    std::string sha256;
};

template <typename A, Is<Header> X>
void describe(A &a, X &x)
{
    a("format", x.format);
    a("version", x.version);
    a("bytes", x.bytes);
    a("sha256", x.sha256);
}

Error wrong(ErrorKind kind, std::string what, const std::string &place)
{
    return {kind, std::move(what), place};
}

Result<void> checkHeader(const Header &header, std::string_view body, const std::string &place)
{
    if (header.format != kFormat)
        return wrong(ErrorKind::BadFormat, "not a model file: its first line does not say \"telltale-model\"", place + ":1");
    if (header.version > kVersion)
        return wrong(ErrorKind::Unsupported,
                     "made by a newer Telltale: version " + std::to_string(header.version) + ", this one reads up to "
                         + std::to_string(kVersion),
                     place + ":1 version");
    if (header.version < 1)
        return wrong(ErrorKind::BadFormat, "expected a version from 1 on", place + ":1 version");
    if (header.bytes != body.size())
        return wrong(ErrorKind::Corrupt,
                     "cut short or added to: expected " + std::to_string(header.bytes) + " bytes after the first line, found "
                         + std::to_string(body.size()),
                     place);
    if (header.sha256 != sha256(body))
        return wrong(ErrorKind::Corrupt, "changed since it was written: the content does not have the SHA-256 that the first line states",
                     place + ":2");
    return {};
}

std::size_t sizeOf(simdjson::dom::element element)
{
    if (element.is_array())
        return element.get_array().value_unsafe().size();
    return element.is_object() ? element.get_object().value_unsafe().size() : 0;
}

Result<void> checkSizes(simdjson::dom::element root, const std::string &place)
{
    for (const Cap &cap : kCaps) {
        simdjson::dom::element field;
        if (root.at_key(cap.field).get(field) == simdjson::SUCCESS && sizeOf(field) > cap.most)
            return wrong(ErrorKind::OutOfRange, "expected at most " + std::to_string(cap.most) + ", found " + std::to_string(sizeOf(field)),
                         place + ":2 " + cap.field);
    }
    return {};
}

Result<TrainedModel> readBody(std::string_view body, const std::string &place)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (const auto failure = parser.parse(body.data(), body.size()).get(root); failure != simdjson::SUCCESS) {
        if (failure == simdjson::MEMALLOC)
            throw std::bad_alloc();
        return wrong(ErrorKind::BadFormat, std::string("not JSON: ") + simdjson::error_message(failure), place + ":2 ");
    }
    if (const Result<void> fits = checkSizes(root, place); !fits)
        return fits.error();
    TrainedModel model;
    if (const Result<void> read = json::Reader(root).read(model); !read)
        return wrong(ErrorKind::BadFormat, read.error().what, place + ":2 " + read.error().where);
    return model;
}

/// The time of a row, or of a training: of no more use outside, and sums of it could overflow.
bool isTime(UtcTime time)
{
    constexpr UtcTime kEnd = fromNanos(4'102'444'800'000'000'000);
    return time == kNoTime || (time >= UtcTime{} && time <= kEnd);
}

Result<void> checkModel(const TrainedModel &model, const std::string &place)
{
    if (model.detector.empty() || model.channels.empty())
        return wrong(ErrorKind::BadFormat, "expected a detector and at least one channel", place + ":2");
    std::set<std::string_view> sensors;
    for (const ModelChannel &channel : model.channels) {
        if (!sensors.insert(channel.sensor).second)
            return wrong(ErrorKind::BadFormat, "a channel stands there twice", place + ":2 channels." + channel.sensor);
    }
    if (!isTime(model.training.first) || !isTime(model.training.last) || !isTime(model.training.trainedAt))
        return wrong(ErrorKind::OutOfRange, "expected times from 1970 to 2100", place + ":2 training");
    return {};
}

Result<TrainedModel> parseWhole(std::string_view text, const std::string &place)
{
    if (text.size() > kMostBytes)
        return wrong(ErrorKind::OutOfRange, std::string(kTooLarge), place);
    const std::size_t lineEnd = text.substr(0, 4096).find('\n');
    if (lineEnd == std::string_view::npos)
        return wrong(ErrorKind::BadFormat, "not a model file: it has no first line of JSON", place + ":1");
    const Result<Header> header = json::fromText<Header>(text.substr(0, lineEnd));
    if (!header)
        return wrong(ErrorKind::BadFormat, "not a model file: " + header.error().text(), place + ":1");
    const std::string_view body = text.substr(lineEnd + 1);
    if (const Result<void> fits = checkHeader(*header, body, place); !fits)
        return fits.error();
    Result<TrainedModel> model = readBody(body, place);
    if (!model)
        return model;
    if (const Result<void> fits = checkModel(*model, place); !fits)
        return fits.error();
    return model;
}

Error outOfMemory(const std::string &place)
{
    return wrong(ErrorKind::OutOfRange, "needs more memory than there is", place);
}

} // namespace

std::string formatModel(const TrainedModel &model)
{
    const std::string body = json::toText(model) + '\n';
    return json::toText(Header{std::string(kFormat), kVersion, body.size(), sha256(body)}) + '\n' + body;
}

Result<TrainedModel> parseModel(std::string_view text, const std::string &place)
{
    try {
        return parseWhole(text, place);
    } catch (const std::bad_alloc &) {
        return outOfMemory(place);
    }
}

Result<TrainedModel> readModel(const std::string &path)
{
    try {
        const Result<std::string> text = readWholeFile(path, kMostBytes);
        if (!text)
            return text.error();
        return parseWhole(*text, path);
    } catch (const std::bad_alloc &) {
        return outOfMemory(path);
    }
}

Result<void> writeModel(const std::string &path, const TrainedModel &model)
{
    const std::string text = formatModel(model);
    if (text.size() > kMostBytes)
        return wrong(ErrorKind::OutOfRange, std::string(kTooLarge) + ": learn from fewer rows or columns", path);
    return replaceFile(path, text);
}

} // namespace telltale::modelfile
