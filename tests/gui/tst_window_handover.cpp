// SPDX-License-Identifier: GPL-3.0-or-later
// Handing a shift over, by keyboard on the real window with a real journal.
#include "core/account/account_file.h"
#include "core/base/sha256.h"
#include "core/logbook/handover.h"
#include "tests/gui/logbook_station.h"
#include "ui/kpi/kpi_settings.h"
#include "ui/text.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextBrowser>

using namespace telltale;
using namespace telltale::ui;
using test::LogbookStation;
using test::WindowFixture;

namespace {

void show(LogbookStation &station)
{
    test::SnapshotBuilder &build = station.fixture->build;
    const SensorId a = build.addSensor("line-a/pump1", "vibration", "mm/s");
    build.addAlarm(a, Priority::P1, AlarmState::B);
    QVERIFY(station.answer());
    QVERIFY(QTest::qWaitForWindowActive(station.fixture->window.get()));
}

/// The outgoing side: words, and the signature.
void handOver(LogbookStation &station, const char *words)
{
    station.fixture->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *text = station.fixture->find<QPlainTextEdit>("handoverText");
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, words);
    auto *sign = station.fixture->find<QPushButton>("handoverSign");
    QTRY_VERIFY(sign->isEnabled()); // the journal has been read
    sign->setFocus();
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.answer());
}

QString stateOf(const LogbookStation &station)
{
    return station.fixture->find<FittingLabel>("handoverState")->text();
}

} // namespace

class TestWindowHandover : public QObject {
    Q_OBJECT
private slots:
    void bothSidesSignAndTheNewOneActs();
    void withAccountsTheIncomingSideGivesAPin();
    void nobodyTakesOverFromThemselves();
    void aFormerHandoverIsListedAndExported();
    void shiftsBeginAsThePageOfFiguresSays();
    void nobodySignsWhatHasChangedSince();
    void aPageInSightFromTheStartIsFilled();
};

void TestWindowHandover::bothSidesSignAndTheNewOneActs()
{
    LogbookStation station;
    show(station);
    handOver(station, "pump 1 is hot");
    const auto signedOnes = station.written(LogbookKind::HandoverSigned);
    QCOMPARE(signedOnes.size(), std::size_t{1});
    QCOMPARE(signedOnes[0].text, sha256(signedOnes[0].content));
    QCOMPARE(signedOnes[0].actor.operatorName, std::string("K. Lund"));
    const auto content = logbook::handoverFromJson(signedOnes[0].content);
    QVERIFY(content);
    QCOMPARE(content->text, std::string("pump 1 is hot"));
    QCOMPARE(content->unacknowledged.size(), std::size_t{1});
    QCOMPARE(signedOnes[0].from, content->from);

    auto *name = station.fixture->find<QLineEdit>("handoverName");
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, "operator B");
    station.fixture->press(Qt::Key_Return);
    QVERIFY(station.answer());
    const auto taken = station.written(LogbookKind::HandoverTaken);
    QCOMPARE(taken.size(), std::size_t{1});
    QCOMPARE(taken[0].subject, signedOnes[0].subject);
    QCOMPARE(taken[0].text, signedOnes[0].text);
    QCOMPARE(taken[0].actor.operatorName, std::string("operator B"));
    QTRY_COMPARE(stateOf(station), QStringLiteral("Signed by both sides."));

    // The new one acts at once, and no alarm was lost meanwhile.
    station.fixture->press(Qt::Key_F2);
    station.fixture->press(Qt::Key_Space);
    QCOMPARE(station.fixture->posted<command::Acknowledge>().size(), std::size_t{1});
    QCOMPARE(station.fixture->source.posted.back().actor.operatorName, std::string("operator B"));
}

void TestWindowHandover::withAccountsTheIncomingSideGivesAPin()
{
    const test::TempFolder accounts;
    WindowSettings settings = WindowFixture::defaults();
    settings.accounts.file = accounts.path("accounts.json");
    QVERIFY(account::addAccount(settings.accounts.file, "operator A", Role::Operator, "4711"));
    QVERIFY(account::addAccount(settings.accounts.file, "operator B", Role::Operator, "0815"));
    QVERIFY(account::addAccount(settings.accounts.file, "guest", Role::Viewer, "1234"));
    LogbookStation station(settings);
    show(station);
    station.fixture->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!station.fixture->find<QPushButton>("handoverSign")->isEnabled()); // nobody is signed in

    station.fixture->press(Qt::Key_L, Qt::ControlModifier);
    const auto give = [&](const char *nameField, const char *pinField, const char *name, const char *pin) {
        auto *edit = station.fixture->find<QLineEdit>(nameField);
        QTRY_VERIFY(edit->hasFocus());
        edit->clear();
        QTest::keyClicks(edit, name);
        station.fixture->press(Qt::Key_Return);
        auto *secret = station.fixture->find<QLineEdit>(pinField);
        QTRY_VERIFY(secret->hasFocus());
        QTest::keyClicks(secret, pin);
        station.fixture->press(Qt::Key_Return);
    };
    give("signInName", "signInPin", "operator A", "4711");
    QTRY_VERIFY(station.fixture->find<FittingLabel>("place")->text().contains("operator A"));
    handOver(station, "quiet");
    give("handoverName", "handoverPin", "guest", "1234");
    QTRY_VERIFY(station.fixture->find<MessageBar>("messageBar")->noteText().contains("guest is viewer"));
    QVERIFY(station.fixture->find<FittingLabel>("place")->text().contains("operator A"));
    station.fixture->find<QLineEdit>("handoverName")->setFocus();
    give("handoverName", "handoverPin", "operator B", "0815");
    QTRY_VERIFY(station.fixture->find<FittingLabel>("place")->text().contains("operator B"));
    QVERIFY(station.answer());
    QCOMPARE(station.written(LogbookKind::HandoverTaken).size(), std::size_t{1});
    QCOMPARE(station.written(LogbookKind::HandoverTaken)[0].actor.operatorName, std::string("operator B"));
    QCOMPARE(station.written(LogbookKind::SignedOut).size(), std::size_t{1});
}

