// SPDX-License-Identifier: GPL-3.0-or-later
// Of the page of detectors: what it is made of, and what is connected to what.
#include "ui/detectors/detector_page.h"

#include "ui/detectors/candidate_form.h"
#include "ui/detectors/compare_panel.h"
#include "ui/detectors/drift_panel.h"
#include "ui/detectors/model_panel.h"
#include "ui/detectors/model_trainer.h"
#include "ui/detectors/preview_panel.h"
#include "ui/detectors/range_box.h"
#include "ui/text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_hand.h"
#include "ui/widgets/inline_field.h"
#include "ui/widgets/plain.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace telltale::ui {

namespace {

QScrollArea *scrolled(QWidget *content, const QString &name)
{
    auto *area = new QScrollArea;
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(content);
    return area;
}

/// A scroll area that scrolls down only and is never narrower than its content, whatever that becomes.
class WidthKeeper final : public QObject {
public:
    explicit WidthKeeper(QScrollArea &area) : QObject(&area), m_area(area) { area.widget()->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
            m_area.setMinimumWidth(m_area.widget()->minimumSizeHint().width() + m_area.verticalScrollBar()->sizeHint().width());
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QScrollArea &m_area;
};

} // namespace

DetectorPage::DetectorPage(HistoryAccess history, bool readOnly, QWidget *parent) : QWidget(parent), m_history(std::move(history))
{
    setObjectName(QStringLiteral("detectorPage"));
    m_retraining = new RetrainingDesk(m_history, readOnly, this);
    m_studies = new StudyRunner(
        m_history, [this] { return question(); }, this);
    m_trainer = new ModelTrainer(m_history, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(createHead());
    auto *across = new QSplitter(Qt::Horizontal, this);
    across->setObjectName(QStringLiteral("detectorSplit"));
    across->setChildrenCollapsible(false);
    across->addWidget(createLeft());
    across->addWidget(createRight());
    across->setStretchFactor(1, 1);
    const int character = fontMetrics().averageCharWidth();
    across->setSizes({34 * character, 70 * character});
    column->addWidget(across, 1);
    m_field = new InlineField(QStringLiteral("reasonField"), this);
    m_status = new FittingLabel(QStringLiteral("detectorStatus"), this);
    column->addWidget(m_field);
    column->addWidget(m_status);
    handFocusTo(*this, *m_sources);
    connectParts();
    setLock(readOnly ? tr("This window is read-only.") : QString());
    m_preview->tell(m_history.available() ? tr("Choose a sensor or an asset.")
                                          : tr("No data folder: there is no history to try a detector on."));
}

QWidget *DetectorPage::createHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    const int gap = fontMetrics().averageCharWidth();
    column->setContentsMargins(gap, gap / 2, gap, 0);
    auto *row = new QHBoxLayout;
    m_sources = new QComboBox(head);
    m_sources->setObjectName(QStringLiteral("detectorSource"));
    m_sources->setAccessibleName(tr("Sensor or asset"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sources->setMinimumContentsLength(20);
    m_range = new RangeBox(head);
    auto *over = plainLabel({}, head);
    over->setText(tr("tried over"));
    row->addWidget(m_sources, 1);
    row->addWidget(over);
    row->addWidget(m_range);
    column->addLayout(row);
    m_present = new FittingLabel(QStringLiteral("presentDetector"), head);
    m_problem = new Banner(QStringLiteral("judgeProblem"), Banner::Tone::Diagnostic, head);
    column->addWidget(m_present);
    column->addWidget(m_problem);
    return head;
}

QWidget *DetectorPage::createLeft()
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    m_form = new CandidateForm(left);
    QScrollArea *form = scrolled(m_form, QStringLiteral("candidateScroll"));
    new WidthKeeper(*form);
    form->setFocusPolicy(Qt::NoFocus); // it follows the field that has it
    column->addWidget(form, 1);
    const auto add = [&](const char *name, const QString &text, const QString &tip) {
        auto *button = new QPushButton(text, left);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        column->addWidget(button);
        return button;
    };
    m_apply = add("applyDetector", tr("Apply…"), tr("Asks for the reason; every change is a new configuration version."));
    m_plant = add("plantDetector", tr("Back to the plant file's…"), tr("Takes the change made in the window back."));
    m_asPresent = add("asPresent", tr("Start from the present one"), tr("Fills the form with what judges now."));
    return left;
}

QWidget *DetectorPage::createRight()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("detectorTabs"));
    m_preview = new PreviewPanel(m_tabs);
    m_compare = new ComparePanel(m_tabs);
    m_model = new ModelPanel(m_tabs);
    m_drift = new DriftPanel(m_tabs);
    const auto add = [this](QWidget *content, const char *name, const QString &title) {
        QScrollArea *area = scrolled(content, QLatin1String(name));
        area->setAccessibleName(title);
        m_tabs->addTab(area, title);
    };
    add(m_preview, "previewScroll", tr("Preview"));
    add(m_compare, "compareScroll", tr("Side by side"));
    add(m_model, "modelScroll", tr("Model"));
    add(m_drift, "driftScroll", tr("Drift"));
    return m_tabs;
}

