// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/offer_dialog.h"

#include "ui/overview/feed_offer.h"
#include "ui/overview/welcome_page.h"
#include "ui/widgets/plain.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace telltale::ui {

OfferDialog::OfferDialog(WelcomePage &page, QWidget *window)
    : QDialog(window)
    , m_page(page)
    , m_watched(plainLabel(QStringLiteral("offerWatched"), this))
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("offerDialog"));
    setWindowTitle(tr("Listen to another feed"));
    m_watched->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &OfferDialog::reject);
    m_lines->addWidget(m_watched);
    m_lines->addStretch(1);
    m_lines->addWidget(buttons);
}

void OfferDialog::openWith(const QString &watched)
{
    m_watched->setText(watched);
    m_lines->insertWidget(1, &m_page.offer());
    resize(fontMetrics().averageCharWidth() * 90, sizeHint().height());
    show();
    raise();
    activateWindow();
    m_page.offer().takeFocus();
}

void OfferDialog::done(int result)
{
    m_page.takeOfferBack();
    QDialog::done(result);
    parentWidget()->activateWindow(); // not every desktop gives the keys back by itself
}

} // namespace telltale::ui
