// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/notice_plan.h"

#include "ui/models/core_words.h"
#include "ui/text.h"

#include <QCoreApplication>
#include <algorithm>

namespace telltale::ui {

namespace {

const QString kFlood = QStringLiteral("flood");
const QString kFurther = QStringLiteral("further");
const QString kOwn = QStringLiteral("alarm/");
const QString kSource = QStringLiteral("source/");

QString tr(const char *text, const char *meaning = nullptr, int n = -1)
{
    return QCoreApplication::translate("NoticePlan", text, meaning, n);
}

QString sourceOf(const Occurrence &alarm)
{
    return toQt(alarm.definition.source.text());
}

QString bodyOf(const Occurrence &alarm)
{
    QStringList lines{spoken(alarm.definition.what), toQt(alarm.definition.guidance.action)};
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

bool listed(const Occurrence &alarm)
{
    return alarm.audible != Audible::Off && alarm.priority != Priority::Diagnostic;
}

std::vector<Sounding> listedOf(const std::vector<Occurrence> &alarms)
{
    std::vector<Sounding> found;
    for (const Occurrence &alarm : alarms) {
        if (listed(alarm)) {
            found.push_back(soundingOf(alarm));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

NoticeChanges NoticePlan::next(const std::vector<Occurrence> &alarms, const View &view)
{
    NoticeChanges changes;
    std::vector<Sounding> now = listedOf(alarms);
    drop(now, changes);
    if (!view.wanted) {
        closeAll(changes);
    } else {
        if (view.flood) {
            mergeIntoFlood(changes);
        }
        for (const Occurrence &alarm : alarms) {
            const bool fresh = alarm.audible == Audible::Sounding && listed(alarm)
                               && !std::binary_search(m_known.begin(), m_known.end(), soundingOf(alarm));
            if (fresh) {
                add(alarm, view, changes);
            }
        }
        showCounts(view, changes);
    }
    m_known = std::move(now);
    return changes;
}

/// Takes out what is no longer there; `left` is sorted by alarm.
void NoticePlan::drop(const std::vector<Sounding> &left, NoticeChanges &changes)
{
    const auto gone = [&left](OccurrenceId alarm) {
        const auto found = std::lower_bound(left.begin(), left.end(), alarm, [](const Sounding &a, OccurrenceId b) { return a.alarm < b; });
        return found == left.end() || found->alarm != alarm;
    };
    for (auto note = m_open.begin(); note != m_open.end();) {
        std::erase_if(note->second.alarms, gone);
        if (!note->second.alarms.empty()) {
            ++note;
            continue;
        }
        changes.close << note->first;
        m_waiting.erase(note->first);
        note = m_open.erase(note);
    }
}

void NoticePlan::closeAll(NoticeChanges &changes)
{
    for (const auto &[key, note] : m_open) {
        changes.close << key;
    }
    m_open.clear();
    m_waiting.clear();
}

std::size_t NoticePlan::ownNotes() const
{
    return std::size_t(std::count_if(m_open.begin(), m_open.end(), [](const auto &note) { return note.first.startsWith(kOwn); }));
}

void NoticePlan::join(const QString &key, const Occurrence &alarm)
{
    Open &note = m_open[key];
    note.priority = note.alarms.empty() ? alarm.priority : std::min(note.priority, alarm.priority);
    note.alarms.insert(alarm.id);
}

void NoticePlan::add(const Occurrence &alarm, const View &view, NoticeChanges &changes)
{
    const bool urgent = alarm.priority == Priority::P1;
    QString key = urgent ? kOwn + QString::number(alarm.id) : kSource + sourceOf(alarm);
    if (urgent && !m_open.contains(key) && ownNotes() >= kMostOwn) {
        key = kFurther;
    } else if (!urgent && view.flood) {
        key = kFlood;
    }
    join(key, alarm);
    if (key == kFurther || key == kFlood) {
        m_waiting[key] = alarm.id;
        return;
    }
    const Open &note = m_open[key];
    const QString name = tr("P%1 %2").arg(QString::number(int(note.priority)), sourceOf(alarm));
    const QString summary = note.alarms.size() == 1 ? name : tr("%1: %n alarm(s)", nullptr, int(note.alarms.size())).arg(name);
    std::erase_if(changes.show, [&key](const Notice &earlier) { return earlier.key == key; });
    changes.show.push_back({key, note.priority, summary, bodyOf(alarm), alarm.id});
}

/// In a flood one count stands for all that is less urgent.
void NoticePlan::mergeIntoFlood(NoticeChanges &changes)
{
    std::set<OccurrenceId> merged;
    for (auto note = m_open.begin(); note != m_open.end();) {
        if (!note->first.startsWith(kSource)) {
            ++note;
            continue;
        }
        merged.insert(note->second.alarms.begin(), note->second.alarms.end());
        changes.close << note->first;
        note = m_open.erase(note);
    }
    if (merged.empty()) {
        return;
    }
    Open &flood = m_open[kFlood];
    flood.priority = Priority::P2;
    m_waiting[kFlood] = *merged.rbegin();
    flood.alarms.merge(merged);
}

void NoticePlan::showCounts(const View &view, NoticeChanges &changes)
{
    for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
        const auto &[key, newest] = *waiting;
        Open &note = m_open[key];
        if (note.shown != SteadyTime{} && view.now - note.shown < kPace) {
            ++waiting;
            continue;
        }
        note.shown = view.now;
        const int count = int(note.alarms.size());
        const QString summary = key == kFlood ? tr("Flood: %n alarm(s) not acknowledged", nullptr, count)
                                              : tr("P1: %n further alarm(s) not acknowledged", nullptr, count);
        const QString body = tr("%n alarm(s) in the last 10 minutes.", nullptr, int(view.raisesLast10Min));
        changes.show.push_back({key, note.priority, summary, body, newest});
        waiting = m_waiting.erase(waiting);
    }
}

} // namespace telltale::ui
