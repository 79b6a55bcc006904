// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/handover_page.h"

#include "core/base/sha256.h"
#include "ui/detectors/plain_table.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/logbook/handover_words.h"
#include "ui/reports/archive.h"
#include "ui/text.h"
#include "ui/widgets/column_share.h"
#include "ui/widgets/draft_book.h"
#include "ui/widgets/fitting_label.h"
#include "ui/widgets/focus_hand.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QTableWidget>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

namespace telltale::ui {

namespace {

constexpr int kMostNameCharacters = 64;
constexpr int kMostPinCharacters = 128;

/// Names of assets and sensors have no spaces to break a line at: on screen it may also be broken behind their separators.
QString breakable(QString markup)
{
    static const QRegularExpression separator(QStringLiteral("([/_])(?=[^<>]*<)"));
    return markup.replace(separator, QStringLiteral("\\1&#8203;"));
}

QLabel *labelFor(const QString &text, QWidget &field, QHBoxLayout &row, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setBuddy(&field);
    field.setAccessibleName(QString(text).remove(QLatin1Char('&')));
    row.addWidget(label);
    row.addWidget(&field, 1);
    return label;
}

} // namespace

HandoverPage::HandoverPage(Archive &archive, HandoverSource source, QWidget *parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_source(std::move(source))
    , m_list(plainTable(QStringLiteral("handoverList"), tr("This shift and former handovers"), this))
{
    setObjectName(QStringLiteral("handoverPage"));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    // One above the other: the sheet wants the whole width, and the list room for a time and its zone.
    auto *down = new QSplitter(Qt::Vertical, this);
    down->setChildrenCollapsible(false);
    down->addWidget(m_list);
    down->addWidget(createSheet());
    down->setStretchFactor(0, 1);
    down->setStretchFactor(1, 5);
    const int line = fontMetrics().lineSpacing();
    down->setSizes({6 * line, 34 * line});
    new ColumnShare(*m_list, {{1, 2}});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(down);
    handFocusTo(*this, *m_list);
    connect(m_list, &QTableWidget::currentCellChanged, this, [this](int row) { choose(row); });
    connect(m_list, &QTableWidget::activated, m_sheet, qOverload<>(&QWidget::setFocus));
    readFormer();
    showList();
}

QWidget *HandoverPage::createSheet()
{
    auto *side = new QWidget(this);
    m_state = new FittingLabel(QStringLiteral("handoverState"), side);
    m_state->setBold(true);
    m_state->setLines(2);
    m_sheet = new QTextBrowser(side);
    m_sheet->setObjectName(QStringLiteral("handoverSheet"));
    m_sheet->setAccessibleName(tr("What is handed over"));
    m_sheet->setOpenLinks(false);
    m_text = new QPlainTextEdit(side);
    m_text->setObjectName(QStringLiteral("handoverText"));
    m_text->setAccessibleName(tr("Words to the next shift"));
    m_text->setPlaceholderText(tr("Words to the next shift"));
    m_text->setTabChangesFocus(true);
    m_text->setMaximumHeight(4 * fontMetrics().lineSpacing());
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    column->addWidget(m_state);
    column->addWidget(m_sheet, 1);
    column->addWidget(m_text);
    column->addWidget(createSignatures());
    return side;
}

QWidget *HandoverPage::createSignatures()
{
    auto *bar = new QWidget(this);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(0, 0, 0, 0);
    auto *outgoing = new QHBoxLayout;
    auto *incoming = new QHBoxLayout;
    rows->addLayout(outgoing);
    rows->addLayout(incoming);
    const auto add = [&](QHBoxLayout &row, const char *name, const QString &text, auto slot) {
        auto *button = new QPushButton(text, bar);
        button->setObjectName(QLatin1String(name));
        row.addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    add(*outgoing, "handoverRefresh", tr("Re&new"), &HandoverPage::openDraft)->setToolTip(tr("Make the sheet of this shift anew"));
    m_sign = add(*outgoing, "handoverSign", tr("&Sign and hand over"), &HandoverPage::sign);
    outgoing->addStretch(1);
    m_export = add(*outgoing, "handoverExport", tr("&Export"), &HandoverPage::exportWanted);
    sayKeys(this, [this] { m_export->setToolTip(withKeyText(tr("Write this handover as PDF, HTML and JSON"), Act::Export)); });
    m_name = new QLineEdit(bar);
    m_name->setObjectName(QStringLiteral("handoverName"));
    m_name->setMaxLength(kMostNameCharacters);
    labelFor(tr("I ta&ke over, name"), *m_name, *incoming, bar);
    m_pin = new QLineEdit(bar);
    m_pin->setObjectName(QStringLiteral("handoverPin"));
    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(kMostPinCharacters);
    m_pin->setPlaceholderText(tr("PIN"));
    m_pin->setAccessibleName(tr("PIN of who takes over"));
    incoming->addWidget(m_pin, 1);
    m_take = add(*incoming, "handoverTake", tr("&Take over"), &HandoverPage::take);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_withPin ? m_pin->setFocus() : take(); });
    connect(m_pin, &QLineEdit::returnPressed, this, &HandoverPage::take);
    return bar;
}

report::Wording HandoverPage::wording() const
{
    return handoverWording(m_zone);
}

void HandoverPage::apply(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    EventSeq newest = m_readThrough;
    for (const LogbookEntry &entry : snapshot->logbook) {
        const bool ofHandovers = entry.kind == LogbookKind::HandoverSigned || entry.kind == LogbookKind::HandoverTaken;
        newest = ofHandovers ? std::max(newest, entry.seq) : newest;
    }
    if (newest > m_readThrough && snapshot->storedThrough >= newest) {
        m_readThrough = newest;
        readFormer();
    }
    // The page may have been in sight since the start, before there was anything to make a sheet of.
    if (isVisible() && isDraft() && m_draftNumber == 0) {
        openDraft();
    }
}

/// What changed since the sheet was made is not on it, and whoever signs must have seen what they sign.
bool HandoverPage::isOutdated() const
{
    const logbook::Handover fresh = logbook::handoverOf(factsNow());
    const auto ids = [](const auto &alarms) {
        std::vector<OccurrenceId> all;
        for (const auto &alarm : alarms) {
            all.push_back(alarm.id);
        }
        return all;
    };
    return ids(fresh.unacknowledged) != ids(m_draft.unacknowledged) || ids(fresh.acknowledged) != ids(m_draft.acknowledged)
           || fresh.shelved.size() != m_draft.shelved.size() || fresh.outOfService.size() != m_draft.outOfService.size();
}

void HandoverPage::setZone(ZoneChoice zone)
{
    m_zone = zone;
    showList();
    showSheet();
}

void HandoverPage::setOutgoing(const Actor &actor, const QString &lock)
{
    m_outgoing = actor;
    m_lock = lock;
    m_draft.outgoing = actor.operatorName;
    m_draft.station = actor.station;
    showList();
    if (isDraft()) {
        m_shown.content = m_draft;
    }
    showSheet();
}

void HandoverPage::setWithPin(bool withPin)
{
    m_withPin = withPin;
    m_pin->setVisible(withPin);
}

void HandoverPage::openDraft()
{
    makeDraft();
    m_shown = {};
    m_shown.content = m_draft;
    showList();
    showSheet();
    m_text->setFocus(Qt::ShortcutFocusReason);
}

/// Of what is known without the journal.
logbook::HandoverFacts HandoverPage::factsNow() const
{
    const UtcTime now = m_source.now();
    const kpi::ShiftPlan plan = m_source.plan();
    const kpi::Period shift = kpi::periodAt(kpi::PeriodKind::Shift, now, plan, m_source.offset);
    const kpi::Period next = kpi::periodAt(kpi::PeriodKind::Shift, shift.to, plan, m_source.offset);
    const Snapshot &seen = *m_snapshot;
    logbook::HandoverFacts facts;
    facts.from = shift.from;
    facts.to = shift.to;
    facts.nextTo = next.to;
    facts.now = now;
    facts.outgoing = m_outgoing;
    facts.alarms = seen.alarms ? std::span<const Occurrence>(*seen.alarms) : std::span<const Occurrence>();
    facts.suppressed = seen.suppressed ? std::span<const SuppressedAlarm>(*seen.suppressed) : std::span<const SuppressedAlarm>();
    facts.incidents = seen.incidents ? std::span<const Incident>(*seen.incidents) : std::span<const Incident>();
    facts.feeds = seen.feeds;
    facts.entries = seen.logbook;
    facts.events = seen.events;
    return facts;
}

void HandoverPage::makeDraft()
{
    if (!m_snapshot) {
        return;
    }
    const logbook::HandoverFacts facts = factsNow();
    m_draft = logbook::handoverOf(facts);
    restoreText();
    m_gap.clear();
    m_reading = m_archive.available();
    const std::uint64_t number = ++m_draftNumber;
    if (!m_reading) {
        return;
    }
    m_gap = tr("Reading the journal…");
    m_archive.read(
        [from = facts.from, to = facts.to, now = facts.now, figures = m_source.figures](const store::StoreReader &reader) {
            return readDraftPart(reader, {from, to}, now, figures);
        },
        // The facts point into the picture that they were taken from.
        [this, number, seen = m_snapshot, facts](const Result<DraftPart> &part) {
            if (number == m_draftNumber) {
                completeDraft(facts, part);
            }
        });
}

void HandoverPage::setDrafts(DraftBook *drafts)
{
    m_drafts = drafts;
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_drafts && m_draft.from != kNoTime) {
            m_drafts->keep(draftName(), m_text->toPlainText());
        }
    });
}

