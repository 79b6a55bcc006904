// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and their text, against libzmq's own functions.
#include "core/curve/secret_key.h"

#include <QtTest>
#include <algorithm>
#include <random>
#include <set>
#include <zmq.h>

using namespace telltale;
using namespace telltale::curve;

namespace {

constexpr int kRandomKeys = 2000;

std::string textOf(const KeyBytes &key)
{
    KeyText text{};
    encodeZ85(key, text);
    return {text.data(), text.size()};
}

std::string theirTextOf(const KeyBytes &key)
{
    std::array<char, kKeyCharacters + 1> text{};
    zmq_z85_encode(text.data(), key.data(), key.size());
    return text.data();
}

} // namespace

class TestCurveKeys : public QObject {
    Q_OBJECT
private slots:
    void textIsAsOfLibzmq();
    void whatIsNoKeyIsRefused_data();
    void whatIsNoKeyIsRefused();
    void thePublicKeyIsAsOfLibzmq();
    void everySecretIsAnother();
    void aSecretIsWipedWhenItIsMoved();
    void fingerprintsCanBeReadAloud();
};

void TestCurveKeys::textIsAsOfLibzmq()
{
    std::mt19937 random(1);
    for (int i = 0; i < kRandomKeys; ++i) {
        KeyBytes key{};
        std::generate(key.begin(), key.end(), [&] { return static_cast<unsigned char>(i == 0 ? 0 : i == 1 ? 255 : random()); });
        QCOMPARE(textOf(key), theirTextOf(key));
        KeyBytes back{};
        QVERIFY(decodeZ85(textOf(key), back));
        QCOMPARE(back, key);
    }
}

void TestCurveKeys::whatIsNoKeyIsRefused_data()
{
    const std::string good = SecretKey::generate().publicKey().text();
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("one too few") << QByteArray::fromStdString(good.substr(1));
    QTest::newRow("one too many") << QByteArray::fromStdString(good + "0");
    QTest::newRow("a space") << QByteArray::fromStdString(" " + good.substr(1));
    QTest::newRow("a quote") << QByteArray::fromStdString("\"" + good.substr(1));
    QTest::newRow("a backslash") << QByteArray::fromStdString("\\" + good.substr(1));
    QTest::newRow("not ASCII") << QByteArray::fromStdString("\xC3\xA4" + good.substr(2));
    QTest::newRow("NUL") << QByteArray(1, '\0') + QByteArray::fromStdString(good.substr(1));
    QTest::newRow("a group beyond 32 bits") << QByteArray("%nSc1") + QByteArray(35, '0'); // %nSc0 is 2^32 - 1
    QTest::newRow("the largest group") << QByteArray(40, '#');
}

void TestCurveKeys::whatIsNoKeyIsRefused()
{
    QFETCH(QByteArray, text);
    KeyBytes key{};
    key.fill(7);
    QVERIFY(!decodeZ85(text.toStdString(), key));
    QCOMPARE(key, KeyBytes{});
    const auto read = PublicKey::read(text.toStdString());
    QVERIFY(!read);
    QVERIFY(QString::fromStdString(read.error().what).contains("expected a key of 40 characters"));
    QVERIFY(!SecretKey::read(text.toStdString()));
}

void TestCurveKeys::thePublicKeyIsAsOfLibzmq()
{
    std::array<char, kKeyCharacters + 1> theirPublic{};
    std::array<char, kKeyCharacters + 1> theirSecret{};
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(zmq_curve_keypair(theirPublic.data(), theirSecret.data()), 0);
        const auto secret = SecretKey::read(theirSecret.data());
        QVERIFY(secret);
        QCOMPARE(secret->publicKey().text(), std::string(theirPublic.data()));
    }
}

void TestCurveKeys::everySecretIsAnother()
{
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i)
        seen.insert(SecretKey::generate().publicKey().text());
    QCOMPARE(seen.size(), std::size_t(100));
}

void TestCurveKeys::aSecretIsWipedWhenItIsMoved()
{
    SecretKey first = SecretKey::generate();
    const PublicKey known = first.publicKey();
    SecretKey second = std::move(first);
    QCOMPARE(second.publicKey(), known);
    QCOMPARE(first.bytes(), KeyBytes{}); // NOLINT: that it is empty is what is asked
    SecretKey third = SecretKey::generate();
    third = std::move(second);
    QCOMPARE(third.publicKey(), known);
    QCOMPARE(second.bytes(), KeyBytes{}); // NOLINT: as above
}

void TestCurveKeys::fingerprintsCanBeReadAloud()
{
    const PublicKey key = SecretKey::generate().publicKey();
    static const QRegularExpression form("^SHA256:[0-9a-f]{4}( [0-9a-f]{4}){7}$");
    QVERIFY2(form.match(QString::fromStdString(key.fingerprint())).hasMatch(), key.fingerprint().c_str());
    QCOMPARE(key.fingerprint(), PublicKey::read(key.text())->fingerprint());
    QVERIFY(key.fingerprint() != SecretKey::generate().publicKey().fingerprint());
}

QTEST_APPLESS_MAIN(TestCurveKeys)
#include "tst_curve_keys.moc"
