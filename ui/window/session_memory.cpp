// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/session_memory.h"

#include <QGuiApplication>
#include <utility>

namespace telltale::ui {

namespace {

// A change of meaning is a new version, and a step here that brings files of the former one along.
constexpr int kSettingsVersion = 1;
constexpr int kLayoutVersion = 1;
constexpr std::span<const MemoryStep> kNoSteps{};

} // namespace

SessionMemory::SessionMemory(const MemoryPlaces &places, QObject *parent)
    : QObject(parent)
    , m_settings(places.settingsFile, kSettingsVersion, kNoSteps, places.siteFiles)
    , m_layout(places.layoutFile, kLayoutVersion, kNoSteps)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &SessionMemory::saveNow);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &SessionMemory::saveNow);
}

void SessionMemory::add(Part part)
{
    m_parts.push_back(std::move(part));
}

void SessionMemory::restore()
{
    for (const Part &part : m_parts) {
        if (const QVariant value = fileOf(part.kind).value(part.key); value.isValid())
            part.apply(value);
    }
    settle();
    const bool newer = m_settings.isNewer() || m_layout.isNewer();
    report(newer ? tr("Settings are of a newer Telltale: they stay as they are, and nothing that is arranged here is kept.") : flush());
}

void SessionMemory::settle()
{
    for (const Part &part : m_parts)
        m_known[part.key] = part.read();
    m_delay.stop();
}

void SessionMemory::touch()
{
    m_delay.start();
}

void SessionMemory::saveNow()
{
    m_delay.stop();
    for (const Part &part : m_parts) {
        if (m_layoutHeld && part.kind == Kind::Layout)
            continue;
        const QVariant value = part.read();
        if (QVariant &known = m_known[part.key]; known != value) {
            known = value;
            fileOf(part.kind).put(part.key, value);
        }
    }
    report(flush());
}

QString SessionMemory::flush()
{
    const QString why = m_settings.flush();
    return why.isEmpty() ? m_layout.flush() : why;
}

void SessionMemory::report(const QString &why)
{
    if (!why.isEmpty() && why != m_said)
        emit failed(why);
    m_said = why;
}

} // namespace telltale::ui
