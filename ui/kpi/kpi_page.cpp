// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_page.h"

#include "core/kpi/kpi_csv.h"
#include "ui/detectors/plain_table.h"
#include "ui/kpi/bad_actor_table.h"
#include "ui/kpi/kpi_period_bar.h"
#include "ui/kpi/kpi_settings_dialog.h"
#include "ui/kpi/kpi_texts.h"
#include "ui/kpi/kpi_tile.h"
#include "ui/kpi/load_chart.h"
#include "ui/kpi/spread_view.h"
#include "ui/reports/report_files.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/scrolled.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace telltale::ui {

namespace {

constexpr int kTilesPerRow = 4;

} // namespace

KpiPage::KpiPage(Place place, QWidget *parent)
    : QWidget(parent)
    , m_place(std::move(place))
    , m_settings(readKpiSettings(m_place.settingsFile))
{
    setObjectName(QStringLiteral("kpiPage"));
    auto *content = new QWidget(this);
    auto *rows = new QVBoxLayout(content);
    const int gap = fontMetrics().averageCharWidth() / 2;
    rows->setContentsMargins(gap, gap, gap, 0);
    rows->setSpacing(gap);
    rows->addWidget(createHead());
    rows->addWidget(createTiles());
    rows->addWidget(createCharts(), 2);
    rows->addWidget(createTables(), 3);
    fillScrolled(*this, content);
    m_runner = new KpiRunner(
        m_place.dataFolder, [this] { return m_period->question(m_place.now(), m_settings); }, this);
    connectParts();
    take(std::make_shared<const kpi::Kpis>()); // the page has its shape before the first answer
    m_kpis.reset();
    say(m_place.dataFolder.empty() ? tr("No data folder: there is no journal to count in.") : tr("Reading the journal …"));
}

QWidget *KpiPage::createHead()
{
    auto *head = new QWidget(this);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    m_period = new KpiPeriodBar(head);
    m_period->setPlan(m_settings.shifts);
    m_period->setNow(m_place.now());
    rows->addWidget(m_period);
    auto *row = new QHBoxLayout;
    m_window = new FittingLabel(QStringLiteral("kpiWindow"), head);
    m_window->setBold(true);
    m_status = new FittingLabel(QStringLiteral("kpiStatus"), head);
    const auto button = [&](const QString &name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text, head);
        made->setObjectName(name);
        made->setToolTip(tip);
        return made;
    };
    m_copy = button(QStringLiteral("kpiCopy"), tr("Cop&y"), tr("The page as text to the clipboard"));
    m_save = button(QStringLiteral("kpiSave"), tr("Sa&ve CSV …"), tr("All figures as a file, as telltale --kpi writes it"));
    m_edit =
        button(QStringLiteral("kpiSettings"), tr("Shifts and &marks …"), tr("When shifts begin, and what the figures are held against"));
    m_watched = new FittingLabel(QStringLiteral("kpiWatched"), head);
    auto *span = new QVBoxLayout;
    span->setSpacing(0);
    span->addWidget(m_window);
    span->addWidget(m_watched);
    row->addLayout(span, 3);
    row->addWidget(m_status, 1);
    for (QPushButton *each : {m_copy, m_save, m_edit}) {
        row->addWidget(each);
    }
    rows->addLayout(row);
    return head;
}

QWidget *KpiPage::createTiles()
{
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(fontMetrics().averageCharWidth() / 2);
    const int count = int(kpiTiles({}).size());
    for (int i = 0; i < count; ++i) {
        m_tiles.push_back(new KpiTile(box));
        grid->addWidget(m_tiles.back(), i / kTilesPerRow, i % kTilesPerRow);
    }
    for (int column = 0; column < kTilesPerRow; ++column) {
        grid->setColumnStretch(column, 1);
    }
    return box;
}

QWidget *KpiPage::createCharts()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_load = new LoadChart(box);
    m_spread = new SpreadView(box);
    row->addWidget(m_load, 3);
    row->addWidget(m_spread, 1);
    return box;
}

