// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QVBoxLayout;

namespace telltale::ui {

class WelcomePage;

/// The offer of the first screen over a window that watches a plant already: the trend stays in sight. While it is open the offer is its
/// own, then the page has it again. Escape goes back. Thread: UI.
class OfferDialog final : public QDialog {
    Q_OBJECT
public:
    OfferDialog(WelcomePage &page, QWidget *window);

    /// `watched`: what is listened to already, for people.
    void openWith(const QString &watched);

protected:
    void done(int result) override;

private:
    WelcomePage &m_page;
    QLabel *m_watched;
    QVBoxLayout *m_lines;
};

} // namespace telltale::ui
