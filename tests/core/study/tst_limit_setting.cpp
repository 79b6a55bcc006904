// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/limit_setting.h"

#include "core/detect/detector.h"

#include <QtTest>
#include <algorithm>

using namespace telltale;
using namespace telltale::study;

class TestLimitSetting : public QObject {
    Q_OBJECT
private slots:
    void eachFormHasItsOwnSetting_data();
    void eachFormHasItsOwnSetting();
    void theSettingIsAlwaysInTheTableOfTheKind();
};

void TestLimitSetting::eachFormHasItsOwnSetting_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("stages");
    QTest::addColumn<QString>("setting");
    QTest::newRow("band") << "band" << QStringList() << "k";
    QTest::newRow("band behind control") << "band" << QStringList{"control"} << "k";
    QTest::newRow("band with a tail") << "band" << QStringList{"tail"} << "tailLimit";
    QTest::newRow("band with both") << "band" << QStringList{"tail", "control"} << "theta";
    QTest::newRow("t2_residual") << "t2_residual" << QStringList() << "limit";
    QTest::newRow("kmeans") << "kmeans" << QStringList() << "threshold";
    QTest::newRow("ensemble, whose score is a tail") << "shingle_ensemble" << QStringList{"control"} << "theta";
    QTest::newRow("ensemble without control") << "shingle_ensemble" << QStringList() << "tailLimit";
    QTest::newRow("a limit that is learned") << "shingle_knn" << QStringList() << "";
    QTest::newRow("no such kind") << "nothing" << QStringList() << "";
}

void TestLimitSetting::eachFormHasItsOwnSetting()
{
    QFETCH(QString, kind);
    QFETCH(QStringList, stages);
    QFETCH(QString, setting);
    DetectorSpec spec{kind.toStdString(), {}, {}, true};
    for (const QString &stage : stages)
        spec.stages.push_back(stage.toStdString());
    QCOMPARE(QString::fromStdString(limitSetting(spec)), setting);
}

void TestLimitSetting::theSettingIsAlwaysInTheTableOfTheKind()
{
    for (const DetectorRule &rule : detect::catalog().detectors) {
        const std::string name = limitSetting({rule.kind, {}, {}, false});
        if (rule.kind == "rcf") { // its limit follows the spread of its own scores
            QVERIFY(name.empty());
            continue;
        }
        QVERIFY2(std::any_of(rule.params.begin(), rule.params.end(), [&](const ParamRule &param) { return param.name == name; }),
                 rule.kind.c_str());
    }
}

QTEST_APPLESS_MAIN(TestLimitSetting)
#include "tst_limit_setting.moc"
