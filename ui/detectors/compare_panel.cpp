// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/compare_panel.h"

#include "core/detect/detector.h"
#include "core/detect/make_raw_detector.h"
#include "ui/charts/value_text.h"
#include "ui/detectors/detector_words.h"
#include "ui/detectors/plain_table.h"
#include "ui/models/number_text.h"
#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QVBoxLayout>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr int kColumns = 3;

/// Kinds that learn from labels judge nothing without a model file; with one they are a candidate.
bool canBeCompared(const DetectorRule &rule, bool asset)
{
    const detect::DetectorKind *kind = detect::kindNamed(rule.kind);
    const bool labels = kind != nullptr && kind->trained && kind->trained->needsLabels;
    return !labels && rule.scope != (asset ? DetectorRule::Scope::Sensor : DetectorRule::Scope::Asset);
}

QString ratioText(std::size_t part, std::size_t all)
{
    return all == 0 ? QStringLiteral("–") : QStringLiteral("%1 %").arg(valueText(100.0 * double(part) / double(all), 2));
}

} // namespace

ComparePanel::ComparePanel(QWidget *parent)
    : QWidget(parent)
    , m_kinds(new QGroupBox(tr("Also compare, with usual settings (two at most)"), this))
    , m_note(plainLabel(QStringLiteral("compareNote"), this))
    , m_counts(plainTable(QStringLiteral("compareCounts"), tr("What each detector made of the rows"), this))
    , m_agreement(plainTable(QStringLiteral("compareAgreement"), tr("On how many rows each two detectors agree"), this))
{
    m_kinds->setObjectName(QStringLiteral("compareKinds"));
    new QGridLayout(m_kinds);
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_kinds);
    column->addWidget(m_note);
    column->addWidget(m_counts, 1);
    column->addWidget(m_agreement, 1);
}

void ComparePanel::setScope(bool asset)
{
    qDeleteAll(m_kinds->findChildren<QCheckBox *>());
    auto *grid = static_cast<QGridLayout *>(m_kinds->layout());
    int place = 0;
    for (const DetectorRule &rule : detect::catalog().detectors) {
        if (!canBeCompared(rule, asset)) {
            continue;
        }
        auto *box = new QCheckBox(buttonText(toQt(rule.kind)), m_kinds);
        box->setObjectName(QStringLiteral("compare_%1").arg(toQt(rule.kind)));
        box->setToolTip(escapedToolTip(toQt(rule.text)));
        box->setProperty("kind", toQt(rule.kind));
        grid->addWidget(box, place / kColumns, place % kColumns);
        ++place;
        connect(box, &QCheckBox::toggled, this, [this] {
            limitChoice();
            emit choiceChanged();
        });
    }
}

std::vector<std::pair<std::string, DetectorSpec>> ComparePanel::chosen() const
{
    std::vector<std::pair<std::string, DetectorSpec>> kinds;
    for (const QCheckBox *box : m_kinds->findChildren<QCheckBox *>()) {
        const std::string kind = fromQt(box->property("kind").toString());
        if (box->isChecked()) {
            kinds.emplace_back(kind, DetectorSpec{kind, {}, {}, false});
        }
    }
    return kinds;
}

void ComparePanel::limitChoice()
{
    const bool full = chosen().size() + 2 >= kMost;
    for (QCheckBox *box : m_kinds->findChildren<QCheckBox *>()) {
        box->setEnabled(box->isChecked() || !full);
    }
}

void ComparePanel::show(const StudyView &view)
{
    m_note->setText(view.answer->problem.empty() ? tr("All on the same rows: %1. Ratio: anomalous of the decided ones.").arg(view.range)
                                                 : toQt(view.answer->problem));
    showCounts(view);
    showAgreement(view.answer->study);
}

void ComparePanel::clear()
{
    m_note->clear();
    m_counts->setRowCount(0);
    m_agreement->setRowCount(0);
}

void ComparePanel::showCounts(const StudyView &view)
{
    std::vector<QStringList> rows;
    for (const study::CandidateStudy &each : view.answer->study.candidates) {
        if (!each.problem.empty()) {
            rows.push_back({detectorWords(each.name), tr("NO DECISION: %1").arg(toQt(each.problem))});
            continue;
        }
        const std::size_t decided = each.values.size() - each.undecided;
        rows.push_back({detectorWords(each.name), countText(each.raises(view.answer->study.from)), countText(each.anomalous),
                        ratioText(each.anomalous, decided), countText(each.undecided), detectorText(each.detector)});
    }
    fillTable(*m_counts, {tr("Detector"), tr("Fires"), tr("Anomalous rows"), tr("Ratio"), tr("No decision"), tr("Settings")}, rows);
}

void ComparePanel::showAgreement(const study::Study &study)
{
    std::vector<QStringList> rows;
    for (std::size_t a = 0; a < study.candidates.size(); ++a) {
        for (std::size_t b = a + 1; b < study.candidates.size(); ++b) {
            const evaluate::Agreement found = study::agreement(study.candidates[a], study.candidates[b]);
            rows.push_back({detectorWords(study.candidates[a].name), detectorWords(study.candidates[b].name), countText(found.both),
                            countText(found.onlyFirst), countText(found.onlySecond),
                            std::isnan(found.jaccard()) ? QStringLiteral("–") : numberText(found.jaccard(), 'f', 2)});
        }
    }
    fillTable(*m_agreement, {tr("A"), tr("B"), tr("Both"), tr("Only A"), tr("Only B"), tr("Jaccard")}, rows);
}

} // namespace telltale::ui
