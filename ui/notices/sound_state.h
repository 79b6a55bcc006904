// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <string>

namespace telltale::ui {

/// Whether a tone would be heard, and if not why.
struct SoundState {
    enum class Kind {
        Ready,
        Connecting,   ///< nothing has answered yet
        NoServer,     ///< neither PulseAudio nor PipeWire answers
        NoDevice,     ///< there is a server, but nothing to play on
        DeviceMuted,  ///< muted, or turned down to nothing, for all programs
        ProgramMuted, ///< the same for this program only, in the desktop's mixer
        NotTaking,    ///< a device that plays nothing of what it should
        SwitchedOff,  ///< this station was started without sound
    };
    Kind kind = Kind::Connecting;
    std::string device; ///< name for people; empty where there is none

    [[nodiscard]] bool heard() const { return kind == Kind::Ready; }
    friend bool operator==(const SoundState &, const SoundState &) = default;
};

/// What the header says while no tone would be heard, longest form first; empty when all is well. Thread: UI.
[[nodiscard]] QStringList noSoundForms(const SoundState &state);
/// The same as a measure of the program: "ready: Built-in Audio", or the reason. Thread: UI.
[[nodiscard]] QString soundText(const SoundState &state);

} // namespace telltale::ui
