// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/staged_detector.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace telltale::detect {

std::vector<ParamRule> stageParams()
{
    return {
        textRule("tailFit", "pareto", "Tail stage: shape of the tail, \"pareto\" or \"exp\"."),
        numberRule("tailP", 0.95, 0.5, 0.98, "", "Tail stage: quantile of the raw scores at which the tail begins."),
        numberRule("tailHistory", 6000.0, 100.0, 60000.0, "rows", "Tail stage: raw scores that are remembered."),
        numberRule("tailLimit", 3.0, 0.1, 8.0, "", "Tail stage without alert control: anomalous from here; 3 = one row in a thousand."),
        numberRule("theta", 0.97, 0.1, 5.0, "", "Alert control: lowest score that may alert."),
        numberRule("refractory", 0.2, 0.0, 10.0, "", "Alert control: rest after an alert, as a share of the warm-up."),
        numberRule("decay", 0.5, 0.001, 10.0, "", "Alert control: how long the last alert counts, as a share of the warm-up."),
        numberRule("boost", 2.0, 1.0, 100.0, "", "Alert control: how many times stronger a row must be to alert in the rest."),
        numberRule("eta", 0.2, 0.0, 3.0, "", "Alert control: how much harder each alert makes the next."),
        numberRule("longRun", 2000.0, 1.0, 1e7, "rows", "Alert control: about one alert in so many rows."),
    };
}

namespace {

/// The stages in their only sensible order.
constexpr std::array<std::string_view, 2> kStages{"tail", "control"};

Result<void> checkOrder(const std::vector<std::string> &stages)
{
    std::size_t next = 0;
    for (const std::string &stage : stages) {
        const auto known = static_cast<std::size_t>(std::find(kStages.begin(), kStages.end(), stage) - kStages.begin());
        if (known == kStages.size())
            return Error{ErrorKind::NotFound, "no stage \"" + stage + "\"; there are tail and control", "stages"};
        if (known < next)
            return Error{ErrorKind::InvalidArgument, "stages are named once each, tail before control", "stages"};
        next = known + 1;
    }
    return {};
}

Result<TailFit::Shape> tailFit(const std::string &name)
{
    if (name == "pareto")
        return TailFit::Shape::Pareto;
    if (name == "exp")
        return TailFit::Shape::Exponential;
    return Error{ErrorKind::InvalidArgument, "expected pareto or exp, not \"" + name + '"', "tailFit"};
}

/// Largest first, summing to 1; equal shares where the model cannot say.
std::vector<Contribution> ranked(std::vector<Contribution> all)
{
    double sum = 0.0;
    for (const Contribution &each : all)
        sum += each.share;
    for (Contribution &each : all)
        each.share = sum > 0.0 ? each.share / sum : 1.0 / static_cast<double>(all.size());
    std::stable_sort(all.begin(), all.end(), [](const Contribution &a, const Contribution &b) { return a.share > b.share; });
    return all;
}

} // namespace

Result<StagePlan> planStages(const std::vector<std::string> &stages, const Settings &settings, const DetectorKind &kind)
{
    if (const Result<void> fits = checkOrder(stages); !fits)
        return fits.error();
    const Result<TailFit::Shape> fit = tailFit(settings.text("tailFit"));
    if (!fit)
        return fit.error();
    const auto has = [&](std::string_view name) { return std::find(stages.begin(), stages.end(), name) != stages.end(); };
    if (kind.givesTail && has("tail"))
        return Error{ErrorKind::InvalidArgument, "this detector's score is a tail likelihood already; only control fits behind it",
                     "stages"};
    const double warmUp = settings.number("warmUp");
    StagePlan plan;
    plan.tailLimit = settings.number("tailLimit");
    plan.modelGivesTail = kind.givesTail;
    plan.quantileLimit = !has("tail") && !kind.hasOwnLimit && !kind.givesTail;
    if (has("tail"))
        plan.tail = TailLikelihood::Setup{{{*fit, settings.number("tailP")}}, settings.count("tailHistory"), warmUp};
    if (has("control"))
        plan.control = AlertControl::Setup{settings.number("theta"),
                                           settings.number("refractory") * warmUp,
                                           settings.number("decay") * warmUp,
                                           settings.number("boost"),
                                           settings.number("eta"),
                                           settings.number("longRun")};
    plan.warmUpRows = plan.tail || plan.quantileLimit || plan.modelGivesTail ? warmUp : 0.0;
    return plan;
}

