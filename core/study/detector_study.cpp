// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/detector_study.h"

#include "core/alarm/alarm_policy.h"
#include "core/detect/make_raw_detector.h"

#include <algorithm>
#include <cmath>

namespace telltale::study {

namespace {

/// Enough to fill what the detectors remember by default.
constexpr std::size_t kMemoryRows = 4096;
constexpr std::size_t kRowsBetweenWatches = 512;

const ParamValue *settingOf(const DetectorSpec &detector, const std::string &name)
{
    if (const auto given = detector.params.find(name); given != detector.params.end())
        return &given->second;
    const DetectorRule *rule = detect::catalog().find(detector.kind);
    if (rule == nullptr)
        return nullptr;
    const auto row = std::find_if(rule->params.begin(), rule->params.end(), [&](const ParamRule &param) { return param.name == name; });
    return row == rule->params.end() ? nullptr : &row->fallback;
}

/// The newest row that a fresh detector with this model has seen; kNoTime where it remembers none.
UtcTime rememberedUntil(const Candidate &candidate)
{
    const detect::DetectorKind *kind = detect::kindNamed(candidate.detector.kind);
    const bool learnsAsItRuns = kind != nullptr && !kind->trained;
    return learnsAsItRuns && candidate.model ? candidate.model->training.last : kNoTime;
}

/// One candidate on its way through the rows.
class Run {
public:
    /// `detector` null: nothing judges. Rows up to `learnedUntil` are known to it.
    Run(const StudyRows &rows, const AlarmDefinition &alarm, std::unique_ptr<detect::Detector> detector, UtcTime learnedUntil,
        CandidateStudy &result)
        : m_rows(rows)
        , m_policy(alarm, rows.period)
        , m_detector(std::move(detector))
        , m_learnedUntil(learnedUntil)
        , m_result(result)
    {
    }

    void step(std::size_t row, bool judged)
    {
        const std::size_t columns = m_rows.table.columns();
        const auto quality = std::span(m_rows.quality).subspan(row * columns, columns);
        const UtcTime t = m_rows.table.times[row];
        const bool gap = m_rows.gapBefore[row] != 0;
        const bool learned = t <= m_learnedUntil;
        const Score score = learned || !m_detector ? Score{} : m_detector->update({t, m_rows.table.row(row), quality, gap});
        if (judged)
            keep(score, learned);
        decide(t, m_rows.table.row(row), quality, score, gap);
    }
    [[nodiscard]] double warmUp() const { return m_detector ? m_detector->warmUp() : 1.0; }

private:
    void keep(const Score &score, bool learned)
    {
        m_result.learned += learned ? 1 : 0;
        const bool decided = score.verdict != Verdict::NoDecision;
        m_result.undecided += decided ? 0 : 1;
        m_result.anomalous += score.verdict == Verdict::Anomalous ? 1 : 0;
        m_result.values.push_back(decided ? score.value : kMissing);
        m_result.ratios.push_back(decided && score.limit > 0.0 ? static_cast<float>(score.value / score.limit) : std::nanf(""));
        m_result.verdicts.push_back(score.verdict);
        if (decided)
            m_result.limit = score.limit;
    }

    /// What is bad or missing matters only where it kept the detector from deciding: a model looks at its own sensors alone.
    void decide(UtcTime t, std::span<const double> values, std::span<const Quality> quality, const Score &score, bool gap)
    {
        const bool decided = score.verdict != Verdict::NoDecision;
        if (!decided && std::find(quality.begin(), quality.end(), Quality::Bad) != quality.end()) {
            m_policy.freeze();
            return;
        }
        if (!decided && std::any_of(values.begin(), values.end(), [](double value) { return std::isnan(value); }))
            return;
        take(m_policy.advance(t));
        take(m_policy.judge({t, score.verdict, score.value, score.limit, score.controlled, score.pulse, gap}));
    }

    void take(const std::optional<alarm::ConditionChange> &change)
    {
        using Kind = alarm::ConditionChange::Kind;
        if (!change || change->kind == Kind::Escalate)
            return;
        if (change->kind == Kind::Raise)
            m_result.episodes.push_back({change->firstViolation, change->at, kNoTime});
        else
            m_result.episodes.back().cleared = change->at;
    }

