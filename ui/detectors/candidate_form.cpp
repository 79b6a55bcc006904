// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/candidate_form.h"

#include "core/detect/detector.h"
#include "core/detect/make_raw_detector.h"
#include "core/detect/staged_detector.h"
#include "core/study/limit_setting.h"
#include "ui/charts/value_text.h"
#include "ui/detectors/detector_words.h"
#include "ui/models/number_text.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/plain.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <set>

namespace telltale::ui {

namespace {

bool isStageSetting(const std::string &name)
{
    static const std::set<std::string> kNames = [] {
        std::set<std::string> names;
        for (const ParamRule &rule : detect::stageParams()) {
            names.insert(rule.name);
        }
        return names;
    }();
    return kNames.contains(name);
}

bool has(const std::vector<std::string> &stages, const char *stage)
{
    return std::find(stages.begin(), stages.end(), stage) != stages.end();
}

bool givesTail(const std::string &kind)
{
    const detect::DetectorKind *row = detect::kindNamed(kind);
    return row != nullptr && row->givesTail;
}

bool needsModel(const std::string &kind)
{
    const detect::DetectorKind *row = detect::kindNamed(kind);
    return row != nullptr && row->trained && row->trained->needsLabels;
}

/// "1e6" in place of "1000000": the field is narrow.
QString boundText(double bound)
{
    return std::abs(bound) < 1e5 ? valueText(bound) : numberText(bound, 'g', 3).replace(QStringLiteral("e+0"), QStringLiteral("e"));
}

QString rangeText(const ParamRule &rule, const std::string &sensorUnit)
{
    const QString unit = rule.unit == "x" ? toQt(sensorUnit) : rule.unit == "count" ? QString() : detectorWords(rule.unit);
    const bool open = rule.max >= 1e99;
    const QString range =
        open ? (rule.min <= -1e99 ? CandidateForm::tr("any number") : CandidateForm::tr("%1 or more").arg(boundText(rule.min)))
             : QStringLiteral("%1 … %2").arg(boundText(rule.min), boundText(rule.max));
    return QStringLiteral("%1 %2").arg(range, unit).trimmed();
}

/// Long names must not make the whole form wider than its place.
void narrowed(QComboBox &box)
{
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(8);
}

QString settingNumber(double value)
{
    return std::isnan(value) ? QString() : numberText(value, 'g', 10);
}

} // namespace

CandidateForm::CandidateForm(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("candidateForm"));
    auto *column = new QVBoxLayout(this);
    auto *rows = new QFormLayout;
    rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    createKind(*rows);
    createModel(*rows);
    column->addLayout(rows);
    m_settings = new QWidget(this);
    column->addWidget(m_settings);
    column->addStretch(1);
}

void CandidateForm::createKind(QFormLayout &rows)
{
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("candidateKind"));
    m_kind->setAccessibleName(tr("Kind of detector"));
    narrowed(*m_kind);
    m_about = plainLabel(QStringLiteral("candidateAbout"), this);
    m_about->setWordWrap(true);
    rows.addRow(tr("Detector"), m_kind);
    rows.addRow(m_about);
    const auto stage = [&](const char *name, const QString &text, const QString &tip) {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(QLatin1String(name));
        box->setToolTip(tip);
        rows.addRow(box);
        connect(box, &QCheckBox::clicked, this, &CandidateForm::chooseStages);
        return box;
    };
    m_tail = stage("stageTail", tr("Stage: tail likelihood"), tr("How rare is this score for this sensor?"));
    m_control = stage("stageControl", tr("Stage: alert control"), tr("Limits how often it may alert in the long run."));
    connect(m_kind, &QComboBox::activated, this, &CandidateForm::chooseKind);
}

void CandidateForm::createModel(QFormLayout &rows)
{
    m_model = new QComboBox(this);
    m_model->setObjectName(QStringLiteral("candidateModel"));
    m_model->setAccessibleName(tr("Model file"));
    narrowed(*m_model);
    m_choose = new QPushButton(tr("Model file…"), this);
    m_choose->setObjectName(QStringLiteral("chooseModel"));
    m_note = plainLabel(QStringLiteral("candidateNote"), this);
    m_note->setWordWrap(true);
    rows.addRow(tr("Model"), m_model);
    rows.addRow(QString(), m_choose);
    rows.addRow(m_note);
    connect(m_model, &QComboBox::activated, this, &CandidateForm::chooseModel);
    connect(m_choose, &QPushButton::clicked, this, &CandidateForm::browse);
}

void CandidateForm::setScope(bool asset, const std::string &unit)
{
    m_unit = unit;
    const QSignalBlocker quiet(m_kind);
    m_kind->clear();
    for (const DetectorRule &rule : detect::catalog().detectors) {
        if (rule.scope != (asset ? DetectorRule::Scope::Sensor : DetectorRule::Scope::Asset)) {
            m_kind->addItem(toQt(rule.kind), detectorWords(rule.text));
        }
    }
    m_kind->addItem(toQt(kNoDetector));
}

