<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TrendStatus</name>
    <message numerus="yes">
        <source>%n stretch(es) of stored samples are damaged and left out</source>
        <translation>
            <numerusform>%n stretch of stored samples is damaged and left out</numerusform>
            <numerusform>%n stretches of stored samples are damaged and left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::app::AlarmHook</name>
    <message numerus="yes">
        <source>the program ended before %n alarm event(s) could be handed over</source>
        <translation>
            <numerusform>the program ended before %n alarm event could be handed over</numerusform>
            <numerusform>the program ended before %n alarm events could be handed over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it is too slow: %n alarm event(s) were not handed over</source>
        <translation>
            <numerusform>it is too slow: %n alarm event were not handed over</numerusform>
            <numerusform>it is too slow: %n alarm events were not handed over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui</name>
    <message numerus="yes">
        <source>NOT WRITING: %1. Alarms go on; %n event(s) wait in memory; acknowledgements are not safe until this ends.</source>
        <translation>
            <numerusform>NOT WRITING: %1. Alarms go on; %n event waits in memory; acknowledgements are not safe until this ends.</numerusform>
            <numerusform>NOT WRITING: %1. Alarms go on; %n events wait in memory; acknowledgements are not safe until this ends.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sensor(s), nothing wrong</source>
        <translation>
            <numerusform>%n sensor, nothing wrong</numerusform>
            <numerusform>%n sensors, nothing wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n sensor(s), %3</source>
        <translation>
            <numerusform>%1, %2, %n sensor, %3</numerusform>
            <numerusform>%1, %2, %n sensors, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raised %n time(s) meanwhile</source>
        <translation>
            <numerusform>Raised %n time meanwhile</numerusform>
            <numerusform>Raised %n times meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) before the newest</source>
        <translation>
            <numerusform>%n reading before the newest</numerusform>
            <numerusform>%n readings before the newest</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n flood(s), %1</source>
        <translation>
            <numerusform>%n flood, %1</numerusform>
            <numerusform>%n floods, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s)</source>
        <translation>
            <numerusform>%n feed</numerusform>
            <numerusform>%n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>worst %1 of %n definition(s)</source>
        <translation>
            <numerusform>worst %1 of %n definition</numerusform>
            <numerusform>worst %1 of %n definitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raise(s) within %1</source>
        <translation>
            <numerusform>%n raise within %1</numerusform>
            <numerusform>%n raises within %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledged</source>
        <translation>
            <numerusform>%n acknowledged</numerusform>
            <numerusform>%n acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not among the %n alarm(s)</source>
        <translation>
            <numerusform>not among the %n alarm</numerusform>
            <numerusform>not among the %n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n alarm(s) with a verdict</source>
        <translation>
            <numerusform>%1 of %n alarm with a verdict</numerusform>
            <numerusform>%1 of %n alarms with a verdict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>UNENCRYPTED: %n feed(s)</source>
        <translation>
            <numerusform>UNENCRYPTED: %n feed</numerusform>
            <numerusform>UNENCRYPTED: %n feeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next try in %n s</source>
        <translation>
            <numerusform>next try in %n s</numerusform>
            <numerusform>next try in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmFilter</name>
    <message numerus="yes">
        <source>%n alarm(s), %1 not acknowledged, %2 folded away (→ unfolds)</source>
        <translation>
            <numerusform>%n alarm, %1 not acknowledged, %2 folded away (→ unfolds)</numerusform>
            <numerusform>%n alarms, %1 not acknowledged, %2 folded away (→ unfolds)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s), %1 not acknowledged</source>
        <translation>
            <numerusform>%n alarm, %1 not acknowledged</numerusform>
            <numerusform>%n alarms, %1 not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group %1, worst %2, %3, %n alarm(s)</source>
        <translation>
            <numerusform>group %1, worst %2, %3, %n alarm</numerusform>
            <numerusform>group %1, worst %2, %3, %n alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmTable</name>
    <message numerus="yes">
        <source>The filter hides %n open alarm(s): all there are.</source>
        <translation>
            <numerusform>The filter hides %n open alarm: all there are.</numerusform>
            <numerusform>The filter hides %n open alarms: all there are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::AssetModel</name>
    <message numerus="yes">
        <source>%n open alarm(s)</source>
        <translation>
            <numerusform>%n open alarm</numerusform>
            <numerusform>%n open alarms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::CloseGuard</name>
    <message numerus="yes">
        <source>%n alarm(s) are unacknowledged, and nobody watches once this is closed. %1</source>
        <translation>
            <numerusform>%n alarm is unacknowledged, and nobody watches once this is closed. %1</numerusform>
            <numerusform>%n alarms are unacknowledged, and nobody watches once this is closed. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::ContributionBars</name>
    <message numerus="yes">
        <source>and %n more, together %1</source>
        <translation>
            <numerusform>and %n more, together %1</numerusform>
            <numerusform>and %n more, together %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::HoldDesk</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::IncidentChooser</name>
    <message numerus="yes">
        <source>%n alarm(s) into:</source>
        <translation>
            <numerusform>%n alarm into:</numerusform>
            <numerusform>%n alarms into:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::IncidentDesk</name>
    <message numerus="yes">
        <source>Writing a report of %n alarm(s)…</source>
        <translation>
            <numerusform>Writing a report of %n alarm…</numerusform>
            <numerusform>Writing a report of %n alarms…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading what a report of %n alarm(s) says…</source>
        <translation>
            <numerusform>Reading what a report of %n alarm says…</numerusform>
            <numerusform>Reading what a report of %n alarms says…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report of %n alarm(s), as it would be printed.</source>
        <translation>
            <numerusform>The report of %n alarm, as it would be printed.</numerusform>
            <numerusform>The report of %n alarms, as it would be printed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::JournalPage</name>
    <message numerus="yes">
        <source>The newest %n lines that have all of these words; there are more.</source>
        <translation>
            <numerusform>The newest %n lines that have all of these words; there are more.</numerusform>
            <numerusform>The newest %n lines that have all of these words; there are more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have all of these words.</source>
        <translation>
            <numerusform>%n lines have all of these words.</numerusform>
            <numerusform>%n lines have all of these words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::MainWindow</name>
    <message numerus="yes">
        <source>Acknowledge %n alarm(s) with a comment:</source>
        <translation>
            <numerusform>Acknowledge %n alarm with a comment:</numerusform>
            <numerusform>Acknowledge %n alarms with a comment:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in 10 min</source>
        <translation>
            <numerusform>%n alarm in 10 min</numerusform>
            <numerusform>%n alarms in 10 min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that had not been sent when the program ended stand(s) in the field again.</source>
        <translation>
            <numerusform>%n text that had not been sent when the program ended stand in the field again.</numerusform>
            <numerusform>%n texts that had not been sent when the program ended stands in the field again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::NoticePlan</name>
    <message numerus="yes">
        <source>%1: %n alarm(s)</source>
        <translation>
            <numerusform>%1: %n alarm</numerusform>
            <numerusform>%1: %n alarms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flood: %n alarm(s) not acknowledged</source>
        <translation>
            <numerusform>Flood: %n alarm not acknowledged</numerusform>
            <numerusform>Flood: %n alarms not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>P1: %n further alarm(s) not acknowledged</source>
        <translation>
            <numerusform>P1: %n further alarm not acknowledged</numerusform>
            <numerusform>P1: %n further alarms not acknowledged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in the last 10 minutes.</source>
        <translation>
            <numerusform>%n alarm in the last 10 minutes.</numerusform>
            <numerusform>%n alarms in the last 10 minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::RangeNoteBox</name>
    <message numerus="yes">
        <source>%n note(s) in this range</source>
        <translation>
            <numerusform>%n note in this range</numerusform>
            <numerusform>%n notes in this range</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::RemoveFeedDesk</name>
    <message numerus="yes">
        <source>%n sensor(s) of it will no longer be monitored.</source>
        <translation>
            <numerusform>%n sensor of it will no longer be monitored.</numerusform>
            <numerusform>%n sensors of it will no longer be monitored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open alarm(s) of it will clear; what nobody has acknowledged stays in the list until somebody does.</source>
        <translation>
            <numerusform>%n open alarm of it will clear; what nobody has acknowledged stays in the list until somebody does.</numerusform>
            <numerusform>%n open alarms of it will clear; what nobody has acknowledged stays in the list until somebody does.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::TilesPage</name>
    <message numerus="yes">
        <source>%n sensor(s)</source>
        <translation>
            <numerusform>%n sensor</numerusform>
            <numerusform>%n sensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sensor(s)</source>
        <translation>
            <numerusform>%1 of %n sensor</numerusform>
            <numerusform>%1 of %n sensors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s), %1</source>
        <translation>
            <numerusform>%n machine, %1</numerusform>
            <numerusform>%n machines, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrackView</name>
    <message numerus="yes">
        <source>Track of the last %1, now at %2, %n alarm(s) on it; %3 shows it as a table</source>
        <translation>
            <numerusform>Track of the last %1, now at %2, %n alarm on it; %3 shows it as a table</numerusform>
            <numerusform>Track of the last %1, now at %2, %n alarms on it; %3 shows it as a table</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrayBadge</name>
    <message numerus="yes">
        <source>Telltale: %n alarm(s) not acknowledged, the worst is P%1</source>
        <translation>
            <numerusform>Telltale: %n alarm not acknowledged, the worst is P%1</numerusform>
            <numerusform>Telltale: %n alarms not acknowledged, the worst is P%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrendTable</name>
    <message numerus="yes">
        <source>%1 anomalous: %n reading(s)</source>
        <translation>
            <numerusform>%1 anomalous: %n reading</numerusform>
            <numerusform>%1 anomalous: %n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 missing: %n reading(s)</source>
        <translation>
            <numerusform>%1 missing: %n reading</numerusform>
            <numerusform>%1 missing: %n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::UndoDesk</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n alarm</numerusform>
            <numerusform>%n alarms</numerusform>
        </translation>
    </message>
</context>
</TS>
