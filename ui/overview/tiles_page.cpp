// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/tiles_page.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/machine_tile.h"
#include "ui/overview/machine_tiles.h"
#include "ui/overview/tile_grid.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_hand.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr qint64 kOrderMs = 5000;
constexpr qint64 kUrgentMs = 1000;

bool isBelow(const SensorKey &sensor, const SensorKey &source)
{
    if (source.asset.empty()) {
        return true;
    }
    const bool same = sensor.asset == source.asset;
    return source.sensor.empty() ? same || sensor.asset.starts_with(source.asset + '/') : same && sensor.sensor == source.sensor;
}

QToolButton *button(const QString &name, const QString &text, const QString &tip, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(name);
    made->setText(text);
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

} // namespace

TilesPage::TilesPage(QWidget *parent)
    : QWidget(parent)
    , m_views(new QStackedWidget(this))
    , m_grid(new TileGrid(m_views))
    , m_machines(new MachineTiles(m_views))
    , m_worstFirst(button(QStringLiteral("worstFirst"), tr("Worst first"), {}, this))
    , m_back(button(QStringLiteral("previousTiles"), QStringLiteral("◂"), tr("Previous page (PgUp)"), this))
    , m_on(button(QStringLiteral("nextTiles"), QStringLiteral("▸"), tr("Next page (PgDown)"), this))
    , m_count(new FittingLabel(QStringLiteral("tileCount"), this))
    , m_pageText(new FittingLabel(QStringLiteral("tilePage"), this))
{
    setObjectName(QStringLiteral("tilesPage"));
    m_worstFirst->setCheckable(true);
    sayKeys(this, [this] {
        m_worstFirst->setToolTip(withKeyText(tr("Worst first, or in the order of the plant"), Act::TileOrder));
        m_worstFirst->setAccessibleName(m_worstFirst->toolTip());
    });
    m_pageText->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_views->addWidget(m_grid);
    m_views->addWidget(m_machines);
    auto *row = new QHBoxLayout;
    row->addWidget(m_count, 1);
    row->addWidget(m_back);
    row->addWidget(m_pageText);
    row->addWidget(m_on);
    row->addWidget(m_worstFirst);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_views, 1);
    addKeys();
    connect(m_worstFirst, &QToolButton::toggled, this, &TilesPage::choose);
    connect(m_grid, &TileGrid::activated, this, &TilesPage::activated);
    connect(m_machines, &MachineTiles::opened, this, &TilesPage::machineOpened);
    connect(m_grid, &TileGrid::sightChanged, this, &TilesPage::showPage);
    connect(m_machines, &MachineTiles::sightChanged, this, &TilesPage::showPage);
    handFocusTo(*this, *m_views);
}

void TilesPage::addKeys()
{
    const auto add = [this](const QKeySequence &key, QToolButton *on, int pages) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, pages] { turn(pages); });
        connect(on, &QToolButton::clicked, this, [this, pages] { turn(pages); });
    };
    add(Qt::Key_PageUp, m_back, -1);
    add(Qt::Key_PageDown, m_on, 1);
}

void TilesPage::toggleOrder()
{
    m_worstFirst->toggle();
}

bool TilesPage::showsMachines() const
{
    return m_views->currentWidget() == m_machines;
}

void TilesPage::turn(int pages)
{
    if (showsMachines()) {
        m_machines->setPage(m_machines->page() + pages);
    } else {
        m_grid->setPage(m_grid->page() + pages);
    }
}

void TilesPage::showPage()
{
    const int page = showsMachines() ? m_machines->page() : m_grid->page();
    const int pages = showsMachines() ? m_machines->pages() : m_grid->pages();
    m_pageText->setText(tr("page %1 of %2").arg(page + 1).arg(pages));
    m_back->setEnabled(page > 0);
    m_on->setEnabled(page + 1 < pages);
    emit sightChanged();
}

void TilesPage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (!snapshot->structure) {
        return;
    }
    const bool grown = snapshot->structure->generation != m_generation || snapshot->structure->sensors.size() != m_known;
    if (grown || isOrderDue()) {
        choose();
    }
    m_grid->apply(snapshot);
    m_machines->apply(snapshot);
}

bool TilesPage::isOrderDue() const
{
    if (!m_worstFirst->isChecked() || !isVisible() || !m_lastOrder.hasExpired(kUrgentMs)) {
        return false;
    }
    return (m_lastOrder.hasExpired(kOrderMs) && !m_views->underMouse()) || worseWaitsElsewhere();
}

