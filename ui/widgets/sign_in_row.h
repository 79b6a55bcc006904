// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace telltale::ui {

class FittingLabel;

/// Name and PIN in one row inside the window, so that no alarm is hidden behind them. Hidden while nobody asks for it; Enter signs in, Esc
/// closes. The PIN leaves the field with the attempt. Thread: UI.
class SignInRow final : public QWidget {
    Q_OBJECT
public:
    explicit SignInRow(QWidget *parent = nullptr);

    /// `names`: proposed while one types; `withPin`: without accounts a name is enough; `maySignOut`: somebody is in.
    void open(const QStringList &names, bool withPin, bool maySignOut);
    void close();
    /// While a PIN is looked at nothing can be typed.
    void setBusy(bool busy);
    /// Why it did not work; the PIN is asked for again.
    void tell(const QString &problem);

signals:
    void wanted(const QString &name, const QString &pin);
    void signOutWanted();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    QLabel *m_pinLabel;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_pin = nullptr;
    QPushButton *m_in = nullptr;
    QPushButton *m_out = nullptr;
    FittingLabel *m_note;
};

} // namespace telltale::ui
