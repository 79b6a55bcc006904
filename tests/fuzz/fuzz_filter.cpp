// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes -> what people type or a settings file holds to see less: the search of the journal and the view of the alarm list. Nothing in
// it is an operator, so nothing is an error.
#include "core/base/clock.h"
#include "core/store/store_reader.h"
#include "fuzz_target.h"
#include "scratch_folder.h"
#include "tests/support/fake_clock.h"
#include "tests/support/stored_journal.h"
#include "ui/models/alarm_view.h"

#include <algorithm>

using namespace telltale;
using fuzz::require;

namespace {

constexpr std::uint64_t kAlarms = 16;
constexpr std::size_t kMostFound = 20;

/// A journal to search, read by one reader from the first input to the last.
class SearchedJournal {
public:
    SearchedJournal()
    {
        const test::FakeClock clock(test::at(0));
        test::fillJournal(m_folder.path(), clock, 1, kAlarms);
        m_reader = std::move(store::StoreReader::open(m_folder.path()).value());
    }

    /// True when something was found.
    [[nodiscard]] bool find(const std::string &text) const
    {
        const auto found = m_reader->search(text, kMostFound);
        require(found.ok() && found->size() <= kMostFound && std::is_sorted(found->rbegin(), found->rend()));
        const auto events = m_reader->eventsOf(*found);
        const auto entries = m_reader->entriesOf(*found);
        require(events.ok() && entries.ok() && events->size() + entries->size() == found->size());
        return !found->empty();
    }

private:
    fuzz::ScratchFolder m_folder;
    std::unique_ptr<store::StoreReader> m_reader;
};

void checkView(const ui::AlarmView &view, const std::vector<Occurrence> &alarms)
{
    require(ui::viewFromLine(ui::toLine(view)) == view);
    const auto shown = std::ranges::count_if(alarms, [&](const Occurrence &alarm) { return view.accepts(alarm); });
    const auto hidden = ui::hiddenUnacked(view, alarms);
    // All of them wait to be acknowledged: what is not shown must be said to be hidden.
    require(view.hidesAnything() ? shown + hidden[0] + hidden[1] + hidden[2] + hidden[3] == std::ssize(alarms)
                                 : shown == std::ssize(alarms));
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    static const SearchedJournal journal;
    static const std::vector<Occurrence> alarms{test::raisedAlarm(1, 1), test::raisedAlarm(2, 2, {"line-a", ""}),
                                                test::raisedAlarm(3, 3, {"a[b](c)*", "=1+1"})};
    const QString text = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    checkView(ui::viewFromLine(text), alarms);
    ui::AlarmView typed;
    typed.text = text.trimmed();
    checkView(typed, alarms);
    return journal.find(std::string(bytes)) ? kAccepted : std::string_view("nothing found");
}
