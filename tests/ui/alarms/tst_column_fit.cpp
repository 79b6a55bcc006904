// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alarms/column_fit.h"

#include <QFont>
#include <QStandardItemModel>
#include <QtTest>
#include <numeric>

using namespace telltale::ui;

namespace {

constexpr int kWide = 4000;

class TestColumnFit : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_model = std::make_unique<QStandardItemModel>(2, AlarmColumnCount);
        for (int i = 0; i < AlarmColumnCount; ++i)
            m_model->setHeaderData(i, Qt::Horizontal, QString::fromUtf8(alarmColumns()[std::size_t(i)].title));
    }

    void withRoomToSpareNothingDependsOnTheData()
    {
        ColumnFit fit(*m_model);
        const ColumnFit::Widths before = fit.widths(kWide, m_metrics);
        fill(0, QStringLiteral("a very, very long text indeed"));
        QVERIFY(fit.look(0, m_metrics));
        QVERIFY(fit.widths(kWide, m_metrics) == before);
        QVERIFY(before[QualityColumn] >= m_metrics.horizontalAdvance(QStringLiteral("unverified")));
        QVERIFY(before[PriorityColumn] > 0);
    }

    void shortOfRoomNamesGetWhatOthersDoNotUse()
    {
        ColumnFit fit(*m_model);
        const ColumnFit::Widths usual = fit.widths(kWide, m_metrics);
        const int room = (kWide - usual[WhatColumn]) * 2 / 3;
        const ColumnFit::Widths empty = fit.widths(room, m_metrics);
        QCOMPARE(empty[PriorityColumn], 0);
        QVERIFY(empty[QualityColumn] < usual[QualityColumn]);
        QCOMPARE(std::accumulate(empty.begin(), empty.end(), 0), room);

        m_model->setItem(1, QualityColumn, new QStandardItem(QStringLiteral("unverified")));
        QVERIFY(fit.look(1, m_metrics));
        const ColumnFit::Widths grown = fit.widths(room, m_metrics);
        QVERIFY(grown[QualityColumn] >= m_metrics.horizontalAdvance(QStringLiteral("unverified")));
        QVERIFY(grown[WhatColumn] < empty[WhatColumn]);

        m_model->setItem(1, QualityColumn, new QStandardItem);
        QVERIFY(!fit.look(1, m_metrics)); // and does not shrink again under a reader's eyes
        QVERIFY(fit.widths(room, m_metrics) == grown);
        fit.restart();
        QVERIFY(fit.widths(room, m_metrics) == empty);
    }

private:
    void fill(int row, const QString &text)
    {
        for (int i = 0; i < AlarmColumnCount; ++i)
            m_model->setItem(row, i, new QStandardItem(text));
    }

    std::unique_ptr<QStandardItemModel> m_model;
    QFontMetrics m_metrics{QFont()};
};

} // namespace

QTEST_MAIN(TestColumnFit)
#include "tst_column_fit.moc"
