// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/operator/seated_operator.h"

#include "ui/models/alarm_columns.h"
#include "ui/models/alarm_model.h"

#include <QApplication>
#include <QFile>
#include <QMainWindow>
#include <QTableView>
#include <QtTest>
#include <algorithm>
#include <utility>

namespace telltale::soak {

namespace {

constexpr int kTickMs = 5;
constexpr qint64 kReportMs = 500;

/// How long this thread was ready and others had the processor. Unit: ns; 0 where the system does not tell.
qint64 waitedNs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    const QList<QByteArray> numbers = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QList<QByteArray>();
    return numbers.size() < 2 ? 0 : numbers[1].toLongLong();
}

std::vector<ShownRow> rowsOf(const QTableView &table)
{
    const QAbstractItemModel &model = *table.model();
    std::vector<ShownRow> rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto text = [&](int column) { return model.index(row, column).data().toString().toStdString(); };
        const auto id = model.index(row, 0).data(ui::AlarmModel::OccurrenceRole).toULongLong();
        if (id != 0)
            rows.push_back({id, text(ui::StateColumn), text(ui::QualityColumn)});
    }
    return rows;
}

/// What the banner over the lists says; empty while it is hidden.
std::string bannerOf(const QMainWindow &window)
{
    const auto *banner = window.findChild<QWidget *>(QStringLiteral("journalBanner"));
    return banner != nullptr && banner->isVisible() ? banner->accessibleName().toStdString() : std::string();
}

} // namespace

SeatedOperator::SeatedOperator(QObject *parent) : QObject(parent)
{
    const auto start = [this](QTimer &timer, int ms, void (SeatedOperator::*what)()) {
        timer.setTimerType(Qt::PreciseTimer);
        connect(&timer, &QTimer::timeout, this, what);
        timer.start(ms);
    };
    start(m_looks, 100, &SeatedOperator::look);
    start(m_ticks, kTickMs, &SeatedOperator::tick);
    const int everyMs = qEnvironmentVariableIsSet("TELLTALE_OPERATOR_MS") ? qEnvironmentVariableIntValue("TELLTALE_OPERATOR_MS") : 1000;
    if (everyMs > 0)
        start(m_acts, everyMs, &SeatedOperator::act);
    m_sinceTick.start();
    m_sinceReport.start();
}

QMainWindow *SeatedOperator::window()
{
    for (QWidget *each : QApplication::topLevelWidgets())
        if (auto *main = qobject_cast<QMainWindow *>(each); main != nullptr && main->isVisible())
            return main;
    return nullptr;
}

void SeatedOperator::look()
{
    const QMainWindow *main = window();
    const auto *table = main == nullptr ? nullptr : main->findChild<QTableView *>(QStringLiteral("alarmTable"));
    if (table == nullptr)
        return;
    if (!m_seated)
        sitDown(*table->model());
    m_recorder.show(rowsOf(*table));
    m_recorder.showBanner(bannerOf(*main));
}

void SeatedOperator::sitDown(QAbstractItemModel &list)
{
    m_seated = true;
    m_longestMs = m_totalMs = 0; // what it took to open is another matter
    connect(&list, &QAbstractItemModel::dataChanged, this, &SeatedOperator::look);
    m_recorder.say("ready", 0, {});
}

/// As a person would: to the top alarm that waits, and the key that acknowledges.
void SeatedOperator::act()
{
    if (!m_seated)
        return;
    press(Qt::Key_F2);
    press(Qt::Key_Space);
}

void SeatedOperator::press(int key)
{
    QWidget *focused = QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window();
    if (focused != nullptr)
        QTest::keyClick(focused, Qt::Key(key));
}

void SeatedOperator::tick()
{
    const qint64 lateMs = m_sinceTick.restart() - kTickMs;
    const qint64 waited = waitedNs();
    m_totalMs = std::max(m_totalMs, lateMs);
    m_longestMs = std::max(m_longestMs, lateMs - (waited - std::exchange(m_waitedNs, waited)) / 1'000'000);
    if (!m_seated || m_sinceReport.elapsed() < kReportMs)
        return;
    m_sinceReport.restart();
    m_recorder.say("stall", std::uint64_t(std::exchange(m_longestMs, 0)), std::to_string(std::exchange(m_totalMs, 0)));
}

} // namespace telltale::soak
