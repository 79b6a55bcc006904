// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sign_in_parts.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/alarms/detail_pane.h"
#include "ui/detectors/detector_page.h"
#include "ui/keys/key_bindings.h"
#include "ui/overview/header_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/sign_in_row.h"
#include "ui/window/sign_in_desk.h"
#include "ui/window/window_actions.h"
#include "ui/window/window_panes.h"

namespace telltale::ui {

namespace {

void show(const SignInDesk &desk, WindowPanes &panes, WindowActions &actions)
{
    const auto refusal = [&desk](Role needed) { return desk.refusal(needed); };
    panes.header->setWho(desk.whoForms());
    actions.setRole(desk.role(), refusal);
    panes.detail->setLock(refusal(Role::Operator));
    panes.detectors->setLock(refusal(Role::Engineer));
}

} // namespace

void connectSignIn(SignInDesk &desk, WindowPanes &panes, WindowActions &actions, const WindowSettings &settings)
{
    SignInDesk *who = &desk;
    WindowPanes *parts = &panes;
    WindowActions *acts = &actions;
    QObject::connect(acts, &WindowActions::refused, who, [who, parts](Act act) { parts->messages->note(who->refusal(neededFor(act))); });
    QObject::connect(panes.signIn, &SignInRow::wanted, who, [who, parts](const QString &name, const QString &pin) {
        who->signIn(name, pin, Role::Viewer, [parts](const QString &problem) {
            if (problem.isEmpty()) {
                parts->signIn->close();
            } else {
                parts->signIn->tell(problem);
            }
        });
    });
    QObject::connect(panes.signIn, &SignInRow::signOutWanted, who, [who, parts] {
        who->signOut({});
        parts->signIn->close();
    });
    QObject::connect(panes.signIn, &SignInRow::closed, who, [parts] { parts->list->table().setFocus(); });
    if (settings.readOnly) {
        return; // nobody acts here
    }
    QObject::connect(who, &SignInDesk::changed, who, [who, parts, acts] { show(*who, *parts, *acts); });
    sayKeys(who, [who, parts, acts] { show(*who, *parts, *acts); });
}

void toggleSignIn(SignInDesk &desk, WindowPanes &panes)
{
    if (panes.signIn->isVisible()) {
        panes.signIn->close();
    } else {
        panes.signIn->open(desk.names(), desk.guarded(), desk.guarded() && desk.someoneIsIn());
    }
}

} // namespace telltale::ui