QString HandoverPage::draftName() const
{
    return QStringLiteral("handover/%1").arg(toNanos(m_draft.from));
}

/// What was typed for this sheet before the program ended. What stands there goes on to the sheet of the next shift.
void HandoverPage::restoreText()
{
    if (m_drafts && m_text->toPlainText().isEmpty()) {
        m_text->setPlainText(m_drafts->text(draftName()));
    }
}

void HandoverPage::completeDraft(logbook::HandoverFacts facts, const Result<DraftPart> &part)
{
    m_reading = false;
    if (part) {
        facts.entries = part->notes.entries;
        facts.events = part->notes.comments;
        facts.figures = part->figures;
        facts.outgoing = m_outgoing;
        m_draft = logbook::handoverOf(facts);
    }
    const std::string problem = part ? part->problem : part.error().text();
    m_gap = problem.empty() ? QString() : tr("Not all of it could be read: %1").arg(toQt(problem));
    if (isDraft()) {
        m_shown.content = m_draft;
        showSheet();
    }
}

void HandoverPage::readFormer()
{
    if (!m_archive.available()) {
        return;
    }
    m_archive.read(readHandovers, [this](const Result<std::vector<StoredHandover>> &handovers) {
        if (!handovers) {
            return;
        }
        m_former = *handovers;
        const auto shown = std::find_if(m_former.begin(), m_former.end(),
                                        [this](const StoredHandover &each) { return each.signs.number == m_shown.signs.number; });
        if (shown != m_former.end()) {
            m_shown = *shown;
        }
        showList();
        showSheet();
    });
}

