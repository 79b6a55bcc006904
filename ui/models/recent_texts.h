// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace telltale::ui {

/// What somebody gave as a reason lately, newest first, each once, at most eight; what comes with the program is offered after it.
class RecentTexts {
public:
    static constexpr qsizetype kMost = 8;

    explicit RecentTexts(QStringList standard) : m_standard(std::move(standard)) {}

    void use(const QString &text)
    {
        m_used.removeAll(text);
        m_used.prepend(text);
        m_used.resize(std::min(m_used.size(), kMost));
    }
    void restore(QStringList used)
    {
        used.removeAll(QString());
        used.removeDuplicates();
        m_used = used.mid(0, kMost);
    }
    [[nodiscard]] const QStringList &used() const { return m_used; }
    [[nodiscard]] QStringList offered() const
    {
        QStringList all = m_used + m_standard;
        all.removeDuplicates();
        return all.mid(0, kMost);
    }

private:
    QStringList m_standard;
    QStringList m_used;
};

} // namespace telltale::ui
