// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_settings_dialog.h"

#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace telltale::ui {

KpiSettingsDialog::KpiSettingsDialog(const KpiSettings &settings, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("kpiSettingsDialog"));
    setWindowTitle(tr("Shifts and marks"));
    auto *form = new QFormLayout(this);
    m_shifts = new QLineEdit(this);
    m_shifts->setObjectName(QStringLiteral("shiftStarts"));
    form->addRow(tr("&Shifts begin at (local time)"), m_shifts);
    for (const KpiLimitRow &row : kpiLimitRows()) {
        auto *number = new QDoubleSpinBox(this);
        number->setObjectName(QLatin1String(row.key));
        number->setRange(row.least, row.most);
        number->setDecimals(row.decimals);
        form->addRow(QCoreApplication::translate("KpiLimits", row.label), number);
        m_numbers.push_back(number);
    }
    m_problem = plainLabel(QStringLiteral("kpiSettingsProblem"), this);
    m_problem->setWordWrap(true);
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &KpiSettingsDialog::take);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this, [this] { show({}); });
    show(settings);
}

void KpiSettingsDialog::show(const KpiSettings &settings)
{
    m_shifts->setText(toQt(kpi::toText(settings.shifts)));
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        m_numbers[i]->setValue(kpiLimitRows()[i].read(settings.limits));
    }
    m_problem->clear();
}

void KpiSettingsDialog::take()
{
    KpiSettings settings;
    auto plan = kpi::readShiftPlan(fromQt(m_shifts->text()));
    if (!plan) {
        m_problem->setText(toQt(plan.error().what));
        m_shifts->setFocus();
        return;
    }
    settings.shifts = std::move(*plan);
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        kpiLimitRows()[i].write(settings.limits, m_numbers[i]->value());
    }
    if (settings.limits.floodBelow > settings.limits.floodAbove) {
        m_problem->setText(tr("A flood must end below what begins it."));
        return;
    }
    emit chosen(settings);
    accept();
}

} // namespace telltale::ui