void TestWindowHandover::nobodyTakesOverFromThemselves()
{
    LogbookStation station;
    show(station);
    handOver(station, "quiet");
    auto *name = station.fixture->find<QLineEdit>("handoverName");
    QTRY_VERIFY(name->hasFocus());
    QTest::keyClicks(name, "K. Lund");
    station.fixture->press(Qt::Key_Return);
    QVERIFY(station.answer());
    QVERIFY(station.written(LogbookKind::HandoverTaken).empty());
    QVERIFY(station.fixture->find<MessageBar>("messageBar")->noteText().contains("somebody else"));
}

void TestWindowHandover::aFormerHandoverIsListedAndExported()
{
    LogbookStation station;
    show(station);
    handOver(station, "pump 1 is hot");
    const auto *list = station.fixture->find<QTableWidget>("handoverList");
    QTRY_COMPARE(list->rowCount(), 2);
    QTRY_VERIFY(station.fixture->find<QTextBrowser>("handoverSheet")->toPlainText().contains("pump 1 is hot"));
    station.fixture->list()->setFocus();
    station.fixture->find<QTableWidget>("handoverList")->setFocus();
    station.fixture->press(Qt::Key_E);
    const QDir out(QString::fromStdString(station.folder.path("out")));
    QTRY_VERIFY_WITH_TIMEOUT(out.entryList({"handover-*.json", "handover-*.html", "handover-*.pdf"}).size() == 3, 60'000);
    QFile json(out.filePath(out.entryList({"*.json"}).first()));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(json.readAll().toStdString(), station.written(LogbookKind::HandoverSigned)[0].content);
    QFile pdf(out.filePath(out.entryList({"*.pdf"}).first()));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
}

void TestWindowHandover::shiftsBeginAsThePageOfFiguresSays()
{
    const test::TempFolder folder;
    WindowSettings settings = WindowFixture::defaults();
    settings.memory.settingsFile = toQt(folder.path() + "/telltale.conf");
    QVERIFY(writeKpiSettings(settings.memory.settingsFile, {.shifts = {{std::chrono::hours{5}, std::chrono::hours{17}}}, .limits = {}}));
    LogbookStation station(settings);
    show(station);
    handOver(station, "quiet");
    const auto signedOnes = station.written(LogbookKind::HandoverSigned);
    QCOMPARE(signedOnes.size(), std::size_t{1});
    QCOMPARE(signedOnes[0].to - signedOnes[0].from, Duration(std::chrono::hours{12}));
}

void TestWindowHandover::nobodySignsWhatHasChangedSince()
{
    LogbookStation station;
    show(station);
    station.fixture->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    auto *sign = station.fixture->find<QPushButton>("handoverSign");
    QTRY_VERIFY(sign->isEnabled());
    test::SnapshotBuilder &build = station.fixture->build;
    build.addAlarm(build.addSensor("line-a/pump2", "vibration", "mm/s"), Priority::P2, AlarmState::B);
    QVERIFY(station.answer());
    sign->setFocus();
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.answer());
    QCOMPARE(station.written(LogbookKind::HandoverSigned).size(), std::size_t{0});
    const QString note = station.fixture->find<MessageBar>("messageBar")->noteText();
    QVERIFY2(note.contains("made anew"), qPrintable(note));
    QTRY_VERIFY(sign->isEnabled());
    sign->setFocus();
    station.fixture->press(Qt::Key_Space);
    QVERIFY(station.answer());
    const auto signedOnes = station.written(LogbookKind::HandoverSigned);
    QCOMPARE(signedOnes.size(), std::size_t{1});
    QCOMPARE(logbook::handoverFromJson(signedOnes[0].content)->unacknowledged.size(), std::size_t{2});
}

void TestWindowHandover::aPageInSightFromTheStartIsFilled()
{
    LogbookStation station;
    auto *pages = station.fixture->find<QTabWidget>("pages");
    pages->setCurrentWidget(station.fixture->find<QWidget>("handoverPage"));
    show(station);
    const auto *sheet = station.fixture->window->findChild<QTextBrowser *>();
    QTRY_VERIFY2(sheet->toPlainText().contains("Not acknowledged (1)"), qPrintable(sheet->toPlainText()));
}

QTEST_MAIN(TestWindowHandover)
#include "tst_window_handover.moc"