void DetectorPage::connectParts()
{
    connect(m_sources, &QComboBox::activated, this, [this] { choose(m_sources->currentData().value<SensorKey>()); });
    connect(m_range, &RangeBox::currentIndexChanged, m_studies, &StudyRunner::want);
    connect(m_form, &CandidateForm::specChanged, this, &DetectorPage::takeForm);
    connect(m_form, &CandidateForm::problemChanged, this, &DetectorPage::showProblem);
    connect(m_compare, &ComparePanel::choiceChanged, m_studies, &StudyRunner::want);
    connect(m_model, &ModelPanel::thresholdChosen, this,
            [this](const QString &setting, double value) { m_form->setNumber(fromQt(setting), value); });
    connect(m_model, &ModelPanel::trainingWanted, this, &DetectorPage::startTraining);
    connect(m_model, &ModelPanel::cancelWanted, m_trainer, &ModelTrainer::cancel);
    connect(m_trainer, &ModelTrainer::progressed, m_model, &ModelPanel::setProgress);
    connect(m_trainer, &ModelTrainer::trained, this, &DetectorPage::takeTraining);
    connect(m_trainer, &ModelTrainer::shelfRead, this, &DetectorPage::takeShelf);
    connect(m_studies, &StudyRunner::progressed, this, &DetectorPage::showProgress);
    connect(m_studies, &StudyRunner::answered, this, [this](const StudyAnswerPtr &answer) {
        if (m_source && answer->source == m_source->key) {
            m_answer = answer;
            showStudy();
        }
    });
    connect(m_apply, &QPushButton::clicked, this, &DetectorPage::askForForm);
    connect(m_plant, &QPushButton::clicked, this, [this] { askAndPost(tr("Why is %1 judged as the plant file says?"), {}, {}, {}); });
    connect(m_asPresent, &QPushButton::clicked, this, [this] {
        if (m_source) {
            m_form->setSpec(m_source->judge);
            takeForm();
        }
    });
    connectRetraining();
}

void DetectorPage::connectRetraining()
{
    connect(m_drift, &DriftPanel::everyDaysChosen, this, [this](double days) {
        if (m_source) {
            m_retraining->setEveryDays(m_source->key, days);
        }
    });
    connect(m_drift, &DriftPanel::promoteWanted, this, &DetectorPage::promote);
    connect(m_drift, &DriftPanel::rollBackWanted, this, &DetectorPage::rollBack);
    connect(m_drift, &DriftPanel::discardWanted, this, [this] {
        if (m_source) {
            m_retraining->discard(m_source->key);
        }
    });
    connect(m_retraining, &RetrainingDesk::troubled, this, &DetectorPage::noticed);
    connect(m_retraining, &RetrainingDesk::changed, this, [this](const SensorKey &key) {
        emit noticed(tr("%1: %2").arg(sourceName(key), m_retraining->text(key)));
        if (m_source && m_source->key == key) {
            m_trainer->readShelf(key);
            showRetraining();
        }
    });
}

} // namespace telltale::ui
