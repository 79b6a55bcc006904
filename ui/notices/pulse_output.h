// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/sound_output.h"

namespace telltale::ui {

/// The desktop's sound server: PulseAudio, or PipeWire in its place. Plays on the default device, follows it, notices when it is muted,
/// turned down, unplugged or back, and connects again to a server that was restarted or comes up late. A server's own "auto_null", which it
/// offers when there is no hardware, is no device.
/// Why not Qt Multimedia: that of Debian 12 (6.4.2) never says that a device came or went, gives up on a server that was not there at the
/// start, knows nothing of muting, and asks for samples either two seconds ahead or, with a short buffer, not at all.
/// Missing: no server is looked for again every kRetryMs. Prints nothing. Latency: some kBufferMs. Thread: as SoundOutput says.
class PulseOutput final : public SoundOutput {
public:
    static constexpr int kRetryMs = 1000;
    static constexpr int kBufferMs = 40;

    /// `programName`: what the desktop's mixer shows. `server`: its address, empty = the usual one.
    explicit PulseOutput(std::string programName, std::string server = {});
    ~PulseOutput() override;
    PulseOutput(const PulseOutput &) = delete;
    PulseOutput &operator=(const PulseOutput &) = delete;

    void start(Pull pull, Report report) override;

private:
    struct Room;
    std::shared_ptr<Room> m_room;
};

} // namespace telltale::ui
