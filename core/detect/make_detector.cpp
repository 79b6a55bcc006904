// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/make_raw_detector.h"
#include "core/detect/staged_detector.h"
#include "core/detect/trained/model_detector.h"
#include "core/detect/trained/remembered_rows.h"
#include "core/detect/trained/self_training_detector.h"

#include <algorithm>
#include <cmath>

namespace telltale::detect {

namespace {

Result<void> checkChannels(const DetectorRule &rule, const std::vector<ChannelSpec> &channels)
{
    if (channels.empty())
        return Error{ErrorKind::InvalidArgument, "a detector needs at least one channel", rule.kind};
    if (rule.scope == DetectorRule::Scope::Sensor && channels.size() != 1)
        return Error{ErrorKind::InvalidArgument, "judges one sensor, not " + std::to_string(channels.size()), rule.kind};
    return {};
}

/// What was asked for, and what the model says where nothing was.
DetectorSpec withModelSettings(DetectorSpec spec, const TrainedModel &model)
{
    spec.params.insert(model.settings.begin(), model.settings.end());
    return spec;
}

/// A smaller one is not of this world, and would scale readings so far up that their squares overflow.
constexpr double kSmallestSd = 1e-50;

Result<void> checkModel(const DetectorSpec &spec, const TrainedModel &model)
{
    if (model.detector != spec.kind)
        return Error{ErrorKind::InvalidArgument, "the model was trained for " + model.detector + ", not for " + spec.kind, "model"};
    if (model.channels.empty())
        return Error{ErrorKind::Corrupt, "the model has no channel", "channels"};
    for (const ModelChannel &channel : model.channels) {
        if (!usable(channel.mean) || !usable(channel.sd) || channel.sd < kSmallestSd)
            return Error{ErrorKind::Corrupt, "expected a mean and a positive standard deviation", "channels." + channel.sensor};
    }
    const std::vector<double> &quantiles = model.scoreQuantiles;
    const bool finite = std::all_of(quantiles.begin(), quantiles.end(), [](double each) { return std::isfinite(each); });
    if (!finite || !std::is_sorted(quantiles.begin(), quantiles.end()))
        return Error{ErrorKind::Corrupt, "expected numbers that ascend", "scoreQuantiles"};
    return {};
}

/// A setting that made the model changes nothing beside it: another value is a mistake.
Result<void> checkBesideModel(const DetectorKind &kind, const DetectorSpec &spec, const TrainedModel &model)
{
    for (const ParamRule &rule : kind.rule.params) {
        const auto given = spec.params.find(rule.name);
        if (given == spec.params.end() || rule.name == "threshold" || rule.name == "warmUp" || rule.name == kind.trained->alsoJudges)
            continue;
        const auto learned = model.settings.find(rule.name);
        if (learned == model.settings.end() || learned->second != given->second)
            return Error{ErrorKind::InvalidArgument, "has no effect beside a model: train another one with it", rule.name};
    }
    return {};
}

/// Settings with which a detector could never teach itself, or would hold up live alarms while it does.
Result<void> checkSelfTraining(const TrainedKind &kind, const Settings &settings, std::size_t channels)
{
    for (const TrainedKind::RowCheck check : {kind.check, kind.checkLive}) {
        if (check == nullptr)
            continue;
        if (Result<void> fits = check(settings, settings.count("warmUp"), channels); !fits)
            return Error{ErrorKind::InvalidArgument, fits.error().what, fits.error().where};
    }
    return {};
}

Result<std::unique_ptr<RawDetector>> makeRaw(const DetectorKind &kind, const DetectorSpec &spec, const Settings &settings,
                                             const std::vector<ChannelSpec> &channels, const std::string &seedName,
                                             const TrainedModelPtr &model)
{
    if (!kind.trained)
        return kind.make(settings, channels, seedName);
    if (model)
        return makeTrainedDetector(model, spec.params, channels);
    if (kind.trained->needsLabels)
        return Error{ErrorKind::NotFound, "learns from labelled rows: train it with telltale-lab and name the file", "model"};
    if (const Result<void> fits = checkSelfTraining(*kind.trained, settings, channels.size()); !fits)
        return fits.error();
    return std::unique_ptr<RawDetector>(std::make_unique<SelfTrainingDetector>(spec, channels, settings.count("warmUp")));
}

/// A detector that fits once and then judges learns from all rows of its model, whatever its warm-up without one.
Settings fittedTo(Settings settings, const DetectorKind &kind, std::size_t rows)
{
    const ParamRule &warmUp = kind.param("warmUp");
    if (static_cast<double>(rows) >= warmUp.min)
        settings.setNumber("warmUp", std::min(static_cast<double>(rows), warmUp.max));
    return settings;
}

/// A stage that learns finds no row left where all were fitted: it is shown them once more, with what the model makes of them now.
void showRows(const RememberedRows &rows, bool fitsOnce, Detector &detector)
{
    rows.showTo(detector);
    if (fitsOnce && detector.warmUp() < 1.0)
        rows.showTo(detector);
}

Result<std::unique_ptr<Detector>> staged(Result<std::unique_ptr<RawDetector>> raw, const StagePlan &stages)
{
    if (!raw)
        return raw.error();
    return std::unique_ptr<Detector>(std::make_unique<StagedDetector>(std::move(*raw), stages));
}

/// One that learns as it runs, with what its model's rows taught it.
Result<std::unique_ptr<Detector>> makeShown(const DetectorKind &kind, const Settings &settings, const StagePlan &stages,
                                            const std::vector<ChannelSpec> &channels, const std::string &seedName,
                                            const TrainedModel &model)
{
    const Result<RememberedRows> rows = RememberedRows::of(model, channels);
    if (!rows)
        return rows.error();
    const Settings own = kind.fitsOnce ? fittedTo(settings, kind, rows->wholeRows()) : settings;
    Result<std::unique_ptr<Detector>> detector = staged(kind.make(own, channels, seedName), stages);
    if (detector)
        showRows(*rows, kind.fitsOnce, **detector);
    return detector;
}

} // namespace

const DetectorKind *kindNamed(std::string_view name)
{
    const auto found = std::find_if(kinds().begin(), kinds().end(), [&](const DetectorKind &row) { return row.rule.kind == name; });
    return found == kinds().end() ? nullptr : &*found;
}

Result<std::unique_ptr<RawDetector>> makeTrainedDetector(const TrainedModelPtr &model, const std::map<std::string, ParamValue> &params,
                                                         const std::vector<ChannelSpec> &channels)
{
    const DetectorKind *kind = kindNamed(model->detector);
    const DetectorRule *rule = catalog().find(model->detector);
    if (kind == nullptr || rule == nullptr || !kind->trained)
        return Error{ErrorKind::Unsupported, "no trained detector of the kind \"" + model->detector + "\"", "detector"};
    const Result<Settings> settings = Settings::check(*rule, withModelSettings({model->detector, params, {}, false}, *model));
    if (!settings)
        return settings.error();
    const double threshold = params.contains("threshold") ? settings->number("threshold") : model->limit;
    const ParamRule &range = kind->param("threshold");
    if (!(threshold >= range.min && threshold <= range.max))
        return Error{ErrorKind::Corrupt, "expected a limit from 0 to the largest score that the detector gives", "limit"};
    Result<std::shared_ptr<const FittedModel>> fitted = kind->trained->load(*settings, *model);
    if (!fitted)
        return fitted.error();
    return std::unique_ptr<RawDetector>(std::make_unique<ModelDetector>(std::move(*fitted), *model, threshold, channels));
}

Result<std::unique_ptr<Detector>> makeDetector(const DetectorSpec &spec, const std::vector<ChannelSpec> &channels,
                                               const std::string &seedName, const TrainedModelPtr &model)
{
    const DetectorRule *rule = catalog().find(spec.kind);
    const DetectorKind *kind = kindNamed(spec.kind);
    if (rule == nullptr || kind == nullptr)
        return Error{ErrorKind::NotFound, "no detector of the kind \"" + spec.kind + "\"", "kind"};
    if (const Result<void> fits = checkChannels(*rule, channels); !fits)
        return fits.error();
    if (model) {
        if (const Result<void> fits = checkModel(spec, *model); !fits)
            return fits.error();
    }
    const DetectorSpec asked = model ? withModelSettings(spec, *model) : spec;
    const Result<Settings> settings = Settings::check(*rule, asked);
    if (!settings)
        return settings.error();
    if (model && kind->trained) {
        if (const Result<void> fits = checkBesideModel(*kind, spec, *model); !fits)
            return fits.error();
    }
    const Result<StagePlan> stages = planStages(spec.stagesGiven ? spec.stages : rule->defaultStages, *settings, *kind);
    if (!stages)
        return stages.error();
    if (model && !kind->trained)
        return makeShown(*kind, *settings, *stages, channels, seedName, *model);
    return staged(makeRaw(*kind, spec, *settings, channels, seedName, model), *stages);
}

} // namespace telltale::detect
