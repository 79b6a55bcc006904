// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/model_shelf.h"

#include "core/base/sha256.h"
#include "core/base/whole_file.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>

namespace telltale::study {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAssetFolder = "_asset";
constexpr std::string_view kEnding = ".model";
/// File systems allow 255 bytes.
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kDigits = 32;

std::string safeName(std::string_view name)
{
    std::string safe;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        const bool leading = safe.empty() && (c == '.' || c == '_');
        const bool plain = byte < 0x80 && (std::isalnum(byte) != 0 || c == '-' || c == '_' || c == '.');
        char escaped[4];
        std::snprintf(escaped, sizeof escaped, "%%%02X", byte);
        safe += plain && !leading ? std::string(1, c) : std::string(escaped);
    }
    if (safe.size() > kLongestName) // of two such names each keeps a folder of its own
        safe = safe.substr(0, kLongestName - kDigits) + sha256(name).substr(0, kDigits);
    return safe.empty() ? "%" : safe;
}

} // namespace

Result<ShelvedModel> readShelved(const std::string &path)
{
    Result<TrainedModel> model = modelfile::readModel(path);
    if (!model)
        return model.error();
    Result<std::string> hash = sha256OfFile(path);
    if (!hash)
        return hash.error();
    return ShelvedModel{path, std::move(*hash), std::make_shared<const TrainedModel>(std::move(*model))};
}

std::string modelFolder(const std::string &dataFolder, const SensorKey &source)
{
    std::string folder = dataFolder + "/models";
    for (std::size_t begin = 0; begin <= source.asset.size();) {
        const std::size_t end = std::min(source.asset.find('/', begin), source.asset.size());
        folder += '/' + safeName(std::string_view(source.asset).substr(begin, end - begin));
        begin = end + 1;
    }
    return folder + '/' + (source.sensor.empty() ? std::string(kAssetFolder) : safeName(source.sensor));
}

std::string modelFileName(std::string_view kind, UtcTime trainedAt)
{
    std::string stamp = toIso(trainedAt, 0);
    std::erase_if(stamp, [](char c) { return c == '-' || c == ':'; });
    return std::string(kind) + '-' + stamp + std::string(kEnding);
}

Shelf readShelf(const std::string &folder)
{
    Shelf shelf;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (entry->path().extension() != kEnding)
            continue;
        if (Result<ShelvedModel> model = readShelved(entry->path().string()))
            shelf.models.push_back(std::move(*model));
        else
            shelf.problems.push_back(model.error().text());
    }
    std::sort(shelf.models.begin(), shelf.models.end(), [](const ShelvedModel &a, const ShelvedModel &b) {
        return std::pair(a.model->training.trainedAt, a.path) < std::pair(b.model->training.trainedAt, b.path);
    });
    return shelf;
}

Result<ShelvedModel> shelve(const std::string &folder, const TrainedModel &model, std::size_t mostBytes)
{
    const std::string text = modelfile::formatModel(model);
    if (text.size() > mostBytes)
        return Error{ErrorKind::Unsupported,
                     "the model takes " + std::to_string(text.size() >> 20U) + " MiB and could not be read back: at most "
                         + std::to_string(mostBytes >> 20U) + " MiB are; train it on less history",
                     folder};
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return Error{ErrorKind::Io, failed.message(), folder};
    const std::string path = folder + '/' + modelFileName(model.detector, model.training.trainedAt);
    if (fs::exists(path, failed))
        return Error{ErrorKind::Busy, "there is a model of this second already", path};
    if (Result<void> written = replaceFile(path, text); !written)
        return written.error();
    Result<ShelvedModel> shelved = readShelved(path);
    if (!shelved)
        fs::remove(path, failed);
    return shelved;
}

} // namespace telltale::study
