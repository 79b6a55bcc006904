// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sign_in_desk.h"

#include "core/account/account_file.h"
#include "core/account/pin.h"
#include "core/account/sign_in.h"
#include "ui/keys/key_words.h"
#include "ui/live/live_bridge.h"
#include "ui/models/core_words.h"
#include "ui/text.h"
#include "ui/widgets/message_bar.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <memory>

namespace telltale::ui {

namespace {

constexpr std::array<const char *, 4> kRoles{QT_TRANSLATE_NOOP("SignInDesk", "viewer"), QT_TRANSLATE_NOOP("SignInDesk", "operator"),
                                             QT_TRANSLATE_NOOP("SignInDesk", "supervisor"), QT_TRANSLATE_NOOP("SignInDesk", "engineer")};

} // namespace

QString roleText(Role role)
{
    return QCoreApplication::translate("SignInDesk", kRoles.at(std::size_t(role)));
}

SignInDesk::SignInDesk(LiveBridge &bridge, MessageBar &messages, const WindowSettings &settings, QObject *parent)
    : QObject(parent)
    , m_bridge(bridge)
    , m_messages(messages)
    , m_file(settings.accounts.file)
    , m_station(settings.actor)
    , m_readOnly(settings.readOnly)
    , m_lockAfter(settings.accounts.lockAfter)
    , m_worker(std::string())
{
    const auto accounts = m_file.empty() ? account::Accounts{} : account::readAccounts(m_file);
    m_guarded = !accounts || !accounts->empty();
    if (!accounts) {
        m_messages.problem(toQt(accounts.error().text()));
    }
    connect(&m_idle, &IdleWatch::idle, this, [this] {
        if (m_guarded && m_in) {
            signOut(tr("nobody touched anything"));
            m_messages.note(tr("Signed out: nobody touched anything for a while. Alarms go on."));
        }
    });
    QCoreApplication::instance()->installEventFilter(&m_idle);
    apply();
}

SignInDesk::~SignInDesk()
{
    QCoreApplication::instance()->removeEventFilter(&m_idle);
}

Role SignInDesk::role() const
{
    return !m_guarded ? Role::Engineer : m_in ? m_account.role : Role::Viewer;
}

QString SignInDesk::name() const
{
    return !m_guarded ? toQt(m_station.operatorName) : m_in ? toQt(m_account.name) : QString();
}

QStringList SignInDesk::names() const
{
    QStringList names;
    if (const auto accounts = account::readAccounts(m_file); m_guarded && accounts) {
        for (const account::Account &each : *accounts) {
            names << toQt(each.name);
        }
    }
    return names;
}

QStringList SignInDesk::whoForms() const
{
    if (m_guarded && !m_in) {
        return {withKeyText(tr("nobody signed in – looking only"), Act::SignIn), withKeyText(tr("looking only"), Act::SignIn)};
    }
    if (m_guarded) {
        return {tr("%1 (%2)").arg(name(), roleText(m_account.role)), name()};
    }
    return {tr("%1 (no accounts: may do everything)").arg(name()), tr("%1 (no accounts)").arg(name()), name()};
}

QString SignInDesk::refusal(Role needed) const
{
    if (role() >= needed) {
        return {};
    }
    return m_in ? tr("Only a role of %1 or above may do this; you are signed in as %2.").arg(roleText(needed), roleText(role()))
                : tr("Sign in as %1 or above to do this (%2).").arg(roleText(needed), pressText(Act::SignIn));
}

void SignInDesk::look(const QString &name, const QString &pin, Verified verified)
{
    if (m_looking) {
        verified(Error{ErrorKind::Busy, fromQt(tr("A PIN is being looked at already.")), {}});
        return;
    }
    const Duration left = m_delay.left(std::chrono::steady_clock::now());
    if (left > Duration::zero()) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
        verified(Error{ErrorKind::Busy, fromQt(tr("Wait %1 s after a wrong PIN.").arg(seconds)), {}});
        return;
    }
    m_looking = true;
    m_worker.run(
        [file = m_file, name = fromQt(name), pin = std::make_shared<std::string>(fromQt(pin))] {
            auto account = account::signIn(file, name, *pin);
            account::forget(*pin);
            return account;
        },
        [this, verified = std::move(verified)](const Result<account::Account> &account) {
            m_looking = false;
            if (account) {
                m_delay.succeeded();
            } else if (account.error().kind == ErrorKind::NotFound) {
                m_delay.failed(std::chrono::steady_clock::now());
            }
            verified(account);
        });
}

void SignInDesk::signIn(const QString &name, const QString &pin, Role needed, Done done)
{
    if (m_readOnly) {
        done(tr("This window is read-only: nobody acts here."));
        return;
    }
    if (!m_guarded) {
        if (!name.isEmpty()) {
            enter({fromQt(name), Role::Engineer, {}});
        }
        done(name.isEmpty() ? tr("Type the name of who acts.") : QString());
        return;
    }
    look(name, pin, [this, needed, done = std::move(done)](const Result<account::Account> &account) {
        if (!account) {
            done(spoken(account.error().text()));
        } else if (account->role < needed) {
            done(tr("%1 is %2; this takes %3 or above.").arg(toQt(account->name), roleText(account->role), roleText(needed)));
        } else {
            enter(*account);
            done({});
        }
    });
}

void SignInDesk::enter(const account::Account &account)
{
    const bool same = m_in && account.name == m_account.name;
    if (m_in && !same) {
        write(LogbookKind::SignedOut, tr("%1 took over").arg(toQt(account.name)));
    }
    m_account = account;
    m_in = true;
    if (!m_guarded) {
        m_station.operatorName = account.name;
    }
    m_idle.setLimit(m_guarded ? m_lockAfter : Duration::zero());
    apply();
    if (!same) {
        write(LogbookKind::SignedIn, m_guarded ? roleText(account.role) : QString());
    }
}

void SignInDesk::signOut(const QString &why)
{
    if (!m_guarded || !m_in) {
        return;
    }
    write(LogbookKind::SignedOut, why);
    m_idle.setLimit(Duration::zero());
    m_in = false;
    m_account = {};
    apply();
}

void SignInDesk::setLockAfter(Duration limit)
{
    m_lockAfter = std::max(limit, Duration::zero());
    m_idle.setLimit(m_guarded && m_in ? m_lockAfter : Duration::zero());
}

void SignInDesk::write(LogbookKind kind, const QString &text)
{
    LogbookEntry entry;
    entry.kind = kind;
    entry.text = fromQt(text);
    m_bridge.post(command::WriteLogbook{std::move(entry)});
}

void SignInDesk::apply()
{
    Actor actor = m_station;
    if (m_guarded) {
        actor.operatorName = m_in ? m_account.name : fromQt(tr("nobody signed in"));
    }
    m_bridge.setActor(std::move(actor));
    m_bridge.setRole(role());
    emit changed();
}

} // namespace telltale::ui
