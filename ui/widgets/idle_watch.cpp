// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/idle_watch.h"

#include <QEvent>

namespace telltale::ui {

namespace {

/// Only what comes from a person: windows also get events of their own making all day long.
bool isTouch(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // all that is seen of a key that is a shortcut
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin: return event.spontaneous();
    default: return false;
    }
}

} // namespace

IdleWatch::IdleWatch(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::idle);
}

void IdleWatch::setLimit(Duration limit)
{
    m_limit = limit;
    restart();
}

void IdleWatch::restart()
{
    m_timer.stop();
    if (m_limit > Duration::zero()) {
        m_timer.start(std::chrono::duration_cast<std::chrono::milliseconds>(m_limit));
    }
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    if (isTouch(*event)) {
        restart();
    }
    return false;
}

} // namespace telltale::ui
