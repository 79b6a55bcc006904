// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notices/horn_plan.h"
#include "ui/notices/sound_output.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace telltale::ui {

/// Sounds what a HornPlan wants through a SoundOutput, and knows whether it is heard: a device that has not asked for samples for kPatience
/// is taken for dead, whatever it says of itself. Never waits for the sound system. Thread: UI.
class HornPlayer final : public QObject {
    Q_OBJECT
public:
    static constexpr Duration kPatience = std::chrono::milliseconds{1200};
    static constexpr int kLookMs = 200;

    /// Without an output it is a station that is switched off.
    explicit HornPlayer(std::unique_ptr<SoundOutput> output, QObject *parent = nullptr);
    ~HornPlayer() override;

    void play(const HornSignal &signal);
    [[nodiscard]] const SoundState &state() const { return m_state; }

signals:
    void stateChanged(const telltale::ui::SoundState &state);

private:
    void look();

    struct Line;
    std::shared_ptr<Line> m_line;
    std::unique_ptr<SoundOutput> m_output;
    SoundState m_state;
    QTimer m_timer;
};

} // namespace telltale::ui
