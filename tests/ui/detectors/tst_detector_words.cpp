// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalog of detectors says is said in German too, and what German people type is understood.
#include "core/detect/detector.h"
#include "ui/detectors/candidate_form.h"
#include "ui/detectors/detector_words.h"
#include "ui/language/language.h"
#include "ui/text.h"

#include <QLineEdit>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

class TestDetectorWords : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { speak(*qApp, QStringLiteral("de")); }
    void cleanupTestCase() { speak(*qApp, QStringLiteral("en")); }
    void everySentenceOfTheCatalogIsSpoken();
    void aCommaBeginsTheDecimals();
};

void TestDetectorWords::everySentenceOfTheCatalogIsSpoken()
{
    QStringList english;
    const auto look = [&english](const std::string &text) {
        if (!text.empty() && detectorWords(text) == toQt(text))
            english << toQt(text);
    };
    for (const DetectorRule &rule : detect::catalog().detectors) {
        look(rule.text);
        for (const ParamRule &param : rule.params)
            look(param.text);
    }
    QVERIFY2(english.isEmpty(), qPrintable(english.join('\n')));
    QCOMPARE(detectorWords("rows"), QStringLiteral("Zeilen"));
}

void TestDetectorWords::aCommaBeginsTheDecimals()
{
    CandidateForm form;
    form.setScope(false, "bar");
    form.setSpec({"band", {}, {}, false});
    auto *k = form.findChild<QLineEdit *>("setting_k");
    QVERIFY(k != nullptr);
    QCOMPARE(k->placeholderText(), QStringLiteral("3,72"));
    emit k->textEdited(QStringLiteral("2,125"));
    QCOMPARE(form.problem(), QString());
    QCOMPARE(std::get<double>(form.spec().params.at("k")), 2.125);
    emit k->textEdited(QStringLiteral("2.125")); // two thousand and something, or two and something
    QVERIFY(!form.problem().isEmpty());
}

QTEST_MAIN(TestDetectorWords)
#include "tst_detector_words.moc"
