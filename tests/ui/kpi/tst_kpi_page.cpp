// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kpi/kpi_page.h"

#include "core/kpi/kpi_csv.h"
#include "tests/core/kpi/scripted_shift.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/kpi/stored_shift.h"
#include "ui/kpi/kpi_settings_dialog.h"
#include "ui/kpi/kpi_texts.h"
#include "ui/kpi/stored_kpis.h"
#include "ui/models/figure_labels.h"
#include "ui/text.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>

using namespace telltale;
using namespace telltale::ui;

class TestKpiPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void showsTheShiftOfThePlan();
    void filtersAskAnew();
    void enterTunesAndLLists();
    void copiesWhatItShows();
    void marksAndShiftsAreKept();
    void saysWhenThereIsNoJournal();
    void everyFigureHasAName();

private:
    [[nodiscard]] KpiPage::Place place() const
    {
        return {m_temp.path(), toQt(m_temp.path("telltale.conf")), [] { return test::clockTime("14:30:00"); }};
    }
    /// The page on the early shift, read and shown.
    static void showEarlyShift(KpiPage &page);

    const test::TempFolder m_temp{};
};

void TestKpiPage::initTestCase()
{
    qputenv("TZ", "UTC");
    test::storeJournal(m_temp.path(), test::scriptedShift());
}

void TestKpiPage::showEarlyShift(KpiPage &page)
{
    page.resize(900, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QTRY_VERIFY(page.kpis());
    page.findChild<QToolButton *>(QStringLiteral("kpiBack"))->click(); // from 14:30 to the shift before
    QTRY_COMPARE(page.kpis()->question.to, test::clockTime("14:00:00"));
}

void TestKpiPage::showsTheShiftOfThePlan()
{
    KpiPage page(place());
    showEarlyShift(page);
    const auto stored = storedKpis(m_temp.path(), {test::clockTime("06:00:00"), test::clockTime("14:00:00")});
    QCOMPARE(kpi::kpiCsv(*page.kpis()), kpi::kpiCsv(*stored));
    // The tile says what the shift was worked out to be: 7 alarms in the 7 h 50 min watched, below the mark of 6 an hour.
    const auto tiles = page.findChildren<QWidget *>();
    const auto says = [&](const QString &text) {
        return std::any_of(tiles.begin(), tiles.end(), [&](const QWidget *each) { return each->accessibleName() == text; });
    };
    QVERIFY(says(QStringLiteral("Alarms per hour: 0.893 per h; about 6 is manageable")));
    QVERIFY(says(QStringLiteral("False alarms: 33.3 %; 3 of 5 alarm(s) with a verdict")));
    QVERIFY(says(QStringLiteral("Time to acknowledge: 5 min 00 s; half within; 95 % within 1 h 00 min")));
    QVERIFY(says(QStringLiteral("Spread of priorities. P1: 28.6 % (mark 5 %). P2: 28.6 % (mark 15 %). P3: 42.9 % (mark 80 %).")));
}

void TestKpiPage::filtersAskAnew()
{
    KpiPage page(place());
    showEarlyShift(page);
    auto *priority = page.findChild<QComboBox *>(QStringLiteral("kpiPriority"));
    priority->setCurrentIndex(priority->findText(QStringLiteral("P1")));
    QTRY_COMPARE(page.kpis()->load.raises, 2U);
    QVERIFY(page.kpis()->question.filter.priority == Priority::P1);
    auto *period = page.findChild<QComboBox *>(QStringLiteral("kpiPeriod"));
    period->setCurrentIndex(period->findText(QStringLiteral("Day")));
    QTRY_COMPARE(page.kpis()->question.from, test::clockTime("00:00:00"));
}

void TestKpiPage::enterTunesAndLLists()
{
    KpiPage page(place());
    showEarlyShift(page);
    QSignalSpy tune(&page, &KpiPage::tuneWanted);
    QSignalSpy list(&page, &KpiPage::alarmsWanted);
    auto *table = page.findChild<QTableWidget *>(QStringLiteral("badActors"));
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("line-a/pump1 · vibration"));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(tune.count(), 0); // nothing is chosen
    table->setCurrentCell(0, 0);
    QTest::keyClick(table, Qt::Key_Return);
    QTest::keyClick(table, Qt::Key_D);
    QCOMPARE(tune.count(), 2);
    QVERIFY((tune.first().first().value<SensorKey>() == SensorKey{"line-a/pump1", "vibration"}));
    QTest::keyClick(table, Qt::Key_L);
    QCOMPARE(list.count(), 1);
}

void TestKpiPage::copiesWhatItShows()
{
    KpiPage page(place());
    showEarlyShift(page);
    page.findChild<QPushButton *>(QStringLiteral("kpiCopy"))->click();
    const QString text = QApplication::clipboard()->text();
    QCOMPARE(text, kpiPageText(*page.kpis(), ZoneChoice::Local));
    QVERIFY(text.startsWith(QStringLiteral("2026-11-22 06:00 – 14:00 UTC")));
    QVERIFY(text.contains(QStringLiteral("line-a/pump1 · vibration\tP3\trcf\t3\t42.9 %\tyes\t1")));
}

void TestKpiPage::marksAndShiftsAreKept()
{
    KpiPage page(place());
    showEarlyShift(page);
    page.findChild<QPushButton *>(QStringLiteral("kpiSettings"))->click();
    auto *dialog = page.findChild<KpiSettingsDialog *>();
    QVERIFY(dialog != nullptr);
    auto *starts = dialog->findChild<QLineEdit *>(QStringLiteral("shiftStarts"));
    starts->setText(QStringLiteral("07:00 06:00"));
    QTest::keyClick(starts, Qt::Key_Return);
    QVERIFY(dialog->isVisible()); // refused
    starts->setText(QStringLiteral("07:00 19:00"));
    QTest::keyClick(starts, Qt::Key_Return);
    QTRY_COMPARE(page.kpis()->question.from, test::clockTime("07:00:00"));
    const KpiSettings kept = readKpiSettings(place().settingsFile);
    QCOMPARE(kpi::toText(kept.shifts), std::string("07:00 19:00"));
    QVERIFY(kept.limits == kpi::KpiLimits{});
    QFile::remove(place().settingsFile);
}

void TestKpiPage::saysWhenThereIsNoJournal()
{
    KpiPage page({m_temp.path() + "/none", {}, [] { return test::clockTime("14:30:00"); }});
    QSignalSpy noticed(&page, &KpiPage::noticed);
    page.show();
    const auto *status = page.findChild<QWidget *>(QStringLiteral("kpiStatus"));
    QTRY_VERIFY(status->toolTip().contains(QStringLiteral("cannot be read")));
    QVERIFY(!page.kpis());
}

void TestKpiPage::everyFigureHasAName()
{
    for (const kpi::KpiFigure &each : kpi::kpiFigures())
        QVERIFY2(figureLabel(each.id) != toQt(std::string(each.id)), std::string(each.id).c_str());
}

QTEST_MAIN(TestKpiPage)
#include "tst_kpi_page.moc"
