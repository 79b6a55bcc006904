// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts and roles on the real window, by keyboard.
#include "core/account/account_file.h"
#include "tests/gui/window_fixture.h"
#include "tests/support/temp_folder.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>

using namespace telltale;
using namespace telltale::ui;
using namespace std::chrono_literals;
using test::WindowFixture;

namespace {

/// A station with one operator and one viewer, and one alarm.
struct Station {
    test::TempFolder folder;
    std::unique_ptr<WindowFixture> fixture;

    [[nodiscard]] std::string file() const { return folder.path("accounts.json"); }

    void open(Duration lockAfter = 0s)
    {
        WindowSettings settings = WindowFixture::defaults();
        settings.accounts = {file(), lockAfter};
        fixture = std::make_unique<WindowFixture>(settings);
        const SensorId sensor = fixture->build.addSensor("line-a/pump1", "vibration", "mm/s");
        fixture->build.addAlarm(sensor, Priority::P1, AlarmState::B).audible = Audible::Sounding;
        QVERIFY(fixture->give());
        QVERIFY(QTest::qWaitForWindowActive(fixture->window.get()));
    }
    void openWithAccounts(Duration lockAfter = 0s)
    {
        QVERIFY(account::addAccount(file(), "operator A", Role::Operator, "4711"));
        QVERIFY(account::addAccount(file(), "guest", Role::Viewer, "1234"));
        open(lockAfter);
    }
    void type(const char *name, const char *pin) const
    {
        fixture->press(Qt::Key_L, Qt::ControlModifier);
        auto *edit = fixture->find<QLineEdit>("signInName");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, name);
        fixture->press(Qt::Key_Return);
        auto *pinEdit = fixture->find<QLineEdit>("signInPin");
        QTRY_VERIFY(pinEdit->hasFocus());
        QTest::keyClicks(pinEdit, pin);
        fixture->press(Qt::Key_Return);
    }
    [[nodiscard]] QString who() const { return fixture->find<FittingLabel>("place")->text(); }
    [[nodiscard]] QString note() const { return fixture->find<MessageBar>("messageBar")->noteText(); }
    [[nodiscard]] std::vector<LogbookKind> logged() const
    {
        std::vector<LogbookKind> kinds;
        for (const auto &what : fixture->posted<command::WriteLogbook>()) {
            kinds.push_back(what.entry.kind);
        }
        return kinds;
    }
};

} // namespace

class TestWindowSignIn : public QObject {
    Q_OBJECT
private slots:
    void withoutAccountsEverybodyMayDoEverything();
    void withoutAccountsANameIsEnough();
    void withAccountsNobodyActsBeforeSigningIn();
    void whoSignsInActs();
    void aWrongPinIsSaidAndMakesTheNextTryWait();
    void aViewerMayNotAct();
    void onlyEngineersChangeDetectors();
    void theHornCanAlwaysBeSilenced();
    void signsOutWhenNobodyTouchesAnything();
    void aDamagedFileLetsNobodyIn();
};

void TestWindowSignIn::withoutAccountsEverybodyMayDoEverything()
{
    Station station;
    station.open();
    QVERIFY2(station.who().contains("no accounts"), qPrintable(station.who()));
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_Space);
    QCOMPARE(station.fixture->posted<command::Acknowledge>().size(), std::size_t{1});
    QCOMPARE(station.fixture->source.posted.back().role, Role::Engineer);
}

void TestWindowSignIn::withoutAccountsANameIsEnough()
{
    Station station;
    station.open();
    station.fixture->press(Qt::Key_L, Qt::ControlModifier);
    auto *edit = station.fixture->find<QLineEdit>("signInName");
    QTRY_VERIFY(edit->hasFocus());
    QVERIFY(!station.fixture->find<QLineEdit>("signInPin")->isVisible());
    QTest::keyClicks(edit, "operator B");
    station.fixture->press(Qt::Key_Return);
    QVERIFY(!edit->isVisible());
    QVERIFY(station.who().startsWith("operator B"));
    QCOMPARE(station.logged(), (std::vector{LogbookKind::SignedIn}));
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_Space);
    QCOMPARE(station.fixture->source.posted.back().actor.operatorName, std::string("operator B"));
    QCOMPARE(station.fixture->source.posted.back().actor.station, std::string("desk 2"));
}

void TestWindowSignIn::withAccountsNobodyActsBeforeSigningIn()
{
    Station station;
    station.openWithAccounts();
    QVERIFY(station.who().contains("nobody"));
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.fixture->posted<command::Acknowledge>().empty());
    QVERIFY2(station.note().contains("Ctrl+L"), qPrintable(station.note()));
    const auto *button = station.fixture->find<QPushButton>("ackButton");
    QVERIFY(!button->isEnabled());
    QVERIFY(button->toolTip().contains("Ctrl+L"));
    for (const Command &command : station.fixture->source.posted) {
        QCOMPARE(command.role, Role::Viewer);
    }
}

