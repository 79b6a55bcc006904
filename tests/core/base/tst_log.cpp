// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QtTest>

using namespace telltale;

class TestLog : public QObject {
    Q_OBJECT

private slots:
    void foreignTextStaysOneLine_data();
    void foreignTextStaysOneLine();
};

void TestLog::foreignTextStaysOneLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << QByteArray("pump 1") << QByteArray("pump 1");
    QTest::newRow("line break") << QByteArray("a\r\nERROR forged") << QByteArray("a\\x0d\\x0aERROR forged");
    QTest::newRow("escape") << QByteArray("\x1b[31mred") << QByteArray("\\x1b[31mred");
    QTest::newRow("NUL and DEL") << QByteArray("\0\x7f", 2) << QByteArray("\\x00\\x7f");
    QTest::newRow("UTF-8") << QByteArray("Ölstand") << QByteArray("Ölstand");
    QTest::newRow("long") << QByteArray(300, 'x') << QByteArray(200, 'x') + "…";
}

void TestLog::foreignTextStaysOneLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    QCOMPARE(QByteArray::fromStdString(escapeLine(text.toStdString())), line);
}

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
