// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_samples.h"
#include "tests/support/input_mutator.h"

#include <QtTest>
#include <map>

using namespace telltale;
using namespace telltale::wire;

namespace {

constexpr std::uint64_t kMutatedFrames = 200'000;

bool isAccepted(Decoder &decoder, std::string_view frame)
{
    return std::holds_alternative<Message>(decoder.decode(frame, test::kReceived));
}

} // namespace

class TestHostileFrames : public QObject {
    Q_OBJECT

private slots:
    void everyTruncationIsRefused();
    void acceptedAndRejectedMakeUpWhatWasSent();
    void everySingleByteIsSurvived();
    void deepNestingIsSurvived_data();
    void deepNestingIsSurvived();
};

void TestHostileFrames::everyTruncationIsRefused()
{
    Decoder decoder;
    for (const std::string &frame : test::validFrames()) {
        QVERIFY2(isAccepted(decoder, frame), frame.c_str());
        for (std::size_t length = 0; length < frame.size(); ++length) {
            // A copy of exactly this size, so that a sanitizer sees every read beyond the end.
            const std::string cut(frame, 0, length);
            QVERIFY2(!isAccepted(decoder, cut), cut.c_str());
        }
    }
}

void TestHostileFrames::acceptedAndRejectedMakeUpWhatWasSent()
{
    Decoder decoder;
    test::InputMutator mutator(20'261'122, test::validFrames());
    std::uint64_t accepted = 0;
    std::map<Reject, std::uint64_t> rejected;
    for (std::uint64_t i = 0; i < kMutatedFrames; ++i) {
        const Decoded decoded = decoder.decode(mutator.next(), test::kReceived);
        if (const auto *rejection = std::get_if<Rejection>(&decoded))
            ++rejected[rejection->reason];
        else
            ++accepted;
    }
    std::uint64_t sum = accepted;
    for (const auto &[reason, count] : rejected)
        sum += count;
    QCOMPARE(sum, kMutatedFrames);
    QVERIFY(accepted > 0);
    // The mutations must reach every corner that a single frame can reach, or this test proves little.
    for (const Reject reason : {Reject::NoAsset, Reject::BadAsset, Reject::NotUtf8, Reject::UnknownPayload, Reject::BadJson,
                                Reject::MissingField, Reject::BadType, Reject::BadShape, Reject::BadName, Reject::BadTime,
                                Reject::TimeOutOfRange, Reject::BadHeader, Reject::BadVersion})
        QVERIFY2(rejected.contains(reason), std::string(toText(reason)).c_str());
}

void TestHostileFrames::everySingleByteIsSurvived()
{
    Decoder decoder;
    std::size_t refused = 0;
    for (const std::string &frame : test::validFrames()) {
        for (std::size_t at = 0; at < frame.size(); ++at) {
            for (int byte = 0; byte < 256; byte += 5) {
                std::string changed = frame;
                changed[at] = static_cast<char>(byte);
                refused += isAccepted(decoder, changed) ? 0 : 1;
            }
        }
    }
    QVERIFY(refused > 10'000);
}

void TestHostileFrames::deepNestingIsSurvived_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::newRow("arrays") << QByteArray("[");
    QTest::newRow("objects") << QByteArray("{\"a\":");
    QTest::newRow("closing") << QByteArray("]");
    QTest::newRow("quotes") << QByteArray("\"");
    QTest::newRow("backslashes") << QByteArray("\\");
    QTest::newRow("digits") << QByteArray("9");
    QTest::newRow("commas") << QByteArray(",");
}

void TestHostileFrames::deepNestingIsSurvived()
{
    QFETCH(QByteArray, piece);
    Decoder decoder;
    for (const char *key : {"values", "t", "unknown", "sensors", "truth"}) {
        std::string frame = std::string("p {\"") + key + "\":";
        while (frame.size() + static_cast<std::size_t>(piece.size()) < kMaxFrameBytes)
            frame += piece.toStdString();
        QVERIFY(!isAccepted(decoder, frame));
    }
}

QTEST_APPLESS_MAIN(TestHostileFrames)
#include "tst_hostile_frames.moc"
