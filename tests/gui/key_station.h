// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/whole_file.h"
#include "tests/gui/plant_picture.h"
#include "tests/support/temp_folder.h"
#include "ui/keys/key_bindings.h"

#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace telltale::test {

/// A station with a keys file, and somebody who works at it.
struct KeyStation {
    TempFolder folder;
    std::unique_ptr<WindowFixture> fixture;

    KeyStation() = default;
    ~KeyStation() { ui::KeyBindings::instance().setMap({}); }

    [[nodiscard]] std::string file() const { return folder.path("keys.toml"); }

    void start()
    {
        fixture.reset();
        ui::WindowSettings settings = WindowFixture::defaults();
        settings.keysFile = QString::fromStdString(file());
        settings.accounts.file = folder.path("accounts.json");
        fixture = std::make_unique<WindowFixture>(settings);
        fillPlant(*fixture);
        QVERIFY(fixture->open());
        fixture->list()->setFocus();
    }
    void openDialog()
    {
        fixture->press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dialog()->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
    }
    /// Into the recording of a key for the only row that these words find.
    void beginChange(const QString &words)
    {
        openDialog();
        fixture->type(words);
        QCOMPARE(table()->rowCount(), 1);
        fixture->press(Qt::Key_Return);
        QVERIFY(fixture->find<QWidget>("keyRecorder")->hasFocus());
    }
    void backToTheList()
    {
        fixture->press(Qt::Key_Escape);
        QVERIFY(!dialog()->isVisible());
        QVERIFY(fixture->isActive());
        fixture->list()->setFocus();
    }
    [[nodiscard]] QDialog *dialog() const { return fixture->find<QDialog>("keyDialog"); }
    [[nodiscard]] QTableWidget *table() const { return fixture->find<QTableWidget>("keyTable"); }
    [[nodiscard]] QString said() const { return fixture->find<QLabel>("keyNote")->text(); }
    [[nodiscard]] QString keys() const { return table()->item(table()->currentRow(), 0)->text(); }
    [[nodiscard]] QPushButton *button(const char *name) const { return fixture->find<QPushButton>(name); }
    [[nodiscard]] QString stored() const
    {
        const auto text = readWholeFile(file(), 100'000);
        return text ? QString::fromStdString(*text) : QString();
    }
    [[nodiscard]] bool asksForAShelf() const { return fixture->find<QWidget>("choiceForm")->isVisible(); }
};

/// Of one act alone.
inline constexpr const char *kShelve = "selection, sensor or asset for";

} // namespace telltale::test
