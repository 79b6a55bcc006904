// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/preview_panel.h"

#include "ui/detectors/score_strip.h"
#include "ui/widgets/plain.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace telltale::ui {

PreviewPanel::PreviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_headline(plainLabel(QStringLiteral("previewText"), this))
    , m_details(plainLabel(QStringLiteral("previewDetails"), this))
    , m_strip(new ScoreStrip(this))
    , m_times(new QPlainTextEdit(this))
{
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    for (QLabel *label : {m_headline, m_details}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_times->setObjectName(QStringLiteral("previewTimes"));
    m_times->setAccessibleName(tr("When the candidate would have fired, newest first"));
    m_times->setReadOnly(true);
    m_times->setTabChangesFocus(true);
    m_times->setMaximumHeight(6 * fontMetrics().height());
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_headline);
    column->addWidget(m_details);
    column->addWidget(m_strip, 1);
    column->addWidget(m_times);
}

void PreviewPanel::show(const StudyView &view)
{
    m_headline->setText(view.headline());
    m_details->setText(view.details());
    const QStringList times = view.times();
    const QString text = times.isEmpty() ? tr("It would not have fired.") : tr("Fires at:\n%1").arg(times.join(QLatin1Char('\n')));
    if (m_times->toPlainText() != text) {
        m_times->setPlainText(text);
    }
    m_strip->setStudy(view.answer, view.zone);
}

void PreviewPanel::tell(const QString &text)
{
    m_headline->setText(text);
    m_details->clear();
    m_times->clear();
    m_strip->setStudy(nullptr, ZoneChoice::Local);
}

} // namespace telltale::ui