    const StudyRows &m_rows;
    alarm::AlarmPolicy m_policy;
    std::unique_ptr<detect::Detector> m_detector;
    UtcTime m_learnedUntil;
    CandidateStudy &m_result;
};

} // namespace

std::size_t CandidateStudy::raises(UtcTime from) const
{
    return static_cast<std::size_t>(
        std::count_if(episodes.begin(), episodes.end(), [&](const Episode &episode) { return episode.raised >= from; }));
}

std::size_t warmUpRows(const DetectorSpec &detector)
{
    const ParamValue *setting = settingOf(detector, "warmUp");
    const double *rows = setting == nullptr ? nullptr : std::get_if<double>(setting);
    return rows == nullptr || !(*rows > 0.0) ? kMemoryRows : std::max(kMemoryRows, static_cast<std::size_t>(*rows));
}

Result<Study> studyDetectors(const StudyRows &rows, UtcTime from, const std::vector<Candidate> &candidates, const AlarmDefinition &alarm,
                             const std::string &seedName, const StudyWatch &watch)
{
    const auto firstJudged = std::lower_bound(rows.table.times.begin(), rows.table.times.end(), from);
    Study study;
    study.from = from;
    study.times.assign(firstJudged, rows.table.times.end());
    study.warmUpRows = rows.rows() - study.times.size();
    const double work = static_cast<double>(std::max<std::size_t>(1, rows.rows() * candidates.size()));
    for (const Candidate &candidate : candidates) {
        const auto twin =
            std::find_if(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(study.candidates.size()),
                         [&](const Candidate &each) { return each.detector == candidate.detector && each.model == candidate.model; });
        if (const auto place = static_cast<std::size_t>(twin - candidates.begin()); place < study.candidates.size()) {
            CandidateStudy same = study.candidates[place];
            same.name = candidate.name;
            study.candidates.push_back(std::move(same));
            continue;
        }
        CandidateStudy result{.name = candidate.name, .detector = candidate.detector};
        const bool judges = !candidate.detector.kind.empty() && candidate.detector.kind != kNoDetector;
        auto detector = judges ? detect::makeDetector(candidate.detector, rows.channels, seedName, candidate.model)
                               : std::unique_ptr<detect::Detector>();
        if (!detector) {
            result.problem = detector.error().text();
            study.candidates.push_back(std::move(result));
            continue;
        }
        Run run(rows, alarm, std::move(*detector), rememberedUntil(candidate), result);
        for (std::size_t row = 0; row < rows.rows(); ++row) {
            const std::size_t done = study.candidates.size() * rows.rows() + row;
            if (row % kRowsBetweenWatches == 0 && watch && !watch(static_cast<double>(done) / work))
                return Error{ErrorKind::Cancelled, "stopped", {}};
            run.step(row, row >= study.warmUpRows);
        }
        result.warmUp = run.warmUp();
        std::erase_if(result.episodes, [&](const Episode &each) { return each.cleared != kNoTime && each.cleared < from; });
        study.candidates.push_back(std::move(result));
    }
    return study;
}

std::vector<OccurrenceId> missedAlarms(const std::vector<RealAlarm> &alarms, const CandidateStudy &candidate)
{
    const auto held = [&](const RealAlarm &alarm) {
        return std::any_of(candidate.episodes.begin(), candidate.episodes.end(), [&](const Episode &episode) {
            const bool beginsInTime = alarm.to == kNoTime || episode.firstViolation <= alarm.to;
            return beginsInTime && (episode.cleared == kNoTime || episode.cleared >= alarm.from);
        });
    };
    std::vector<OccurrenceId> missed;
    for (const RealAlarm &alarm : alarms) {
        const bool known = std::find(missed.begin(), missed.end(), alarm.id) != missed.end();
        if (!known && !held(alarm))
            missed.push_back(alarm.id);
    }
    return missed;
}

} // namespace telltale::study