QWidget *KpiPage::createTables()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("kpiTables"));
    m_tabs->setDocumentMode(true);
    m_actors = new BadActorTable(m_tabs);
    m_tabs->addTab(m_actors, badActorTable({}).name);
    for (const KpiTable &table : kpiTables({}, m_zone)) {
        m_tables.push_back(plainTable(QStringLiteral("kpiTable%1").arg(m_tables.size()), table.name, m_tabs));
        m_tabs->addTab(m_tables.back(), table.name);
    }
    return m_tabs;
}

void KpiPage::connectParts()
{
    connect(m_period, &KpiPeriodBar::changed, m_runner, &KpiRunner::want);
    connect(m_runner, &KpiRunner::answered, this, &KpiPage::take);
    connect(m_runner, &KpiRunner::failed, this, [this](const QString &why) { say(tr("The journal cannot be read: %1").arg(why)); });
    connect(m_runner, &KpiRunner::busyChanged, this, [this](bool busy) {
        if (busy && !m_kpis) {
            say(tr("Reading the journal …"));
        }
    });
    connect(m_actors, &BadActorTable::tuneWanted, this, [this](const kpi::BadActor &actor) { emit tuneWanted(actor.source); });
    connect(m_actors, &BadActorTable::alarmsWanted, this, [this](const kpi::BadActor &actor) { emit alarmsWanted(actor.source); });
    connect(m_copy, &QPushButton::clicked, this, &KpiPage::copy);
    connect(m_save, &QPushButton::clicked, this, &KpiPage::save);
    connect(m_edit, &QPushButton::clicked, this, &KpiPage::editSettings);
}

void KpiPage::take(const KpisPtr &kpis)
{
    m_kpis = kpis;
    m_period->setNow(m_place.now());
    const std::vector<KpiTileText> tiles = kpiTiles(*kpis);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->show(tiles[i]);
    }
    m_load->show(kpis->load, kpis->question);
    m_spread->show(*kpis);
    m_actors->show(*kpis);
    showTables();
    say({});
}

void KpiPage::showTables()
{
    const kpi::Kpis &kpis = *m_kpis;
    const std::vector<KpiTable> tables = kpiTables(kpis, m_zone);
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        fillTable(*m_tables[i], tables[i].titles, tables[i].rows);
    }
    m_window->setText(kpis.question.from == kNoTime ? QString() : windowText(kpis.question, m_zone));
    m_watched->setForms(kpis.question.from == kNoTime ? QStringList() : watchedTexts(kpis));
}

void KpiPage::say(const QString &text)
{
    m_status->setText(text);
}

void KpiPage::apply(const SnapshotPtr &snapshot)
{
    if (snapshot->structure) {
        m_period->apply(*snapshot->structure);
    }
}

void KpiPage::setZone(ZoneChoice zone)
{
    m_zone = zone;
    m_period->setZone(zone);
    m_load->setZone(zone);
    if (m_kpis) {
        showTables();
    }
}

void KpiPage::copy()
{
    if (m_kpis) {
        QApplication::clipboard()->setText(kpiPageText(*m_kpis, m_zone));
        emit noticed(tr("The page was copied."));
    }
}

void KpiPage::save()
{
    if (!m_kpis) {
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save the figures"), QString(), tr("CSV (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("telltale-kpi-%1.csv").arg(toQt(toIso(m_kpis->question.from, 0)).left(10)));
    connect(dialog, &QFileDialog::fileSelected, this, [this, shown = m_kpis](const QString &file) {
        const auto written = writeWhole(file, QByteArray::fromStdString(kpi::kpiCsv(*shown)));
        emit noticed(written ? tr("Written: %1").arg(file) : tr("Not written: %1").arg(toQt(written.error().text())));
    });
    dialog->open();
}

void KpiPage::editSettings()
{
    auto *dialog = new KpiSettingsDialog(m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KpiSettingsDialog::chosen, this, [this](const KpiSettings &settings) {
        m_settings = settings;
        m_period->setPlan(settings.shifts);
        if (const auto kept = writeKpiSettings(m_place.settingsFile, settings); !kept) {
            emit noticed(tr("Not kept for the next start: %1").arg(toQt(kept.error().text())));
        }
        m_runner->want();
    });
    dialog->open();
}

void KpiPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_runner->setActive(true);
}

void KpiPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_runner->setActive(false);
}

} // namespace telltale::ui