/// Something off the first page has an alarm that is more pressing than the least pressing tile of it.
bool TilesPage::worseWaitsElsewhere() const
{
    const auto rank = [this](std::size_t i) {
        return showsMachines() ? machineRank(*m_snapshot, m_shownMachines[i])
                               : tileRank(m_snapshot->sensors[indexOf(m_grid->sensors()[i])]);
    };
    const std::size_t all = showsMachines() ? m_shownMachines.size() : m_grid->sensors().size();
    const std::size_t first = std::min(all, std::size_t(showsMachines() ? m_machines->perPage() : m_grid->perPage()));
    int least = 0;
    for (std::size_t i = 0; i < first; ++i) {
        least = std::max(least, rank(i));
    }
    for (std::size_t i = first; i < all; ++i) {
        if (const int waiting = rank(i); waiting < kFirstQuietRank && waiting < least) {
            return true;
        }
    }
    return false;
}

void TilesPage::setSource(const SensorKey &source)
{
    m_source = source;
    choose();
}

void TilesPage::setText(const QString &text)
{
    if (m_text != text.trimmed()) {
        m_text = text.trimmed();
        choose();
    }
}

bool TilesPage::isWanted(const SensorKey &sensor) const
{
    return isBelow(sensor, m_source) && (m_text.isEmpty() || toQt(sensor.text()).contains(m_text, Qt::CaseInsensitive));
}

std::vector<SensorId> TilesPage::wantedSensors() const
{
    std::vector<SensorId> sensors;
    for (const SensorSpec &sensor : m_snapshot->structure->sensors) {
        if (!sensor.gone && indexOf(sensor.id) < m_snapshot->sensors.size() && isWanted(sensor.key)) {
            sensors.push_back(sensor.id);
        }
    }
    return sensors;
}

/// In the order of their first sensor.
std::vector<AssetId> TilesPage::machinesOf(const std::vector<SensorId> &sensors) const
{
    std::vector<AssetId> machines;
    std::vector<bool> taken(m_snapshot->structure->assets.size(), false);
    for (const SensorId sensor : sensors) {
        const AssetId asset = m_snapshot->structure->sensor(sensor).asset;
        if (!taken[indexOf(asset)]) {
            taken[indexOf(asset)] = true;
            machines.push_back(asset);
        }
    }
    return machines;
}

void TilesPage::sortByRank(std::vector<SensorId> &sensors, std::vector<AssetId> &machines) const
{
    const auto rank = [this](SensorId id) { return tileRank(m_snapshot->sensors[indexOf(id)]); };
    std::stable_sort(sensors.begin(), sensors.end(), [&](SensorId a, SensorId b) { return rank(a) < rank(b); });
    std::vector<int> ranks(m_snapshot->structure->assets.size(), 0);
    for (const AssetId asset : machines) {
        ranks[indexOf(asset)] = machineRank(*m_snapshot, asset);
    }
    std::stable_sort(machines.begin(), machines.end(), [&](AssetId a, AssetId b) { return ranks[indexOf(a)] < ranks[indexOf(b)]; });
}

void TilesPage::choose()
{
    if (!m_snapshot || !m_snapshot->structure) {
        return;
    }
    m_generation = m_snapshot->structure->generation;
    m_known = m_snapshot->structure->sensors.size();
    m_lastOrder.start();
    std::vector<SensorId> sensors = wantedSensors();
    m_shownMachines = machinesOf(sensors);
    if (m_worstFirst->isChecked()) {
        sortByRank(sensors, m_shownMachines);
    }
    const bool many = sensors.size() > kMostSensors;
    const auto &known = m_snapshot->structure->sensors;
    const auto watched = std::size_t(std::count_if(known.begin(), known.end(), [](const SensorSpec &sensor) { return !sensor.gone; }));
    const QString all = sensors.size() == watched ? tr("%n sensor(s)", nullptr, int(watched))
                                                  : tr("%1 of %n sensor(s)", nullptr, int(watched)).arg(sensors.size());
    m_count->setText(many ? tr("%n machine(s), %1", nullptr, int(m_shownMachines.size())).arg(all) : all);
    m_views->setCurrentWidget(many ? static_cast<QWidget *>(m_machines) : m_grid);
    handFocusTo(*m_views, *m_views->currentWidget());
    m_grid->showSensors(m_snapshot->structure, many ? std::vector<SensorId>{} : std::move(sensors));
    m_machines->showMachines(m_snapshot, many ? m_shownMachines : std::vector<AssetId>{});
    showPage();
}

std::vector<SensorId> TilesPage::sensorsInSight() const
{
    return showsMachines() ? std::vector<SensorId>{} : m_grid->sensorsInSight();
}

} // namespace telltale::ui
