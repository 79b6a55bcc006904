// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/logbook_station.h"
#include "ui/charts/trend_view.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/fitting_label.h"

#include <QMenu>
#include <QTreeView>

namespace telltale::test {

using namespace std::chrono_literals;
using Reading = SnapshotBuilder::Reading;

inline constexpr UtcTime kNow = SnapshotBuilder::kStart;
inline constexpr std::size_t kReadings = 600; ///< of every sensor, one a second

/// A pump with seven sensors and a fan with one, ten minutes of readings; the window shows the pump's flow.
struct TrendPlant {
    LogbookStation station;
    WindowFixture &fixture = *station.fixture;

    TrendPlant()
    {
        fixture.build.now(kNow);
        for (const char *name : {"flow", "vibration", "temperature", "pressure", "current", "speed", "level"})
            add("line-a/pump1", name);
        add("line-a/fan", "airflow");
        fixture.build.now(kNow);
        QVERIFY(fixture.give());
        QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
        fixture.list()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, int times = 1) const
    {
        for (int i = 0; i < times; ++i)
            fixture.press(key, modifiers);
    }
    /// Shift+X and the number of a sensor in the menu.
    void toggle(Qt::Key number) const
    {
        press(Qt::Key_X, Qt::ShiftModifier);
        auto *menu = fixture.find<QMenu>("trendSensorsMenu");
        QTRY_VERIFY(menu->isVisible());
        QTest::keyClick(menu, number);
        WindowFixture::settle();
    }
    void chooseInTree(const char *name) const
    {
        auto *tree = fixture.find<QTreeView>("assetTree");
        const auto hits = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QString::fromLatin1(name), 1,
                                               Qt::MatchExactly | Qt::MatchRecursive);
        QVERIFY(!hits.isEmpty());
        tree->setFocus();
        tree->setCurrentIndex(hits.front());
        WindowFixture::settle();
    }
    [[nodiscard]] ui::TrendView &lead() const { return *fixture.find<ui::TrendView>("trendView"); }
    [[nodiscard]] QList<ui::TrendView *> lanes() const
    {
        return fixture.window->findChildren<ui::TrendView *>(QStringLiteral("trendLane"));
    }
    [[nodiscard]] ui::TrendView *lane(const char *name) const
    {
        const auto all = lanes();
        const auto found =
            std::find_if(all.begin(), all.end(), [name](const ui::TrendView *lane) { return lane->sensor().key.sensor == name; });
        return found == all.end() ? nullptr : *found;
    }
    /// From top to bottom.
    [[nodiscard]] QStringList names() const
    {
        QList<ui::TrendView *> below = lanes();
        std::sort(below.begin(), below.end(), [](const ui::TrendView *a, const ui::TrendView *b) { return a->y() < b->y(); });
        QStringList names{QString::fromStdString(lead().sensor().key.sensor)};
        for (const ui::TrendView *lane : below)
            names << QString::fromStdString(lane->sensor().key.sensor);
        return names;
    }
    [[nodiscard]] bool watches(std::vector<SensorId> sensors) const
    {
        return QTest::qWaitFor([&] {
            const auto posted = fixture.posted<command::WatchSensors>();
            return !posted.empty() && posted.back().sensors == sensors;
        });
    }
    [[nodiscard]] ui::CopyTable &table() const { return *fixture.find<ui::CopyTable>("trendTable"); }
    [[nodiscard]] QString cell(int row, int column) const { return table().model()->index(row, column).data().toString(); }
    [[nodiscard]] QString heading(int column) const { return table().model()->headerData(column, Qt::Horizontal).toString(); }
    [[nodiscard]] QString summary() const { return fixture.find<ui::FittingLabel>("trendTableSummary")->text(); }
    [[nodiscard]] QString message() const { return fixture.find<ui::FittingLabel>("messageNote")->text(); }

private:
    void add(const char *asset, const char *name)
    {
        const SensorId id = fixture.build.addSensor(asset, name, "u");
        fixture.build.addSamples(id, kNow - std::chrono::seconds{kReadings - 1}, 1s, kReadings, [id](std::size_t i) {
            const bool odd = i + 10 == kReadings && indexOf(id) == 0;
            return Reading{.value = 1000.0 * double(indexOf(id)) + double(i),
                           .score = odd ? 1.5 : 0.25,
                           .verdict = odd ? Verdict::Anomalous : Verdict::Normal};
        });
    }
};

} // namespace telltale::test
