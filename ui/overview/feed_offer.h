// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace telltale::ui {

/// Where readings can come from when none do: an address, a file, the demonstration plant, or what is stored already. Each works by
/// keyboard and by mouse, and what is wrong with what was typed stands beside it. It starts nothing itself. Thread: UI.
class FeedOffer final : public QWidget {
    Q_OBJECT
public:
    enum class Scope {
        Everything,  ///< nothing is watched yet
        Instead,     ///< a feed is waited for: a demonstration or a file would take its place
        AnotherFeed, ///< a plant is watched: an address only
        StoredPast,  ///< this window writes nothing
    };

    explicit FeedOffer(QWidget *parent = nullptr);

    void setScope(Scope scope);
    /// Newest first; offered, and never connected to by themselves.
    void setRecentAddresses(const QStringList &addresses);
    /// Whether there is anything stored that can be replayed.
    void setReplayable(bool on);
    /// What came of the last wish: why it failed, or that it is on its way.
    void tell(const QString &text);
    void takeFocus();

signals:
    void addressWanted(const QString &address);
    void demoWanted();
    void fileWanted(const QString &file, double rowsPerSec); ///< 0 = as the file's own times say
    void storedWanted();

private:
    void addAddress(QGridLayout &grid);
    void addFile(QGridLayout &grid);
    void addDemo(QGridLayout &grid);
    void addStored(QGridLayout &grid);
    void browse();
    void sendFile();

    QComboBox *m_address = nullptr;
    QLineEdit *m_file = nullptr;
    QComboBox *m_pace = nullptr;
    QPushButton *m_demo = nullptr;
    QPushButton *m_replay = nullptr;
    QLabel *m_instead = nullptr;
    QLabel *m_told = nullptr;
    std::vector<QWidget *> m_feedParts;
    std::vector<QWidget *> m_insteadParts;
    std::vector<QWidget *> m_storedParts;
    Scope m_scope = Scope::Everything;
    bool m_replayable = false;
};

} // namespace telltale::ui
