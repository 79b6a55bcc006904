// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/detector.h"
#include "ui/detectors/candidate_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

namespace {

DetectorSpec band(double k)
{
    return {"band", {{"k", k}}, {}, false};
}

} // namespace

class TestCandidateForm : public QObject {
    Q_OBJECT
private slots:
    void showsEverySettingOfEveryKind();
    void anEmptySettingIsTheTablesOwn();
    void whatIsNoNumberIsSaidAndNotTaken();
    void aCommaThatMayPartThousandsIsSaid();
    void theNoteStaysWhileAFieldIsWrong();
    void noneIsAChoice();
    void stagesBringTheirSettings();
    void stagesAsUsualAreNotGiven();
    void anotherKindStartsAnew();
    void kindsThatLearnFromLabelsWantAModel();
    void onlyKindsOfTheScopeAreOffered();
    void aThresholdFromElsewhereIsShown();

private:
    template <typename Widget>
    static Widget *find(const CandidateForm &form, const char *name)
    {
        return form.findChild<Widget *>(QLatin1String(name));
    }
};

void TestCandidateForm::showsEverySettingOfEveryKind()
{
    CandidateForm form;
    for (const DetectorRule &rule : detect::catalog().detectors) {
        form.setScope(rule.scope == DetectorRule::Scope::Asset);
        form.setSpec({rule.kind, {}, {"tail", "control"}, true});
        for (const ParamRule &param : rule.params) {
            const auto *editor = form.findChild<QWidget *>(QStringLiteral("setting_%1").arg(QString::fromStdString(param.name)));
            const bool hidden = param.name == "tailLimit"; // behind alert control theta is the limit
            QVERIFY2((editor == nullptr) == hidden, (rule.kind + '.' + param.name).c_str());
            QVERIFY2(hidden || editor->accessibleName().contains(QString::fromStdString(param.text)), param.name.c_str());
        }
        QVERIFY(form.spec().kind == rule.kind);
    }
}

void TestCandidateForm::anEmptySettingIsTheTablesOwn()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec(band(3.0));
    QSignalSpy changed(&form, &CandidateForm::specChanged);
    auto *k = find<QLineEdit>(form, "setting_k");
    QCOMPARE(k->text(), QStringLiteral("3"));
    QCOMPARE(k->placeholderText(), QStringLiteral("3.72"));
    QTest::keyClick(k, Qt::Key_Backspace);
    QVERIFY(form.spec().params.empty());
    QTest::keyClicks(k, "2,5");
    QVERIFY(form.spec() == band(2.5));
    QCOMPARE(changed.size(), 4); // "", "2", "2,", "2,5"
}

void TestCandidateForm::whatIsNoNumberIsSaidAndNotTaken()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec(band(3.0));
    QTest::keyClicks(find<QLineEdit>(form, "setting_k"), "x");
    QVERIFY(form.spec() == band(3.0));
    QVERIFY(find<QLabel>(form, "candidateNote")->text().contains("\"3x\" is no number"));
    QTest::keyClick(find<QLineEdit>(form, "setting_k"), Qt::Key_Backspace);
    QVERIFY(find<QLabel>(form, "candidateNote")->text().isEmpty());
}

void TestCandidateForm::aCommaThatMayPartThousandsIsSaid()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec({"band", {}, {}, false});
    auto *warmUp = find<QLineEdit>(form, "setting_warmUp");
    QTest::keyClicks(warmUp, "2,000");
    QVERIFY(!form.spec().params.contains("warmUp") || std::get<double>(form.spec().params.at("warmUp")) != 2.0
            || !form.problem().isEmpty());
    QVERIFY2(form.problem().contains("\"2,000\""), qPrintable(form.problem()));
    QTest::keyClick(warmUp, Qt::Key_Backspace); // "2,00"
    QVERIFY(form.problem().isEmpty());
}

void TestCandidateForm::theNoteStaysWhileAFieldIsWrong()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec(band(3.0));
    QSignalSpy problems(&form, &CandidateForm::problemChanged);
    QTest::keyClicks(find<QLineEdit>(form, "setting_k"), "x");
    QVERIFY(!problems.isEmpty() && !form.problem().isEmpty());
    QTest::keyClicks(find<QLineEdit>(form, "setting_warmUp"), "500");
    QVERIFY(find<QLabel>(form, "candidateNote")->text().contains("\"3x\" is no number"));
    QVERIFY(!form.problem().isEmpty());
    form.setSpec(band(3.0));
    QVERIFY(form.problem().isEmpty());
}

