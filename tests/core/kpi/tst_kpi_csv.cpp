// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kpi/kpi_csv.h"

#include "tests/support/csv_texts.h"

#include <QtTest>

#include <functional>

using namespace telltale;
using namespace telltale::kpi;

namespace {

using Place = std::function<void(Kpis &, const std::string &)>;

struct TextCell {
    const char *name;
    Place put;
};

const std::vector<TextCell> &textCells()
{
    static const std::vector<TextCell> kCells{
        {"asset of the question", [](Kpis &k, const std::string &t) { k.question.filter.asset = t; }},
        {"detector of the question", [](Kpis &k, const std::string &t) { k.question.filter.detector = t; }},
        {"actor's asset",
         [](Kpis &k, const std::string &t) {
             k.badActors.push_back({.source = {t, "s"}, .what = "w", .detector = ""});
         }},
        {"actor's detector",
         [](Kpis &k, const std::string &t) {
             k.badActors.push_back({.source = {"a", "s"}, .what = "", .detector = t});
         }},
        {"asset", [](Kpis &k, const std::string &t) { k.byAsset.push_back({t}); }},
        {"detector", [](Kpis &k, const std::string &t) { k.byDetector.push_back({t}); }},
        {"standing alarm",
         [](Kpis &k, const std::string &t) {
             k.standing.now.push_back({.source = {t, ""}, .what = ""});
         }},
        {"feed",
         [](Kpis &k, const std::string &t) {
             FeedUptime feed;
             feed.address = t;
             k.feeds.push_back(feed);
         }},
    };
    return kCells;
}

} // namespace

class TestKpiCsv : public QObject {
    Q_OBJECT
private slots:
    void noTextIsAFormulaInAnyCell_data();
    void noTextIsAFormulaInAnyCell();
};

void TestKpiCsv::noTextIsAFormulaInAnyCell_data()
{
    QTest::addColumn<std::size_t>("cell");
    for (std::size_t i = 0; i < textCells().size(); ++i)
        QTest::newRow(textCells()[i].name) << i;
}

void TestKpiCsv::noTextIsAFormulaInAnyCell()
{
    QFETCH(std::size_t, cell);
    const std::size_t rows = test::cellsOf(kpiCsv({})).size();
    for (const std::string &text : test::formulaTexts()) {
        Kpis kpis;
        textCells()[cell].put(kpis, text);
        const auto table = test::cellsOf(kpiCsv(kpis));
        QVERIFY(table.size() >= rows);
        for (const auto &row : table) {
            QCOMPARE(row.size(), std::size_t(6));
            for (const std::string &each : row)
                QVERIFY2(!test::looksLikeAFormula(each), each.c_str());
        }
    }
}

QTEST_APPLESS_MAIN(TestKpiCsv)
#include "tst_kpi_csv.moc"
