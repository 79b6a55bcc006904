// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/start_failure.h"

#include "app/desktop/schedule.h"
#include "ui/text.h"

#include <QApplication>
#include <QMessageBox>
#include <QStringList>
#include <cstdio>

namespace telltale::app {

namespace {

/// Platforms of Qt that nobody sees.
const QStringList kUnseen{QStringLiteral("offscreen"), QStringLiteral("minimal")};

} // namespace

void showStartFailure(const std::string &why, const DesktopOptions &options, int stopSignals)
{
    std::fprintf(stderr, "telltale: %s\n", why.c_str());
    if (kUnseen.contains(QGuiApplication::platformName()))
        return;
    QMessageBox box(QMessageBox::Critical, QApplication::applicationDisplayName(),
                    QCoreApplication::translate("StartFailure", "Telltale cannot show this."), QMessageBox::Close);
    box.setObjectName(QStringLiteral("startFailure"));
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(ui::toQt(why));
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box.show();
    const Schedule schedule(options, stopSignals, box);
    QApplication::exec();
}

} // namespace telltale::app
