// SPDX-License-Identifier: GPL-3.0-or-later
// All pages with letters of 100 to 200 %, in English and in a language whose texts are 40 % longer: no label, button, tab or heading is
// cut.
#include "tests/gui/cut_texts.h"
#include "tests/gui/plant_picture.h"
#include "ui/models/alarm_columns.h"

#include <QTabWidget>
#include <QTreeView>

using namespace telltale;
using namespace telltale::ui;
using test::WindowFixture;

namespace {

/// Of the alarm list: a state that is cut may be taken for another one.
const std::vector<int> kOwnWords{StateColumn, SinceColumn, ScoreColumn, CountColumn};
/// Tables with more columns than any window has room for, and charts.
const QStringList kWide{"journalTable", "trendTable", "feedTable"};

/// Letters of another size, for as long as this lives.
class ScaledLetters {
public:
    explicit ScaledLetters(double scale)
    {
        QFont scaled = m_usual;
        scaled.setPointSizeF(m_usual.pointSizeF() * scale);
        QApplication::setFont(scaled);
    }
    ~ScaledLetters() { QApplication::setFont(m_usual); }
    ScaledLetters(const ScaledLetters &) = delete;
    ScaledLetters &operator=(const ScaledLetters &) = delete;

private:
    const QFont m_usual = QApplication::font();
};

} // namespace

class TestWindowScale : public QObject {
    Q_OBJECT
private slots:
    void nothingIsCut_data();
    void nothingIsCut();
    void theNarrowestWindowLeavesTheTreeItsNames_data();
    void theNarrowestWindowLeavesTheTreeItsNames();
};

void TestWindowScale::nothingIsCut_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("longer");
    for (const double scale : {1.0, 1.5, 2.0}) {
        QTest::addRow("%d %%", int(100 * scale)) << scale << false;
        QTest::addRow("%d %%, longer", int(100 * scale)) << scale << true;
    }
}

void TestWindowScale::nothingIsCut()
{
    QFETCH(double, scale);
    QFETCH(bool, longer);
    test::LongerTexts texts;
    if (longer)
        QVERIFY(QCoreApplication::installTranslator(&texts));
    const auto back = qScopeGuard([&] { QCoreApplication::removeTranslator(&texts); });
    const ScaledLetters letters(scale);
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    const QSize size = QSize(1280, 720) * scale;
    fixture.window->resize(size);
    test::addPlantHolds(fixture.build.snapshot());
    test::addPlantIncident(fixture.build.snapshot());
    fixture.choose(0);
    auto *pages = fixture.find<QTabWidget>("pages");
    QStringList wrong;
    for (int page = 0; page < pages->count(); ++page) {
        pages->setCurrentIndex(page);
        QVERIFY(fixture.give());
        WindowFixture::settle();
        const QWidget &window = *fixture.window;
        if (window.size() != size)
            wrong << QStringLiteral("page %1 makes the window %2 wide and %3 high").arg(page).arg(window.width()).arg(window.height());
        for (const QString &each : test::cutTexts(window) + test::outside(window) + test::cutTabs(window) + test::cutHeadings(window)
                                       + test::cutForms(window, "kpi") + test::cutSideways(window, kWide) + test::narrowFields(window)
                                       + test::cutCells(*fixture.list(), kOwnWords))
            wrong << QStringLiteral("page %1: %2").arg(page).arg(each);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestWindowScale::theNarrowestWindowLeavesTheTreeItsNames_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 2.0})
        QTest::addRow("%d %%", int(100 * scale)) << scale;
}

void TestWindowScale::theNarrowestWindowLeavesTheTreeItsNames()
{
    QFETCH(double, scale);
    const ScaledLetters letters(scale);
    WindowFixture fixture;
    fillPlant(fixture);
    QVERIFY(fixture.give());
    fixture.window->resize(100, 100);
    WindowFixture::settle();
    const auto *tree = fixture.find<QTreeView>("assetTree");
    const QModelIndex plant = tree->model()->index(0, 0);
    const QRect asset = tree->visualRect(tree->model()->index(0, 0, plant)); // without the indentation
    const int name = tree->fontMetrics().horizontalAdvance(QStringLiteral("boiler-2"));
    QVERIFY2(asset.width() >= name, qPrintable(QStringLiteral("%1 pixels for a name of %2").arg(asset.width()).arg(name)));
}

QTEST_MAIN(TestWindowScale)
#include "tst_window_scale.moc"
