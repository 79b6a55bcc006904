// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/plant_file.h"

#include "core/config/plant_keys.h"
#include "core/config/reading.h"
#include "core/config/toml_tree.h"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace telltale::config {

namespace {

constexpr std::size_t kLargestFile = 16u * 1024 * 1024;

PlantProblems only(ErrorKind kind, std::string what, const std::string &where)
{
    return {{Error{kind, std::move(what), where}}};
}

Result<std::string> readText(const std::string &path)
{
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error{ErrorKind::NotFound, "expected a plant file, found nothing with this name", path};
    if (std::filesystem::is_directory(status))
        return Error{ErrorKind::InvalidArgument, "expected a plant file, found a directory", path};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error{ErrorKind::Io, "cannot be opened for reading: " + std::system_category().message(errno), path};
    std::string text(kLargestFile + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (file.bad())
        return Error{ErrorKind::Io, "cannot be read", path};
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

} // namespace

std::string PlantProblems::text() const
{
    std::string all;
    for (const Error &error : errors)
        all += error.text() + '\n';
    return all;
}

std::variant<Plant, PlantProblems> parsePlant(std::string_view text, const std::string &path, const DetectorCatalog &catalog)
{
    if (text.size() > kLargestFile)
        return only(ErrorKind::OutOfRange, "expected at most 16 MiB, found more", path);
    const auto parsed = parseToml(text);
    if (const auto *problem = std::get_if<SyntaxProblem>(&parsed))
        return only(ErrorKind::BadFormat, problem->what, path + ':' + std::to_string(problem->line));
    Reading reading(path, catalog);
    Plant plant = readPlant(std::get<Node>(parsed), reading);
    if (!reading.clean())
        return PlantProblems{reading.take()};
    plant.sourcePath = path;
    plant.sourceText = std::string(text);
    return plant;
}

std::variant<Plant, PlantProblems> loadPlant(const std::string &path, const DetectorCatalog &catalog)
{
    Result<std::string> text = readText(path);
    if (!text)
        return PlantProblems{{text.error()}};
    return parsePlant(*text, path, catalog);
}

} // namespace telltale::config
