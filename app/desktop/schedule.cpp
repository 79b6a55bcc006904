// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/schedule.h"

#include "ui/text.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>
#include <QWidget>
#include <algorithm>

namespace telltale::app {

namespace {

int millis(double seconds)
{
    return static_cast<int>(std::min(seconds * 1e3, 2e9));
}

} // namespace

Schedule::Schedule(const DesktopOptions &options, int stopSignals, QWidget &window) : m_picture(options.screenshot)
{
    if (stopSignals >= 0) {
        m_notifier.emplace(stopSignals, QSocketNotifier::Read);
        QObject::connect(&*m_notifier, &QSocketNotifier::activated, qApp, [] { QApplication::exit(0); });
    }
    if (options.runForSec > 0.0)
        QTimer::singleShot(millis(options.runForSec), qApp, [] { QApplication::exit(0); });
    if (m_picture.empty())
        return;
    QTimer::singleShot(millis(options.screenshotAfterSec), &window, [this, &window] {
        m_failed = !window.grab().save(ui::toQt(m_picture), "PNG");
        m_taken = true;
    });
}

std::string Schedule::complaint() const
{
    if (m_picture.empty() || (m_taken && !m_failed))
        return {};
    return m_failed ? "could not write the picture " + m_picture
                    : "ended before the picture was to be taken (--after is later than --run-for?)";
}

} // namespace telltale::app
