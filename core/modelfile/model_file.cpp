// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modelfile/model_file.h"

#include "core/base/sha256.h"
#include "core/base/whole_file.h"
#include "core/model/json_reader.h"
#include "core/model/json_writer.h"
#include "core/model/trained_model_fields.h"

#include <simdjson.h>

namespace telltale::modelfile {

namespace {

constexpr std::string_view kFormat = "telltale-model";
constexpr std::size_t kMostChannels = 1024;

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

Result<void> checkModel(const TrainedModel &model, const std::string &place)
{
    if (model.detector.empty() || model.channels.empty())
        return wrong(ErrorKind::BadFormat, "expected a detector and at least one channel", place + ":2");
    if (model.channels.size() > kMostChannels)
        return wrong(ErrorKind::OutOfRange, "expected at most 1024 channels, found " + std::to_string(model.channels.size()),
                     place + ":2 channels");
    return {};
}

} // namespace

std::string formatModel(const TrainedModel &model)
{
    const std::string body = json::toText(model) + '\n';
    return json::toText(Header{std::string(kFormat), kVersion, body.size(), sha256(body)}) + '\n' + body;
}

Result<TrainedModel> parseModel(std::string_view text, const std::string &place)
{
    if (text.size() > kMostBytes)
        return wrong(ErrorKind::OutOfRange, "larger than 256 MiB", place);
    const std::size_t lineEnd = text.substr(0, 4096).find('\n');
    if (lineEnd == std::string_view::npos)
        return wrong(ErrorKind::BadFormat, "not a model file: it has no first line of JSON", place + ":1");
    const Result<Header> header = json::fromText<Header>(text.substr(0, lineEnd));
    if (!header)
        return wrong(ErrorKind::BadFormat, "not a model file: " + header.error().text(), place + ":1");
    const std::string_view body = text.substr(lineEnd + 1);
    if (const Result<void> fits = checkHeader(*header, body, place); !fits)
        return fits.error();
    Result<TrainedModel> model = json::fromText<TrainedModel>(body);
    if (!model)
        return wrong(ErrorKind::BadFormat, model.error().what, place + ":2 " + model.error().where);
    if (const Result<void> fits = checkModel(*model, place); !fits)
        return fits.error();
    return model;
}

Result<TrainedModel> readModel(const std::string &path)
{
    const Result<std::string> text = readWholeFile(path, kMostBytes);
    if (!text)
        return text.error();
    return parseModel(*text, path);
}

Result<void> writeModel(const std::string &path, const TrainedModel &model)
{
    return replaceFile(path, formatModel(model));
}

} // namespace telltale::modelfile
