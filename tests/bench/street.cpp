// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/street.h"

#include "core/config/plant_file.h"
#include "core/detect/detector.h"

#include <QEventLoop>
#include <QTimer>
#include <cstdio>
#include <cstdlib>

namespace telltale::bench {

namespace {

[[noreturn]] void giveUp(const std::string &why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

config::Plant readPlant(const std::string &text)
{
    auto plant = config::parsePlant(text, "bench.toml", detect::catalog());
    if (const auto *problems = std::get_if<config::PlantProblems>(&plant))
        giveUp(problems->text());
    return std::move(std::get<config::Plant>(plant));
}

} // namespace

Street::Street(Load load, const std::string &plant) : publisher(load)
{
    pipeline::PipelineSettings settings;
    settings.plant = readPlant(plant);
    settings.extraFeeds = {publisher.address()};
    settings.dataFolder = m_folder.path("data");
    settings.startedBy = {"operator A", "desk 1", "a"};
    ui::WindowSettings look;
    look.dataFolder = settings.dataFolder;
    look.actor = settings.startedBy;
    auto pipeline = pipeline::Pipeline::start(std::move(settings), m_clock);
    if (!pipeline)
        giveUp(pipeline.error().text());
    m_pipeline = std::move(*pipeline);
    m_source = std::make_unique<WatchedSource>(*m_pipeline);
    m_window = std::make_unique<ui::MainWindow>(*m_source, look);
    m_window->resize(1920, 1080);
    m_window->show();
    publisher.start();
}

Street::~Street()
{
    m_window.reset();
    m_pipeline->stop();
}

bool Street::runUntil(const std::function<bool()> &done, double seconds)
{
    bool reached = false;
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        reached = done();
        if (reached)
            loop.quit();
    });
    look.start(20);
    QTimer::singleShot(static_cast<int>(seconds * 1e3), &loop, [&] { loop.quit(); });
    loop.exec();
    return reached;
}

void Street::runFor(double seconds)
{
    (void)runUntil([] { return false; }, seconds);
}

} // namespace telltale::bench