void CandidateForm::setSpec(const DetectorSpec &spec)
{
    m_spec = spec;
    if (m_kind->findText(toQt(m_spec.kind)) < 0 && m_kind->count() > 0) {
        m_spec = {fromQt(m_kind->itemText(0)), {}, {}, false};
    }
    rebuild();
}

void CandidateForm::setNumber(const std::string &setting, double value)
{
    const DetectorRule *rule = detect::catalog().find(m_spec.kind);
    if (rule == nullptr
        || std::none_of(rule->params.begin(), rule->params.end(), [&](const ParamRule &param) { return param.name == setting; })) {
        return;
    }
    m_spec.params[setting] = value;
    rebuild();
    tell();
}

void CandidateForm::setModel(const std::string &path)
{
    if (path != m_spec.model) {
        m_spec.sensors.clear(); // the model's own count
    }
    m_spec.model = path;
    showModels();
    tell();
}

void CandidateForm::setModels(std::vector<study::ShelvedModel> models)
{
    m_models = std::move(models);
    showModels();
}

void CandidateForm::chooseKind()
{
    const std::string kind = fromQt(m_kind->currentText());
    if (kind != m_spec.kind) {
        m_spec = {kind, {}, {}, false, {}, m_spec.sensors};
        rebuild();
        tell();
    }
}

void CandidateForm::chooseStages()
{
    const DetectorRule *rule = detect::catalog().find(m_spec.kind);
    std::vector<std::string> stages;
    if (m_tail->isChecked()) {
        stages.emplace_back("tail");
    }
    if (m_control->isChecked()) {
        stages.emplace_back("control");
    }
    m_spec.stagesGiven = rule == nullptr || stages != rule->defaultStages;
    m_spec.stages = m_spec.stagesGiven ? std::move(stages) : std::vector<std::string>{};
    std::erase_if(m_spec.params, [this](const auto &setting) { return isStageSetting(setting.first) && !isInForce(setting.first); });
    rebuild();
    tell();
}

void CandidateForm::chooseModel()
{
    setModel(fromQt(m_model->currentData().toString()));
}

void CandidateForm::browse()
{
    const QString from = m_spec.model.empty() ? QString() : QFileInfo(toQt(m_spec.model)).path();
    const QString file = QFileDialog::getOpenFileName(this, tr("Model file"), from, tr("Models (*.model);;All files (*)"));
    if (!file.isEmpty()) {
        setModel(fromQt(file));
    }
}

bool CandidateForm::isInForce(const std::string &setting) const
{
    if (!isStageSetting(setting)) {
        return true;
    }
    const std::vector<std::string> stages = study::stagesOf(m_spec);
    if (setting == "tailLimit") {
        return (has(stages, "tail") || givesTail(m_spec.kind)) && !has(stages, "control");
    }
    return has(stages, setting.starts_with("tail") ? "tail" : "control");
}

void CandidateForm::rebuild()
{
    const QScopedValueRollback<bool> filling(m_filling, true);
    const DetectorRule *rule = detect::catalog().find(m_spec.kind);
    const std::vector<std::string> stages = study::stagesOf(m_spec);
    m_kind->setCurrentIndex(m_kind->findText(toQt(m_spec.kind)));
    const bool none = m_spec.kind == kNoDetector;
    m_about->setText(rule != nullptr ? detectorWords(rule->text)
                     : none          ? tr("None: it is not judged.")
                                     : tr("This program has no such detector."));
    m_tail->setChecked(has(stages, "tail"));
    m_tail->setEnabled(!givesTail(m_spec.kind) && !none);
    m_control->setChecked(has(stages, "control"));
    m_control->setEnabled(!none);
    m_model->setEnabled(!none);
    m_choose->setEnabled(!none);
    m_problems.clear();
    showModels();
    auto *fresh = new QWidget(this);
    auto *form = new QFormLayout(fresh);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    for (std::size_t i = 0; rule != nullptr && i < rule->params.size(); ++i) {
        const ParamRule &param = rule->params[i];
        if (isInForce(param.name)) {
            form->addRow(toQt(param.name), editorOf(param));
        }
    }
    // The old one may be what has just sent a signal: it goes later, but must not be found any more.
    delete layout()->replaceWidget(m_settings, fresh);
    m_settings->hide();
    m_settings->setParent(nullptr);
    m_settings->deleteLater();
    m_settings = fresh;
    QWidget *last = m_note;
    for (QWidget *editor : fresh->findChildren<QWidget *>()) {
        if (editor->focusPolicy() != Qt::NoFocus) {
            setTabOrder(std::exchange(last, editor), editor);
        }
    }
    m_settings->show();
    emit problemChanged();
}

