// SPDX-License-Identifier: GPL-3.0-or-later
// One event is one line, whatever names are in it.
#include "app/common/line_log.h"
#include "tests/support/hostile_names.h"

#include <QtTest>

using namespace telltale;

class TestLineLog : public QObject {
    Q_OBJECT
private slots:
    void anEventIsOneLine_data();
    void anEventIsOneLine();
};

void TestLineLog::anEventIsOneLine_data()
{
    QTest::addColumn<QByteArray>("name");
    for (std::size_t i = 0; i < test::namesThatWantOut().size(); ++i)
        QTest::addRow("name %zu", i) << QByteArray::fromStdString(test::namesThatWantOut()[i]);
    for (const char *end : {"\n", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\u0085", "\u2028", "\u2029"})
        QTest::addRow("line end %s", QByteArray(end).toHex().constData()) << QByteArray("pump") + end + "2026-11-22T12:00:00Z error forged";
    QTest::newRow("longer than a line may be") << QByteArray("x\n").repeated(100'000);
}

void TestLineLog::anEventIsOneLine()
{
    QFETCH(QByteArray, name);
    const QByteArray line = QByteArray::fromStdString(app::logLine(LogLevel::Warning, "feed", "sensor " + name.toStdString() + " is new"));
    QVERIFY(line.endsWith('\n'));
    QVERIFY(line.size() < 10'000);
    const QString text = QString::fromUtf8(line);
    QCOMPARE(text.toUtf8(), line);
    const QRegularExpression ends("[\\x00-\\x1f\\x7f-\\x9f\\x{2028}\\x{2029}\\x{202a}-\\x{202e}]");
    QCOMPARE(text.indexOf(ends), text.size() - 1);
    QVERIFY(text.contains(" warning feed: sensor "));
}

QTEST_APPLESS_MAIN(TestLineLog)
#include "tst_line_log.moc"
