// SPDX-License-Identifier: GPL-3.0-or-later
// Our logistic regression against scikit-learn's, on the same rows in the same run.
#include "core/base/json_text.h"
#include "tests/core/detect/trained/table_rows.h"
#include "tests/core/detect/trained/vehicle_rows.h"

#include <QProcess>
#include <QtTest>

#include <cmath>

using namespace telltale;

namespace {

constexpr int kNotInstalled = 3;

/// The rows as the model saw them.
QByteArray scaledRows(const RowTable &table, const TrainedModel &model)
{
    std::string text;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::size_t i = 0; i < table.columns(); ++i)
            text += numberText((table.row(row)[i] - model.channels[i].mean) / model.channels[i].sd) + ' ';
        text += table.anomalous[row] != 0 ? "1\n" : "0\n";
    }
    return QByteArray::fromStdString(text);
}

} // namespace

class TestLogisticPeer : public QObject {
    Q_OBJECT

private slots:
    void fitsTheSameWeights();
};

void TestLogisticPeer::fitsTheSameWeights()
{
    const RowTable table = test::VehicleRows(7).rows(1500);
    const Result<TrainedModel> model = detect::train({"logistic", {{"C", 1.0}}, {}, false}, table, {});
    QVERIFY2(model.ok(), model ? "" : model.error().text().c_str());

    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral(TELLTALE_SOURCE "/tests/core/detect/trained/logistic_peer.py")});
    if (!python.waitForStarted())
        QSKIP("/usr/bin/python3 cannot be started");
    python.write(scaledRows(table, *model));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(110'000));
    if (python.exitCode() == kNotInstalled)
        QSKIP("scikit-learn is not installed (Debian package python3-sklearn)");
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());

    const QList<QByteArray> theirs = python.readAllStandardOutput().simplified().split(' ');
    std::vector<double> ours = model->table("weights")->values;
    ours.push_back(model->table("intercept")->values.front());
    QCOMPARE(theirs.size(), qsizetype(ours.size()));
    for (std::size_t i = 0; i < ours.size(); ++i) {
        // Both stop where a step is small, not at the very optimum.
        QVERIFY2(std::abs(ours[i] - theirs[qsizetype(i)].toDouble()) < 1e-5 * (1.0 + std::abs(ours[i])),
                 qPrintable(QStringLiteral("weight %1: %2, theirs %3").arg(i).arg(ours[i], 0, 'g', 12).arg(QString(theirs[qsizetype(i)]))));
    }
}

QTEST_GUILESS_MAIN(TestLogisticPeer)
#include "tst_logistic_peer.moc"
