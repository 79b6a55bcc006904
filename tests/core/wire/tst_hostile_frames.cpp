// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_samples.h"

#include <QtTest>
#include <map>
#include <random>

using namespace telltale;
using namespace telltale::wire;

namespace {

constexpr std::uint64_t kMutatedFrames = 200'000;

/// Turns valid frames into nearly valid ones: flipped bits, cut ends, repeated and swapped pieces, other people's tokens.
class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : m_random(seed), m_frames(test::validFrames()) {}

    std::string next()
    {
        std::string frame = m_frames[below(m_frames.size())];
        for (std::size_t i = 1 + below(4); i > 0; --i)
            mutate(frame);
        return frame;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }

    void mutate(std::string &frame)
    {
        const std::size_t at = below(frame.size());
        switch (below(6)) {
        case 0: flip(frame, at); break;
        case 1: frame.resize(at); break;
        case 2: frame.erase(at, 1 + below(8)); break;
        case 3: frame.insert(at, frame.substr(below(frame.size()), below(24))); break;
        case 4: frame.insert(at, kTokens[below(kTokens.size())]); break;
        default: splice(frame, at); break;
        }
    }

    void flip(std::string &frame, std::size_t at)
    {
        if (!frame.empty())
            frame[at] = static_cast<char>(static_cast<unsigned char>(frame[at]) ^ (1u << below(8)));
    }

    void splice(std::string &frame, std::size_t at)
    {
        const std::string &other = m_frames[below(m_frames.size())];
        frame = frame.substr(0, at) + other.substr(below(other.size()));
    }

    static constexpr std::array<std::string_view, 14> kTokens{"{",    "}",     "[", "]",       "\"",  ":",    ",",
                                                              "null", "1e999", "-", "\\u0000", "NaN", "\xFF", " "};

    std::mt19937_64 m_random;
    std::vector<std::string> m_frames;
};

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
    Mutator mutator(20'261'122);
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
