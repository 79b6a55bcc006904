// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/draft_book.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>
#include <utility>

namespace telltale::ui {

namespace {

const QString kDrafts = QStringLiteral("drafts");
const QString kName = QStringLiteral("name");
const QString kText = QStringLiteral("text");

} // namespace

DraftBook::DraftBook(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDelayMs);
    connect(&m_soon, &QTimer::timeout, this, &DraftBook::saveNow);
    read();
}

DraftBook::~DraftBook()
{
    saveNow();
}

QString DraftBook::text(const QString &name) const
{
    const auto found = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Draft &each) { return each.name == name; });
    return found == m_drafts.end() ? QString() : found->text;
}

void DraftBook::keep(const QString &name, const QString &text)
{
    if (text == this->text(name)) {
        return;
    }
    std::erase_if(m_drafts, [&](const Draft &each) { return each.name == name; });
    if (!text.isEmpty()) {
        m_drafts.push_back({name, text});
    }
    if (m_drafts.size() > kMost) {
        m_drafts.erase(m_drafts.begin());
    }
    m_changed = true;
    if (!m_soon.isActive()) {
        m_soon.start(); // and is not put off by whoever goes on typing
    }
}

void DraftBook::saveNow()
{
    m_soon.stop();
    if (m_file.isEmpty() || !std::exchange(m_changed, false)) {
        return;
    }
    const QString why = write();
    if (!why.isEmpty() && why != m_said) {
        emit failed(tr("What is being typed cannot be kept: %1").arg(why));
    }
    m_said = why;
}

QString DraftBook::write() const
{
    QJsonArray drafts;
    for (const Draft &each : m_drafts) {
        drafts.append(QJsonObject{{kName, each.name}, {kText, each.text}});
    }
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject{{kDrafts, drafts}}).toJson());
    return file.commit() ? QString() : file.errorString();
}

void DraftBook::read()
{
    QFile file(m_file);
    if (m_file.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    const QJsonArray drafts = QJsonDocument::fromJson(file.readAll()).object().value(kDrafts).toArray();
    for (const QJsonValue &each : drafts) {
        const QString name = each.toObject().value(kName).toString();
        const QString text = each.toObject().value(kText).toString();
        if (!name.isEmpty() && !text.isEmpty() && m_drafts.size() < kMost) {
            m_drafts.push_back({name, text});
        }
    }
}

} // namespace telltale::ui
