// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <optional>

namespace telltale::app {

/// While this lives the screen neither blanks nor locks, where the desktop offers org.freedesktop.ScreenSaver; elsewhere nothing happens.
/// The bus takes the wish back too when the program dies. Thread: UI; waits for nothing.
class Wakefulness final : public QObject {
    Q_OBJECT
public:
    explicit Wakefulness(QObject *parent = nullptr);
    ~Wakefulness() override;

    void keep();
    /// The desktop has agreed.
    [[nodiscard]] bool isKept() const { return m_cookie.has_value(); }

private:
    std::optional<uint> m_cookie;
    bool m_asked = false;
};

} // namespace telltale::app
