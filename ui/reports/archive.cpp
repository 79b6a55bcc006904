// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/archive.h"

namespace telltale::ui {

Archive::Archive(std::string folder, QObject *parent) : QObject(parent), m_folder(std::move(folder)), m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("archive"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

Archive::~Archive()
{
    m_thread.quit();
    m_thread.wait();
}

void Archive::start(std::function<std::function<void()>()> piece)
{
    QMetaObject::invokeMethod(
        m_worker, [this, piece = std::move(piece)] { QMetaObject::invokeMethod(this, piece(), Qt::QueuedConnection); },
        Qt::QueuedConnection);
}

} // namespace telltale::ui
