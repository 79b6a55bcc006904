// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/desktop_notifier.h"

namespace telltale::ui {

namespace {

constexpr unsigned long kLongestEndMs = 2000;

} // namespace

DesktopNotifier::DesktopNotifier(const QString &address, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_bus(new NotificationBus(address))
{
    m_thread->setObjectName(QStringLiteral("notices"));
    m_bus->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_bus, &QObject::deleteLater);
    connect(m_bus, &NotificationBus::stateChanged, this, [this](const NotifierState &state) {
        m_state = state;
        emit stateChanged(m_state);
    });
    connect(m_bus, &NotificationBus::showWanted, this, &DesktopNotifier::showWanted);
    connect(m_bus, &NotificationBus::silenceWanted, this, &DesktopNotifier::silenceWanted);
    m_thread->start();
    QMetaObject::invokeMethod(m_bus, &NotificationBus::open);
}

DesktopNotifier::~DesktopNotifier()
{
    m_bus->disconnect(this);
    QMetaObject::invokeMethod(m_bus, [bus = m_bus] {
        bus->closeAll();
        QThread::currentThread()->quit();
    });
    if (!m_thread->wait(kLongestEndMs)) {
        static_cast<void>(m_thread.release()); // it hangs in the bus; a running QThread must not be destroyed
    }
}

void DesktopNotifier::apply(const SnapshotPtr &snapshot, bool wanted)
{
    const bool same = snapshot->alarms == m_alarms && wanted == m_wanted && !m_plan.waits();
    if (same || !snapshot->alarms) {
        return;
    }
    m_alarms = snapshot->alarms;
    m_wanted = wanted;
    const NoticePlan::View view{wanted, snapshot->flood, snapshot->raisesLast10Min, std::chrono::steady_clock::now()};
    NoticeChanges changes = m_plan.next(*m_alarms, view);
    if (changes.show.empty() && changes.close.empty()) {
        return;
    }
    QMetaObject::invokeMethod(m_bus, [bus = m_bus, changes = std::move(changes)] {
        for (const QString &key : changes.close) {
            bus->close(key);
        }
        for (const Notice &notice : changes.show) {
            bus->show(notice);
        }
    });
}

} // namespace telltale::ui
