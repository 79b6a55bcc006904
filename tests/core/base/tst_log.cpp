// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <QtTest>

using namespace telltale;

class TestLog : public QObject {
    Q_OBJECT

private slots:
    void foreignTextStaysOneLine_data();
    void foreignTextStaysOneLine();
    void aCutIsNeverInsideACharacter();
};

void TestLog::foreignTextStaysOneLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("line");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &line) { QTest::newRow(name) << text << line; };
    row("plain", "pump 1", "pump 1");
    row("nothing", "", "");
    row("umlaut", "Ölstand", "Ölstand");
    row("beyond the basic plane", "fan 🌀 3", "fan 🌀 3");
    row("not quite a separator", "\u2027|\u202f", "\u2027|\u202f");
    row("no-break space", "a\u00a0b", "a\u00a0b");
    // What ends a line somewhere
    row("line feed", "a\nb", "a\\x0ab");
    row("carriage return", "a\rb", "a\\x0db");
    row("both, and a forged event", "a\r\n2026-11-22 error forged", "a\\x0d\\x0a2026-11-22 error forged");
    row("vertical tab", "a\vb", "a\\x0bb");
    row("form feed", "a\fb", "a\\x0cb");
    row("file separator",
        "a\x1c"
        "b",
        "a\\x1cb");
    row("group separator",
        "a\x1d"
        "b",
        "a\\x1db");
    row("record separator",
        "a\x1e"
        "b",
        "a\\x1eb");
    row("next line", "a\u0085b", "a\\u0085b");
    row("line separator", "a\u2028b", "a\\u2028b");
    row("paragraph separator", "a\u2029b", "a\\u2029b");
    // What steers a terminal
    row("colour", "\x1b[31mred", "\\x1b[31mred");
    row("clear the screen", "\x1b[2J\x1b[H", "\\x1b[2J\\x1b[H");
    row("title of the window", "\x1b]0;owned\x07", "\\x1b]0;owned\\x07");
    row("sequence introducer", "\u009b31m", "\\u009b31m");
    row("command string", "\u009dpwn\u009c", "\\u009dpwn\\u009c");
    row("first of the second set", QByteArray("\xc2\x80"), "\\u0080");
    row("bell", "\a", "\\x07");
    row("backspace", "warning\b\b\b", "warning\\x08\\x08\\x08");
    row("tab", "a\tb", "a\\x09b");
    row("shift out", "\x0e", "\\x0e");
    row("NUL and what follows", QByteArray("a\0b", 3), "a\\x00b");
    row("DEL", "a\x7f", "a\\x7f");
    // What turns the direction
    row("right-to-left override", "\u202egnp.exe", "\\u202egnp.exe");
    row("left-to-right override", "\u202d", "\\u202d");
    row("isolates", "\u2066a\u2069", "\\u2066a\\u2069");
    row("marks", "\u200e\u200f\u061c", "\\u200e\\u200f\\u061c");
    // What is no text
    row("Latin-1", QByteArray("\xd6lstand"), "\\xd6lstand");
    row("tail byte alone",
        QByteArray("a\x85"
                   "b"),
        "a\\x85b");
    row("cut character", QByteArray("a\xe2\x80"), "a\\xe2\\x80");
    row("line feed in two bytes", QByteArray("\xc0\x8a"), "\\xc0\\x8a");
    row("surrogate", QByteArray("\xed\xa0\x80"), "\\xed\\xa0\\x80");
    row("beyond Unicode", QByteArray("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");
    row("long", QByteArray(300, 'x'), QByteArray(200, 'x') + "…");
    row("long with line feeds", QByteArray(300, '\n'), QByteArray("\\x0a").repeated(200) + "…");
}

void TestLog::foreignTextStaysOneLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, line);
    const QByteArray found = QByteArray::fromStdString(escapeLine(text.toStdString()));
    QCOMPARE(found, line);
    QVERIFY(QString::fromUtf8(found).toUtf8() == found);
    QCOMPARE(QByteArray::fromStdString(escapeLine(found.toStdString(), 2000)), found); // once more changes nothing
}

void TestLog::aCutIsNeverInsideACharacter()
{
    const std::string text = "aß€🌀ß";
    const std::vector<std::string> cuts{"", "a", "a", "aß", "aß", "aß", "aß€", "aß€", "aß€", "aß€", "aß€🌀", "aß€🌀"};
    for (std::size_t limit = 0; limit < cuts.size(); ++limit)
        QCOMPARE(escapeLine(text, limit), cuts[limit] + "…");
    QCOMPARE(escapeLine(text, text.size()), text);
}

QTEST_APPLESS_MAIN(TestLog)
#include "tst_log.moc"