void TestCandidateForm::noneIsAChoice()
{
    CandidateForm form;
    form.setScope(true);
    form.setSpec({"none", {}, {}, false});
    QVERIFY((form.spec() == DetectorSpec{"none", {}, {}, false}));
    QCOMPARE(find<QComboBox>(form, "candidateKind")->currentText(), QStringLiteral("none"));
    QVERIFY(find<QLabel>(form, "candidateAbout")->text().contains("not judged"));
    QVERIFY(!find<QCheckBox>(form, "stageTail")->isEnabled());
}

void TestCandidateForm::stagesBringTheirSettings()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec(band(3.0));
    QVERIFY(!find<QLineEdit>(form, "setting_tailLimit"));
    find<QCheckBox>(form, "stageTail")->click();
    QVERIFY(find<QLineEdit>(form, "setting_tailLimit"));
    QCOMPARE(form.spec().stages, std::vector<std::string>{"tail"});
    find<QCheckBox>(form, "stageControl")->click();
    QVERIFY(find<QLineEdit>(form, "setting_theta"));
    QVERIFY(!find<QLineEdit>(form, "setting_tailLimit"));
    QCOMPARE(form.spec().stages, (std::vector<std::string>{"tail", "control"}));
}

void TestCandidateForm::stagesAsUsualAreNotGiven()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec({"shingle_knn", {}, {}, false});
    QVERIFY(find<QCheckBox>(form, "stageTail")->isChecked());
    find<QCheckBox>(form, "stageTail")->click();
    QVERIFY(form.spec().stagesGiven);
    find<QCheckBox>(form, "stageTail")->click();
    QVERIFY(!form.spec().stagesGiven);
    form.setSpec({"shingle_ensemble", {}, {}, false});
    QVERIFY(!find<QCheckBox>(form, "stageTail")->isEnabled()); // its score is a tail already
}

void TestCandidateForm::anotherKindStartsAnew()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec(band(3.0));
    auto *kinds = find<QComboBox>(form, "candidateKind");
    kinds->setCurrentIndex(kinds->findText("shingle_knn"));
    emit kinds->activated(kinds->currentIndex());
    QVERIFY((form.spec() == DetectorSpec{"shingle_knn", {}, {}, false}));
}

void TestCandidateForm::kindsThatLearnFromLabelsWantAModel()
{
    CandidateForm form;
    form.setScope(true);
    form.setSpec({"logistic", {}, {}, false});
    QVERIFY(find<QLabel>(form, "candidateNote")->text().contains("needs a model file"));
    form.setModel("somewhere/logistic.model");
    QVERIFY(find<QLabel>(form, "candidateNote")->text().isEmpty());
    QCOMPARE(find<QComboBox>(form, "candidateModel")->currentText(), QStringLiteral("logistic.model"));
}

void TestCandidateForm::onlyKindsOfTheScopeAreOffered()
{
    CandidateForm form;
    form.setScope(false);
    auto *kinds = find<QComboBox>(form, "candidateKind");
    QVERIFY(kinds->findText("band") >= 0);
    QVERIFY(kinds->findText("kmeans") < 0);
    form.setScope(true);
    QVERIFY(kinds->findText("band") < 0);
    QVERIFY(kinds->findText("kmeans") >= 0);
}

void TestCandidateForm::aThresholdFromElsewhereIsShown()
{
    CandidateForm form;
    form.setScope(false);
    form.setSpec(band(3.0));
    form.setNumber("k", 2.9);
    QCOMPARE(find<QLineEdit>(form, "setting_k")->text(), QStringLiteral("2.9"));
    QVERIFY(form.spec() == band(2.9));
    form.setNumber("theta", 1.0); // is a setting of the kind, if not in force
    form.setNumber("nonsense", 1.0);
    QVERIFY(!form.spec().params.contains("nonsense"));
}

QTEST_MAIN(TestCandidateForm)
#include "tst_candidate_form.moc"
