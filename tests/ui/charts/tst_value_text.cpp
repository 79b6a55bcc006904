// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/score.h"
#include "ui/charts/value_text.h"

#include <QTextDocument>
#include <QtTest>
#include <limits>

using namespace telltale;
using namespace telltale::ui;

namespace {

class TestValueText : public QObject {
    Q_OBJECT
private slots:
    void formatsForPeople_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << "0";
        QTest::newRow("negative zero") << -0.0 << "0";
        QTest::newRow("trailing zeros go") << 22.1 << "22.1";
        QTest::newRow("whole") << 7.0 << "7";
        QTest::newRow("four digits") << 22.1349 << "22.13";
        QTest::newRow("thousands stay whole") << 1013.25 << "1013";
        QTest::newRow("large without exponent") << 152300.4 << "152300";
        QTest::newRow("millions") << 12345678.9 << "12345679";
        QTest::newRow("small without exponent") << 0.00123 << "0.00123";
        QTest::newRow("rounds up into the next power") << 9.9996 << "10";
        QTest::newRow("true minus") << -5.25 << QStringLiteral("\u22125.25");
        QTest::newRow("very large") << 1.5e12 << "1.5e12";
        QTest::newRow("very small") << 2.5e-7 << QStringLiteral("2.5e\u22127");
        QTest::newRow("missing") << kMissing << QStringLiteral("\u2013");
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QStringLiteral("\u2013");
    }
    void formatsForPeople()
    {
        QFETCH(double, value);
        QTEST(valueText(value), "text");
    }

    void addsTheUnitOnlyToNumbers()
    {
        QCOMPARE(valueWithUnit(22.1, "°C"), QStringLiteral("22.1 °C"));
        QCOMPARE(valueWithUnit(22.1, ""), QStringLiteral("22.1"));
        QCOMPARE(valueWithUnit(kMissing, "°C"), QStringLiteral("\u2013"));
    }

    void percentIsNeverCompleteTooEarly()
    {
        QCOMPARE(percentText(0.43), QStringLiteral("43 %"));
        QCOMPARE(percentText(0.999), QStringLiteral("99 %"));
        QCOMPARE(percentText(1.0), QStringLiteral("100 %"));
        QCOMPARE(percentText(kMissing), QStringLiteral("0 %"));
    }

    void toolTipsShowForeignMarkupAsText()
    {
        const QString foreign = QStringLiteral("<b>bold</b> & <img src='x'>\nsecond");
        QTextDocument shown;
        shown.setHtml(plainToolTip(foreign));
        QCOMPARE(shown.toPlainText(), foreign);
    }
};

} // namespace

QTEST_MAIN(TestValueText)
#include "tst_value_text.moc"