void HandoverPage::showList()
{
    std::vector<QStringList> rows{{tr("this shift"), toQt(m_outgoing.operatorName), tr("not signed")}};
    for (const StoredHandover &each : m_former) {
        const QString taken = each.signs.incoming.empty() ? tr("not taken over") : toQt(each.signs.incoming);
        rows.push_back({fullTime(each.signs.signedAt, m_zone), toQt(each.signs.outgoing), taken});
    }
    m_filling = true;
    fillTable(*m_list, {tr("Handed over"), tr("By"), tr("To")}, rows);
    const auto shown = std::find_if(m_former.begin(), m_former.end(),
                                    [this](const StoredHandover &each) { return each.signs.number == m_shown.signs.number; });
    m_list->setCurrentCell(shown == m_former.end() ? 0 : int(shown - m_former.begin()) + 1, 0);
    m_filling = false;
}

void HandoverPage::choose(int row)
{
    if (m_filling || row < 0) {
        return;
    }
    if (row == 0) {
        m_shown = {};
        m_shown.content = m_draft;
    } else if (std::size_t(row) <= m_former.size()) {
        m_shown = m_former[std::size_t(row) - 1];
    }
    showSheet();
}

void HandoverPage::showSheet()
{
    const int place = m_sheet->verticalScrollBar()->value();
    m_sheet->setHtml(breakable(handoverMarkup(m_shown.content, isDraft() ? nullptr : &m_shown.signs, wording())));
    m_sheet->verticalScrollBar()->setValue(place);
    const bool waiting = !isDraft() && m_shown.signs.incoming.empty();
    if (isDraft()) {
        m_state->setText(m_gap.isEmpty() ? tr("Draft: nothing is signed yet.") : m_gap);
    } else if (!m_shown.matches) {
        m_state->setText(tr("The stored sheet is not what was signed: its hash differs."));
    } else {
        m_state->setText(waiting ? tr("Signed by %1. Who takes over gives their name.").arg(toQt(m_shown.signs.outgoing))
                                 : tr("Signed by both sides."));
    }
    m_text->setVisible(isDraft());
    m_sign->setEnabled(isDraft() && !m_signing && m_lock.isEmpty() && m_draft.from != kNoTime && !m_reading);
    m_sign->setToolTip(m_lock);
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_pin, m_take}) {
        part->setEnabled(waiting);
    }
    m_export->setEnabled(!isDraft());
}

