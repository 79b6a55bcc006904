// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/tone.h"
#include "ui/notices/tone_voice.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <set>

using namespace telltale;
using namespace telltale::ui;

namespace {

constexpr double kRate = 48'000.0;
constexpr std::array kHeard{Priority::P1, Priority::P2, Priority::P3};

std::vector<float> rendered(ToneVoice &voice, double sec)
{
    std::vector<float> samples(std::size_t(sec * kRate));
    voice.render(samples);
    return samples;
}

float loudest(const std::vector<float> &samples)
{
    float peak = 0.0F;
    for (const float sample : samples) {
        peak = std::max(peak, std::abs(sample));
    }
    return peak;
}

float steepest(const std::vector<float> &samples)
{
    float step = 0.0F;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        step = std::max(step, std::abs(samples[i] - samples[i - 1]));
    }
    return step;
}

/// Of a sum of the three voices at full amplitude: what a tone itself may need, and no click stays below.
float steepestAllowed(Priority priority)
{
    const Tone &tone = toneOf(priority);
    double hertz = 0.0;
    for (const Pulse &pulse : tone.pulses) {
        hertz = std::max(hertz, pulse.hertz);
    }
    return float(1.5 * tone.amplitude * 2.0 * 3.1416 * hertz * 1.6 / kRate);
}

} // namespace

class TestToneVoice : public QObject {
    Q_OBJECT
private slots:
    void prioritiesDifferInPitchAndRhythm();
    void staysWithinItsAmplitudeAndNeverClicks();
    void beginsAtOnceAndRepeats();
    void stopsWithinItsFade();
    void anotherStartBeginsTheToneAnew();
    void isHeardHoweverOftenItStartsAnew();
    void piecesAreTheSameAsTheWhole();
};

void TestToneVoice::prioritiesDifferInPitchAndRhythm()
{
    std::set<double> pitches;
    std::set<double> periods;
    std::set<std::size_t> counts;
    for (const Priority priority : kHeard) {
        const Tone &tone = toneOf(priority);
        pitches.insert(tone.pulses.front().hertz);
        periods.insert(tone.periodSec);
        counts.insert(tone.pulses.size());
        double end = 0.0;
        for (const Pulse &pulse : tone.pulses) {
            QVERIFY(pulse.beginSec >= end);
            QVERIFY(pulse.lengthSec > 2 * kRampSec);
            end = pulse.beginSec + pulse.lengthSec;
        }
        QVERIFY(end < tone.periodSec);
    }
    QCOMPARE(pitches.size(), kHeard.size());
    QCOMPARE(periods.size(), kHeard.size());
    QCOMPARE(counts.size(), kHeard.size());
    QVERIFY(toneOf(Priority::P1).amplitude > toneOf(Priority::P2).amplitude
            && toneOf(Priority::P2).amplitude > toneOf(Priority::P3).amplitude);
    QVERIFY(toneOf(Priority::P1).periodSec < toneOf(Priority::P2).periodSec
            && toneOf(Priority::P2).periodSec < toneOf(Priority::P3).periodSec);
}

void TestToneVoice::staysWithinItsAmplitudeAndNeverClicks()
{
    for (const Priority priority : kHeard) {
        ToneVoice voice(kRate);
        voice.set({priority, 1});
        const std::vector<float> samples = rendered(voice, 2.0 * toneOf(priority).periodSec);
        QVERIFY(loudest(samples) <= float(toneOf(priority).amplitude));
        QVERIFY(loudest(samples) > 0.6F * float(toneOf(priority).amplitude));
        QVERIFY(steepest(samples) < steepestAllowed(priority));
    }
}

void TestToneVoice::beginsAtOnceAndRepeats()
{
    ToneVoice voice(kRate);
    QCOMPARE(loudest(rendered(voice, 0.5)), 0.0F);
    voice.set({Priority::P3, 1});
    QVERIFY(loudest(rendered(voice, 0.02)) > 0.1F);
    rendered(voice, 1.0);
    QCOMPARE(loudest(rendered(voice, 4.0)), 0.0F);
    QVERIFY(loudest(rendered(voice, 1.5)) > 0.1F);
}

void TestToneVoice::stopsWithinItsFade()
{
    ToneVoice voice(kRate);
    voice.set({Priority::P1, 1});
    std::vector<float> samples = rendered(voice, 0.05);
    voice.set({std::nullopt, 2});
    const std::vector<float> fade = rendered(voice, ToneVoice::kFadeSec + 0.001);
    samples.insert(samples.end(), fade.begin(), fade.end());
    QVERIFY(steepest(samples) < steepestAllowed(Priority::P1));
    QCOMPARE(loudest(rendered(voice, 3.0)), 0.0F);
}

void TestToneVoice::anotherStartBeginsTheToneAnew()
{
    ToneVoice once(kRate);
    once.set({Priority::P2, 1});
    const std::vector<float> begin = rendered(once, 0.5);
    ToneVoice twice(kRate);
    twice.set({Priority::P2, 1});
    rendered(twice, 1.0); // now in the pause between two pulses
    twice.set({Priority::P2, 2});
    QVERIFY(rendered(twice, 0.5) == begin);
}

void TestToneVoice::isHeardHoweverOftenItStartsAnew()
{
    ToneVoice voice(kRate);
    std::vector<float> all;
    for (std::uint64_t start = 1; start <= 50; ++start) { // a thousand P1 in a second: a start with each snapshot
        voice.set({Priority::P1, start});
        const std::vector<float> part = rendered(voice, 0.1);
        QVERIFY(loudest(part) > 0.3F);
        all.insert(all.end(), part.begin(), part.end());
    }
    QVERIFY(steepest(all) < steepestAllowed(Priority::P1));
}

void TestToneVoice::piecesAreTheSameAsTheWhole()
{
    ToneVoice whole(kRate);
    ToneVoice pieces(kRate);
    whole.set({Priority::P1, 1});
    pieces.set({Priority::P1, 1});
    const std::vector<float> expected = rendered(whole, 0.25);
    std::vector<float> samples;
    for (std::size_t length = 1; samples.size() < expected.size(); length = length * 3 % 1009) {
        std::vector<float> piece(std::min(length, expected.size() - samples.size()));
        pieces.render(piece);
        samples.insert(samples.end(), piece.begin(), piece.end());
    }
    QVERIFY(samples == expected);
    pieces.render({});
}

QTEST_APPLESS_MAIN(TestToneVoice)
#include "tst_tone_voice.moc"
