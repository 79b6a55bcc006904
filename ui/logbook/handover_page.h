// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kpi/shift_clock.h"
#include "core/model/snapshot.h"
#include "ui/logbook/handover_draft.h"
#include "ui/models/time_text.h"

#include <QPointer>
#include <QWidget>
#include <functional>
#include <vector>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;
class QTextBrowser;

namespace telltale::ui {

class Archive;
class DraftBook;
class FittingLabel;

/// What the page cannot know by itself.
struct HandoverSource {
    std::function<UtcTime()> now;         ///< our clock, as in the journal
    std::function<kpi::ShiftPlan()> plan; ///< when shifts begin
    kpi::ZoneOffset offset;
    HandoverFigures figures; ///< runs on the reading thread; empty = none are shown
};

/// What this shift leaves to the next, former handovers, and both signatures. The sheet is made anew whenever the page is opened, and
/// signed as it stands on screen. Thread: UI; reading happens elsewhere.
/// Missing: without a data folder there are no notes and no former handovers; what cannot be read is said above the sheet.
class HandoverPage final : public QWidget {
    Q_OBJECT
public:
    HandoverPage(Archive &archive, HandoverSource source, QWidget *parent = nullptr);

    void apply(const SnapshotPtr &snapshot);
    void setZone(ZoneChoice zone);
    /// Who hands over, and why that is not possible now (empty = it is).
    void setOutgoing(const Actor &actor, const QString &lock);
    /// With accounts the incoming side gives a PIN.
    void setWithPin(bool withPin);
    /// Ctrl+Shift+H: the sheet of this shift as of now.
    void openDraft();
    /// The handover was stored with this number: now the other side. 0 = it was refused.
    void signedAs(std::uint64_t number);
    /// Where the words to the next shift are kept while they are not signed.
    void setDrafts(DraftBook *drafts);
    /// Why the other side could not sign; empty = it did.
    void taken(const QString &problem);

    /// The handover in sight. Draft: number 0.
    [[nodiscard]] const StoredHandover &shown() const { return m_shown; }

signals:
    /// The sheet as it stands, with its JSON and hash.
    void signWanted(const telltale::ui::StoredHandover &handover);
    /// Somebody wants to take over the handover in sight.
    void takeWanted(const QString &name, const QString &pin);
    void exportWanted();
    void told(const QString &note);

private:
    QWidget *createSheet();
    QWidget *createSignatures();
    [[nodiscard]] logbook::HandoverFacts factsNow() const;
    void makeDraft();
    void restoreText();
    [[nodiscard]] QString draftName() const;
    [[nodiscard]] bool isOutdated() const;
    void completeDraft(logbook::HandoverFacts facts, const Result<DraftPart> &part);
    void readFormer();
    void showList();
    void showSheet();
    void choose(int row);
    void sign();
    void take();
    [[nodiscard]] bool isDraft() const { return m_shown.signs.number == 0; }
    [[nodiscard]] report::Wording wording() const;

    Archive &m_archive;
    HandoverSource m_source;
    QTableWidget *m_list;
    FittingLabel *m_state = nullptr;
    QTextBrowser *m_sheet = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPushButton *m_sign = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_pin = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_export = nullptr;
    SnapshotPtr m_snapshot;
    Actor m_outgoing;
    QString m_lock;
    QString m_gap; ///< what could not be read for the draft
    logbook::Handover m_draft;
    std::vector<StoredHandover> m_former; ///< newest first
    StoredHandover m_shown;
    QPointer<DraftBook> m_drafts;
    StoredHandover m_pending; ///< signed, not stored yet
    EventSeq m_readThrough = 0;
    std::uint64_t m_draftNumber = 0; ///< answers for older drafts are dropped
    bool m_withPin = false;
    bool m_filling = false;
    bool m_reading = false; ///< the draft is not complete yet
    bool m_signing = false;
    ZoneChoice m_zone = ZoneChoice::Local;
};

} // namespace telltale::ui
