// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace telltale::ui {

/// The texts of one language. Functions outside of any class ask under a short name of their own, "DetailTexts", while the tools that
/// collect texts file them under namespace and class, and a class that is named in full without its namespace; this finds them there.
/// Missing: a null string, then the English text is shown. Thread: any, once loaded.
class Catalogue : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *text, const char *meaning = nullptr, int n = -1) const override;
};

} // namespace telltale::ui
