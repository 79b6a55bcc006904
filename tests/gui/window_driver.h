// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/alarm_model.h"
#include "ui/widgets/message_bar.h"
#include "ui/window/main_window.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTableView>
#include <QtTest>
#include <memory>
#include <utility>

namespace telltale::test {

/// A person in front of the real window: widgets are found by their object names, keys go to whatever has the focus and are counted.
class WindowDriver {
public:
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

    /// Lets everything that is queued happen.
    static bool settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
        return true;
    }

    [[nodiscard]] bool isActive() const { return QTest::qWaitForWindowActive(window.get()); }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QTableView *list() const { return find<QTableView>("alarmTable"); }
    [[nodiscard]] int rows() const { return list()->model()->rowCount(); }
    [[nodiscard]] QString cell(int row, int column) const { return list()->model()->index(row, column).data().toString(); }
    [[nodiscard]] OccurrenceId idAt(int row) const
    {
        return list()->model()->index(row, 0).data(ui::AlarmModel::OccurrenceRole).toULongLong();
    }
    /// -1 = it is not listed.
    [[nodiscard]] int rowOf(OccurrenceId id) const
    {
        const QAbstractItemModel *model = list()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data(ui::AlarmModel::OccurrenceRole).toULongLong() == id) {
                return row;
            }
        }
        return -1;
    }

    /// What the line of messages says.
    [[nodiscard]] QString problem() const { return find<ui::MessageBar>("messageBar")->problemText(); }
    [[nodiscard]] QString note() const { return find<ui::MessageBar>("messageBar")->noteText(); }

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
        QTest::keyClick(focus(), key, modifiers);
        ++m_keys;
        settle();
    }
    void type(const QString &text) const
    {
        QTest::keyClicks(focus(), text);
        m_keys += int(text.size());
        settle();
    }
    /// Tab until the widget of that name has the focus.
    [[nodiscard]] bool tabTo(const char *name) const
    {
        for (int i = 0; i < 150; ++i) {
            if (QApplication::focusWidget() && QApplication::focusWidget()->objectName() == QLatin1String(name)) {
                return true;
            }
            press(Qt::Key_Tab);
        }
        return false;
    }
    /// Keys since the last call.
    int takeKeys() const { return std::exchange(m_keys, 0); }

    std::unique_ptr<ui::MainWindow> window;

private:
    [[nodiscard]] QWidget *focus() const
    {
        QWidget *focused = QApplication::focusWidget();
        return focused ? focused : window.get();
    }

    mutable int m_keys = 0;
};

} // namespace telltale::test
