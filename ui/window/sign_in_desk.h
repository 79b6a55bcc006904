// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/account.h"
#include "core/account/attempt_delay.h"
#include "ui/reports/archive.h"
#include "ui/widgets/idle_watch.h"
#include "ui/window/window_settings.h"

#include <QObject>
#include <functional>

namespace telltale::ui {

class LiveBridge;
class MessageBar;

/// Who acts at this window and what they may do. Without accounts everybody may do everything, under the name they give; with accounts
/// nobody may do more than look until they sign in, and again when nobody has touched anything for a while. Signing in and out is written
/// into the logbook. PINs are looked at on a thread of its own. Thread: UI.
/// Errors: a damaged accounts file lets nobody sign in, and says so.
class SignInDesk final : public QObject {
    Q_OBJECT
public:
    /// Why it did not work; empty = it did.
    using Done = std::function<void(const QString &problem)>;

    SignInDesk(LiveBridge &bridge, MessageBar &messages, const WindowSettings &settings, QObject *parent = nullptr);
    ~SignInDesk() override;

    /// Names and PINs are asked for.
    [[nodiscard]] bool guarded() const { return m_guarded; }
    [[nodiscard]] bool someoneIsIn() const { return m_in; }
    [[nodiscard]] Role role() const;
    [[nodiscard]] QString name() const; ///< of who acts; empty = nobody is signed in
    /// Who could sign in.
    [[nodiscard]] QStringList names() const;
    /// Of who acts, for the header, longest form first.
    [[nodiscard]] QStringList whoForms() const;
    /// Why what needs such a role cannot be done now; empty = it can.
    [[nodiscard]] QString refusal(Role needed) const;

    /// Replaces who acts, if they are at least `needed`. Without accounts the PIN is not looked at.
    void signIn(const QString &name, const QString &pin, Role needed, Done done);
    void signOut(const QString &why);

    /// Zero = nobody is signed out for touching nothing.
    void setLockAfter(Duration limit);
    [[nodiscard]] Duration lockAfter() const { return m_lockAfter; }

signals:
    void changed();

private:
    using Verified = std::function<void(const Result<account::Account> &)>;
    void look(const QString &name, const QString &pin, Verified verified);
    void enter(const account::Account &account);
    void write(LogbookKind kind, const QString &text);
    void apply();

    LiveBridge &m_bridge;
    MessageBar &m_messages;
    std::string m_file;
    Actor m_station; ///< station and login; the name is that of who acts without accounts
    bool m_readOnly;
    bool m_guarded = false;
    bool m_in = false;
    bool m_looking = false;
    account::Account m_account;
    account::AttemptDelay m_delay;
    IdleWatch m_idle;
    Duration m_lockAfter;
    Archive m_worker; ///< last: its thread ends before what its answers would touch
};

/// "operator", in the language of the screen.
[[nodiscard]] QString roleText(Role role);

} // namespace telltale::ui
