// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace telltale::ui {

/// One line of plain text that gives way when room is short; the whole text is then in the tooltip.
class ElidedLabel final : public QWidget {
    Q_OBJECT
public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// What is painted at the present width.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateToolTip();

    Qt::TextElideMode m_mode;
    QString m_text;
};

} // namespace telltale::ui
