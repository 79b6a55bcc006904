// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/watched_plant.h"

#include "core/config/encryption.h"
#include "core/curve/key_files.h"
#include "core/detect/detector.h"
#include "core/pipeline/feed_security.h"
#include "ui/text.h"

#include <QFile>
#include <QFileInfo>

namespace telltale::app {

namespace {

std::variant<config::Plant, config::PlantProblems> plantOf(const DesktopOptions &options)
{
    if (options.demo) {
        QFile file(QStringLiteral(":/plants/demo.toml"));
        if (!file.open(QIODevice::ReadOnly))
            return config::PlantProblems{{Error{ErrorKind::NotFound, "the built-in plant is missing from this build", "demo.toml"}}};
        return config::parsePlant(file.readAll().toStdString(), "demo.toml", detect::catalog());
    }
    if (options.plantFile.empty()) {
        config::Plant plant;
        plant.title = ui::fromQt(QFileInfo(ui::toQt(options.recording)).completeBaseName());
        return plant;
    }
    return config::loadPlant(options.plantFile, detect::catalog());
}

} // namespace

std::variant<config::Plant, config::PlantProblems> watchedPlant(const DesktopOptions &options)
{
    auto plant = plantOf(options);
    const auto *read = std::get_if<config::Plant>(&plant);
    if (options.insecure || read == nullptr)
        return plant;
    config::PlantProblems problems = config::unencryptedFeeds(*read);
    if (!problems.errors.empty())
        return problems;
    return plant;
}

config::PlantProblems stationKeyProblems(const config::Plant &plant, const std::string &dataFolder)
{
    config::PlantProblems problems;
    for (const auto &[address, keys] : pipeline::feedSecurity(plant, dataFolder, false).byAddress)
        if (const auto secret = curve::readSecretKey(keys.stationKey); !secret)
            problems.errors.push_back(secret.error());
    return problems;
}

} // namespace telltale::app
