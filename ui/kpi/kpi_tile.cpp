// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_tile.h"

#include "ui/widgets/fitting_label.h"

#include <QVBoxLayout>

namespace telltale::ui {

KpiTile::KpiTile(QWidget *parent)
    : QFrame(parent)
    , m_title(new FittingLabel(QStringLiteral("kpiTitle"), this))
    , m_value(new FittingLabel(QStringLiteral("kpiValue"), this))
    , m_note(new FittingLabel(QStringLiteral("kpiNote"), this))
{
    setFrameShape(QFrame::StyledPanel);
    m_value->setBold(true);
    auto *rows = new QVBoxLayout(this);
    const int gap = fontMetrics().averageCharWidth() / 2;
    rows->setContentsMargins(gap, 0, gap, 0);
    rows->setSpacing(0);
    for (FittingLabel *each : {m_title, m_value, m_note}) {
        rows->addWidget(each);
    }
}

void KpiTile::show(const KpiTileText &text)
{
    m_title->setText(text.title);
    m_value->setText(text.value);
    m_note->setText(text.note);
    m_note->setBold(text.beyond);
    setAccessibleName(tr("%1: %2; %3").arg(text.title, text.value, text.note));
}

} // namespace telltale::ui
