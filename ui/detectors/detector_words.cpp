// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/detector_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr std::array kWords{
    QT_TRANSLATE_NOOP("DetectorWords", "Fixed band around a mean, given or fitted once: anomalous beyond k standard deviations."),
    QT_TRANSLATE_NOOP("DetectorWords", "Half width of the band in standard deviations."),
    QT_TRANSLATE_NOOP("DetectorWords", "Middle of the band; left out, it is fitted."),
    QT_TRANSLATE_NOOP("DetectorWords", "Standard deviation; left out, it is fitted."),
    QT_TRANSLATE_NOOP("DetectorWords", "The standard deviation is never taken smaller than this."),
    QT_TRANSLATE_NOOP("DetectorWords", "Rows on which mean and standard deviation are fitted."),
    QT_TRANSLATE_NOOP("DetectorWords",
                      "Random cut forest: how hard the last rows are to tell from a sample of the past, for one sensor or an asset."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many trees are asked."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many past points each tree holds."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many of the last rows form one point; left out, 8, or fewer for more than four sensors."),
    QT_TRANSLATE_NOOP("DetectorWords", "Anomalous from the mean of its own scores plus so many standard deviations."),
    QT_TRANSLATE_NOOP("DetectorWords", "How fast past points lose their place, per row; left out, 0.1 / samples."),
    QT_TRANSLATE_NOOP("DetectorWords", "Several sensors: measure each in its own spread, so that all weigh alike."),
    QT_TRANSLATE_NOOP("DetectorWords", "Rows before the first judgement; the stages measure their memory in it."),
    QT_TRANSLATE_NOOP("DetectorWords", "Other cuts, with everything else equal."),
    QT_TRANSLATE_NOOP("DetectorWords",
                      "Compares the last 5, 10 and 20 values with the sensor's own past and with the hour of the day; needs no training."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many past shingles are kept."),
    QT_TRANSLATE_NOOP("DetectorWords", "Compares the last values with all similar stretches of the sensor's own past; needs no training."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many values form one shingle."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many nearest shingles are averaged."),
    QT_TRANSLATE_NOOP("DetectorWords", "Prefer shingles from the same time of day (UTC)."),
    QT_TRANSLATE_NOOP("DetectorWords", "Tail stage: shape of the tail, \"pareto\" or \"exp\"."),
    QT_TRANSLATE_NOOP("DetectorWords", "Tail stage: quantile of the raw scores at which the tail begins."),
    QT_TRANSLATE_NOOP("DetectorWords", "Tail stage: raw scores that are remembered."),
    QT_TRANSLATE_NOOP("DetectorWords", "Tail stage without alert control: anomalous from here; 3 = one row in a thousand."),
    QT_TRANSLATE_NOOP("DetectorWords", "Alert control: lowest score that may alert."),
    QT_TRANSLATE_NOOP("DetectorWords", "Alert control: rest after an alert, as a share of the warm-up."),
    QT_TRANSLATE_NOOP("DetectorWords", "Alert control: how long the last alert counts, as a share of the warm-up."),
    QT_TRANSLATE_NOOP("DetectorWords", "Alert control: how many times stronger a row must be to alert in the rest."),
    QT_TRANSLATE_NOOP("DetectorWords", "Alert control: how much harder each alert makes the next."),
    QT_TRANSLATE_NOOP("DetectorWords", "Alert control: about one alert in so many rows."),
    QT_TRANSLATE_NOOP("DetectorWords",
                      "Judges the sensors of an asset together: are they where they were, and does each still follow from the others."),
    QT_TRANSLATE_NOOP("DetectorWords", "Rows on which everything is fitted."),
    QT_TRANSLATE_NOOP("DetectorWords", "Anomalous from here; 1 = as in the strangest percent of the warm-up."),
    QT_TRANSLATE_NOOP("DetectorWords", "Span of the moving averages that are judged."),
    QT_TRANSLATE_NOOP("DetectorWords", "How slowly the centre follows while all is normal."),
    QT_TRANSLATE_NOOP("DetectorWords", "Penalty on estimating a sensor from the others; larger trusts them less."),
    QT_TRANSLATE_NOOP("DetectorWords", "How far the correlations of the warm-up are drawn towards none."),
    QT_TRANSLATE_NOOP("DetectorWords",
                      "Distance of an asset's readings from the nearest of the centres they usually lie around (k-means)."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many centres."),
    QT_TRANSLATE_NOOP("DetectorWords", "Of the random choice of first centres."),
    QT_TRANSLATE_NOOP("DetectorWords", "Without a threshold: share of the training rows that lies beyond the limit."),
    QT_TRANSLATE_NOOP("DetectorWords", "Learn from values in standard deviations from their mean; off = from raw values."),
    QT_TRANSLATE_NOOP("DetectorWords", "Anomalous beyond this raw score; left out, it is learned."),
    QT_TRANSLATE_NOOP("DetectorWords", "Without a model file: rows from which the detector trains itself, once."),
    QT_TRANSLATE_NOOP("DetectorWords", "Distance of an asset's readings from the nearest readings it was trained on."),
    QT_TRANSLATE_NOOP("DetectorWords", "What most of the nearest labelled readings were: normal or anomalous. Needs a trained model."),
    QT_TRANSLATE_NOOP("DetectorWords", "How many nearest rows count."),
    QT_TRANSLATE_NOOP("DetectorWords",
                      "Logistic regression on labelled readings: the probability that a reading is anomalous. Needs a trained model."),
    QT_TRANSLATE_NOOP("DetectorWords", "Weight of the data against the penalty on large weights; 0 = no penalty."),
    QT_TRANSLATE_NOOP("DetectorWords",
                      "One-class support vector machine: how far an asset's readings lie outside the region that was learned."),
    QT_TRANSLATE_NOOP("DetectorWords", "Share of the training rows that may lie outside the region."),
    QT_TRANSLATE_NOOP("DetectorWords", "Width of the kernel; 0 = 1 / (channels · variance)."),
    // Units
    QT_TRANSLATE_NOOP("DetectorWords", "rows"),
    // Candidates of a study
    QT_TRANSLATE_NOOP("DetectorWords", "present"),
    QT_TRANSLATE_NOOP("DetectorWords", "candidate"),
    // Stages
    QT_TRANSLATE_NOOP("DetectorWords", "tail"),
    QT_TRANSLATE_NOOP("DetectorWords", "control"),
};

} // namespace

QString detectorWords(std::string_view text)
{
    const auto *const words = std::find(kWords.begin(), kWords.end(), text);
    return words == kWords.end() ? toQt(text) : QCoreApplication::translate("DetectorWords", *words);
}

} // namespace telltale::ui
