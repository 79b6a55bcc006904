// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QCoreApplication;

namespace telltale::ui {

/// What the window can speak, as in --lang: "de", "en".
[[nodiscard]] QStringList languages();

/// Texts and numbers of the window from now on: in `wanted`, or where that is empty in the first language of the desktop that Telltale
/// speaks, else in English. Qt's own texts (buttons of dialogs) follow where its catalogues are installed.
/// What is stored and exported is the same in every language.
/// Thread: the screen's, before the first widget; the newest call counts.
void speak(QCoreApplication &application, const QString &wanted = {});

} // namespace telltale::ui
