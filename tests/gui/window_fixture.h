// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fake_source.h"
#include "tests/support/ui_builders.h"
#include "ui/live/live_bridge.h"
#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QTableView>
#include <QtTest>
#include <algorithm>
#include <memory>
#include <variant>

namespace telltale::test {

/// The real window on a source that a test feeds by hand. Widgets are found by their object names.
class WindowFixture {
public:
    explicit WindowFixture(ui::WindowSettings settings = defaults())
    {
        source.newest = nullptr;
        window = std::make_unique<ui::MainWindow>(source, std::move(settings));
        window->resize(1280, 720);
        window->show();
    }

    static ui::WindowSettings defaults()
    {
        ui::WindowSettings settings;
        settings.actor = {"K. Lund", "desk 2", "klund"};
        settings.station = "desk 2";
        settings.title = "Plant";
        settings.productVersion = "Telltale test";
        settings.theme = ui::ThemeChoice::Light;
        return settings;
    }

    /// Hands over what the builder holds; true once the window has taken it.
    bool give()
    {
        source.newest = build.build();
        return QTest::qWaitFor([&] { return source.wasFetched(); }) && settle();
    }

    /// Lets everything that is queued happen.
    static bool settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        return true;
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *list() const { return find<QTableView>("alarmTable"); }
    [[nodiscard]] QString cell(int row, int column) const { return list()->model()->index(row, column).data().toString(); }

    /// Makes a row the only selected one.
    void choose(int row) const
    {
        list()->selectionModel()->setCurrentIndex(list()->model()->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        settle();
    }

    /// As a person would: to whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
        settle();
    }

    /// Commands of one kind that the window posted, in order.
    template <typename What>
    [[nodiscard]] std::vector<What> posted() const
    {
        std::vector<What> found;
        for (const Command &command : source.posted) {
            if (const auto *what = std::get_if<What>(&command.what)) {
                found.push_back(*what);
            }
        }
        return found;
    }
    /// Of the newest command of one kind: the window posts others by itself, whenever it wants to watch other sensors.
    template <typename What>
    [[nodiscard]] std::uint64_t lastId() const
    {
        const auto found = std::find_if(source.posted.rbegin(), source.posted.rend(),
                                        [](const Command &command) { return std::holds_alternative<What>(command.what); });
        return found == source.posted.rend() ? 0 : found->id;
    }

    FakeSource source;
    SnapshotBuilder build;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace telltale::test
