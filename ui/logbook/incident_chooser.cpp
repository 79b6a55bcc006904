// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/incident_chooser.h"

#include "ui/text.h"
#include "ui/widgets/fitting_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <utility>

namespace telltale::ui {

namespace {

constexpr int kMostCharacters = 200;

} // namespace

IncidentChooser::IncidentChooser(QWidget *parent)
    : QWidget(parent)
    , m_question(new FittingLabel(QStringLiteral("incidentQuestion"), this))
    , m_box(new QComboBox(this))
    , m_title(new QLineEdit(this))
{
    setObjectName(QStringLiteral("incidentChooser"));
    m_question->setBold(true);
    m_question->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_box->setObjectName(QStringLiteral("incidentBox"));
    m_box->setAccessibleName(tr("A new incident, or one that is open"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(30);
    m_title->setObjectName(QStringLiteral("incidentTitleEdit"));
    m_title->setAccessibleName(tr("Title of the new incident"));
    m_title->setPlaceholderText(tr("Title; Enter makes it, Esc drops"));
    m_title->setMaxLength(kMostCharacters);
    auto *take = new QPushButton(tr("Take"), this);
    auto *drop = new QPushButton(tr("Drop"), this);
    auto *row = new QHBoxLayout(this);
    const int gap = fontMetrics().height() / 4;
    row->setContentsMargins(2 * gap, gap, 2 * gap, gap);
    row->addWidget(m_question);
    row->addWidget(m_box, 1);
    row->addWidget(m_title, 2);
    row->addWidget(take);
    row->addWidget(drop);
    connect(m_box, &QComboBox::currentIndexChanged, this, &IncidentChooser::follow);
    connect(m_title, &QLineEdit::returnPressed, this, &IncidentChooser::accept);
    connect(take, &QPushButton::clicked, this, &IncidentChooser::accept);
    connect(drop, &QPushButton::clicked, this, &IncidentChooser::cancel);
    hide();
}

void IncidentChooser::ask(std::vector<OccurrenceId> alarms, const std::vector<Incident> &open)
{
    m_alarms = std::move(alarms);
    m_numbers.clear();
    m_box->clear();
    m_box->addItem(tr("a new incident"));
    for (const Incident &incident : open) {
        m_numbers.push_back(incident.number);
        m_box->addItem(tr("%1: %2").arg(QString::number(incident.number), toQt(incident.title)));
    }
    m_title->clear();
    m_question->setForms({tr("%n alarm(s) into:", nullptr, int(m_alarms.size())), tr("%1 into:").arg(m_alarms.size())});
    // Who has incidents open mostly wants the newest of them.
    m_box->setCurrentIndex(m_box->count() - 1);
    follow();
    show();
    (m_numbers.empty() ? static_cast<QWidget *>(m_title) : m_box)->setFocus(Qt::ShortcutFocusReason);
}

void IncidentChooser::follow()
{
    m_title->setVisible(m_box->currentIndex() <= 0);
}

void IncidentChooser::accept()
{
    if (m_alarms.empty()) {
        return; // answered: Enter in the line also comes to its parent
    }
    const int place = m_box->currentIndex();
    const QString title = m_title->text().trimmed();
    if (place <= 0 && title.isEmpty()) {
        m_title->setFocus();
        return;
    }
    hide();
    const std::vector<OccurrenceId> alarms = std::exchange(m_alarms, {});
    if (place <= 0) {
        emit newWanted(title, alarms);
    } else {
        emit addWanted(m_numbers[std::size_t(place) - 1], alarms);
    }
    emit finished();
}

void IncidentChooser::cancel()
{
    m_alarms.clear();
    hide();
    emit finished();
}

void IncidentChooser::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: cancel(); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: accept(); break;
    default: QWidget::keyPressEvent(event); break;
    }
}

} // namespace telltale::ui
