// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/alert_control.h"
#include "core/detect/detector_kind.h"
#include "core/detect/quantile_limit.h"
#include "core/detect/raw_detector.h"
#include "core/detect/settings.h"
#include "core/detect/tail_likelihood.h"
#include "core/detect/yardstick.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace telltale::detect {

/// Which stages run behind a model, with their settings.
struct StagePlan {
    std::optional<TailLikelihood::Setup> tail;
    std::optional<AlertControl::Setup> control;
    bool quantileLimit = false;  ///< neither the model nor a stage has a limit
    bool modelGivesTail = false; ///< the model's raw score is s ≈ −log10 p already
    double tailLimit = 3.0;      ///< for the tail stage without alert control
    double warmUpRows = 0.0;     ///< raw scores before the first judgement; 0 where no stage learns
};

/// The settings that every kind of detector shares.
[[nodiscard]] std::vector<ParamRule> stageParams();

/// Errors: NotFound for an unknown stage; InvalidArgument for stages out of order or named twice, for a tail behind a model that has one
/// inside, or an unknown tail.
[[nodiscard]] Result<StagePlan> planStages(const std::vector<std::string> &stages, const Settings &settings, const DetectorKind &kind);

/// A model and the stages behind it: raw score → tail likelihood → alert control → Score.
/// `value` and `limit` are: behind the tail, s ≈ −log10 p and the limit in force (with alert control: theta raised by the alert rate,
/// so about one row in longRun is anomalous); without it the raw score and the model's limit, or the 99 % quantile of its raw scores.
/// Alert control without the tail works on theta · raw / limit, at most TailFit::kCap as behind it.
/// Without a raw score the row is NoDecision and no stage sees it. A stage that learns gives NoDecision for warmUp rows.
class StagedDetector final : public Detector {
public:
    StagedDetector(std::unique_ptr<RawDetector> model, const StagePlan &plan);

    [[nodiscard]] Score update(const Point &point) override;
    void forgetAlerts() override;
    [[nodiscard]] double warmUp() const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    struct Judgement {
        double value;
        double limit;
        double likelihood;
    };
    [[nodiscard]] Judgement judge(const RawScore &raw);
    /// Whether `value` is s ≈ −log10 p.
    [[nodiscard]] bool isTail() const { return m_tail || m_plan.modelGivesTail; }
    void applyControl(Score &score, double baseLimit);
    /// How far from the expected value the limit lies, in the sensor's unit.
    [[nodiscard]] double halfWidth(double limit, double unitsPerRaw) const;
    void fillBand(Score &score, double unitsPerRaw) const;

    StagePlan m_plan;
    std::unique_ptr<RawDetector> m_model;
    std::optional<Yardstick> m_yardstick; ///< with the tail
    std::optional<TailLikelihood> m_tail;
    std::optional<AlertControl> m_control;
    std::optional<QuantileLimit> m_quantileLimit;
    std::size_t m_rows = 0; ///< raw scores seen
};

} // namespace telltale::detect