StagedDetector::StagedDetector(std::unique_ptr<RawDetector> model, const StagePlan &plan) : m_plan(plan), m_model(std::move(model))
{
    if (plan.tail) {
        m_yardstick.emplace();
        m_tail.emplace(*plan.tail);
    }
    if (plan.control)
        m_control.emplace(*plan.control);
    if (plan.quantileLimit)
        m_quantileLimit.emplace();
}

Score StagedDetector::update(const Point &point)
{
    RawScore raw = m_model->judge(point);
    Score score;
    score.controlled = m_control.has_value();
    if (std::isnan(raw.raw))
        return score;
    score.raw = raw.raw;
    score.expected = raw.expected;
    const Judgement judgement = judge(raw);
    score.value = judgement.value;
    score.limit = judgement.limit;
    const bool ready = static_cast<double>(m_rows) >= m_plan.warmUpRows && !std::isnan(judgement.limit);
    ++m_rows;
    if (!ready)
        return score;
    score.likelihood = judgement.likelihood;
    applyControl(score, judgement.limit);
    score.verdict = score.value >= score.limit ? Verdict::Anomalous : Verdict::Normal;
    if (score.verdict == Verdict::Anomalous) {
        score.contributions = ranked(m_model->contributions());
        score.precedent = m_model->precedent();
    }
    fillBand(score, raw.unitsPerRaw);
    return score;
}

StagedDetector::Judgement StagedDetector::judge(const RawScore &raw)
{
    if (isTail()) {
        double s = raw.raw;
        if (m_tail) {
            m_yardstick->add(raw.yardstick);
            s = m_tail->judge(raw.raw, m_yardstick->spread());
        }
        return {s, m_control ? m_plan.control->theta : m_plan.tailLimit, 1.0 - std::pow(10.0, -s)};
    }
    if (m_quantileLimit) {
        const QuantileLimit::Judgement own = m_quantileLimit->judge(raw.raw);
        return {raw.raw, own.limit, own.likelihood};
    }
    return {raw.raw, raw.limit, raw.likelihood};
}

void StagedDetector::applyControl(Score &score, double baseLimit)
{
    if (!m_control)
        return;
    const double theta = m_plan.control->theta;
    // Without the tail's own cap one absurd reading would be the measure for all that follow.
    const double strength = isTail() ? score.value : std::min(theta * (score.value / baseLimit), TailFit::kCap);
    const AlertControl::Decision decision = m_control->step(strength);
    score.pulse = decision.pulse;
    score.limit = isTail() ? decision.limit : decision.limit / theta * baseLimit;
    // A much stronger row soon after an alert may alert below the limit that the alert has just raised: it is anomalous all the same.
    if (score.pulse)
        score.limit = std::min(score.limit, score.value);
}

double StagedDetector::halfWidth(double limit, double unitsPerRaw) const
{
    if (m_plan.modelGivesTail)
        return m_model->halfWidthAt(limit);
    return (m_tail ? m_tail->rawAt(limit) : limit) * unitsPerRaw;
}

void StagedDetector::fillBand(Score &score, double unitsPerRaw) const
{
    const double half = halfWidth(score.limit, unitsPerRaw);
    if (!std::isfinite(half))
        return;
    score.lower = score.expected - half;
    score.upper = score.expected + half;
}

void StagedDetector::forgetAlerts()
{
    if (m_control)
        m_control.emplace(*m_plan.control);
}

double StagedDetector::warmUp() const
{
    if (m_plan.warmUpRows <= 0.0)
        return m_model->warmUp();
    return std::min(m_model->warmUp(), static_cast<double>(m_rows) / m_plan.warmUpRows);
}

std::size_t StagedDetector::bytes() const
{
    return sizeof(*this) + m_model->bytes() + (m_tail ? m_tail->bytes() + m_yardstick->bytes() : 0)
           + (m_quantileLimit ? m_quantileLimit->bytes() : 0);
}

} // namespace telltale::detect
