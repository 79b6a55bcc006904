// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/drift_panel.h"

#include "core/study/model_drift.h"
#include "ui/charts/value_text.h"
#include "ui/detectors/control_chart_view.h"
#include "ui/detectors/detector_texts.h"
#include "ui/detectors/plain_table.h"
#include "ui/models/core_words.h"
#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

QString signalText(evaluate::ControlSignal signal)
{
    return signal == evaluate::ControlSignal::None ? DriftPanel::tr("in control")
                                                   : DriftPanel::tr("OUT OF CONTROL: %1").arg(spoken(evaluate::toText(signal)));
}

QString momentsText(const TrainedModel &model)
{
    QStringList parts;
    for (const ModelChannel &channel : study::dataMoments(model)) {
        parts << QStringLiteral("%1 %2 ± %3").arg(toQt(channel.sensor), valueText(channel.mean), valueText(channel.sd, 3));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

DriftPanel::DriftPanel(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    m_note = plainLabel(QStringLiteral("driftNote"), this);
    m_note->setWordWrap(true);
    m_table = plainTable(QStringLiteral("driftTable"), tr("Models by training time, with cut-off and data"), this);
    column->addWidget(m_note);
    column->addWidget(createCharts(), 2);
    column->addWidget(m_table, 1);
    column->addWidget(createSchedule());
}

QWidget *DriftPanel::createCharts()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    m_cutOffs = new ControlChartView(QStringLiteral("cutOffChart"), part);
    m_data = new ControlChartView(QStringLiteral("dataChart"), part);
    m_channel = new QComboBox(part);
    m_channel->setObjectName(QStringLiteral("driftChannel"));
    m_channel->setAccessibleName(tr("Whose values are shown"));
    auto *right = new QVBoxLayout;
    right->addWidget(m_data, 1);
    right->addWidget(m_channel);
    row->addWidget(m_cutOffs, 1);
    row->addLayout(right, 1);
    connect(m_channel, &QComboBox::currentIndexChanged, this, &DriftPanel::showData);
    return part;
}

QWidget *DriftPanel::createSchedule()
{
    auto *part = new QGroupBox(tr("Retraining"), this);
    auto *column = new QVBoxLayout(part);
    auto *row = new QHBoxLayout;
    m_scheduled = new QCheckBox(tr("Train a challenger every"), part);
    m_scheduled->setObjectName(QStringLiteral("retrainOn"));
    m_days = new QDoubleSpinBox(part);
    m_days->setObjectName(QStringLiteral("retrainDays"));
    m_days->setAccessibleName(tr("Days between two trainings"));
    m_days->setDecimals(1);
    m_days->setRange(0.1, 1000.0);
    m_days->setValue(study::RetrainingEntry::kDefaultDays);
    m_days->setSuffix(tr(" days"));
    m_next = plainLabel(QStringLiteral("retrainNext"), part);
    m_next->setWordWrap(true);
    row->addWidget(m_scheduled);
    row->addWidget(m_days);
    row->addWidget(m_next, 1);
    column->addLayout(row);
    m_challenger = plainLabel(QStringLiteral("challengerText"), part);
    m_challenger->setWordWrap(true);
    column->addWidget(m_challenger);
    auto *buttons = new QHBoxLayout;
    const auto add = [&](const char *name, const QString &text, auto signal) {
        auto *button = new QPushButton(text, part);
        button->setObjectName(QLatin1String(name));
        buttons->addWidget(button);
        connect(button, &QPushButton::clicked, this, signal);
        return button;
    };
    m_promote = add("promoteButton", tr("Promote…"), &DriftPanel::promoteWanted);
    m_discard = add("discardButton", tr("Discard"), &DriftPanel::discardWanted);
    m_rollBack = add("rollBackButton", tr("Roll back…"), &DriftPanel::rollBackWanted);
    column->addLayout(buttons);
    connect(m_scheduled, &QCheckBox::clicked, this, &DriftPanel::chooseDays);
    connect(m_days, &QDoubleSpinBox::editingFinished, this, &DriftPanel::chooseDays);
    return part;
}

/// Leaving the field is no choice: only another number is, and only where it is ticked.
void DriftPanel::chooseDays()
{
    const double days = m_scheduled->isChecked() ? m_days->value() : 0.0;
    if (days != m_shownDays) {
        m_shownDays = days;
        emit everyDaysChosen(days);
    }
}

void DriftPanel::showShelf(const study::Shelf &shelf, const std::string &kind, ZoneChoice zone)
{
    m_zone = zone;
    m_models.clear();
    QStringList sensors;
    for (const study::ShelvedModel &each : shelf.models) {
        if (each.model->detector != kind) {
            continue;
        }
        m_models.push_back(each.model);
        for (const ModelChannel &channel : each.model->channels) {
            if (!sensors.contains(toQt(channel.sensor))) {
                sensors << toQt(channel.sensor);
            }
        }
    }
    QStringList notes;
    if (kind.empty() || kind == kNoDetector) {
        notes << tr("The candidate judges nothing: it has no models.");
    } else if (m_models.empty()) {
        notes << tr("There is no model of the kind %1 here yet. Train one on the tab Model, or let one be trained below.").arg(toQt(kind));
    }
    for (const std::string &problem : shelf.problems) {
        notes << tr("Not read: %1").arg(toQt(problem));
    }
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    const QString chosen = m_channel->currentText();
    {
        const QSignalBlocker quiet(m_channel);
        m_channel->clear();
        m_channel->addItems(sensors);
        m_channel->setCurrentIndex(std::max(0, m_channel->findText(chosen)));
        m_channel->setVisible(sensors.size() > 1);
    }
    showCutOffs();
    showData();
}

void DriftPanel::showCutOffs()
{
    const study::CutOffChart chart = study::cutOffChart(m_models);
    std::vector<ChartPoint> points;
    for (std::size_t i = 0; i < chart.models.size(); ++i) {
        points.push_back(
            {chart.models[i]->training.trainedAt, chart.models[i]->limit, 0.0, chart.rules[i] != evaluate::ControlSignal::None});
    }
    m_cutOffs->setEmptyText(m_models.empty() ? tr("no model yet") : tr("this kind finds its limit by itself"));
    m_cutOffs->setChart(tr("Cut-off over time"), points, points.empty() ? std::nullopt : std::optional(chart.limits), m_zone);
    std::vector<QStringList> rows;
    for (auto model = m_models.rbegin(); model != m_models.rend(); ++model) {
        const auto found = std::find(chart.models.begin(), chart.models.end(), *model);
        const bool has = found != chart.models.end();
        rows.push_back({fullTime((*model)->training.trainedAt, m_zone), countText((*model)->training.rows),
                        has ? valueText((*model)->limit) : tr("found by itself"),
                        has ? signalText(chart.rules[std::size_t(found - chart.models.begin())]) : QStringLiteral("–"),
                        momentsText(**model)});
    }
    fillTable(*m_table, {tr("Trained"), tr("Rows"), tr("Cut-off"), tr("Rule"), tr("Data: mean ± sd")}, rows);
}

void DriftPanel::showData()
{
    std::vector<ChartPoint> points;
    for (const TrainedModelPtr &model : m_models) {
        for (const ModelChannel &channel : study::dataMoments(*model)) {
            if (toQt(channel.sensor) == m_channel->currentText()) {
                points.push_back({model->training.trainedAt, channel.mean, channel.sd, false});
            }
        }
    }
    m_data->setEmptyText(m_models.empty() ? tr("no model yet") : tr("its models keep nothing of the data"));
    m_data->setChart(m_channel->currentText().isEmpty() ? tr("The data: mean ± sd")
                                                        : tr("The data: mean ± sd of %1").arg(m_channel->currentText()),
                     points, std::nullopt, m_zone);
}

void DriftPanel::showSchedule(const study::RetrainingEntry *entry, const QString &lock, ZoneChoice zone)
{
    const bool on = entry != nullptr && entry->everyDays > 0.0;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_scheduled, m_days}) {
        widget->setEnabled(lock.isEmpty());
        widget->setToolTip(lock);
    }
    m_scheduled->setChecked(on);
    m_shownDays = on ? entry->everyDays : 0.0;
    if (!m_days->hasFocus() || !on) {
        m_days->setValue(on ? entry->everyDays : study::RetrainingEntry::kDefaultDays);
    }
    m_next->setText(!lock.isEmpty() ? lock
                    : on            ? tr("next %1").arg(fullTime(entry->last + fromSeconds(entry->everyDays * 86400.0), zone))
                                    : tr("never by itself"));
    const bool waits = entry != nullptr && !entry->challenger.kind.empty();
    m_promote->setEnabled(waits && lock.isEmpty());
    m_discard->setEnabled(waits && lock.isEmpty());
    const bool replaced = entry != nullptr && !entry->previous.kind.empty();
    m_rollBack->setEnabled(replaced && lock.isEmpty());
    m_rollBack->setToolTip(!replaced                ? tr("Nothing was promoted yet.")
                           : entry->previousIsPlant ? tr("Back to what the plant file says, then %1").arg(detectorText(entry->previous))
                                                    : tr("Back to %1").arg(detectorText(entry->previous)));
    if (!waits && entry == nullptr) {
        m_challenger->setText(tr("No challenger. Nothing is ever promoted by itself."));
    }
}

void DriftPanel::tellChallenger(const QString &text)
{
    m_challenger->setText(text);
}

} // namespace telltale::ui
