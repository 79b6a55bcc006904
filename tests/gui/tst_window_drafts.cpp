// SPDX-License-Identifier: GPL-3.0-or-later
// What is being typed and was not sent: kept when the window goes without a word, back in its field, gone when it was sent or dropped.
#include "tests/gui/plant_picture.h"
#include "tests/support/temp_folder.h"
#include "ui/widgets/draft_book.h"

#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

WindowSettings settingsIn(const test::TempFolder &folder)
{
    WindowSettings settings = WindowFixture::defaults();
    settings.memory.settingsFile = QString::fromStdString(folder.path("telltale.conf"));
    settings.memory.layoutFile = QString::fromStdString(folder.path("window.conf"));
    return settings;
}

QString fileIn(const test::TempFolder &folder)
{
    return QString::fromStdString(folder.path("drafts.json"));
}

/// A window with the top alarm chosen.
std::unique_ptr<WindowFixture> windowIn(const test::TempFolder &folder)
{
    auto fixture = std::make_unique<WindowFixture>(settingsIn(folder));
    fillPlant(*fixture);
    if (fixture->open())
        fixture->press(Qt::Key_F2);
    return fixture;
}

/// Until it is on the disk, as before a kill -9.
bool isKept(const test::TempFolder &folder, const QByteArray &text)
{
    return QTest::qWaitFor([&] {
        QFile file(fileIn(folder));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(text);
    });
}

} // namespace

class TestWindowDrafts : public QObject {
    Q_OBJECT
private slots:
    void aCommentComesBack();
    void eachAlarmHasItsOwn();
    void whatWasSentOrDroppedIsGone_data();
    void whatWasSentOrDroppedIsGone();
    void aReasonComesBack();
    void theWordsToTheNextShiftComeBack();
    void aWindowThatOnlyLooksKeepsNothing();
    void theOldestGoFirst();
    void saysOnceThatNothingCanBeKept();
    void nonsenseInTheFileIsNoDraft();
};

void TestWindowDrafts::aCommentComesBack()
{
    const test::TempFolder folder;
    auto first = windowIn(folder);
    first->press(Qt::Key_C);
    first->type("bearing is ho");
    QVERIFY(isKept(folder, "bearing is ho"));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY((QFile::permissions(fileIn(folder)) & others) == QFile::Permissions());
    auto second = windowIn(folder); // the first one never got to say anything
    QVERIFY(second->note().contains("1 text"));
    second->press(Qt::Key_C);
    QCOMPARE(second->find<QLineEdit>("commentFieldEdit")->text(), QStringLiteral("bearing is ho"));
    second->type("t");
    second->press(Qt::Key_Return);
    QCOMPARE(second->posted<command::Comment>().size(), std::size_t{1});
    QCOMPARE(second->posted<command::Comment>()[0].text, std::string("bearing is hot"));
}

void TestWindowDrafts::eachAlarmHasItsOwn()
{
    const test::TempFolder folder;
    auto fixture = windowIn(folder);
    fixture->press(Qt::Key_C);
    fixture->type("of the first");
    fixture->choose(1);
    fixture->list()->setFocus();
    fixture->press(Qt::Key_C);
    QCOMPARE(fixture->find<QLineEdit>("commentFieldEdit")->text(), QString());
    fixture->type("of the second");
    fixture->choose(0);
    fixture->list()->setFocus();
    fixture->press(Qt::Key_C);
    QCOMPARE(fixture->find<QLineEdit>("commentFieldEdit")->text(), QStringLiteral("of the first"));
}

void TestWindowDrafts::whatWasSentOrDroppedIsGone_data()
{
    QTest::addColumn<int>("key");
    QTest::newRow("sent") << int(Qt::Key_Return);
    QTest::newRow("dropped") << int(Qt::Key_Escape);
}

void TestWindowDrafts::whatWasSentOrDroppedIsGone()
{
    QFETCH(int, key);
    const test::TempFolder folder;
    {
        auto fixture = windowIn(folder);
        fixture->press(Qt::Key_C);
        fixture->type("done with it");
        fixture->press(Qt::Key(key));
        fixture->list()->setFocus();
        fixture->press(Qt::Key_C);
        QCOMPARE(fixture->find<QLineEdit>("commentFieldEdit")->text(), QString());
    }
    QCOMPARE(DraftBook(fileIn(folder)).count(), std::size_t{0});
}

void TestWindowDrafts::aReasonComesBack()
{
    const test::TempFolder folder;
    auto first = windowIn(folder);
    first->press(Qt::Key_S);
    first->press(Qt::Key_1);
    first->type("waiting for a spare");
    QVERIFY(isKept(folder, "waiting for a spare"));
    auto second = windowIn(folder);
    second->press(Qt::Key_S);
    QCOMPARE(second->find<QLineEdit>("choiceFormEdit")->text(), QStringLiteral("waiting for a spare"));
}

void TestWindowDrafts::theWordsToTheNextShiftComeBack()
{
    const test::TempFolder folder;
    auto first = windowIn(folder);
    first->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    first->find<QPlainTextEdit>("handoverText")->setFocus();
    first->type("pump 1 runs dry");
    QVERIFY(isKept(folder, "pump 1 runs dry"));
    auto second = windowIn(folder);
    second->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(second->find<QPlainTextEdit>("handoverText")->toPlainText(), QStringLiteral("pump 1 runs dry"));
}

void TestWindowDrafts::aWindowThatOnlyLooksKeepsNothing()
{
    const test::TempFolder folder;
    WindowSettings settings = settingsIn(folder);
    settings.readOnly = true;
    {
        WindowFixture fixture(settings);
        fillPlant(fixture);
        QVERIFY(fixture.open());
        fixture.find<QPlainTextEdit>("handoverText")->setPlainText("not mine");
    }
    QVERIFY(!QFile::exists(fileIn(folder)));
}

void TestWindowDrafts::theOldestGoFirst()
{
    DraftBook book({});
    for (std::size_t i = 0; i <= DraftBook::kMost; ++i)
        book.keep(QString::number(i), QStringLiteral("text"));
    QCOMPARE(book.count(), DraftBook::kMost);
    QCOMPARE(book.text("0"), QString());
    QCOMPARE(book.text("1"), QStringLiteral("text"));
}

void TestWindowDrafts::saysOnceThatNothingCanBeKept()
{
    const test::TempFolder folder;
    QFile inTheWay(QString::fromStdString(folder.path("state")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    DraftBook book(inTheWay.fileName() + QStringLiteral("/drafts.json"));
    QSignalSpy failed(&book, &DraftBook::failed);
    for (const char *text : {"a", "ab"}) {
        book.keep("comment/1", QLatin1String(text));
        book.saveNow();
    }
    QCOMPARE(failed.count(), 1);
}

void TestWindowDrafts::nonsenseInTheFileIsNoDraft()
{
    const test::TempFolder folder;
    QFile file(fileIn(folder));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"drafts":[17,{"name":"a"},{"text":"b"},{"name":"c","text":"d"}]})");
    file.close();
    const DraftBook book(fileIn(folder));
    QCOMPARE(book.count(), std::size_t{1});
    QCOMPARE(book.text("c"), QStringLiteral("d"));
}

QTEST_MAIN(TestWindowDrafts)
#include "tst_window_drafts.moc"
