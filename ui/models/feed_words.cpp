// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/feed_words.h"

#include "ui/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

namespace telltale::ui {

namespace {

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("FeedWords", text, meaning, n);
}

constexpr std::array kReasons{
    QT_TRANSLATE_NOOP("FeedWords", "no connection"),
    QT_TRANSLATE_NOOP("FeedWords", "the other end does not speak ZeroMQ, or does not answer"),
    QT_TRANSLATE_NOOP("FeedWords", "this station is not authorised: the publisher does not know its key"),
    QT_TRANSLATE_NOOP("FeedWords", "the publisher's key is not the pinned one, or it is no CURVE server"),
    QT_TRANSLATE_NOOP("FeedWords", "the publisher does not encrypt, so nothing is taken from it"),
    QT_TRANSLATE_NOOP("FeedWords", "the publisher requires encryption: its key belongs into the plant file (serverKeys)"),
    QT_TRANSLATE_NOOP("FeedWords", "this station's secret key cannot be used"),
    QT_TRANSLATE_NOOP("FeedWords", "the connection broke: no proper ZeroMQ, or a message of more than 256 KiB"),
    QT_TRANSLATE_NOOP("FeedWords", "connected, but silent"),
    QT_TRANSLATE_NOOP("FeedWords", "connected, but nothing can be read"),
    QT_TRANSLATE_NOOP("FeedWords", "the address cannot be used"),
    QT_TRANSLATE_NOOP("FeedWords", "encrypted, the publisher's key is verified"),
};

/// A reason alone, or with what it is about behind a colon.
QString reasonText(const QString &reason)
{
    for (const char *known : kReasons) {
        const QString text = QString::fromUtf8(known);
        if (reason == text || reason.startsWith(text + QStringLiteral(": "))) {
            return tr(known) + reason.mid(text.size());
        }
    }
    return reason;
}

} // namespace

QString spokenDetail(std::string_view detail)
{
    static const QRegularExpression kForm(
        QStringLiteral("^(?:nothing since (\\S+): )?(.*?)(?:; (trying again)|; next try in (\\d+) s)?(; rejected: .*)?$"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch form = kForm.match(toQt(detail));
    QString said = reasonText(form.captured(2));
    if (form.hasCaptured(1)) {
        said = tr("nothing since %1: %2").arg(form.captured(1), said);
    }
    if (form.hasCaptured(3)) {
        said += QStringLiteral("; ") + tr("trying again");
    }
    if (form.hasCaptured(4)) {
        said += QStringLiteral("; ") + tr("next try in %n s", nullptr, form.captured(4).toInt());
    }
    return said + form.captured(5);
}

} // namespace telltale::ui
