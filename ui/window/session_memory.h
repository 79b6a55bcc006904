// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/memory_file.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <map>
#include <vector>

namespace telltale::ui {

/// Files behind what the window remembers; empty = nothing is kept.
struct MemoryPlaces {
    QString settingsFile;
    QString layoutFile;
    QStringList siteFiles; ///< settings of the site
};

/// Remembers how the window was left: what was chosen (settings) and how it was arranged (layout), in parts that read and apply one value
/// each. Only what differs from how the window opened is written, a second after it changed, at the end of the session and of the program.
/// Nothing about alarms, silence or pause is ever a part. Thread: UI. Errors: `failed` says, once until it works again, why nothing
/// can be kept.
class SessionMemory final : public QObject {
    Q_OBJECT
public:
    static constexpr int kDelayMs = 1000;
    enum class Kind { Setting, Layout };

    struct Part {
        Kind kind;
        QString key;
        std::function<QVariant()> read;              ///< invalid = nothing worth keeping
        std::function<void(const QVariant &)> apply; ///< whatever is in the file, also nonsense
    };

    explicit SessionMemory(const MemoryPlaces &places, QObject *parent = nullptr);

    void add(Part part);
    /// Applies what the files hold. What a part reads afterwards counts as how the window opened.
    void restore();
    /// The same, once the window has its first layout.
    void settle();
    void saveNow();
    /// Layout is not kept while the window is held in a form that its user did not choose (kiosk).
    void holdLayout(bool on) { m_layoutHeld = on; }

public slots:
    void touch(); ///< something may have changed

signals:
    void failed(const QString &why);

private:
    [[nodiscard]] MemoryFile &fileOf(Kind kind) { return kind == Kind::Setting ? m_settings : m_layout; }
    [[nodiscard]] QString flush();
    void report(const QString &why);

    MemoryFile m_settings;
    MemoryFile m_layout;
    std::vector<Part> m_parts;
    std::map<QString, QVariant> m_known; ///< by key: what is in the file, or how the window opened
    QTimer m_delay;
    QString m_said;
    bool m_layoutHeld = false;
};

} // namespace telltale::ui