QWidget *CandidateForm::editorOf(const ParamRule &rule)
{
    const auto set = m_spec.params.find(rule.name);
    const ParamValue &value = set == m_spec.params.end() ? rule.fallback : set->second;
    if (rule.type == ParamRule::Type::Number) {
        return numberEditor(rule);
    }
    QWidget *editor = nullptr;
    if (rule.type == ParamRule::Type::Flag) {
        auto *box = new QCheckBox(tr("on"));
        box->setChecked(std::get_if<bool>(&value) != nullptr && std::get<bool>(value));
        connect(box, &QCheckBox::toggled, this, [this, name = rule.name](bool on) {
            m_spec.params[name] = on;
            tell();
        });
        editor = box;
    } else {
        auto *line = new QLineEdit(std::get_if<std::string>(&value) != nullptr ? toQt(std::get<std::string>(value)) : QString());
        connect(line, &QLineEdit::textEdited, this, [this, name = rule.name](const QString &text) {
            m_spec.params[name] = fromQt(text);
            tell();
        });
        editor = line;
    }
    editor->setObjectName(QStringLiteral("setting_%1").arg(toQt(rule.name)));
    editor->setAccessibleName(QStringLiteral("%1: %2").arg(toQt(rule.name), detectorWords(rule.text)));
    editor->setToolTip(escapedToolTip(detectorWords(rule.text)));
    return editor;
}

QWidget *CandidateForm::numberEditor(const ParamRule &rule)
{
    const auto set = m_spec.params.find(rule.name);
    const double *given = set == m_spec.params.end() ? nullptr : std::get_if<double>(&set->second);
    const QString usual = settingNumber(std::get<double>(rule.fallback));
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *line = new QLineEdit(given == nullptr ? QString() : settingNumber(*given), both);
    line->setObjectName(QStringLiteral("setting_%1").arg(toQt(rule.name)));
    line->setPlaceholderText(usual.isEmpty() ? tr("learned") : usual);
    line->setAccessibleName(QStringLiteral("%1, %2: %3").arg(toQt(rule.name), rangeText(rule, m_unit), detectorWords(rule.text)));
    line->setToolTip(escapedToolTip(detectorWords(rule.text)));
    auto *range = new FittingLabel({}, both);
    range->setText(rangeText(rule, m_unit));
    range->setEnabled(false);
    column->addWidget(line);
    column->addWidget(range);
    connect(line, &QLineEdit::textEdited, this, [this, rule](const QString &text) { changeNumber(rule, text); });
    return both;
}

/// What is no number is not taken over, and said until it is one; what is out of range is, and the preview says so in the detector's own
/// words. Comma and point both begin the decimals; where the one that does not in this language may as well part thousands, nobody knows
/// which was meant.
void CandidateForm::changeNumber(const ParamRule &rule, const QString &text)
{
    const bool comma = QLocale().decimalPoint() == QLatin1String(",");
    const QRegularExpression thousands(comma ? QStringLiteral("\\.\\d{3}(?!\\d)") : QStringLiteral(",\\d{3}(?!\\d)"));
    bool isNumber = false;
    const double value = QLocale::c().toDouble(QString(text).replace(QLatin1Char(','), QLatin1Char('.')).trimmed(), &isNumber);
    const bool unclear = thousands.match(text).hasMatch();
    if (unclear || (!isNumber && !text.trimmed().isEmpty())) {
        setProblem(rule.name, unclear
                                  ? tr("%1: \"%2\" may mean two numbers; write it without parting thousands.").arg(toQt(rule.name), text)
                                  : tr("%1: \"%2\" is no number; what was there before still holds.").arg(toQt(rule.name), text));
        return;
    }
    if (text.trimmed().isEmpty()) {
        m_spec.params.erase(rule.name);
    } else {
        m_spec.params[rule.name] = value;
    }
    setProblem(rule.name, {});
    tell();
}

QString CandidateForm::problem() const
{
    QStringList all;
    for (const auto &[setting, problem] : m_problems) {
        all << problem;
    }
    return all.join(QLatin1Char(' '));
}

void CandidateForm::setProblem(const std::string &setting, const QString &problem)
{
    if (problem.isEmpty()) {
        m_problems.erase(setting);
    } else {
        m_problems[setting] = problem;
    }
    showNote();
    emit problemChanged();
}

void CandidateForm::showModels()
{
    const QSignalBlocker quiet(m_model);
    m_model->clear();
    m_model->addItem(needsModel(m_spec.kind) ? tr("none yet") : tr("none, learns"), QString());
    for (auto each = m_models.rbegin(); each != m_models.rend(); ++each) {
        if (each->model->detector == m_spec.kind) {
            m_model->addItem(QFileInfo(toQt(each->path)).fileName(), toQt(each->path));
        }
    }
    const QString chosen = toQt(m_spec.model);
    if (m_model->findData(chosen) < 0) {
        m_model->addItem(QFileInfo(chosen).fileName(), chosen);
    }
    m_model->setCurrentIndex(m_model->findData(chosen));
    m_model->setToolTip(escapedToolTip(chosen));
    showNote();
}

void CandidateForm::showNote()
{
    const bool lacking = needsModel(m_spec.kind) && m_spec.model.empty();
    const QString needed =
        lacking ? tr("It learns from labelled rows: it needs a model file, as telltale-lab train writes one.") : QString();
    m_note->setText(QStringLiteral("%1 %2").arg(problem(), needed).trimmed());
}

void CandidateForm::tell()
{
    if (m_filling) {
        return;
    }
    showNote();
    emit specChanged();
}

} // namespace telltale::ui
