// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html_text.h"

#include <QtTest>

#include <limits>

using namespace telltale;
using namespace telltale::report;

class TestHtmlText : public QObject {
    Q_OBJECT
private slots:
    void escapes_data();
    void escapes();
    void isolatesTheDirectionOfForeignText();
    void writesNumbersForPeople_data();
    void writesNumbersForPeople();
    void writesLengthsForPeople_data();
    void writesLengthsForPeople();
};

void TestHtmlText::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("plain") << QByteArray("pump 1 °C") << QByteArray("pump 1 °C");
    QTest::newRow("markup") << QByteArray("<a href=\"x\">'&'</a>") << QByteArray("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\uFFFDb");
    QTest::newRow("escape") << QByteArray("\x1b[31m") << QByteArray("\uFFFD[31m");
    QTest::newRow("lines") << QByteArray("a\tb\nc") << QByteArray("a\tb\nc");
    QTest::newRow("not UTF-8") << QByteArray("\xC0\xBC") << QByteArray("\uFFFD\uFFFD"); // an overlong '<'
}

void TestHtmlText::escapes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, html);
    QCOMPARE(QByteArray::fromStdString(htmlText(text.toStdString())), html);
}

void TestHtmlText::isolatesTheDirectionOfForeignText()
{
    QCOMPARE(QString::fromStdString(isolated("\u202Ex<")), QStringLiteral("<bdi>\u202Ex&lt;</bdi>"));
    QCOMPARE(isolated(""), std::string(kNothing));
}

void TestHtmlText::writesNumbersForPeople_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    const double inf = std::numeric_limits<double>::infinity();
    QTest::newRow("whole") << 4711.0 << "4711";
    QTest::newRow("decimals") << 88.125 << "88.125";
    QTest::newRow("six digits") << 1.23456789 << "1.23457";
    QTest::newRow("large") << 1.5e9 << "1.5e+09";
    QTest::newRow("minus zero") << -0.0 << "0";
    QTest::newRow("missing") << std::numeric_limits<double>::quiet_NaN() << "–";
    QTest::newRow("infinite") << -inf << "–";
}

void TestHtmlText::writesNumbersForPeople()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(plainNumber(number)), text);
    const QString unit = text == QStringLiteral("–") ? text : text + QStringLiteral(" bar");
    QCOMPARE(QString::fromStdString(withUnit(number, "bar")), unit);
    QCOMPARE(QString::fromStdString(withUnit(number, "")), text);
}

void TestHtmlText::writesLengthsForPeople_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << "0 s";
    QTest::newRow("short") << 29.75 << "29.75 s";
    QTest::newRow("minutes") << 725.0 << "12 min 5 s";
    QTest::newRow("even minutes") << 600.0 << "10 min";
    QTest::newRow("hours") << 12'000.0 << "3 h 20 min";
    QTest::newRow("days") << 187'200.0 << "2 d 4 h";
    QTest::newRow("backwards") << -1.0 << "–";
}

void TestHtmlText::writesLengthsForPeople()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(lengthText(fromSeconds(seconds))), text);
}

QTEST_APPLESS_MAIN(TestHtmlText)
#include "tst_html_text.moc"
