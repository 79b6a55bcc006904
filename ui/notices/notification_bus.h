// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/notice_plan.h"

#include <QDBusConnection>
#include <QObject>
#include <map>
#include <memory>
#include <optional>
#include <set>

class QDBusServiceWatcher;

namespace telltale::ui {

/// Whether notes reach a desktop.
struct NotifierState {
    enum class Kind { SwitchedOff, Connecting, Ready, NoBus, NoServer };
    Kind kind = Kind::Connecting;
    QString detail; ///< name of the server, or what went wrong

    friend bool operator==(const NotifierState &, const NotifierState &) = default;
};

/// "shown by GNOME Shell 43.9", or why not. Thread: UI.
[[nodiscard]] QString notifierText(const NotifierState &state);

/// Speaks org.freedesktop.Notifications: one server note for each key, replaced while it stands. Every call is asynchronous; while one of a
/// key is on its way only the newest of what follows is kept. Notes wait until the server has said what it can do: text is escaped for one
/// that reads markup, and only for that; buttons are offered where there are some. Never an "acknowledge": that needs the context on
/// screen. Missing: no bus or server is a state; a server that comes back is used again. Thread: one of its own, see DesktopNotifier;
/// connecting to a bus may wait. Source: Desktop Notifications Specification 1.2.
class NotificationBus final : public QObject {
    Q_OBJECT
public:
    /// `address` of the bus; empty = the session's.
    explicit NotificationBus(QString address);
    ~NotificationBus() override;

    void open();
    void show(const Notice &notice);
    void close(const QString &key);
    void closeAll();

signals:
    void stateChanged(const telltale::ui::NotifierState &state);
    void showWanted(telltale::OccurrenceId alarm, const QString &activationToken);
    void silenceWanted();

private slots:
    void onAction(quint32 id, const QString &action);
    void onClosed(quint32 id, quint32 reason);
    void onToken(quint32 id, const QString &token);

private:
    struct Note {
        quint32 id = 0; ///< the server's; 0 = not answered yet
        Notice shown;
        bool onItsWay = false;
        bool closes = false; ///< as soon as it has an id
        std::optional<Notice> next;
        QString token;
    };
    void say(NotifierState::Kind kind, const QString &detail = {});
    void askServer();
    void serverChanged(const QString &owner);
    void send(const QString &key, const Notice &notice);
    void sent(const QString &key, quint32 id);
    [[nodiscard]] QVariantList argumentsOf(const Note &note) const;
    [[nodiscard]] std::map<QString, Note>::iterator find(quint32 id);

    QString m_address;
    QString m_name; ///< of the connection
    std::unique_ptr<QDBusConnection> m_bus;
    QDBusServiceWatcher *m_watcher = nullptr;
    std::optional<QStringList> m_abilities;
    std::map<QString, Notice> m_early; ///< before the abilities are known
    std::map<QString, Note> m_notes;
    NotifierState m_state;
};

} // namespace telltale::ui