void HandoverPage::sign()
{
    if (isOutdated()) {
        makeDraft();
        m_shown.content = m_draft;
        showSheet();
        emit told(tr("Alarms have changed since the sheet was made: it has been made anew. Read it and sign again."));
        return;
    }
    m_pending = {};
    m_pending.content = m_draft;
    m_pending.content.text = fromQt(m_text->toPlainText().trimmed());
    m_pending.json = logbook::toJson(m_pending.content);
    m_pending.signs = {0, sha256(m_pending.json), m_outgoing.operatorName, m_source.now(), {}, kNoTime};
    m_signing = true;
    showSheet();
    emit signWanted(m_pending);
}

void HandoverPage::signedAs(std::uint64_t number)
{
    m_signing = false;
    if (number == 0) { // refused; why has been said
        showSheet();
        return;
    }
    m_shown = m_pending;
    m_shown.signs.number = number;
    m_text->clear();
    m_former.insert(m_former.begin(), m_shown);
    showList();
    showSheet();
    m_name->clear();
    m_pin->clear();
    m_name->setFocus(Qt::OtherFocusReason);
}

void HandoverPage::take()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || isDraft()) {
        return;
    }
    if (fromQt(name) == m_shown.signs.outgoing) {
        emit told(tr("%1 hands over: somebody else takes over.").arg(name));
        return;
    }
    const QString pin = m_pin->text();
    m_pin->clear();
    m_take->setEnabled(false);
    emit takeWanted(name, pin);
}

void HandoverPage::taken(const QString &problem)
{
    m_take->setEnabled(true);
    if (!problem.isEmpty()) {
        emit told(problem);
        (m_withPin ? m_pin : m_name)->setFocus();
        return;
    }
    m_name->clear();
    m_list->setFocus();
}

} // namespace telltale::ui
