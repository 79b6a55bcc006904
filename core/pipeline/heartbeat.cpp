// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/heartbeat.h"

#include "core/base/whole_file.h"
#include "core/model/json_reader.h"

#include <array>
#include <cstdio>

namespace telltale::pipeline {

namespace {

constexpr std::size_t kLargestFile = 64 * 1024;

std::string secondsText(Duration length)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f s", toSeconds(length));
    return text.data();
}

} // namespace

std::string heartbeatPath(const std::string &dataFolder)
{
    return dataFolder + "/heartbeat.json";
}

Result<Heartbeat> readHeartbeat(const std::string &path)
{
    const auto text = readWholeFile(path, kLargestFile);
    if (!text)
        return text.error();
    auto heartbeat = json::fromText<Heartbeat>(*text);
    if (!heartbeat)
        return Error{ErrorKind::BadFormat, "is no heartbeat: " + heartbeat.error().text(), path};
    return heartbeat;
}

Liveness livenessOf(const Result<Heartbeat> &heartbeat, UtcTime now)
{
    if (!heartbeat)
        return {false, "there is no sign of life: " + heartbeat.error().text()};
    const std::string process = "process " + std::to_string(heartbeat->process);
    if (heartbeat->at == kNoTime)
        return {false, process + " gave a sign of life without a time"};
    const Duration age = now - heartbeat->at;
    // From the future: whoever wrote it had another clock, and nothing is known of now.
    if (age > kHeartbeatLimit || age < -kHeartbeatLimit)
        return {false, process + " gave its last sign of life " + secondsText(age) + " ago"};
    if (!heartbeat->standsStill.empty())
        return {false, process + " runs, but a part of it stands still: " + heartbeat->standsStill};
    if (heartbeat->journal == "failing")
        return {false, process + " runs, but cannot write to the journal"};
    return {true, process + " runs, last sign of life " + secondsText(age) + " ago"};
}

} // namespace telltale::pipeline
