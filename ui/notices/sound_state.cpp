// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/sound_state.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <array>

namespace telltale::ui {

namespace {

constexpr std::array<const char *, 8> kReasons{
    QT_TRANSLATE_NOOP("SoundState", "ready"),
    QT_TRANSLATE_NOOP("SoundState", "the sound system has not answered yet"),
    QT_TRANSLATE_NOOP("SoundState", "no sound system answers"),
    QT_TRANSLATE_NOOP("SoundState", "no sound device"),
    QT_TRANSLATE_NOOP("SoundState", "the sound device is muted"),
    QT_TRANSLATE_NOOP("SoundState", "muted in the mixer"),
    QT_TRANSLATE_NOOP("SoundState", "the sound device takes no sound"),
    QT_TRANSLATE_NOOP("SoundState", "switched off at this station"),
};

QString tr(const char *text)
{
    return QCoreApplication::translate("SoundState", text);
}

} // namespace

QString soundText(const SoundState &state)
{
    const QString reason = tr(kReasons[std::size_t(state.kind)]);
    return state.device.empty() ? reason : tr("%1: %2").arg(reason, toQt(state.device));
}

QStringList noSoundForms(const SoundState &state)
{
    if (state.heard()) {
        return {};
    }
    return {tr("NO SOUND: %1").arg(soundText(state)), tr("NO SOUND: %1").arg(tr(kReasons[std::size_t(state.kind)])), tr("NO SOUND")};
}

} // namespace telltale::ui
