// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/publish/allow_list.h"
#include "tests/support/curve_keys.h"

#include <QFile>
#include <QtTest>

using namespace telltale;
using namespace telltale::simulator;

namespace {

curve::PublicKey somebody()
{
    return curve::SecretKey::generate().publicKey();
}

} // namespace

class TestAllowList : public QObject {
    Q_OBJECT
private slots:
    void init();
    void itsLinesAreRead();
    void aKeyMayBeginWithTheSignOfARemark();
    void itIsReadAnewForEachStation();
    void aFileThatIsGoneLetsNobodyIn();
    void aWrongLineIsAMistakeAtTheStart_data();
    void aWrongLineIsAMistakeAtTheStart();
    void aWrongLineLaterConcernsNobodyElse();
    void whatOthersCanWriteLetsNobodyIn();

private:
    void write(const std::string &content);

    std::unique_ptr<test::TempFolder> m_folder;
    std::string m_path;
    QStringList m_said;
    LogSink m_log;
};

void TestAllowList::init()
{
    m_folder = std::make_unique<test::TempFolder>();
    m_path = m_folder->path("allowed");
    m_said.clear();
    m_log = [this](LogLevel, std::string_view, std::string_view text) { m_said << QString::fromUtf8(text.data(), qsizetype(text.size())); };
}

void TestAllowList::write(const std::string &content)
{
    std::ofstream(m_path, std::ios::binary | std::ios::trunc) << content;
    QVERIFY(QFile(QString::fromStdString(m_path)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
}

void TestAllowList::itsLinesAreRead()
{
    const auto one = somebody();
    const auto two = somebody();
    write("# stations\n\n" + one.text() + " control room, desk 1\r\n" + two.text());
    auto list = AllowList::open(m_path);
    QVERIFY2(list.ok(), list.ok() ? "" : list.error().text().c_str());
    QCOMPARE(list->size(), std::size_t(2));
    QVERIFY(list->admits(one) && list->admits(two));
    QVERIFY(!list->admits(somebody()));
}

void TestAllowList::aKeyMayBeginWithTheSignOfARemark()
{
    const std::string text = "#" + std::string(39, '0'); // too large a group
    const std::string fits = "0#" + std::string(38, '0');
    const auto key = curve::PublicKey::read(fits);
    QVERIFY(key.ok());
    write("#\n# " + fits + "\n" + fits + " a # b\n");
    auto list = AllowList::open(m_path);
    QVERIFY(list.ok());
    QCOMPARE(list->size(), std::size_t(1));
    QVERIFY(list->admits(*key));
    write(text + "\n"); // no remark: there is no space
    QVERIFY(!AllowList::open(m_path));
}

void TestAllowList::itIsReadAnewForEachStation()
{
    const auto one = somebody();
    const auto two = somebody();
    test::writeAllowList(m_path, {one});
    auto list = AllowList::open(m_path, m_log);
    QVERIFY(list->admits(one) && !list->admits(two));
    test::writeAllowList(m_path, {two});
    QVERIFY(!list->admits(one) && list->admits(two));
    QVERIFY(m_said.isEmpty());
}

void TestAllowList::aFileThatIsGoneLetsNobodyIn()
{
    const auto one = somebody();
    QVERIFY(!AllowList::open(m_path));
    test::writeAllowList(m_path, {one});
    auto list = AllowList::open(m_path, m_log);
    QVERIFY(QFile::remove(QString::fromStdString(m_path)));
    QVERIFY(!list->admits(one) && !list->admits(one));
    QCOMPARE(m_said.size(), 1); // once
    QVERIFY(m_said[0].contains(QString::fromStdString(m_path)));
    test::writeAllowList(m_path, {one});
    QVERIFY(list->admits(one));
}

void TestAllowList::aWrongLineIsAMistakeAtTheStart_data()
{
    const std::string good = somebody().text();
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("short") << QByteArray::fromStdString(good.substr(1));
    QTest::newRow("long") << QByteArray::fromStdString(good + "0");
    QTest::newRow("words") << QByteArray("everybody");
    QTest::newRow("a star") << QByteArray("*");
    QTest::newRow("a space before it") << QByteArray("x " + QByteArray::fromStdString(good));
}

void TestAllowList::aWrongLineIsAMistakeAtTheStart()
{
    QFETCH(QByteArray, line);
    write("# stations\n" + somebody().text() + "\n" + line.toStdString() + "\n");
    const auto list = AllowList::open(m_path);
    QVERIFY(!list);
    QCOMPARE(list.error().kind, ErrorKind::BadFormat);
    QCOMPARE(list.error().where, m_path + ":3");
    QVERIFY(QString::fromStdString(list.error().what).contains("expected a key of 40 characters"));
}

void TestAllowList::aWrongLineLaterConcernsNobodyElse()
{
    const auto one = somebody();
    test::writeAllowList(m_path, {one});
    auto list = AllowList::open(m_path, m_log);
    write("nonsense\n" + one.text() + "\n");
    QVERIFY(list->admits(one) && !list->admits(somebody()));
    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said[0].contains("allowed:1: expected a key"), qPrintable(m_said[0]));
}

void TestAllowList::whatOthersCanWriteLetsNobodyIn()
{
    const auto one = somebody();
    test::writeAllowList(m_path, {one});
    auto list = AllowList::open(m_path, m_log);
    QVERIFY(QFile(QString::fromStdString(m_path)).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther));
    QVERIFY(!list->admits(one));
    QVERIFY2(m_said.value(0).contains("chmod go-w"), qPrintable(m_said.value(0)));
    QCOMPARE(AllowList::open(m_path).error().kind, ErrorKind::ReadOnly);
}

QTEST_APPLESS_MAIN(TestAllowList)
#include "tst_allow_list.moc"
