// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_period_bar.h"

#include "ui/text.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <set>

namespace telltale::ui {

namespace {

QComboBox *chooser(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setToolTip(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

/// Every asset, and every folder that assets lie in.
std::set<std::string> assetPaths(const Structure &structure)
{
    std::set<std::string> paths;
    for (const AssetSpec &asset : structure.assets) {
        for (std::size_t end = asset.path.find('/'); end != std::string::npos; end = asset.path.find('/', end + 1)) {
            paths.insert(asset.path.substr(0, end));
        }
        paths.insert(asset.path);
    }
    return paths;
}

std::set<std::string> detectorKinds(const Structure &structure)
{
    std::set<std::string> kinds;
    for (const SensorSpec &sensor : structure.sensors) {
        kinds.insert(sensor.alarm.detector);
    }
    for (const AssetSpec &asset : structure.assets) {
        kinds.insert(asset.alarm.detector);
    }
    kinds.erase(std::string());
    return kinds;
}

/// Keeps what is chosen as long as it still exists.
void refill(QComboBox &box, const std::set<std::string> &names)
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box.currentData();
    while (box.count() > 1) {
        box.removeItem(1);
    }
    for (const std::string &name : names) {
        box.addItem(toQt(name), toQt(name));
    }
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

} // namespace

KpiPeriodBar::KpiPeriodBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("kpiPeriodBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    createPeriod();
    createFilters();
    for (QWidget *each : std::initializer_list<QWidget *>{m_kind, m_back, m_forth, m_from, m_to, m_asset, m_priority, m_detector}) {
        row->addWidget(each);
    }
    row->addStretch(1);
    takeKind();
}

void KpiPeriodBar::createPeriod()
{
    m_kind = chooser(QStringLiteral("kpiPeriod"), tr("Which time"), this);
    m_kind->addItems({tr("Shift"), tr("Day"), tr("Week"), tr("Month"), tr("Own range")});
    const auto arrow = [this](const QString &name, Qt::ArrowType type, const QString &text) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setArrowType(type);
        button->setAccessibleName(text);
        button->setToolTip(text);
        button->setFocusPolicy(Qt::StrongFocus);
        return button;
    };
    m_back = arrow(QStringLiteral("kpiBack"), Qt::LeftArrow, tr("The one before"));
    m_forth = arrow(QStringLiteral("kpiForth"), Qt::RightArrow, tr("The one after"));
    const auto edit = [this](const QString &name, const QString &text) {
        auto *time = new QDateTimeEdit(this);
        time->setObjectName(name);
        time->setAccessibleName(text);
        time->setToolTip(text);
        time->setTimeSpec(Qt::UTC);
        time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
        time->setKeyboardTracking(false);
        connect(time, &QDateTimeEdit::dateTimeChanged, this, &KpiPeriodBar::changed);
        return time;
    };
    m_from = edit(QStringLiteral("kpiFrom"), tr("From"));
    m_to = edit(QStringLiteral("kpiTo"), tr("Until"));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &KpiPeriodBar::takeKind);
    connect(m_back, &QToolButton::clicked, this, [this] { step(true); });
    connect(m_forth, &QToolButton::clicked, this, [this] { step(false); });
}

void KpiPeriodBar::createFilters()
{
    m_asset = chooser(QStringLiteral("kpiAsset"), tr("Only alarms of an asset and what lies below it"), this);
    m_asset->addItem(tr("All assets"));
    m_priority = chooser(QStringLiteral("kpiPriority"), tr("Only alarms of a priority"), this);
    m_priority->addItem(tr("All priorities"));
    for (const Priority priority : {Priority::P1, Priority::P2, Priority::P3}) {
        m_priority->addItem(toQt(std::string(toText(priority))), int(priority));
    }
    m_detector = chooser(QStringLiteral("kpiDetector"), tr("Only alarms of a detector"), this);
    m_detector->addItem(tr("All detectors"));
    for (QComboBox *each : {m_asset, m_priority, m_detector}) {
        connect(each, &QComboBox::currentIndexChanged, this, &KpiPeriodBar::changed);
    }
}

bool KpiPeriodBar::isOwn() const
{
    return m_kind->currentIndex() == m_kind->count() - 1;
}

kpi::PeriodKind KpiPeriodBar::kind() const
{
    return static_cast<kpi::PeriodKind>(m_kind->currentIndex());
}

UtcTime KpiPeriodBar::timeOf(const QDateTimeEdit &edit) const
{
    return fromClock(edit.dateTime(), m_zone);
}

void KpiPeriodBar::setTime(QDateTimeEdit &edit, UtcTime time) const
{
    const QSignalBlocker quiet(edit);
    // The editor knows no zones but its own; in UTC it takes every time of a clock as it is.
    const QDateTime shown = toDateTime(time, m_zone);
    edit.setDateTime(QDateTime(shown.date(), shown.time(), Qt::UTC));
}

kpi::Period KpiPeriodBar::period(UtcTime now, const kpi::ShiftPlan &plan) const
{
    return isOwn() ? kpi::Period{timeOf(*m_from), timeOf(*m_to)} : kpi::periodAt(kind(), m_anchor.value_or(now), plan, localOffset);
}

/// A range of one's own begins as the period that was looked at.
void KpiPeriodBar::takeKind()
{
    const bool own = isOwn();
    if (own && m_from->isHidden() && m_now != kNoTime) {
        const kpi::Period day = kpi::periodAt(kpi::PeriodKind::Day, m_anchor.value_or(m_now), m_plan, localOffset);
        setTime(*m_from, day.from);
        setTime(*m_to, day.to);
    }
    for (QWidget *each : std::initializer_list<QWidget *>{m_from, m_to}) {
        each->setVisible(own);
    }
    for (QWidget *each : std::initializer_list<QWidget *>{m_back, m_forth}) {
        each->setVisible(!own);
    }
    emit changed();
}

void KpiPeriodBar::step(bool back)
{
    const kpi::Period shown = period(m_now, m_plan);
    m_anchor = back ? shown.from - Duration{1} : shown.to;
    if (*m_anchor >= m_now || kpi::periodAt(kind(), m_now, m_plan, localOffset).from <= *m_anchor) {
        m_anchor.reset(); // what comes is not there yet, and the present one goes with the time
    }
    emit changed();
}

void KpiPeriodBar::setZone(ZoneChoice zone)
{
    const UtcTime from = timeOf(*m_from);
    const UtcTime to = timeOf(*m_to);
    m_zone = zone;
    setTime(*m_from, from);
    setTime(*m_to, to);
}

void KpiPeriodBar::apply(const Structure &structure)
{
    if (structure.generation == m_generation) {
        return;
    }
    m_generation = structure.generation;
    refill(*m_asset, assetPaths(structure));
    refill(*m_detector, detectorKinds(structure));
}

std::optional<kpi::KpiQuestion> KpiPeriodBar::question(UtcTime now, const KpiSettings &settings) const
{
    const kpi::Period shown = period(now, settings.shifts);
    kpi::KpiQuestion question{shown.from, std::min(shown.to, now), {}, settings.limits};
    if (question.from >= question.to) {
        return std::nullopt;
    }
    question.filter.asset = fromQt(m_asset->currentData().toString());
    if (m_priority->currentIndex() > 0) {
        question.filter.priority = static_cast<Priority>(m_priority->currentData().toInt());
    }
    if (m_detector->currentIndex() > 0) {
        question.filter.detector = fromQt(m_detector->currentData().toString());
    }
    return question;
}

} // namespace telltale::ui