void TestWindowSignIn::whoSignsInActs()
{
    Station station;
    station.openWithAccounts();
    station.type("operator A", "4711");
    QTRY_VERIFY(!station.fixture->find<QWidget>("signInRow")->isVisible());
    QVERIFY(station.who().contains("operator A (operator)"));
    QCOMPARE(station.logged(), (std::vector{LogbookKind::SignedIn}));
    QVERIFY(station.fixture->list()->hasFocus());
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_Space);
    QCOMPARE(station.fixture->posted<command::Acknowledge>().size(), std::size_t{1});
    QCOMPARE(station.fixture->source.posted.back().actor.operatorName, std::string("operator A"));
    QCOMPARE(station.fixture->source.posted.back().role, Role::Operator);
    for (const Command &command : station.fixture->source.posted) {
        if (const auto *what = std::get_if<command::WriteLogbook>(&command.what)) {
            QVERIFY(what->entry.text.find("4711") == std::string::npos);
        }
    }
}

void TestWindowSignIn::aWrongPinIsSaidAndMakesTheNextTryWait()
{
    Station station;
    station.openWithAccounts();
    station.type("operator A", "4712");
    auto *pin = station.fixture->find<QLineEdit>("signInPin");
    auto *note = station.fixture->find<FittingLabel>("signInNote");
    QTRY_VERIFY2(note->text().contains("do not belong together"), qPrintable(note->text()));
    QVERIFY(pin->text().isEmpty());
    QTRY_VERIFY(pin->hasFocus());
    QTest::keyClicks(pin, "4711");
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY(note->text().contains("Wait"));
    QVERIFY(station.who().contains("nobody"));
    station.fixture->press(Qt::Key_Escape);
    QVERIFY(!pin->isVisible());
    QVERIFY(station.logged().empty());
}

void TestWindowSignIn::aViewerMayNotAct()
{
    Station station;
    station.openWithAccounts();
    station.type("guest", "1234");
    QTRY_VERIFY(station.who().contains("guest (viewer)"));
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_C);
    QVERIFY(!station.fixture->find<QLineEdit>("commentFieldEdit")->isVisible());
    QVERIFY2(station.note().contains("operator"), qPrintable(station.note()));
}

void TestWindowSignIn::onlyEngineersChangeDetectors()
{
    Station station;
    QVERIFY(account::addAccount(station.file(), "engineer A", Role::Engineer, "8080"));
    station.openWithAccounts();
    const auto *apply = station.fixture->find<QPushButton>("applyDetector");
    station.type("operator A", "4711");
    QTRY_VERIFY(station.who().contains("(operator)"));
    QVERIFY(!apply->isEnabled());
    QVERIFY2(apply->toolTip().contains("engineer"), qPrintable(apply->toolTip()));
    station.type("engineer A", "8080");
    QTRY_VERIFY(station.who().contains("(engineer)"));
    QVERIFY2(!apply->toolTip().contains("engineer"), qPrintable(apply->toolTip()));
    QVERIFY(apply->isEnabled());
}

void TestWindowSignIn::theHornCanAlwaysBeSilenced()
{
    Station station;
    station.openWithAccounts();
    station.fixture->press(Qt::Key_F8);
    QCOMPARE(station.fixture->posted<command::Silence>().size(), std::size_t{1});
    QCOMPARE(station.fixture->source.posted.back().role, Role::Viewer);
    QCOMPARE(station.fixture->source.posted.back().actor.operatorName, std::string("nobody signed in"));
}

void TestWindowSignIn::signsOutWhenNobodyTouchesAnything()
{
    Station station;
    station.openWithAccounts(200ms);
    station.type("operator A", "4711");
    QTRY_COMPARE(station.logged(), (std::vector{LogbookKind::SignedIn, LogbookKind::SignedOut}));
    QVERIFY(station.who().contains("nobody"));
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.fixture->posted<command::Acknowledge>().empty());
}

void TestWindowSignIn::aDamagedFileLetsNobodyIn()
{
    Station station;
    QFile file(QString::fromStdString(station.file()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    station.open();
    QVERIFY(station.fixture->find<MessageBar>("messageBar")->problemText().contains("damaged"));
    QVERIFY(station.who().contains("nobody"));
    station.type("operator A", "4711");
    QTRY_VERIFY(station.fixture->find<FittingLabel>("signInNote")->text().contains("damaged"));
    QVERIFY(station.who().contains("nobody"));
}

QTEST_MAIN(TestWindowSignIn)
#include "tst_window_sign_in.moc"
