// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace telltale;

class TestJsonText : public QObject {
    Q_OBJECT

private slots:
    void writesNestedValues();
    void writesNumbers_data();
    void writesNumbers();
    void everyNumberReadsBack();
    void escapesText_data();
    void escapesText();
    void anyBytesBecomeValidJson();
    void judgesUtf8_data();
    void judgesUtf8();
};

void TestJsonText::writesNestedValues()
{
    JsonText json;
    json.beginObject().field("a", 1).key("list").beginArray().value("x").null().value(true).beginObject().endObject();
    json.beginArray().endArray().endArray().key("o").beginObject().field("deep", false).endObject().endObject();
    QCOMPARE(json.text(), std::string(R"({"a":1,"list":["x",null,true,{},[]],"o":{"deep":false}})"));
    QCOMPARE(JsonText().beginArray().endArray().take(), std::string("[]"));
}

void TestJsonText::writesNumbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("shortest") << 0.1 << "0.1";
    QTest::newRow("integer") << 22.0 << "22";
    QTest::newRow("negative") << -1.5 << "-1.5";
    QTest::newRow("large") << 1e308 << "1e+308";
    QTest::newRow("denormal") << 5e-324 << "5e-324";
    QTest::newRow("NaN") << std::nan("") << "null";
    QTest::newRow("infinity") << std::numeric_limits<double>::infinity() << "null";
    QTest::newRow("-infinity") << -std::numeric_limits<double>::infinity() << "null";
}

void TestJsonText::writesNumbers()
{
    QFETCH(double, number);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(JsonText().value(number).text()), text);
    if (std::isfinite(number))
        QCOMPARE(QString::fromStdString(numberText(number)), text);
}

void TestJsonText::everyNumberReadsBack()
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const std::uint64_t bits = random();
        double number = 0.0;
        std::memcpy(&number, &bits, sizeof number);
        if (std::isfinite(number))
            QCOMPARE(std::strtod(numberText(number).c_str(), nullptr), number);
    }
    QCOMPARE(JsonText().value(std::numeric_limits<std::uint64_t>::max()).text(), std::string("18446744073709551615"));
    QCOMPARE(JsonText().value(std::numeric_limits<std::int64_t>::min()).text(), std::string("-9223372036854775808"));
}

void TestJsonText::escapesText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &json) { QTest::newRow(name) << text << json; };
    row("plain", "pump", "\"pump\"");
    row("empty", "", "\"\"");
    row("quote and backslash", "a\"b\\c", R"("a\"b\\c")");
    row("line breaks", "a\nb\rc\td", R"("a\nb\rc\td")");
    row("control", QByteArray("\0\x01\x1f", 3), R"("\u0000\u0001\u001f")");
    row("delete and high control", "\x7F\xC2\x80\xC2\x9B\xC2\x9F\xC2\xA0z", "\"\\u007f\\u0080\\u009b\\u009f\xC2\xA0z\"");
    row("UTF-8", "Ölstand °C 😀", "\"Ölstand °C 😀\"");
    row("invalid", "a\xFFz", "\"a\xEF\xBF\xBDz\"");
    row("cut", "\xE2\x82", "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
    row("script", "</script>", "\"</script>\"");
}

void TestJsonText::escapesText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    QCOMPARE(QByteArray::fromStdString(JsonText().value(std::string_view(text.data(), std::size_t(text.size()))).text()), json);
}

void TestJsonText::anyBytesBecomeValidJson()
{
    std::mt19937_64 random(8);
    for (int i = 0; i < 5000; ++i) {
        std::string bytes(random() % 40, '\0');
        for (char &c : bytes)
            c = static_cast<char>(random());
        const std::string json = JsonText().beginObject().field(bytes, std::string_view(bytes)).endObject().take();
        QVERIFY(isUtf8(json));
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
        QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
        QCOMPARE(document.object().size(), 1);
        QCOMPARE(document.object().begin().value().toString().toStdString(), cleanUtf8(bytes));
    }
}

void TestJsonText::judgesUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    QTest::newRow("ASCII") << QByteArray("abc") << true;
    QTest::newRow("NUL") << QByteArray("\0", 1) << true;
    QTest::newRow("two bytes") << QByteArray("\xC3\xA4") << true;
    QTest::newRow("first of three bytes") << QByteArray("\xE0\xA0\x80") << true;
    QTest::newRow("last before the surrogates") << QByteArray("\xED\x9F\xBF") << true;
    QTest::newRow("last of all") << QByteArray("\xF4\x8F\xBF\xBF") << true;
    QTest::newRow("lone tail") << QByteArray("\x80") << false;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("overlong in three") << QByteArray("\xE0\x9F\xBF") << false;
    QTest::newRow("overlong in four") << QByteArray("\xF0\x8F\xBF\xBF") << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << false;
    QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80") << false;
    QTest::newRow("cut") << QByteArray("a\xE2\x82") << false;
    QTest::newRow("FF") << QByteArray("\xFF") << false;
}

void TestJsonText::judgesUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    QCOMPARE(isUtf8(bytes.toStdString()), valid);
    QVERIFY(isUtf8(cleanUtf8(bytes.toStdString())));
    QCOMPARE(cleanUtf8(bytes.toStdString()) == bytes.toStdString(), valid);
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
