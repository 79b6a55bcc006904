// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> model file -> detector. Whatever is accepted must be written and read back as the same text, and must judge any row without
// harm. Bytes without a right first line are taken as the second line under one, since no fuzzer guesses a SHA-256.
#include "core/base/sha256.h"
#include "core/detect/detector.h"
#include "core/detect/make_raw_detector.h"
#include "core/modelfile/model_file.h"
#include "fuzz_target.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

using namespace telltale;
using fuzz::require;

namespace {

constexpr std::array<double, 6> kReadings{0.0, 1.0, -1e100, 1e100, kMissing, 5e-324};

std::string withHeader(const std::string &body)
{
    return R"({"format":"telltale-model","version":1,"bytes":)" + std::to_string(body.size()) + R"(,"sha256":")" + sha256(body) + "\"}\n"
           + body;
}

bool isKnown(double value)
{
    return std::isfinite(value);
}

/// `explains`: an expected value is promised for every channel.
void check(const Score &score, bool explains)
{
    require(score.likelihood >= 0.0 && score.likelihood <= 1.0);
    require(score.verdict == Verdict::NoDecision || (isKnown(score.raw) && score.raw >= 0.0 && isKnown(score.value)));
    require(score.verdict == Verdict::NoDecision || (score.verdict == Verdict::Anomalous) == (score.value >= score.limit));
    require(!std::isinf(score.expected));
    double sum = 0.0;
    for (const Contribution &each : score.contributions) {
        require(each.share >= 0.0 && each.share <= 1.0 && isKnown(each.actual));
        require(isKnown(each.expected) || (!explains && std::isnan(each.expected)));
        sum += each.share;
    }
    require(score.contributions.empty() || std::abs(sum - 1.0) < 1e-6);
}

void judgeWith(const TrainedModelPtr &model, const std::vector<detect::ChannelSpec> &channels)
{
    DetectorSpec spec;
    spec.kind = model->detector;
    auto detector = detect::makeDetector(spec, channels, "fuzz", model);
    if (!detector) {
        require(!detector.error().text().empty());
        return;
    }
    const std::vector<Quality> quality(channels.size(), Quality::Good);
    UtcTime time = std::max(model->training.last, fromNanos(1'700'000'000'000'000'000));
    time = std::min(time, fromNanos(4'102'444'800'000'000'000));
    for (std::size_t row = 0; row < 2 * kReadings.size(); ++row) {
        std::vector<double> values;
        for (std::size_t i = 0; i < channels.size(); ++i)
            values.push_back(kReadings[(row + (row < kReadings.size() ? 0 : i)) % kReadings.size()]);
        check((*detector)->update({time += std::chrono::seconds(1), values, quality}), detect::kindNamed(spec.kind)->trained.has_value());
    }
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    const std::string text(bytes);
    Result<TrainedModel> model = modelfile::parseModel(text, "fuzz");
    if (!model)
        model = modelfile::parseModel(withHeader(text), "fuzz");
    if (!model)
        return fuzz::refusal(model.error());
    const std::string again = modelfile::formatModel(*model);
    const Result<TrainedModel> back = modelfile::parseModel(again, "again");
    require(back.ok() && modelfile::formatModel(*back) == again);

    std::vector<detect::ChannelSpec> channels;
    for (const ModelChannel &channel : model->channels)
        channels.push_back({channel.sensor, {}, kMissing, kMissing, Duration::zero()});
    const auto shared = std::make_shared<const TrainedModel>(std::move(*model));
    judgeWith(shared, channels);
    channels.resize(1);
    judgeWith(shared, channels);
    return fuzz::kAccepted;
}
