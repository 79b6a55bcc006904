// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/welcome_page.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/core_words.h"
#include "ui/models/feed_words.h"
#include "ui/overview/feed_offer.h"
#include "ui/text.h"
#include "ui/widgets/plain.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace telltale::ui {

namespace {

QString waitingText(const Snapshot &snapshot)
{
    if (snapshot.feeds.empty()) {
        return WelcomePage::tr("No feed is configured, so there is nothing to show yet. Readings can come from:");
    }
    QStringList lines;
    for (const FeedHealth &feed : snapshot.feeds) {
        if (feed.state == FeedState::Live) {
            lines << WelcomePage::tr("Listening to %1.").arg(toQt(feed.address));
            continue;
        }
        if (feed.state == FeedState::Ended) {
            lines << WelcomePage::tr("%1 has ended.").arg(toQt(feed.address));
            continue;
        }
        const QString detail = feed.detail.empty() ? QString() : QStringLiteral(" – %1").arg(spokenDetail(feed.detail));
        lines << WelcomePage::tr("Waiting for the first data from %1: %2%3").arg(toQt(feed.address), spoken(toText(feed.state)), detail);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_waiting(plainLabel(QStringLiteral("welcomeWaiting"), this))
    , m_reconnect(new QPushButton(this))
    , m_offer(new FeedOffer(this))
    , m_hints(plainLabel(QStringLiteral("welcomeHints"), this))
{
    setObjectName(QStringLiteral("welcomePage"));
    QFont big = m_waiting->font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    m_waiting->setFont(big);
    m_waiting->setText(tr("Starting: waiting for the first picture."));
    m_reconnect->setObjectName(QStringLiteral("welcomeReconnect"));
    m_reconnect->hide();
    connect(m_reconnect, &QPushButton::clicked, this, &WelcomePage::reconnectWanted);
    sayKeys(this, [this] { sayHints(); });
    for (QLabel *label : {m_waiting, m_hints}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *content = new QWidget(this);
    m_lines = new QVBoxLayout(content);
    QVBoxLayout *lines = m_lines;
    const int gap = fontMetrics().height();
    lines->setContentsMargins(2 * gap, gap / 2, 2 * gap, gap / 2);
    lines->setSpacing(gap / 2);
    lines->addWidget(m_waiting);
    auto *again = new QHBoxLayout;
    again->addWidget(m_reconnect);
    again->addStretch(1);
    lines->addLayout(again);
    lines->addWidget(m_offer);
    lines->addWidget(m_hints);
    lines->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

void WelcomePage::sayHints()
{
    m_reconnect->setText(withKeyText(tr("Reconnect"), Act::Reconnect));
    m_hints->setText(withPressTexts(tr("From a command line: telltale --demo, telltale --play FILE.csv, telltale --feed tcp://HOST:PORT\n"
                                       "Two lines of Python are a publisher (in a loop):\n"
                                       "      s = zmq.Context().socket(zmq.PUB); s.bind(\"tcp://127.0.0.1:5556\")\n"
                                       "      s.send_string('line-a/pump1 {\"values\": {\"temperature\": 22.1}}')\n"
                                       "%1 explains the window, %2 lists the keys."),
                                    {Act::Help, Act::Keys}));
}

void WelcomePage::apply(const SnapshotPtr &snapshot)
{
    m_waiting->setText(waitingText(*snapshot));
    m_reconnect->setVisible(!snapshot->feeds.empty());
}

void WelcomePage::takeOfferBack()
{
    m_lines->insertWidget(m_lines->indexOf(m_hints), m_offer);
}

QString WelcomePage::waitingFor() const
{
    return m_waiting->text();
}

void WelcomePage::setOffering(bool on)
{
    m_offer->setVisible(on);
    m_hints->setVisible(on);
}

} // namespace telltale::ui
