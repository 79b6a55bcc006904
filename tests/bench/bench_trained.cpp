// SPDX-License-Identifier: GPL-3.0-or-later
// One row through a one-class SVM and through a search for neighbours, against libsvm and scikit-learn on the same rows in the same run.
#include "core/detect/trained/knn_model.h"
#include "core/detect/trained/one_class_svm_model.h"
#include "core/detect/trained/one_class_svm_training.h"
#include "tests/bench/stopwatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <libsvm/svm.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>

using namespace telltale;

namespace {

constexpr std::size_t kChannels = 3;
constexpr std::size_t kTrainingRows = 50'000;
constexpr std::size_t kJudgedRows = 1000;
constexpr std::size_t kLibraryRows = 1000;

/// Temperature, humidity and noise of a quiet room.
std::vector<double> roomRows(std::size_t rows, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    std::vector<double> values;
    for (std::size_t i = 0; i < rows; ++i)
        values.insert(values.end(), {22.0 + 2.0 * normal(random), 50.0 + 5.0 * normal(random), 80.0 + 5.0 * normal(random)});
    return values;
}

void writeCsv(const QString &path, const std::vector<double> &values)
{
    std::ofstream file(path.toStdString());
    file.precision(17);
    for (std::size_t i = 0; i < values.size(); ++i)
        file << values[i] << (i % kChannels == kChannels - 1 ? '\n' : ',');
}

QJsonObject askScikitLearn(const std::vector<double> &training, const std::vector<double> &judged)
{
    const QTemporaryDir folder;
    writeCsv(folder.filePath("training.csv"), training);
    writeCsv(folder.filePath("judged.csv"), judged);
    QProcess python;
    python.start("/usr/bin/python3", {SKLEARN_PEER, folder.filePath("training.csv"), folder.filePath("judged.csv")});
    python.waitForFinished(300'000);
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

/// libsvm's own judge, over the same support vectors.
class LibsvmJudge {
public:
    LibsvmJudge(const detect::SupportVectors &found, double gamma) : m_alpha(found.alpha), m_rho(found.rho)
    {
        for (std::size_t i = 0; i < found.alpha.size(); ++i) {
            for (std::size_t j = 0; j < kChannels; ++j)
                m_nodes.push_back({static_cast<int>(j + 1), found.vectors[i * kChannels + j]});
            m_nodes.push_back({-1, 0.0});
        }
        for (std::size_t i = 0; i < found.alpha.size(); ++i)
            m_vectors.push_back(&m_nodes[i * (kChannels + 1)]);
        m_coefficients = m_alpha.data();
        m_model.param.svm_type = ONE_CLASS;
        m_model.param.kernel_type = RBF;
        m_model.param.gamma = gamma;
        m_model.nr_class = 2;
        m_model.l = static_cast<int>(found.alpha.size());
        m_model.SV = m_vectors.data();
        m_model.sv_coef = &m_coefficients;
        m_model.rho = &m_rho;
    }

    double decision(std::span<const double> row) const
    {
        std::array<svm_node, kChannels + 1> nodes{};
        for (std::size_t j = 0; j < kChannels; ++j)
            nodes[j] = {static_cast<int>(j + 1), row[j]};
        nodes[kChannels].index = -1;
        double value = 0.0;
        svm_predict_values(&m_model, nodes.data(), &value);
        return value;
    }

private:
    std::vector<double> m_alpha;
    double m_rho;
    std::vector<svm_node> m_nodes;
    std::vector<svm_node *> m_vectors;
    double *m_coefficients = nullptr;
    svm_model m_model{};
};

template <typename Judge>
double microsPerRow(const std::vector<double> &rows, Judge judge)
{
    double sum = 0.0;
    const double micros = bench::microsPer(rows.size() / kChannels, [&] {
        for (std::size_t i = 0; i < rows.size(); i += kChannels)
            sum += judge(std::span(rows).subspan(i, kChannels));
    });
    std::printf("  (sum %g)\n", sum);
    return micros;
}

void printPeer(const char *peer, double micros, double ours, const char *goal)
{
    std::printf("  %-28s %8.2f us a row, %6.1f times ours (goal %s)\n", peer, micros, micros / ours, goal);
}

double largestDifference(const QJsonArray &theirs, const std::function<double(std::size_t)> &ours)
{
    double largest = 0.0;
    for (qsizetype i = 0; i < theirs.size(); ++i)
        largest = std::max(largest, std::abs(theirs[i].toDouble() - ours(static_cast<std::size_t>(i))));
    return largest;
}

std::span<const double> rowOf(const std::vector<double> &rows, std::size_t i)
{
    return std::span(rows).subspan(i * kChannels, kChannels);
}

void measureSvm(const std::vector<double> &training, const std::vector<double> &judged, const QJsonObject &peer)
{
    const double variance = [&] {
        double sum = 0.0;
        double squares = 0.0;
        for (const double value : training) {
            sum += value;
            squares += value * value;
        }
        const auto count = static_cast<double>(training.size());
        return squares / count - sum / count * (sum / count);
    }();
    const double gamma = 1.0 / (kChannels * variance);
    const auto found = detect::trainOneClassSvm({kChannels, training, {}}, {0.04, gamma}, {}).value();
    const detect::OneClassSvmModel model(kChannels, found.vectors, found.alpha, gamma);
    const LibsvmJudge libsvm(found, gamma);

    std::printf("one-class SVM, %zu support vectors, %zu channels, %zu bytes\n", found.alpha.size(), kChannels, model.bytes());
    const double ours = microsPerRow(judged, [&](std::span<const double> row) { return model.score(row); });
    std::printf("  %-28s %8.2f us a row\n", "ours", ours);
    printPeer("libsvm", microsPerRow(judged, [&](std::span<const double> row) { return libsvm.decision(row); }), ours, ">= 10");
    if (peer.isEmpty())
        return;
    printPeer("scikit-learn", peer["svmMicros"].toDouble(), ours, ">= 60");
    const double apart = largestDifference(peer["decisions"].toArray(),
                                           [&](std::size_t i) { return model.weight() - found.rho - model.score(rowOf(judged, i)); });
    std::printf("  scikit-learn has %d support vectors; decisions differ by at most %.2g of %.0f\n", peer["vectors"].toInt(), apart,
                model.weight());
}

void measureKnn(const std::vector<double> &training, const std::vector<double> &judged, const QJsonObject &peer)
{
    const detect::KnnDistanceModel model(detect::NearestRows(kChannels, std::span(training).first(kLibraryRows * kChannels)), 5);
    std::printf("distance to the 5th nearest of %zu rows\n", kLibraryRows);
    const double ours = microsPerRow(judged, [&](std::span<const double> row) { return model.score(row); });
    std::printf("  %-28s %8.2f us a row\n", "ours", ours);
    if (peer.isEmpty())
        return;
    printPeer("scikit-learn", peer["knnMicros"].toDouble(), ours, ">= 60");
    const double apart = largestDifference(peer["distances"].toArray(), [&](std::size_t i) { return model.score(rowOf(judged, i)); });
    std::printf("  distances differ by at most %.2g\n", apart);
}

} // namespace

int main()
{
    const std::vector<double> training = roomRows(kTrainingRows, 1);
    const std::vector<double> judged = roomRows(kJudgedRows, 2);
    const QJsonObject peer = askScikitLearn(training, judged);
    if (peer.isEmpty())
        std::printf("SKIPPED: scikit-learn is not installed (package python3-sklearn); its ratios are missing below\n");
    else
        std::printf("scikit-learn %s\n", qPrintable(peer["version"].toString()));
    measureSvm(training, judged, peer);
    measureKnn(training, judged, peer);
    return 0;
}
