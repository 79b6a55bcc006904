// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detectors/detector_texts.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace telltale::ui {

class ScoreStrip;

/// What the candidate would have done: one sentence, when it would have fired, and the scores. Thread: UI.
class PreviewPanel final : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPanel(QWidget *parent = nullptr);

    void show(const StudyView &view);
    /// While nothing is known yet, or any more.
    void tell(const QString &text);

private:
    QLabel *m_headline;
    QLabel *m_details;
    ScoreStrip *m_strip;
    QPlainTextEdit *m_times;
};

} // namespace telltale::ui
