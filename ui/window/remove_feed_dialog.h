// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>
#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace telltale::ui {

/// A feed that is listened to, and what would come of removing it.
struct FeedChoice {
    QString address;
    QString line;    ///< as it is listed
    QString outcome; ///< what goes with it and what stays; or why it cannot be removed here
    bool removable = false;

    friend bool operator==(const FeedChoice &, const FeedChoice &) = default;
};

/// Which feed is to be removed, asked over a window that goes on. Says what that means for the chosen one before anybody agrees; Enter
/// on the list changes nothing. Thread: UI.
class RemoveFeedDialog final : public QDialog {
    Q_OBJECT
public:
    explicit RemoveFeedDialog(QWidget *window);

    /// Begins with that address; with the first that can be removed where it is none of them.
    void ask(const std::vector<FeedChoice> &feeds, const QString &address);
    /// What has changed while it is asked. Nothing to choose from any more: closes.
    void refresh(const std::vector<FeedChoice> &feeds);

signals:
    void removeWanted(const QString &address);

protected:
    void done(int result) override;

private:
    void fill(const QString &address);
    void showOutcome();
    [[nodiscard]] const FeedChoice *chosen() const;

    std::vector<FeedChoice> m_feeds;
    QListWidget *m_list;
    QLabel *m_outcome;
    QPushButton *m_remove;
};

} // namespace telltale::ui
