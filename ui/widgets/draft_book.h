// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <vector>

namespace telltale::ui {

/// Texts that are being typed and were not sent yet, each under the name of what it is about ("comment/4711"): written to a file at most
/// half a second after a change, as a whole or not at all, so that neither a closed window nor a killed program loses them. Of more than
/// 200 the oldest are dropped. Thread: UI. Missing: without a file they last as long as the program. Errors: `failed` says, once until it
/// works again, why nothing can be kept; a file that cannot be read counts as empty.
class DraftBook final : public QObject {
    Q_OBJECT
public:
    static constexpr int kDelayMs = 500;
    static constexpr std::size_t kMost = 200;

    explicit DraftBook(QString file, QObject *parent = nullptr);
    ~DraftBook() override;

    [[nodiscard]] QString text(const QString &name) const; ///< empty = none
    [[nodiscard]] std::size_t count() const { return m_drafts.size(); }
    /// An empty text is no draft.
    void keep(const QString &name, const QString &text);
    void drop(const QString &name) { keep(name, {}); }
    void saveNow();

signals:
    void failed(const QString &why);

private:
    struct Draft {
        QString name;
        QString text;
    };
    void read();
    [[nodiscard]] QString write() const;

    QString m_file;
    std::vector<Draft> m_drafts; ///< oldest first
    QTimer m_soon;
    bool m_changed = false;
    QString m_said;
};

} // namespace telltale::ui
