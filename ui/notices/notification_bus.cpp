// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/notification_bus.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <array>
#include <atomic>

namespace telltale::ui {

namespace {

using Kind = NotifierState::Kind;

const QString kService = QStringLiteral("org.freedesktop.Notifications");
const QString kPath = QStringLiteral("/org/freedesktop/Notifications");
const QString kSilence = QStringLiteral("silence");
constexpr int kAnswerMs = 10'000;
constexpr int kUsualTime = -1;
constexpr int kUntilClosed = 0;

constexpr std::array<const char *, 5> kWords{QT_TRANSLATE_NOOP("NotifierState", "switched off at this station"),
                                             QT_TRANSLATE_NOOP("NotifierState", "the desktop has not answered yet"),
                                             QT_TRANSLATE_NOOP("NotifierState", "shown by %1"),
                                             QT_TRANSLATE_NOOP("NotifierState", "not shown, no session bus: %1"),
                                             QT_TRANSLATE_NOOP("NotifierState", "not shown, no notification service: %1")};

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

/// 2 = critical, 1 = normal, 0 = low.
uchar urgencyOf(Priority priority)
{
    return priority == Priority::P1 ? 2 : priority == Priority::P2 ? 1 : 0;
}

} // namespace

QString notifierText(const NotifierState &state)
{
    const QString text = QCoreApplication::translate("NotifierState", kWords[std::size_t(state.kind)]);
    return text.contains(QStringLiteral("%1")) ? text.arg(state.detail) : text;
}

NotificationBus::NotificationBus(QString address) : m_address(std::move(address))
{
    static std::atomic<int> made{0};
    m_name = QStringLiteral("telltale-notices-%1").arg(++made);
}

NotificationBus::~NotificationBus()
{
    m_bus.reset();
    QDBusConnection::disconnectFromBus(m_name);
}

void NotificationBus::say(Kind kind, const QString &detail)
{
    const NotifierState state{kind, detail};
    if (!(state == m_state)) {
        m_state = state;
        emit stateChanged(m_state);
    }
}

void NotificationBus::open()
{
    m_bus = std::make_unique<QDBusConnection>(m_address.isEmpty() ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, m_name)
                                                                  : QDBusConnection::connectToBus(m_address, m_name));
    if (!m_bus->isConnected()) {
        say(Kind::NoBus, m_bus->lastError().message());
        return;
    }
    m_watcher = new QDBusServiceWatcher(kService, *m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { serverChanged(owner); });
    const auto hear = [this](const char *signal, const char *slot) {
        m_bus->connect(kService, kPath, kService, QLatin1String(signal), this, slot);
    };
    hear("ActionInvoked", SLOT(onAction(quint32, QString)));
    hear("NotificationClosed", SLOT(onClosed(quint32, quint32)));
    hear("ActivationToken", SLOT(onToken(quint32, QString)));
    askServer();
}

/// What it can do, then who it is.
void NotificationBus::askServer()
{
    auto *abilities = new QDBusPendingCallWatcher(m_bus->asyncCall(callOf(QStringLiteral("GetCapabilities")), kAnswerMs), this);
    connect(abilities, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<QStringList> reply = *call;
        if (reply.isError()) {
            m_early.clear();
            say(Kind::NoServer, reply.error().message());
            return;
        }
        m_abilities = reply.value();
        for (const auto &[key, notice] : std::exchange(m_early, {})) {
            show(notice);
        }
    });
    auto *about = new QDBusPendingCallWatcher(m_bus->asyncCall(callOf(QStringLiteral("GetServerInformation")), kAnswerMs), this);
    connect(about, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<QString, QString, QString, QString> reply = *call;
        if (!reply.isError()) {
            say(Kind::Ready, QStringLiteral("%1 %2").arg(reply.argumentAt<0>(), reply.argumentAt<2>()));
        }
    });
}

/// Its notes go with it, and so does what it could do.
void NotificationBus::serverChanged(const QString &owner)
{
    m_notes.clear();
    m_abilities.reset();
    if (owner.isEmpty()) {
        say(Kind::NoServer, tr("it has ended"));
    } else {
        askServer();
    }
}

