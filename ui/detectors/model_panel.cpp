// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/model_panel.h"

#include "core/study/limit_setting.h"
#include "ui/detectors/score_histogram.h"
#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QDoubleSpinBox>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>

namespace telltale::ui {

namespace {

constexpr std::size_t kBins = 80;
constexpr int kSliderSteps = 1000;
/// The axis ends at so many times the limit: thresholds beyond are typed, not slid to.
constexpr double kAxisLimits = 5.0;

} // namespace

ModelPanel::ModelPanel(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    m_histogram = new ScoreHistogram(this);
    column->addWidget(m_histogram, 1);
    column->addWidget(createThreshold());
    column->addWidget(createTraining());
    clear();
}

QWidget *ModelPanel::createThreshold()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    m_slider = new QSlider(Qt::Horizontal, part);
    m_slider->setObjectName(QStringLiteral("thresholdSlider"));
    m_slider->setAccessibleName(tr("Threshold to try"));
    m_slider->setRange(0, kSliderSteps);
    m_threshold = new QDoubleSpinBox(part);
    m_threshold->setObjectName(QStringLiteral("thresholdValue"));
    m_threshold->setAccessibleName(tr("Threshold to try, as a number"));
    m_threshold->setDecimals(3);
    m_threshold->setRange(0.0, 1e9);
    m_threshold->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_count = plainLabel(QStringLiteral("thresholdCount"), part);
    m_count->setWordWrap(true);
    m_use = new QPushButton(tr("Use this threshold"), part);
    m_use->setObjectName(QStringLiteral("useThreshold"));
    column->addWidget(m_slider);
    auto *row = new QHBoxLayout;
    row->addWidget(m_threshold);
    row->addWidget(m_count, 1);
    row->addWidget(m_use);
    column->addLayout(row);
    connect(m_slider, &QSlider::valueChanged, this, &ModelPanel::moveSlider);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &ModelPanel::tryThreshold);
    connect(m_use, &QPushButton::clicked, this, [this] { emit thresholdChosen(m_setting, m_threshold->value()); });
    return part;
}

QWidget *ModelPanel::createTraining()
{
    auto *part = new QGroupBox(tr("Train the candidate's kind on the stored history of the chosen time"), this);
    auto *column = new QVBoxLayout(part);
    auto *row = new QHBoxLayout;
    m_name = new QLineEdit(part);
    m_name->setObjectName(QStringLiteral("trainingName"));
    m_name->setAccessibleName(tr("Name of the model, for people"));
    m_name->setPlaceholderText(tr("name, if you like"));
    m_name->setMaxLength(80);
    m_train = new QPushButton(tr("Train"), part);
    m_train->setObjectName(QStringLiteral("trainButton"));
    m_cancel = new QPushButton(tr("Cancel"), part);
    m_cancel->setObjectName(QStringLiteral("cancelTraining"));
    m_progress = new QProgressBar(part);
    m_progress->setObjectName(QStringLiteral("trainingProgress"));
    m_progress->setAccessibleName(tr("How much of the training is done"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_name, m_train, m_cancel, m_progress}) {
        row->addWidget(widget);
    }
    m_trained = plainLabel(QStringLiteral("trainingText"), part);
    m_provenance = plainLabel(QStringLiteral("modelProvenance"), part);
    for (QLabel *label : {m_trained, m_provenance}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    column->addLayout(row);
    column->addWidget(m_trained);
    column->addWidget(m_provenance);
    connect(m_train, &QPushButton::clicked, this, &ModelPanel::trainingWanted);
    connect(m_cancel, &QPushButton::clicked, this, &ModelPanel::cancelWanted);
    setTraining(false);
    return part;
}

void ModelPanel::show(const StudyView &view)
{
    if (!view.answer->problem.empty() || view.answer->study.candidates.size() <= CandidatePlace) {
        clear();
        return;
    }
    const study::CandidateStudy &candidate = view.answer->study.candidates[CandidatePlace];
    const bool same = m_answer && candidate.detector == m_shown;
    m_answer = view.answer;
    m_shown = candidate.detector;
    m_setting = toQt(study::limitSetting(candidate.detector));
    const bool known = std::isfinite(candidate.limit);
    m_histogram->setHistogram(study::histogram(scores(), kBins, known ? kAxisLimits * candidate.limit : 1e9), candidate.limit);
    const bool any = candidate.undecided < candidate.values.size();
    m_slider->setEnabled(any);
    m_threshold->setEnabled(any);
    m_use->setEnabled(any && !m_setting.isEmpty());
    m_use->setToolTip(m_setting.isEmpty() ? tr("This detector learns its limit; it cannot be set.")
                                          : tr("Puts it into the candidate's setting %1.").arg(m_setting));
    if (!same && known) {
        m_threshold->setValue(candidate.limit);
    }
    tryThreshold(m_threshold->value());
}

void ModelPanel::clear()
{
    m_answer.reset();
    m_histogram->setHistogram({}, kMissing);
    m_histogram->setThreshold(kMissing);
    m_count->setText(tr("No scores yet."));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_slider, m_threshold, m_use}) {
        widget->setEnabled(false);
    }
}

std::span<const double> ModelPanel::scores() const
{
    return m_answer ? std::span<const double>(m_answer->study.candidates[CandidatePlace].values) : std::span<const double>();
}

void ModelPanel::moveSlider()
{
    const study::Histogram &made = m_histogram->histogram();
    m_threshold->setValue(made.low + (made.high - made.low) * m_slider->value() / kSliderSteps);
}

void ModelPanel::tryThreshold(double threshold)
{
    const study::Histogram &made = m_histogram->histogram();
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(int(std::lround(std::clamp((threshold - made.low) / (made.high - made.low), 0.0, 1.0) * kSliderSteps)));
    m_histogram->setThreshold(threshold);
    m_count->setText(recountText(threshold, study::recount(scores(), threshold)));
}

void ModelPanel::setTrainingLock(const QString &reason)
{
    if (!reason.isEmpty() || m_trained->text() == m_lock) {
        m_trained->setText(reason);
    }
    m_lock = reason;
    m_train->setToolTip(reason);
    m_train->setEnabled(m_lock.isEmpty() && !m_cancel->isEnabled());
}

void ModelPanel::setTraining(bool running)
{
    m_train->setEnabled(!running && m_lock.isEmpty());
    m_cancel->setEnabled(running);
    m_progress->setVisible(running);
    m_progress->setRange(0, 0);
}

void ModelPanel::setProgress(double share)
{
    m_progress->setRange(0, 100);
    m_progress->setValue(int(100.0 * share));
}

void ModelPanel::tellTraining(const QString &text)
{
    m_trained->setText(text);
}

void ModelPanel::setProvenance(const QString &text)
{
    m_provenance->setText(text);
}

QString ModelPanel::trainingName() const
{
    return m_name->text().trimmed();
}

} // namespace telltale::ui
