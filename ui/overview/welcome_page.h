// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/snapshot.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace telltale::ui {

class FeedOffer;

/// What stands where the trend will be until the first sensor is known: what is being waited for, where, and where readings could come
/// from at once. Thread: UI.
class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    [[nodiscard]] FeedOffer &offer() { return *m_offer; }
    /// Somebody else showed the offer meanwhile.
    void takeOfferBack();
    /// What is listened to and what is waited for, a line a feed.
    [[nodiscard]] QString waitingFor() const;
    /// Without them the page only says what it waits for.
    void setOffering(bool on);

signals:
    void reconnectWanted();

private:
    void sayHints();

    QLabel *m_waiting;
    QPushButton *m_reconnect;
    FeedOffer *m_offer;
    QVBoxLayout *m_lines = nullptr;
    QLabel *m_hints;
};

} // namespace telltale::ui