void NotificationBus::show(const Notice &notice)
{
    if (!m_bus || !m_bus->isConnected() || m_state.kind == Kind::NoServer) {
        return;
    }
    if (!m_abilities) {
        m_early[notice.key] = notice;
        return;
    }
    Note &note = m_notes[notice.key];
    note.closes = false;
    if (note.onItsWay) {
        note.next = notice;
    } else {
        send(notice.key, notice);
    }
}

void NotificationBus::send(const QString &key, const Notice &notice)
{
    Note &note = m_notes[key];
    note.shown = notice;
    note.onItsWay = true;
    QDBusMessage call = callOf(QStringLiteral("Notify"));
    call.setArguments(argumentsOf(note));
    auto *answer = new QDBusPendingCallWatcher(m_bus->asyncCall(call, kAnswerMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, key](QDBusPendingCallWatcher *finished) {
        finished->deleteLater();
        const QDBusPendingReply<quint32> reply = *finished;
        sent(key, reply.isError() ? 0 : reply.value());
    });
}

/// A note that could not be shown is none; the next one of its key tries again.
void NotificationBus::sent(const QString &key, quint32 id)
{
    const auto found = m_notes.find(key);
    if (found == m_notes.end()) {
        return; // its server has ended meanwhile
    }
    Note &note = found->second;
    note.onItsWay = false;
    note.id = id;
    if (note.closes) {
        close(key);
    } else if (note.next) {
        send(key, *std::exchange(note.next, std::nullopt));
    } else if (id == 0) {
        m_notes.erase(found);
    }
}

QVariantList NotificationBus::argumentsOf(const Note &note) const
{
    const Notice &notice = note.shown;
    const bool markup = m_abilities->contains(QStringLiteral("body-markup"));
    const bool buttons = m_abilities->contains(QStringLiteral("actions"));
    const QStringList actions{QStringLiteral("default"), tr("Show"), kSilence, tr("Silence the horn")};
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(urgencyOf(notice.priority))},
                            {QStringLiteral("desktop-entry"), QStringLiteral("org.telltale.Telltale")},
                            {QStringLiteral("category"), QStringLiteral("device.error")},
                            {QStringLiteral("suppress-sound"), true}};
    return {QStringLiteral("Telltale"),
            note.id,
            QStringLiteral("org.telltale.Telltale"),
            notice.summary,
            markup ? notice.body.toHtmlEscaped() : notice.body,
            buttons ? actions : QStringList(),
            hints,
            notice.priority == Priority::P1 ? kUntilClosed : kUsualTime};
}

void NotificationBus::close(const QString &key)
{
    m_early.erase(key);
    const auto found = m_notes.find(key);
    if (found == m_notes.end()) {
        return;
    }
    Note &note = found->second;
    if (note.onItsWay) {
        note.closes = true;
        note.next.reset();
        return;
    }
    if (note.id != 0) {
        QDBusMessage call = callOf(QStringLiteral("CloseNotification"));
        call.setArguments({note.id});
        m_bus->asyncCall(call, kAnswerMs);
    }
    m_notes.erase(found);
}

void NotificationBus::closeAll()
{
    m_early.clear();
    QStringList keys;
    for (const auto &[key, note] : m_notes) {
        keys << key;
    }
    for (const QString &key : keys) {
        close(key);
    }
}

std::map<QString, NotificationBus::Note>::iterator NotificationBus::find(quint32 id)
{
    return std::find_if(m_notes.begin(), m_notes.end(), [id](const auto &note) { return note.second.id == id; });
}

/// Servers tell everybody what happens to everybody's notes.
void NotificationBus::onAction(quint32 id, const QString &action)
{
    const auto found = find(id);
    if (found == m_notes.end()) {
        return;
    }
    if (action == kSilence) {
        emit silenceWanted();
    } else {
        emit showWanted(found->second.shown.alarm, found->second.token);
    }
}

void NotificationBus::onClosed(quint32 id, quint32)
{
    const auto found = find(id);
    if (found == m_notes.end()) {
        return;
    }
    found->second.id = 0; // a new one of its key may be on its way
    if (!found->second.onItsWay) {
        m_notes.erase(found);
    }
}

void NotificationBus::onToken(quint32 id, const QString &token)
{
    if (const auto found = find(id); found != m_notes.end()) {
        found->second.token = token;
    }
}

} // namespace telltale::ui
