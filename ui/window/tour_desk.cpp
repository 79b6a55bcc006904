// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tour_desk.h"

#include "ui/alarms/alarm_list_page.h"
#include "ui/alarms/alarm_table.h"
#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/models/alarm_counts.h"
#include "ui/widgets/tour_outline.h"
#include "ui/widgets/tour_strip.h"
#include "ui/window/session_memory.h"
#include "ui/window/window_panes.h"
#include "ui/window/window_settings.h"

#include <QApplication>
#include <array>
#include <span>

namespace telltale::ui {

namespace {

struct Step {
    const char *text;
    std::span<const Act> keys;         ///< that it names
    std::array<const char *, 2> parts; ///< by object name
};

constexpr std::array kListKeys{Act::JumpTopUnacked, Act::Acknowledge, Act::Silence};
constexpr std::array kTrendKeys{Act::Pause, Act::Live};
constexpr std::array kShelveKeys{Act::Shelve, Act::ShowShelved, Act::Verdict};
constexpr std::array kHelpKeys{Act::Keys, Act::Help, Act::Export, Act::Tour};

constexpr std::array<Step, TourDesk::kSteps> kTour{
    {{QT_TRANSLATE_NOOP("telltale::ui::TourDesk",
                        "Open alarms, the most pressing on top. %1 goes to the top one that nobody has acknowledged, %2 acknowledges "
                        "what is selected, %3 silences the horn."),
      kListKeys,
      {"alarmTable", nullptr}},
     {QT_TRANSLATE_NOOP("telltale::ui::TourDesk",
                        "The trend of the selected alarm's sensor, with the band that was expected and marks where it fired. %1 pauses it, "
                        "%2 is live again. At the right: why it fired and what to do."),
      kTrendKeys,
      {"lowerPane", "detailPane"}},
     {QT_TRANSLATE_NOOP("telltale::ui::TourDesk",
                        "%1 shelves an alarm for a while, with a reason; %2 lists what is shelved. %3 says what it was: true, false, "
                        "expected or a test. The detectors' worth is counted from that."),
      kShelveKeys,
      {"shelveButton", "verdictButton"}},
     {QT_TRANSLATE_NOOP("telltale::ui::TourDesk",
                        "%1 lists all keys, %2 explains the window, %3 writes a report of the selected alarms. The menu has everything, "
                        "this tour too (%4)."),
      kHelpKeys,
      {"menuButton", "exportButton"}}}};

} // namespace

TourDesk::TourDesk(WindowPanes &panes, QWidget &window, const WindowSettings &settings, QObject *parent)
    : QObject(parent)
    , m_panes(panes)
    , m_window(window)
    , m_outline(new TourOutline(&window))
    , m_allowed(!settings.readOnly && settings.replay == nullptr)
    , m_offered(settings.offerTour)
{
    connect(panes.tour, &TourStrip::backWanted, this, [this] { go(m_step - 1); });
    connect(panes.tour, &TourStrip::nextWanted, this, [this] { go(m_step + 1); });
    connect(panes.tour, &TourStrip::endWanted, this, &TourDesk::dismiss);
    connect(&KeyBindings::instance(), &KeyBindings::changed, this, [this] {
        if (isOpen()) {
            showText();
        }
    });
}

QString TourDesk::open()
{
    if (!m_allowed) {
        return tr("There is no tour of a window that only looks.");
    }
    if (m_urgent) {
        return tr("No tour while an alarm of the first priority is not acknowledged.");
    }
    go(isOpen() ? (m_step + 1) % kSteps : 0);
    m_panes.tour->takeFocus();
    return {};
}

bool TourDesk::dismiss()
{
    if (!isOpen()) {
        return false;
    }
    markSeen();
    close();
    return true;
}

void TourDesk::forbid()
{
    m_allowed = false;
    close();
}

void TourDesk::apply(const SnapshotPtr &snapshot)
{
    m_urgent = snapshot->alarms && countAlarms(*snapshot->alarms).unacked[0] > 0;
    if (m_urgent) {
        close();
        return;
    }
    const bool known = snapshot->structure && snapshot->structure->watches();
    if (m_allowed && m_offered && !m_seen && !isOpen() && known) {
        m_offered = false;
        go(0);
    }
}

void TourDesk::remember(SessionMemory &memory)
{
    memory.add({SessionMemory::Kind::Setting, QStringLiteral("tourSeen"), [this] { return m_seen; },
                [this](const QVariant &value) { m_seen = value.toBool(); }});
    connect(this, &TourDesk::seen, &memory, &SessionMemory::touch);
}

void TourDesk::go(int step)
{
    m_step = step;
    if (step > 0) {
        m_panes.showPage(m_panes.list); // what is pointed at is there; somebody is looking
    }
    const Step &shown = kTour[std::size_t(step)];
    showText();
    std::vector<const QWidget *> parts;
    for (const char *name : shown.parts) {
        if (const auto *part = name == nullptr ? nullptr : m_window.findChild<QWidget *>(QLatin1String(name))) {
            parts.push_back(part);
        }
    }
    m_outline->pointAt(std::move(parts));
    if (step + 1 == kSteps) {
        markSeen();
    }
}

void TourDesk::showText()
{
    const Step &shown = kTour[std::size_t(m_step)];
    m_panes.tour->showStep(m_step, kSteps, withPressTexts(tr(shown.text), shown.keys));
}

void TourDesk::close()
{
    m_step = -1;
    m_outline->pointAt({});
    if (m_panes.tour->isAncestorOf(QApplication::focusWidget())) {
        m_panes.list->table().setFocus();
    }
    m_panes.tour->hide();
}

void TourDesk::markSeen()
{
    if (!m_seen) {
        m_seen = true;
        emit seen();
    }
}

} // namespace telltale::ui
