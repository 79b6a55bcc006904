// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/reading_text.h"

#include "ui/keys/key_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <span>

namespace telltale::ui {

namespace {

struct Section {
    const char *text;
    std::span<const Act> keys; ///< that it names
};

constexpr std::array kListKeys{Act::RowDown, Act::RowUp};
constexpr std::array kShelvedKeys{Act::Shelve, Act::ShowShelved, Act::BringBack};
constexpr std::array kTrendKeys{Act::Pause, Act::Live, Act::KeepSensor, Act::TrendSensors, Act::GoToTrend, Act::Table};
constexpr std::array kTilesKeys{Act::TileOrder};
constexpr std::array kDetectorsKeys{Act::ShowDetectors, Act::Detector};
constexpr std::array kKpiKeys{Act::ShowKpis};
constexpr std::array kIncidentsAndHandoverKeys{Act::AddToIncident, Act::ShowIncidents, Act::RangeNote, Act::ShowHandover};
constexpr std::array kWhoActsKeys{Act::SignIn};
constexpr std::array kSoundKeys{Act::Silence};

constexpr std::array<Section, 13> kSections{{
    {QT_TRANSLATE_NOOP("ReadingText",
                       "HEADER\n"
                       "A symbol and two numbers for each priority: not acknowledged / open. Square 1 is the most urgent, then "
                       "triangle 2, diamond 3. Grey and outlined means that nothing waits. Below: every feed with ● live, ◍ "
                       "nothing readable, ✕ lost, ■ ended or ○ connecting, the journal, and the clock."),
     {}},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "LIST\n"
                       "● NEW: active, not acknowledged. ACK: active, acknowledged. ○ RTN: back to normal, not acknowledged. "
                       "LATCH: wants a reset. \"saving…\" stands until your acknowledgement is on disk. The order is always: not "
                       "acknowledged first, then priority, then newest. Arrows, %1 and %2 move, Enter goes to the pane at the "
                       "right; a double click never acknowledges. Rows never move under the pointer; what comes in above is "
                       "counted below the list."),
     kListKeys},
    {QT_TRANSLATE_NOOP("ReadingText", "SHELVED\n"
                                      "%1 keeps the selection, a sensor or an asset from the list for a while: a digit says how long, Down "
                                      "offers a reason, Enter sends. %2 lists what is shelved, suppressed by a rule of the plant or out of "
                                      "service; %3 brings it back. The header always counts them, and ⚠ says that a shelf ends within five "
                                      "minutes. None of it counts as unacknowledged, and nothing of it sounds."),
     kShelvedKeys},
    {QT_TRANSLATE_NOOP("ReadingText", "SCORE\n"
                                      "How far over its limit an alarm is: 2.0× is twice the limit. The pane at the right says why: which "
                                      "sensors, what was expected, what came."),
     {}},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "HALF DISC ?\n"
                       "Data that cannot be believed: stale, bad quality, or not verified since a restart. It is never an alarm "
                       "by itself, and an alarm on such data neither clears nor rises."),
     {}},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "TREND\n"
                       "The line is what came, the shaded band what the detector expected. %1 pauses the picture, not the plant; "
                       "%2 goes back to live. %3 keeps the chosen sensor in the trend, %4 adds others below it. After %5 the "
                       "arrows move a cursor, with Shift they mark a range: Enter zooms to it, Esc drops it. %6 shows it all as a "
                       "table."),
     kTrendKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "TILES\n"
                       "A tile a sensor, or a tile a machine where there are many: then each small square is a sensor that is "
                       "normal, and whatever is not has its shape. A hollow square is out of the ordinary without an alarm. %1 "
                       "puts the worst first, PgUp and PgDown turn pages, Enter opens the machine."),
     kTilesKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "DETECTORS\n"
                       "%1, or %2 on an alarm, a sensor or an asset: what judges it, and what another detector would have done on "
                       "what is stored. Nothing changes before Apply, which asks for the reason."),
     kDetectorsKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "KPI\n"
                       "%1: what the alarms asked of people in a shift, day, week or month, beside what can be handled. Enter on "
                       "a bad actor shows its detector, L its alarms."),
     kKpiKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "INCIDENTS AND HANDOVER\n"
                       "%1 puts the selected alarms into an incident; %2 shows incidents with all that happened. %3 writes a note "
                       "on the range that is marked in the trend, else on all that it shows. %4 makes the sheet of the shift: who "
                       "goes signs it, who comes signs it too and acts from then on."),
     kIncidentsAndHandoverKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "WHO ACTS\n"
                       "The header says who acts and as what. Without accounts everybody may do everything. With accounts %1 "
                       "signs in and out; what a role does not allow says so. Silencing the horn is open to everybody."),
     kWhoActsKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "SOUND\n"
                       "Each priority has a tone of its own: P1 five quick high beeps, P2 two falling ones, P3 a long low one now "
                       "and then. The most urgent alarm that nobody has acknowledged sounds, again and again. %1 silences what "
                       "sounds now, for two minutes at most, and acknowledges nothing; an alarm that comes meanwhile is heard. NO "
                       "SOUND in the header says that you would hear nothing, and why."),
     kSoundKeys},
    {QT_TRANSLATE_NOOP("ReadingText",
                       "DESKTOP\n"
                       "While another window is in front, alarms also stand on the desktop and in the tray. Show goes to the "
                       "alarm; acknowledging is done here."),
     {}},
}};

} // namespace

QString readingText()
{
    QStringList sections;
    for (const Section &section : kSections) {
        sections << withPressTexts(QCoreApplication::translate("ReadingText", section.text), section.keys);
    }
    return sections.join(QStringLiteral("\n\n"));
}

} // namespace telltale::ui
