// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QProcess>
#include <string>

namespace telltale::app {

/// The built-in simulated plant: `telltale-sim run plant` as a child process on a free loopback port, treated like any other feed.
/// It ends with this object, and by itself should this process die. Thread: UI.
class DemoFeed final : public QObject {
    Q_OBJECT
public:
    explicit DemoFeed(QObject *parent = nullptr);
    ~DemoFeed() override;

    /// Starts the simulator and waits (a few seconds at most) until it says where it publishes.
    /// Errors: NotFound when telltale-sim is neither beside this program nor on the path; Io when it does not come up.
    Result<std::string> start();

private:
    QProcess m_process;
};

} // namespace telltale::app
