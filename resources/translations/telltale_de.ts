<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AlarmColumns</name>
    <message>
        <source>Priority symbol: filled = not acknowledged, outline = acknowledged</source>
        <translation>Symbol der Priorität: gefüllt = nicht quittiert, Umriss = quittiert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>NEW: active, not acknowledged. ACK: active, acknowledged. RTN: back to normal, not acknowledged. 1st: first of its group.</source>
        <translation>NEU: aktiv, nicht quittiert. QUITT: aktiv, quittiert. GEG: wieder normal, nicht quittiert. Erst: Erstmeldung ihrer Gruppe.</translation>
    </message>
    <message>
        <source>Pri</source>
        <translation>Pri</translation>
    </message>
    <message>
        <source>Priority, P1 is the most urgent</source>
        <translation>Priorität, P1 ist die dringendste</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Event time of the newest raise</source>
        <translation>Ereigniszeit des letzten Kommens</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlagenteil</translation>
    </message>
    <message>
        <source>Which machine</source>
        <translation>Welche Maschine</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>The sensor that shows it most, how many others were judged with it, and what happened</source>
        <translation>Die Messstelle, die es am deutlichsten zeigt, wie viele andere mit ihr bewertet wurden, und was geschah</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Newest score as a multiple of its limit</source>
        <translation>Neuester Score als Vielfaches seiner Grenze</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Empty while the data behind the alarm can be believed</source>
        <translation>Leer, solange den Daten hinter dem Alarm zu trauen ist</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>active, not acknowledged</source>
        <translation>aktiv, nicht quittiert</translation>
    </message>
    <message>
        <source>active, acknowledged</source>
        <translation>aktiv, quittiert</translation>
    </message>
    <message>
        <source>back to normal, not acknowledged</source>
        <translation>wieder normal, nicht quittiert</translation>
    </message>
    <message>
        <source>latched, not acknowledged</source>
        <translation>gehalten, nicht quittiert</translation>
    </message>
    <message>
        <source>latched, acknowledged: wants a reset</source>
        <translation>gehalten, quittiert: will zurückgesetzt werden</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>suppressed by design</source>
        <translation>planmäßig unterdrückt</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>How often it was raised since it opened; ~ chatters: shelve it for 30 min? (S)</source>
        <translation>Wie oft er kam, seit er offen ist; ~ flattert: für 30 min zurückstellen? (S)</translation>
    </message>
    <message>
        <source>Who looks after it (A takes it over)</source>
        <translation>Wer sich darum kümmert (A übernimmt es)</translation>
    </message>
</context>
<context>
    <name>AlarmNames</name>
    <message>
        <source>%1 alarms of %2</source>
        <translation>%1 Alarme von %2</translation>
    </message>
</context>
<context>
    <name>AxisTicks</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>ContributionBars</name>
    <message>
        <source>expected %1, got %2</source>
        <translation>erwartet %1, gekommen %2</translation>
    </message>
</context>
<context>
    <name>CoreWords</name>
    <message>
        <source>anomalous</source>
        <translation>auffällig</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>feed lost</source>
        <translation>Datenquelle verloren</translation>
    </message>
    <message>
        <source>journal not written</source>
        <translation>Journal nicht geschrieben</translation>
    </message>
    <message>
        <source>configuration not written</source>
        <translation>Konfiguration nicht geschrieben</translation>
    </message>
    <message>
        <source>no decision</source>
        <translation>keine Entscheidung</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>uncertain</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>true</source>
        <translation>berechtigt</translation>
    </message>
    <message>
        <source>false</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>no valid frames</source>
        <translation>keine gültigen Telegramme</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>NEW</source>
        <translation>NEU</translation>
    </message>
    <message>
        <source>ACK</source>
        <translation>QUITT</translation>
    </message>
    <message>
        <source>RTN</source>
        <translation>GEG</translation>
    </message>
    <message>
        <source>LATCH NEW</source>
        <translation>GEHALTEN NEU</translation>
    </message>
    <message>
        <source>LATCH</source>
        <translation>GEHALTEN</translation>
    </message>
    <message>
        <source>SHELVED</source>
        <translation>ZURÜCKGESTELLT</translation>
    </message>
    <message>
        <source>SUPPRESSED</source>
        <translation>UNTERDRÜCKT</translation>
    </message>
    <message>
        <source>OOS</source>
        <translation>AUSSER BETRIEB</translation>
    </message>
    <message>
        <source>RAISE</source>
        <translation>GEKOMMEN</translation>
    </message>
    <message>
        <source>CLEAR</source>
        <translation>GEGANGEN</translation>
    </message>
    <message>
        <source>ESCALATE</source>
        <translation>HOCHGESTUFT</translation>
    </message>
    <message>
        <source>DEESCALATE</source>
        <translation>HERABGESTUFT</translation>
    </message>
    <message>
        <source>ACK_UNDO</source>
        <translation>QUITTIERUNG ZURÜCK</translation>
    </message>
    <message>
        <source>RESET</source>
        <translation>ZURÜCKGESETZT</translation>
    </message>
    <message>
        <source>SHELVE</source>
        <translation>ZURÜCKGESTELLT</translation>
    </message>
    <message>
        <source>UNSHELVE</source>
        <translation>ZURÜCKGEHOLT</translation>
    </message>
    <message>
        <source>SHELF_EXPIRED</source>
        <translation>RÜCKSTELLUNG ENDET</translation>
    </message>
    <message>
        <source>SUPPRESS_ON</source>
        <translation>UNTERDRÜCKT</translation>
    </message>
    <message>
        <source>SUPPRESS_OFF</source>
        <translation>UNTERDRÜCKUNG ENDET</translation>
    </message>
    <message>
        <source>OOS_ON</source>
        <translation>AUSSER BETRIEB</translation>
    </message>
    <message>
        <source>OOS_OFF</source>
        <translation>WIEDER IN BETRIEB</translation>
    </message>
    <message>
        <source>Q_BAD</source>
        <translation>QUALITÄT SCHLECHT</translation>
    </message>
    <message>
        <source>Q_GOOD</source>
        <translation>QUALITÄT GUT</translation>
    </message>
    <message>
        <source>REALARM</source>
        <translation>ERNEUT GEMELDET</translation>
    </message>
    <message>
        <source>SILENCE</source>
        <translation>STUMMGESCHALTET</translation>
    </message>
    <message>
        <source>CONFIG_CHANGED</source>
        <translation>KONFIGURATION GEÄNDERT</translation>
    </message>
    <message>
        <source>RESTART</source>
        <translation>NEUSTART</translation>
    </message>
    <message>
        <source>COMMENT</source>
        <translation>BEMERKUNG</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>URTEIL</translation>
    </message>
    <message>
        <source>ASSIGN</source>
        <translation>ZUSTÄNDIG</translation>
    </message>
    <message>
        <source>IGNORED</source>
        <translation>ABGELEHNT</translation>
    </message>
    <message>
        <source>RANGE_NOTE</source>
        <translation>NOTIZ</translation>
    </message>
    <message>
        <source>INCIDENT_OPENED</source>
        <translation>VORFALL ERÖFFNET</translation>
    </message>
    <message>
        <source>INCIDENT_ALARM_ADDED</source>
        <translation>ALARM IN VORFALL</translation>
    </message>
    <message>
        <source>INCIDENT_ALARM_REMOVED</source>
        <translation>ALARM AUS VORFALL</translation>
    </message>
    <message>
        <source>INCIDENT_OWNER</source>
        <translation>VORFALL: ZUSTÄNDIG</translation>
    </message>
    <message>
        <source>INCIDENT_NOTE</source>
        <translation>VORFALL: NOTIZ</translation>
    </message>
    <message>
        <source>INCIDENT_CLOSED</source>
        <translation>VORFALL GESCHLOSSEN</translation>
    </message>
    <message>
        <source>INCIDENT_REOPENED</source>
        <translation>VORFALL WIEDER OFFEN</translation>
    </message>
    <message>
        <source>HANDOVER_SIGNED</source>
        <translation>SCHICHT ÜBERGEBEN</translation>
    </message>
    <message>
        <source>HANDOVER_TAKEN</source>
        <translation>SCHICHT ÜBERNOMMEN</translation>
    </message>
    <message>
        <source>SIGNED_IN</source>
        <translation>ANGEMELDET</translation>
    </message>
    <message>
        <source>SIGNED_OUT</source>
        <translation>ABGEMELDET</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>von selbst</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>zurückgesetzt</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>oos</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>beyond 3 standard deviations</source>
        <translation>jenseits von 3 Standardabweichungen</translation>
    </message>
    <message>
        <source>nine in a row on one side of the mean</source>
        <translation>neun nacheinander auf einer Seite des Mittels</translation>
    </message>
    <message>
        <source>six in a row in one direction</source>
        <translation>sechs nacheinander in einer Richtung</translation>
    </message>
    <message>
        <source>this name and this PIN do not belong together</source>
        <translation>dieser Name und diese PIN gehören nicht zusammen</translation>
    </message>
    <message>
        <source>there is not enough memory to hash the PIN</source>
        <translation>der Speicher reicht nicht, um die PIN zu prüfen</translation>
    </message>
    <message>
        <source>asset sent by two feeds</source>
        <translation>Anlage kommt über zwei Datenquellen</translation>
    </message>
    <message>
        <source>configuration not read</source>
        <translation>Konfiguration nicht gelesen</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>journal incomplete</source>
        <translation>Journal unvollständig</translation>
    </message>
    <message>
        <source>journal not verified</source>
        <translation>Journal nicht bestätigt</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>a part stands still</source>
        <translation>ein Teil steht still</translation>
    </message>
</context>
<context>
    <name>DetailTexts</name>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Probe</translation>
    </message>
</context>
<context>
    <name>DetectorWords</name>
    <message>
        <source>Fixed band around a mean, given or fitted once: anomalous beyond k standard deviations.</source>
        <translation>Festes Band um ein Mittel, vorgegeben oder einmal angelernt: auffällig jenseits von k Standardabweichungen.</translation>
    </message>
    <message>
        <source>Half width of the band in standard deviations.</source>
        <translation>Halbe Breite des Bandes in Standardabweichungen.</translation>
    </message>
    <message>
        <source>Middle of the band; left out, it is fitted.</source>
        <translation>Mitte des Bandes; ohne Angabe wird sie angelernt.</translation>
    </message>
    <message>
        <source>Standard deviation; left out, it is fitted.</source>
        <translation>Standardabweichung; ohne Angabe wird sie angelernt.</translation>
    </message>
    <message>
        <source>The standard deviation is never taken smaller than this.</source>
        <translation>Kleiner wird die Standardabweichung nie angenommen.</translation>
    </message>
    <message>
        <source>Rows on which mean and standard deviation are fitted.</source>
        <translation>Zeilen, an denen Mittel und Standardabweichung angelernt werden.</translation>
    </message>
    <message>
        <source>Random cut forest: how hard the last rows are to tell from a sample of the past, for one sensor or an asset.</source>
        <translation>Random Cut Forest: wie schwer die letzten Zeilen von einer Stichprobe der Vergangenheit zu trennen sind, für eine Messstelle oder ein Anlagenteil.</translation>
    </message>
    <message>
        <source>How many trees are asked.</source>
        <translation>Wie viele Bäume befragt werden.</translation>
    </message>
    <message>
        <source>How many past points each tree holds.</source>
        <translation>Wie viele vergangene Punkte jeder Baum hält.</translation>
    </message>
    <message>
        <source>How many of the last rows form one point; left out, 8, or fewer for more than four sensors.</source>
        <translation>Wie viele der letzten Zeilen einen Punkt bilden; ohne Angabe 8, bei mehr als vier Messstellen weniger.</translation>
    </message>
    <message>
        <source>Anomalous from the mean of its own scores plus so many standard deviations.</source>
        <translation>Auffällig ab dem Mittel der eigenen Scores plus so vielen Standardabweichungen.</translation>
    </message>
    <message>
        <source>How fast past points lose their place, per row; left out, 0.1 / samples.</source>
        <translation>Wie schnell vergangene Punkte ihren Platz verlieren, je Zeile; ohne Angabe 0,1 / samples.</translation>
    </message>
    <message>
        <source>Several sensors: measure each in its own spread, so that all weigh alike.</source>
        <translation>Mehrere Messstellen: jede in ihrer eigenen Streuung messen, damit alle gleich viel wiegen.</translation>
    </message>
    <message>
        <source>Rows before the first judgement; the stages measure their memory in it.</source>
        <translation>Zeilen vor dem ersten Urteil; die Stufen messen ihr Gedächtnis darin.</translation>
    </message>
    <message>
        <source>Other cuts, with everything else equal.</source>
        <translation>Andere Schnitte, bei sonst gleichen Einstellungen.</translation>
    </message>
    <message>
        <source>Compares the last 5, 10 and 20 values with the sensor&apos;s own past and with the hour of the day; needs no training.</source>
        <translation>Vergleicht die letzten 5, 10 und 20 Werte mit der eigenen Vergangenheit der Messstelle und mit der Tageszeit; braucht kein Training.</translation>
    </message>
    <message>
        <source>How many past shingles are kept.</source>
        <translation>Wie viele vergangene Abschnitte behalten werden.</translation>
    </message>
    <message>
        <source>Compares the last values with all similar stretches of the sensor&apos;s own past; needs no training.</source>
        <translation>Vergleicht die letzten Werte mit allen ähnlichen Abschnitten der eigenen Vergangenheit der Messstelle; braucht kein Training.</translation>
    </message>
    <message>
        <source>How many values form one shingle.</source>
        <translation>Wie viele Werte einen Abschnitt bilden.</translation>
    </message>
    <message>
        <source>How many nearest shingles are averaged.</source>
        <translation>Über wie viele nächste Abschnitte gemittelt wird.</translation>
    </message>
    <message>
        <source>Prefer shingles from the same time of day (UTC).</source>
        <translation>Abschnitte derselben Tageszeit (UTC) bevorzugen.</translation>
    </message>
    <message>
        <source>Tail stage: shape of the tail, &quot;pareto&quot; or &quot;exp&quot;.</source>
        <translation>Randstufe: Form des Randes, &quot;pareto&quot; oder &quot;exp&quot;.</translation>
    </message>
    <message>
        <source>Tail stage: quantile of the raw scores at which the tail begins.</source>
        <translation>Randstufe: Quantil der rohen Scores, bei dem der Rand beginnt.</translation>
    </message>
    <message>
        <source>Tail stage: raw scores that are remembered.</source>
        <translation>Randstufe: rohe Scores, die behalten werden.</translation>
    </message>
    <message>
        <source>Tail stage without alert control: anomalous from here; 3 = one row in a thousand.</source>
        <translation>Randstufe ohne Alarmbegrenzung: auffällig ab hier; 3 = eine von tausend Zeilen.</translation>
    </message>
    <message>
        <source>Alert control: lowest score that may alert.</source>
        <translation>Alarmbegrenzung: kleinster Score, der melden darf.</translation>
    </message>
    <message>
        <source>Alert control: rest after an alert, as a share of the warm-up.</source>
        <translation>Alarmbegrenzung: Ruhe nach einer Meldung, als Anteil des Anlernens.</translation>
    </message>
    <message>
        <source>Alert control: how long the last alert counts, as a share of the warm-up.</source>
        <translation>Alarmbegrenzung: wie lange die letzte Meldung zählt, als Anteil des Anlernens.</translation>
    </message>
    <message>
        <source>Alert control: how many times stronger a row must be to alert in the rest.</source>
        <translation>Alarmbegrenzung: wievielmal stärker eine Zeile sein muss, um in der Ruhe zu melden.</translation>
    </message>
    <message>
        <source>Alert control: how much harder each alert makes the next.</source>
        <translation>Alarmbegrenzung: wie viel schwerer jede Meldung die nächste macht.</translation>
    </message>
    <message>
        <source>Alert control: about one alert in so many rows.</source>
        <translation>Alarmbegrenzung: etwa eine Meldung in so vielen Zeilen.</translation>
    </message>
    <message>
        <source>Judges the sensors of an asset together: are they where they were, and does each still follow from the others.</source>
        <translation>Bewertet die Messstellen eines Anlagenteils gemeinsam: ob sie stehen, wo sie standen, und ob jede noch aus den anderen folgt.</translation>
    </message>
    <message>
        <source>Rows on which everything is fitted.</source>
        <translation>Zeilen, an denen alles angelernt wird.</translation>
    </message>
    <message>
        <source>Anomalous from here; 1 = as in the strangest percent of the warm-up.</source>
        <translation>Auffällig ab hier; 1 = wie im ungewöhnlichsten Prozent des Anlernens.</translation>
    </message>
    <message>
        <source>Span of the moving averages that are judged.</source>
        <translation>Spanne der gleitenden Mittel, die bewertet werden.</translation>
    </message>
    <message>
        <source>How slowly the centre follows while all is normal.</source>
        <translation>Wie langsam die Mitte folgt, solange alles normal ist.</translation>
    </message>
    <message>
        <source>Penalty on estimating a sensor from the others; larger trusts them less.</source>
        <translation>Strafe beim Schätzen einer Messstelle aus den anderen; größer traut ihnen weniger.</translation>
    </message>
    <message>
        <source>How far the correlations of the warm-up are drawn towards none.</source>
        <translation>Wie weit die Korrelationen des Anlernens gegen keine gezogen werden.</translation>
    </message>
    <message>
        <source>Distance of an asset&apos;s readings from the nearest of the centres they usually lie around (k-means).</source>
        <translation>Abstand der Messwerte eines Anlagenteils von der nächsten der Mitten, um die sie gewöhnlich liegen (k-means).</translation>
    </message>
    <message>
        <source>How many centres.</source>
        <translation>Wie viele Mitten.</translation>
    </message>
    <message>
        <source>Of the random choice of first centres.</source>
        <translation>Für die zufällige Wahl der ersten Mitten.</translation>
    </message>
    <message>
        <source>Without a threshold: share of the training rows that lies beyond the limit.</source>
        <translation>Ohne Schwelle: Anteil der Trainingszeilen, der jenseits der Grenze liegt.</translation>
    </message>
    <message>
        <source>Learn from values in standard deviations from their mean; off = from raw values.</source>
        <translation>Aus Werten in Standardabweichungen von ihrem Mittel lernen; aus = aus rohen Werten.</translation>
    </message>
    <message>
        <source>Anomalous beyond this raw score; left out, it is learned.</source>
        <translation>Auffällig jenseits dieses rohen Scores; ohne Angabe wird er angelernt.</translation>
    </message>
    <message>
        <source>Without a model file: rows from which the detector trains itself, once.</source>
        <translation>Ohne Modelldatei: Zeilen, aus denen sich der Detektor einmal selbst anlernt.</translation>
    </message>
    <message>
        <source>Distance of an asset&apos;s readings from the nearest readings it was trained on.</source>
        <translation>Abstand der Messwerte eines Anlagenteils von den nächsten Messwerten, mit denen er angelernt wurde.</translation>
    </message>
    <message>
        <source>What most of the nearest labelled readings were: normal or anomalous. Needs a trained model.</source>
        <translation>Was die meisten der nächsten markierten Messwerte waren: normal oder auffällig. Braucht ein angelerntes Modell.</translation>
    </message>
    <message>
        <source>How many nearest rows count.</source>
        <translation>Wie viele nächste Zeilen zählen.</translation>
    </message>
    <message>
        <source>Logistic regression on labelled readings: the probability that a reading is anomalous. Needs a trained model.</source>
        <translation>Logistische Regression auf markierten Messwerten: die Wahrscheinlichkeit, dass ein Messwert auffällig ist. Braucht ein angelerntes Modell.</translation>
    </message>
    <message>
        <source>Weight of the data against the penalty on large weights; 0 = no penalty.</source>
        <translation>Gewicht der Daten gegen die Strafe auf große Gewichte; 0 = keine Strafe.</translation>
    </message>
    <message>
        <source>One-class support vector machine: how far an asset&apos;s readings lie outside the region that was learned.</source>
        <translation>Einklassen-Support-Vektor-Maschine: wie weit die Messwerte eines Anlagenteils außerhalb des angelernten Bereichs liegen.</translation>
    </message>
    <message>
        <source>Share of the training rows that may lie outside the region.</source>
        <translation>Anteil der Trainingszeilen, der außerhalb des Bereichs liegen darf.</translation>
    </message>
    <message>
        <source>Width of the kernel; 0 = 1 / (channels · variance).</source>
        <translation>Breite des Kerns; 0 = 1 / (Kanäle · Varianz).</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>present</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>tail</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>control</source>
        <translation>Begrenzung</translation>
    </message>
</context>
<context>
    <name>FeedModel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Telegramme je Sekunde</translation>
    </message>
    <message>
        <source>Samples per second</source>
        <translation>Messwerte je Sekunde</translation>
    </message>
    <message>
        <source>Lag (live clocks), ms</source>
        <translation>Verzug (echte Uhren), ms</translation>
    </message>
    <message>
        <source>Clock differs by more than 2 s</source>
        <translation>Uhr weicht um mehr als 2 s ab</translation>
    </message>
    <message>
        <source>YES</source>
        <translation>JA</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Frames received</source>
        <translation>Empfangene Telegramme</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>Empfangene Bytes</translation>
    </message>
    <message>
        <source>Samples taken over</source>
        <translation>Übernommene Messwerte</translation>
    </message>
    <message>
        <source>Heartbeats</source>
        <translation>Lebenszeichen</translation>
    </message>
    <message>
        <source>Gaps in the sequence</source>
        <translation>Lücken in der Zählung</translation>
    </message>
    <message>
        <source>unknown: no numbers</source>
        <translation>unbekannt: keine Nummern</translation>
    </message>
    <message>
        <source>Messages lost in gaps</source>
        <translation>In Lücken verlorene Nachrichten</translation>
    </message>
    <message>
        <source>Publisher restarts</source>
        <translation>Neustarts des Senders</translation>
    </message>
    <message>
        <source>Connections that ended</source>
        <translation>Beendete Verbindungen</translation>
    </message>
    <message>
        <source>Sockets built anew</source>
        <translation>Neu aufgebaute Sockets</translation>
    </message>
    <message>
        <source>Late or repeated rows (stored, not scored)</source>
        <translation>Späte oder doppelte Zeilen (gespeichert, nicht bewertet)</translation>
    </message>
    <message>
        <source>Sensors refused beyond the cap</source>
        <translation>Messstellen über der Höchstzahl abgewiesen</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Telegramm</translation>
    </message>
    <message>
        <source>Newest event time</source>
        <translation>Neueste Ereigniszeit</translation>
    </message>
    <message>
        <source>Frames rejected, all reasons</source>
        <translation>Abgewiesene Telegramme, alle Gründe</translation>
    </message>
    <message>
        <source>Program: batches waiting for detection</source>
        <translation>Programm: Pakete, die auf Bewertung warten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Program: batches dropped</source>
        <translation>Programm: verworfene Pakete</translation>
    </message>
    <message>
        <source>Program: samples dropped</source>
        <translation>Programm: verworfene Messwerte</translation>
    </message>
    <message>
        <source>Program: frame to picture, median, ms</source>
        <translation>Programm: Telegramm bis Bild, Median, ms</translation>
    </message>
    <message>
        <source>Program: frame to picture, 99 %, ms</source>
        <translation>Programm: Telegramm bis Bild, 99 %, ms</translation>
    </message>
    <message>
        <source>Program: waiting for the disk</source>
        <translation>Programm: wartet auf die Platte</translation>
    </message>
    <message>
        <source>Program: alarm events not yet committed</source>
        <translation>Programm: noch nicht gesicherte Alarmereignisse</translation>
    </message>
    <message>
        <source>Program: running for</source>
        <translation>Programm: läuft seit</translation>
    </message>
</context>
<context>
    <name>FeedWords</name>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>the other end does not speak ZeroMQ, or does not answer</source>
        <translation>die Gegenstelle spricht kein ZeroMQ oder antwortet nicht</translation>
    </message>
    <message>
        <source>this station is not authorised: the publisher does not know its key</source>
        <translation>diese Station ist nicht zugelassen: der Sender kennt ihren Schlüssel nicht</translation>
    </message>
    <message>
        <source>the publisher&apos;s key is not the pinned one, or it is no CURVE server</source>
        <translation>der Schlüssel des Senders ist nicht der eingetragene, oder er ist kein CURVE-Server</translation>
    </message>
    <message>
        <source>the publisher does not encrypt, so nothing is taken from it</source>
        <translation>der Sender verschlüsselt nicht, darum wird nichts von ihm angenommen</translation>
    </message>
    <message>
        <source>the publisher requires encryption: its key belongs into the plant file (serverKeys)</source>
        <translation>der Sender verlangt Verschlüsselung: sein Schlüssel gehört in die Anlagendatei (serverKeys)</translation>
    </message>
    <message>
        <source>this station&apos;s secret key cannot be used</source>
        <translation>der geheime Schlüssel dieser Station ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>the connection broke: no proper ZeroMQ, or a message of more than 256 KiB</source>
        <translation>die Verbindung brach ab: kein richtiges ZeroMQ, oder eine Nachricht von mehr als 256 KiB</translation>
    </message>
    <message>
        <source>connected, but silent</source>
        <translation>verbunden, aber stumm</translation>
    </message>
    <message>
        <source>connected, but nothing can be read</source>
        <translation>verbunden, aber nichts ist lesbar</translation>
    </message>
    <message>
        <source>the address cannot be used</source>
        <translation>die Adresse ist nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>encrypted, the publisher&apos;s key is verified</source>
        <translation>verschlüsselt, der Schlüssel des Senders ist geprüft</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Nicht quittiert</translation>
    </message>
    <message>
        <source>Acknowledged and open</source>
        <translation>Quittiert und offen</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Suppressed by design</source>
        <translation>Planmäßig unterdrückt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Offene Vorfälle</translation>
    </message>
    <message>
        <source>Faults of feeds</source>
        <translation>Störungen der Datenquellen</translation>
    </message>
    <message>
        <source>Notes of the shift</source>
        <translation>Notizen der Schicht</translation>
    </message>
    <message>
        <source>Key figures of the shift</source>
        <translation>Kennzahlen der Schicht</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Next shift</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>ends in it</source>
        <translation>endet in ihr</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>OVERDUE</source>
        <translation>ÜBERFÄLLIG</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>handed over by</source>
        <translation>übergeben von</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>no valid frames</source>
        <translation>keine gültigen Telegramme</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>episodes</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>HoverReadout</name>
    <message>
        <source>came late or twice: not judged</source>
        <translation>kam spät oder doppelt: nicht bewertet</translation>
    </message>
    <message>
        <source>score –: %1</source>
        <translation>Score –: %1</translation>
    </message>
    <message>
        <source>score %1 (limit 1): %2</source>
        <translation>Score %1 (Grenze 1): %2</translation>
    </message>
    <message>
        <source>expected %1 to %2</source>
        <translation>erwartet %1 bis %2</translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>Qualität %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>anomalous in between</source>
        <translation>dazwischen auffällig</translation>
    </message>
</context>
<context>
    <name>Incidents</name>
    <message>
        <source>note on a range</source>
        <translation>Notiz zu einer Zeitspanne</translation>
    </message>
    <message>
        <source>incident opened</source>
        <translation>Vorfall eröffnet</translation>
    </message>
    <message>
        <source>alarm added</source>
        <translation>Alarm aufgenommen</translation>
    </message>
    <message>
        <source>alarm removed</source>
        <translation>Alarm entfernt</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>closed, cause</source>
        <translation>geschlossen, Ursache</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>wieder eröffnet</translation>
    </message>
    <message>
        <source>shift handed over</source>
        <translation>Schicht übergeben</translation>
    </message>
    <message>
        <source>shift taken over</source>
        <translation>Schicht übernommen</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
</context>
<context>
    <name>JournalColumns</name>
    <message>
        <source>(whole asset)</source>
        <translation>(Anlagenteil als Ganzes)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Pri</source>
        <translation>Pri</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlagenteil</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reading of</source>
        <translation>Messwert von</translation>
    </message>
    <message>
        <source>Cfg</source>
        <translation>Konf</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>KeyTable</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Go to the top unacknowledged alarm</source>
        <translation>Zum obersten unquittierten Alarm gehen</translation>
    </message>
    <message>
        <source>Acknowledge the selection</source>
        <translation>Die Auswahl quittieren</translation>
    </message>
    <message>
        <source>Acknowledge with a comment</source>
        <translation>Mit einer Bemerkung quittieren</translation>
    </message>
    <message>
        <source>Silence the horn (acknowledges nothing)</source>
        <translation>Hupe stummschalten (quittiert nichts)</translation>
    </message>
    <message>
        <source>Comment on the selected alarm</source>
        <translation>Den gewählten Alarm mit einer Bemerkung versehen</translation>
    </message>
    <message>
        <source>Export a report of the selection</source>
        <translation>Einen Bericht über die Auswahl schreiben</translation>
    </message>
    <message>
        <source>Detector of the selected alarm, sensor or asset</source>
        <translation>Detektor des gewählten Alarms, der Messstelle oder des Anlagenteils</translation>
    </message>
    <message>
        <source>Top of the list, newest in sight</source>
        <translation>An den Anfang der Liste, das Neueste im Blick</translation>
    </message>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Show all: take every filter back</source>
        <translation>Alle zeigen: jeden Filter zurücknehmen</translation>
    </message>
    <message>
        <source>Show or hide P1</source>
        <translation>P1 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide P2</source>
        <translation>P2 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide P3</source>
        <translation>P3 zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Pause the trend (never the list)</source>
        <translation>Den Verlauf anhalten (nie die Liste)</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zur Gegenwart</translation>
    </message>
    <message>
        <source>Previous mark on the trend</source>
        <translation>Vorige Marke im Verlauf</translation>
    </message>
    <message>
        <source>Next mark on the trend</source>
        <translation>Nächste Marke im Verlauf</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Feeds and program</source>
        <translation>Datenquellen und Programm</translation>
    </message>
    <message>
        <source>Detectors: try, train and change them</source>
        <translation>Detektoren: erproben, anlernen und ändern</translation>
    </message>
    <message>
        <source>Reconnect all feeds</source>
        <translation>Alle Datenquellen neu verbinden</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>Dunkel oder hell</translation>
    </message>
    <message>
        <source>Blinking on or off</source>
        <translation>Blinken ein oder aus</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Ganzer Bildschirm</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>How to read this window</source>
        <translation>Wie dieses Fenster zu lesen ist</translation>
    </message>
    <message>
        <source>Drop what is being typed, or dismiss the message</source>
        <translation>Verwerfen, was gerade getippt wird, oder die Meldung schließen</translation>
    </message>
    <message>
        <source>Quit; twice with unacknowledged alarms or as a kiosk</source>
        <translation>Beenden; zweimal bei unquittierten Alarmen oder als Kiosk</translation>
    </message>
    <message>
        <source>Views: choose, save or delete one; order and groups</source>
        <translation>Ansichten: eine wählen, speichern oder löschen; Ordnung und Gruppen</translation>
    </message>
    <message>
        <source>Group by asset (Left folds, Right unfolds)</source>
        <translation>Nach Anlagenteil gruppieren (Left klappt zu, Right klappt auf)</translation>
    </message>
    <message>
        <source>Fold or unfold all groups</source>
        <translation>Alle Gruppen zu- oder aufklappen</translation>
    </message>
    <message>
        <source>Default order: the most pressing first</source>
        <translation>Übliche Ordnung: die dringendsten zuerst</translation>
    </message>
    <message>
        <source>Find assets and sensors: narrows tree, list and tiles</source>
        <translation>Anlagenteile und Messstellen finden: engt Baum, Liste und Kacheln ein</translation>
    </message>
    <message>
        <source>Tiles: worst first, or in the order of the plant</source>
        <translation>Kacheln: schlimmste zuerst, oder in der Ordnung der Anlage</translation>
    </message>
    <message>
        <source>Key figures of the alarm system</source>
        <translation>Kennzahlen des Alarmsystems</translation>
    </message>
    <message>
        <source>Machine: all about the chosen one</source>
        <translation>Maschine: alles über die gewählte</translation>
    </message>
    <message>
        <source>Local time, UTC or the time of the plant</source>
        <translation>Ortszeit, UTC oder Zeit der Anlage</translation>
    </message>
    <message>
        <source>Print preview of a report of the selection</source>
        <translation>Druckvorschau eines Berichts über die Auswahl</translation>
    </message>
    <message>
        <source>Take back your own acknowledgement, for 10 s</source>
        <translation>Die eigene Quittierung zurücknehmen, 10 s lang</translation>
    </message>
    <message>
        <source>Reset a latched alarm</source>
        <translation>Einen gehaltenen Alarm zurücksetzen</translation>
    </message>
    <message>
        <source>Shelve the selection, sensor or asset for a while</source>
        <translation>Die Auswahl, Messstelle oder das Anlagenteil eine Weile zurückstellen</translation>
    </message>
    <message>
        <source>What is shelved, suppressed or out of service</source>
        <translation>Was zurückgestellt, unterdrückt oder außer Betrieb ist</translation>
    </message>
    <message>
        <source>Bring back: unshelve, or return to service</source>
        <translation>Zurückholen: aus der Rückstellung oder wieder in Betrieb</translation>
    </message>
    <message>
        <source>Take out of service until a review (supervisors)</source>
        <translation>Außer Betrieb nehmen bis zu einer Prüfung (Schichtleiter)</translation>
    </message>
    <message>
        <source>Verdict: then T true, F false, E expected, S a test</source>
        <translation>Urteil: dann T wahr, F falsch, E erwartet, S eine Probe</translation>
    </message>
    <message>
        <source>I look after it</source>
        <translation>Ich kümmere mich darum</translation>
    </message>
    <message>
        <source>Somebody else looks after it</source>
        <translation>Jemand anderes kümmert sich darum</translation>
    </message>
    <message>
        <source>Times to respond within, and what that saves</source>
        <translation>Zeiten bis zur Reaktion, und was das spart</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Put the selection into an incident</source>
        <translation>Die Auswahl in einen Vorfall aufnehmen</translation>
    </message>
    <message>
        <source>Filter the list, or search the journal</source>
        <translation>Liste filtern oder Journal durchsuchen</translation>
    </message>
    <message>
        <source>Replay the chosen alarm, or the last 15 minutes, in a window of its own</source>
        <translation>Gewählten Alarm oder letzte 15 Minuten in eigenem Fenster wiedergeben</translation>
    </message>
    <message>
        <source>Pause the replay, or let it run</source>
        <translation>Wiedergabe anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Half a minute back</source>
        <translation>Eine halbe Minute zurück</translation>
    </message>
    <message>
        <source>Half a minute on</source>
        <translation>Eine halbe Minute vor</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster, up to 60 times</source>
        <translation>Schneller, bis 60-fach</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Hand the shift over</source>
        <translation>Die Schicht übergeben</translation>
    </message>
    <message>
        <source>Sign in, sign out, or change who acts</source>
        <translation>Anmelden, abmelden oder wechseln, wer handelt</translation>
    </message>
    <message>
        <source>Listen to another feed</source>
        <translation>Weitere Datenquelle aufnehmen</translation>
    </message>
    <message>
        <source>Tour of the window in four steps; again: the next step</source>
        <translation>Rundgang durch das Fenster in vier Schritten; erneut: nächster Schritt</translation>
    </message>
    <message>
        <source>Notes on the marked range, or on all that the trend shows</source>
        <translation>Notizen zum markierten Bereich, oder zu allem, was der Verlauf zeigt</translation>
    </message>
    <message>
        <source>Keep the chosen sensor in the trend, or let it go</source>
        <translation>Die gewählte Messstelle im Verlauf behalten, oder nicht mehr</translation>
    </message>
    <message>
        <source>Other sensors in the trend: add or take away</source>
        <translation>Weitere Messstellen im Verlauf: hinzufügen oder wegnehmen</translation>
    </message>
    <message>
        <source>Go to the trend: arrows move a cursor, with Shift they mark; Enter zooms</source>
        <translation>Zum Verlauf: Pfeile bewegen eine Marke, mit Shift markieren sie; Enter zoomt</translation>
    </message>
    <message>
        <source>Trend or track as a table, and back</source>
        <translation>Verlauf oder Spur als Tabelle, und zurück</translation>
    </message>
    <message>
        <source>Assets, tiles, trend or detail in a window of its own, and back</source>
        <translation>Anlagen, Kacheln, Verlauf, Einzelheiten: eigenes Fenster und zurück</translation>
    </message>
    <message>
        <source>Find anything that can be done by its words, and do it</source>
        <translation>Alles, was sich tun lässt, mit seinen Worten finden und tun</translation>
    </message>
    <message>
        <source>Menu of all that can be done</source>
        <translation>Menü mit allem, was sich tun lässt</translation>
    </message>
    <message>
        <source>Play the file again that has ended</source>
        <translation>Datei erneut abspielen, die zu Ende ist</translation>
    </message>
    <message>
        <source>End the demonstration or the file: to your plant</source>
        <translation>Demonstrationsanlage oder Datei verlassen: zur eigenen Anlage</translation>
    </message>
    <message>
        <source>Give what can be done other keys</source>
        <translation>Dem, was getan werden kann, andere Tasten geben</translation>
    </message>
    <message>
        <source>Remove a feed that was added</source>
        <translation>Aufgenommene Datenquelle entfernen</translation>
    </message>
</context>
<context>
    <name>KeyWords</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>KpiLimits</name>
    <message>
        <source>Alarms in 10 min that can be handled</source>
        <translation>Alarme in 10 min, die zu bewältigen sind</translation>
    </message>
    <message>
        <source>A flood begins above (in 10 min)</source>
        <translation>Ein Alarmschwall beginnt über (in 10 min)</translation>
    </message>
    <message>
        <source>A flood ends below (in 10 min)</source>
        <translation>Ein Alarmschwall endet unter (in 10 min)</translation>
    </message>
    <message>
        <source>Share of P1, %</source>
        <translation>Anteil von P1, %</translation>
    </message>
    <message>
        <source>Share of P2, %</source>
        <translation>Anteil von P2, %</translation>
    </message>
    <message>
        <source>Share of P3, %</source>
        <translation>Anteil von P3, %</translation>
    </message>
    <message>
        <source>Chatter: raises of one alarm</source>
        <translation>Flattern: Kommen eines Alarms</translation>
    </message>
    <message>
        <source>Chatter: in less than, s</source>
        <translation>Flattern: in weniger als, s</translation>
    </message>
    <message>
        <source>Fleeting: below so many on-delays</source>
        <translation>Flüchtig: kürzer als so viele Einschaltverzögerungen</translation>
    </message>
    <message>
        <source>Fleeting: or below, s</source>
        <translation>Flüchtig: oder kürzer als, s</translation>
    </message>
    <message>
        <source>Standing after, h</source>
        <translation>Langstehend nach, h</translation>
    </message>
    <message>
        <source>Bad actors listed</source>
        <translation>Gelistete Störenfriede</translation>
    </message>
</context>
<context>
    <name>KpiTexts</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alarms per hour</source>
        <translation>Alarme je Stunde</translation>
    </message>
    <message>
        <source>Alarms per 10 min, mean</source>
        <translation>Alarme je 10 min, Mittel</translation>
    </message>
    <message>
        <source>Most in 10 min</source>
        <translation>Höchstens in 10 min</translation>
    </message>
    <message>
        <source>10-min spans in flood</source>
        <translation>10-min-Spannen im Schwall</translation>
    </message>
    <message>
        <source>Floods</source>
        <translation>Alarmschwälle</translation>
    </message>
    <message>
        <source>Time in flood</source>
        <translation>Zeit im Alarmschwall</translation>
    </message>
    <message>
        <source>Definitions that alarmed</source>
        <translation>Definitionen mit Alarm</translation>
    </message>
    <message>
        <source>Share of the worst</source>
        <translation>Anteil der schlimmsten</translation>
    </message>
    <message>
        <source>Chattering</source>
        <translation>Flatternd</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Fleeting</source>
        <translation>Flüchtig</translation>
    </message>
    <message>
        <source>Fleeting, share</source>
        <translation>Flüchtig, Anteil</translation>
    </message>
    <message>
        <source>Standing in this time</source>
        <translation>Langstehend in dieser Zeit</translation>
    </message>
    <message>
        <source>Standing at the end</source>
        <translation>Langstehend am Ende</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Time to acknowledge, half within</source>
        <translation>Zeit bis Quittierung, die Hälfte binnen</translation>
    </message>
    <message>
        <source>Time to acknowledge, 95 % within</source>
        <translation>Zeit bis Quittierung, 95 % binnen</translation>
    </message>
    <message>
        <source>Acknowledged after clear</source>
        <translation>Nach dem Gehen quittiert</translation>
    </message>
    <message>
        <source>Unacknowledged at the end</source>
        <translation>Unquittiert am Ende</translation>
    </message>
    <message>
        <source>Shelved at the end</source>
        <translation>Zurückgestellt am Ende</translation>
    </message>
    <message>
        <source>Shelved, time</source>
        <translation>Zurückgestellt, Zeit</translation>
    </message>
    <message>
        <source>Suppressed by rule at the end</source>
        <translation>Durch Regel unterdrückt am Ende</translation>
    </message>
    <message>
        <source>Suppressed by rule, time</source>
        <translation>Durch Regel unterdrückt, Zeit</translation>
    </message>
    <message>
        <source>Out of service at the end</source>
        <translation>Außer Betrieb am Ende</translation>
    </message>
    <message>
        <source>Out of service, time</source>
        <translation>Außer Betrieb, Zeit</translation>
    </message>
    <message>
        <source>Suppressed raises</source>
        <translation>Unterdrücktes Kommen</translation>
    </message>
    <message>
        <source>Raises for the journal only</source>
        <translation>Kommen nur für das Journal</translation>
    </message>
    <message>
        <source>Alarms with a verdict</source>
        <translation>Alarme mit Urteil</translation>
    </message>
    <message>
        <source>Alarms without a verdict</source>
        <translation>Alarme ohne Urteil</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Horn silenced</source>
        <translation>Hupe stummgeschaltet</translation>
    </message>
    <message>
        <source>Watched (rates are over this time)</source>
        <translation>Überwacht (Raten gelten je überwachter Zeit)</translation>
    </message>
    <message>
        <source>Whole time</source>
        <translation>Gesamte Zeit</translation>
    </message>
</context>
<context>
    <name>MachineSensors</name>
    <message>
        <source>Sensor</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Last minutes</source>
        <translation>Letzte Minuten</translation>
    </message>
</context>
<context>
    <name>MarkPainter</name>
    <message>
        <source>first violation</source>
        <translation>erste Verletzung</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>gekommen</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>note on a range</source>
        <translation>Notiz zu einer Zeitspanne</translation>
    </message>
    <message>
        <source>kept from people</source>
        <translation>vorenthalten</translation>
    </message>
</context>
<context>
    <name>MenuTable</name>
    <message>
        <source>&amp;Station</source>
        <translation>&amp;Station</translation>
    </message>
    <message>
        <source>&amp;Alarm</source>
        <translation>&amp;Alarm</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>&amp;Trend</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Replay</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>Se&amp;iten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>NotifierState</name>
    <message>
        <source>switched off at this station</source>
        <translation>an diesem Platz ausgeschaltet</translation>
    </message>
    <message>
        <source>the desktop has not answered yet</source>
        <translation>der Desktop hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>shown by %1</source>
        <translation>gezeigt von %1</translation>
    </message>
    <message>
        <source>not shown, no session bus: %1</source>
        <translation>nicht gezeigt, kein Sitzungsbus: %1</translation>
    </message>
    <message>
        <source>not shown, no notification service: %1</source>
        <translation>nicht gezeigt, kein Benachrichtigungsdienst: %1</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>List and tiles show only this. Click to show all.</source>
        <translation>Liste und Kacheln zeigen nur dies. Ein Klick zeigt alle.</translation>
    </message>
    <message>
        <source>only %1  ✕</source>
        <translation>nur %1  ✕</translation>
    </message>
    <message>
        <source>List and tiles show only %1. Press to show all.</source>
        <translation>Liste und Kacheln zeigen nur %1. Drücken zeigt alle.</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Journal, newest first</source>
        <translation>Journal, Neuestes zuerst</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>The replay opens in a window of its own.</source>
        <translation>Die Wiedergabe öffnet sich in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>The replay could not be started.</source>
        <translation>Die Wiedergabe ließ sich nicht starten.</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Anlagenteile</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 Tasten</translation>
    </message>
    <message>
        <source>%1 help</source>
        <translation>%1 Hilfe</translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>the last hour</source>
        <translation>der letzten Stunde</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>the last 8 hours</source>
        <translation>den letzten 8 Stunden</translation>
    </message>
    <message>
        <source>8 h</source>
        <translation>8 h</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>den letzten 24 Stunden</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>the last 10 days</source>
        <translation>den letzten 10 Tagen</translation>
    </message>
    <message>
        <source>10 days</source>
        <translation>10 Tagen</translation>
    </message>
    <message>
        <source>everything stored</source>
        <translation>allem Gespeicherten</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>allem</translation>
    </message>
</context>
<context>
    <name>ReadingText</name>
    <message>
        <source>LIST
● NEW: active, not acknowledged. ACK: active, acknowledged. ○ RTN: back to normal, not acknowledged. LATCH: wants a reset. &quot;saving…&quot; stands until your acknowledgement is on disk. The order is always: not acknowledged first, then priority, then newest. Arrows, %1 and %2 move, Enter goes to the pane at the right; a double click never acknowledges. Rows never move under the pointer; what comes in above is counted below the list.</source>
        <translation>LISTE
● NEU: aktiv, nicht quittiert. QUITT: aktiv, quittiert. ○ GEG: wieder normal, nicht quittiert. GEHALTEN: will zurückgesetzt werden. „wird gesichert…“ steht da, bis die Quittierung auf der Platte ist. Die Ordnung ist immer: nicht quittiert zuerst, dann Priorität, dann das Neueste. Pfeiltasten, %1 und %2 bewegen, Enter geht in das Feld rechts; ein Doppelklick quittiert nie. Zeilen bewegen sich nie unter dem Zeiger; was oberhalb dazukommt, wird unter der Liste gezählt.</translation>
    </message>
    <message>
        <source>SHELVED
%1 keeps the selection, a sensor or an asset from the list for a while: a digit says how long, Down offers a reason, Enter sends. %2 lists what is shelved, suppressed by a rule of the plant or out of service; %3 brings it back. The header always counts them, and ⚠ says that a shelf ends within five minutes. None of it counts as unacknowledged, and nothing of it sounds.</source>
        <translation>ZURÜCKGESTELLT
%1 hält die Auswahl, eine Messstelle oder ein Anlagenteil eine Weile aus der Liste: eine Ziffer sagt, wie lange, Down bietet einen Grund an, Enter sendet. %2 listet auf, was zurückgestellt, durch eine Regel der Anlage unterdrückt oder außer Betrieb ist; %3 holt es zurück. Die Kopfzeile zählt es immer, und ⚠ sagt, dass eine Rückstellung binnen fünf Minuten endet. Nichts davon zählt als unquittiert, und nichts davon ist zu hören.</translation>
    </message>
    <message>
        <source>SCORE
How far over its limit an alarm is: 2.0× is twice the limit. The pane at the right says why: which sensors, what was expected, what came.</source>
        <translation>SCORE
Wie weit ein Alarm über seiner Grenze ist: 2.0× ist das Doppelte der Grenze. Das Feld rechts sagt, warum: welche Messstellen, was erwartet war, was kam.</translation>
    </message>
    <message>
        <source>HALF DISC ?
Data that cannot be believed: stale, bad quality, or not verified since a restart. It is never an alarm by itself, and an alarm on such data neither clears nor rises.</source>
        <translation>HALBE SCHEIBE ?
Daten, denen nicht zu trauen ist: veraltet, von schlechter Qualität oder seit einem Neustart ungeprüft. Das ist nie selbst ein Alarm, und ein Alarm auf solchen Daten geht weder, noch wird er schlimmer.</translation>
    </message>
    <message>
        <source>TREND
The line is what came, the shaded band what the detector expected. %1 pauses the picture, not the plant; %2 goes back to live. %3 keeps the chosen sensor in the trend, %4 adds others below it. After %5 the arrows move a cursor, with Shift they mark a range: Enter zooms to it, Esc drops it. %6 shows it all as a table.</source>
        <translation>VERLAUF
Die Linie ist, was kam, das graue Band, was der Detektor erwartete. %1 hält das Bild an, nicht die Anlage; %2 geht zurück zur Gegenwart. %3 behält die gewählte Messstelle im Verlauf, %4 fügt darunter weitere hinzu. Nach %5 bewegen die Pfeile eine Marke, mit Shift markieren sie einen Bereich: Enter zeigt nur ihn, Esc hebt ihn auf. %6 zeigt alles als Tabelle.</translation>
    </message>
    <message>
        <source>TILES
A tile a sensor, or a tile a machine where there are many: then each small square is a sensor that is normal, and whatever is not has its shape. A hollow square is out of the ordinary without an alarm. %1 puts the worst first, PgUp and PgDown turn pages, Enter opens the machine.</source>
        <translation>KACHELN
Eine Kachel je Messstelle, oder je Maschine, wo es viele sind: dann ist jedes kleine Quadrat eine Messstelle, die normal ist, und was es nicht ist, hat seine eigene Form. Ein hohles Quadrat ist ungewöhnlich ohne Alarm. %1 stellt die schlimmsten voran, PgUp und PgDown blättern, Enter öffnet die Maschine.</translation>
    </message>
    <message>
        <source>DETECTORS
%1, or %2 on an alarm, a sensor or an asset: what judges it, and what another detector would have done on what is stored. Nothing changes before Apply, which asks for the reason.</source>
        <translation>DETEKTOREN
%1, oder %2 auf einem Alarm, einer Messstelle oder einem Anlagenteil: was bewertet, und was ein anderer Detektor auf dem Gespeicherten getan hätte. Nichts ändert sich vor Anwenden, das nach dem Grund fragt.</translation>
    </message>
    <message>
        <source>KPI
%1: what the alarms asked of people in a shift, day, week or month, beside what can be handled. Enter on a bad actor shows its detector, L its alarms.</source>
        <translation>KPI
%1: was die Alarme in einer Schicht, an einem Tag, in einer Woche oder einem Monat von Menschen verlangten, neben dem, was zu bewältigen ist. Enter auf einem Störenfried zeigt seinen Detektor, L seine Alarme.</translation>
    </message>
    <message>
        <source>INCIDENTS AND HANDOVER
%1 puts the selected alarms into an incident; %2 shows incidents with all that happened. %3 writes a note on the range that is marked in the trend, else on all that it shows. %4 makes the sheet of the shift: who goes signs it, who comes signs it too and acts from then on.</source>
        <translation>VORFÄLLE UND ÜBERGABE
%1 nimmt die gewählten Alarme in einen Vorfall auf; %2 zeigt Vorfälle mit allem, was geschah. %3 schreibt eine Notiz zum markierten Bereich des Verlaufs, sonst zu allem, was er zeigt. %4 macht das Blatt der Schicht: wer geht, unterschreibt es, wer kommt, unterschreibt auch und handelt von da an.</translation>
    </message>
    <message>
        <source>WHO ACTS
The header says who acts and as what. Without accounts everybody may do everything. With accounts %1 signs in and out; what a role does not allow says so. Silencing the horn is open to everybody.</source>
        <translation>WER HANDELT
Die Kopfzeile sagt, wer handelt und als was. Ohne Konten darf jeder alles. Mit Konten meldet %1 an und ab; was eine Rolle nicht erlaubt, sagt es. Die Hupe stummschalten darf jeder.</translation>
    </message>
    <message>
        <source>SOUND
Each priority has a tone of its own: P1 five quick high beeps, P2 two falling ones, P3 a long low one now and then. The most urgent alarm that nobody has acknowledged sounds, again and again. %1 silences what sounds now, for two minutes at most, and acknowledges nothing; an alarm that comes meanwhile is heard. NO SOUND in the header says that you would hear nothing, and why.</source>
        <translation>TON
Jede Priorität hat ihren eigenen Ton: P1 fünf schnelle hohe, P2 zwei fallende, P3 ab und zu einen langen tiefen. Es tönt der dringendste Alarm, den niemand quittiert hat, immer wieder. %1 schaltet stumm, was jetzt tönt, für höchstens zwei Minuten, und quittiert nichts; ein Alarm, der inzwischen kommt, ist zu hören. KEIN TON in der Kopfzeile sagt, dass nichts zu hören wäre, und warum.</translation>
    </message>
    <message>
        <source>DESKTOP
While another window is in front, alarms also stand on the desktop and in the tray. Show goes to the alarm; acknowledging is done here.</source>
        <translation>DESKTOP
Solange ein anderes Fenster vorn ist, stehen Alarme auch auf dem Desktop und im Benachrichtigungsfeld. Zeigen geht zum Alarm; quittiert wird hier.</translation>
    </message>
    <message>
        <source>HEADER
A symbol and two numbers for each priority: not acknowledged / open. Square 1 is the most urgent, then triangle 2, diamond 3. Grey and outlined means that nothing waits. Below: every feed with ● live, ◍ nothing readable, ✕ lost, ■ ended or ○ connecting, the journal, and the clock.</source>
        <translation>KOPFZEILE
Zu jeder Priorität ein Symbol und zwei Zahlen: nicht quittiert / offen. Quadrat 1 ist am dringendsten, dann Dreieck 2, Raute 3. Grau und als Umriss heißt, dass nichts wartet. Darunter: jede Datenquelle mit ● live, ◍ nichts Lesbares, ✕ verloren, ■ beendet oder ○ verbindet, das Journal und die Uhr.</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>changed since you looked</source>
        <translation>inzwischen verändert</translation>
    </message>
    <message>
        <source>acknowledged more than 10 s ago</source>
        <translation>vor mehr als 10 s quittiert</translation>
    </message>
    <message>
        <source>acknowledged by somebody else</source>
        <translation>von jemand anderem quittiert</translation>
    </message>
    <message>
        <source>already acknowledged</source>
        <translation>schon quittiert</translation>
    </message>
    <message>
        <source>acknowledge it first</source>
        <translation>zuerst quittieren</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>not latched</source>
        <translation>nicht gehalten</translation>
    </message>
    <message>
        <source>the condition is still active</source>
        <translation>die Bedingung besteht noch</translation>
    </message>
    <message>
        <source>not shelved</source>
        <translation>nicht zurückgestellt</translation>
    </message>
    <message>
        <source>shelved, suppressed or out of service</source>
        <translation>zurückgestellt, unterdrückt oder außer Betrieb</translation>
    </message>
    <message>
        <source>no open alarm</source>
        <translation>kein offener Alarm</translation>
    </message>
    <message>
        <source>a reason is required</source>
        <translation>ein Grund ist nötig</translation>
    </message>
    <message>
        <source>this alarm must not be shelved</source>
        <translation>dieser Alarm darf nicht zurückgestellt werden</translation>
    </message>
    <message>
        <source>its end is past, missing or beyond the longest shelf allowed</source>
        <translation>ihr Ende ist vorbei, fehlt oder liegt hinter der längsten erlaubten Rückstellung</translation>
    </message>
    <message>
        <source>already shelved, suppressed or out of service</source>
        <translation>schon zurückgestellt, unterdrückt oder außer Betrieb</translation>
    </message>
    <message>
        <source>already out of service</source>
        <translation>schon außer Betrieb</translation>
    </message>
    <message>
        <source>not out of service</source>
        <translation>nicht außer Betrieb</translation>
    </message>
    <message>
        <source>no such alarm is defined</source>
        <translation>ein solcher Alarm ist nicht definiert</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation> (und %1 weitere)</translation>
    </message>
    <message>
        <source>one of its alarms is not acknowledged: acknowledge it first, or take it out</source>
        <translation>einer seiner Alarme ist nicht quittiert: zuerst quittieren oder herausnehmen</translation>
    </message>
    <message>
        <source>alarms of this priority are acknowledged with a comment only (commentToAcknowledge in the plant file)</source>
        <translation>Alarme dieser Priorität werden nur mit einer Bemerkung quittiert (commentToAcknowledge in der Anlagendatei)</translation>
    </message>
    <message>
        <source>this address is listened to already</source>
        <translation>diese Adresse wird schon empfangen</translation>
    </message>
    <message>
        <source>expected the publisher&apos;s public key (serverKeys of its [[feed]] in the plant file), because this address is on another computer, or --insecure to take what anybody on the way can read and forge</source>
        <translation>erwartet wird der öffentliche Schlüssel des Senders (serverKeys seines [[feed]] in der Anlagendatei), weil diese Adresse auf einem anderen Rechner liegt, oder --insecure, um anzunehmen, was jeder unterwegs lesen und fälschen kann</translation>
    </message>
</context>
<context>
    <name>ReplayCommand</name>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
</context>
<context>
    <name>ReplayDesk</name>
    <message>
        <source>This window shows the present. %1 opens a replay beside it.</source>
        <translation>Dieses Fenster zeigt die Gegenwart. %1 öffnet daneben eine Wiedergabe.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Incident report</source>
        <translation>Vorfallbericht</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Window from</source>
        <translation>Zeitraum von</translation>
    </message>
    <message>
        <source>Window to</source>
        <translation>Zeitraum bis</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Bericht erstellt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Journal schema</source>
        <translation>Schema des Journals</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>Configuration in force</source>
        <translation>Geltende Konfiguration</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation>Geschlossen, weil</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>First violation</source>
        <translation>Erste Verletzung</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cleared</source>
        <translation>Gegangen</translation>
    </message>
    <message>
        <source>Active for</source>
        <translation>Aktiv für</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Zeit bis Quittierung</translation>
    </message>
    <message>
        <source>Peak score</source>
        <translation>Höchster Score</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Raises</source>
        <translation>Kommen</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>First of its group</source>
        <translation>Erstmeldung der Gruppe</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Angelerntes Modell</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Version of the text</source>
        <translation>Version des Textes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Lost messages</source>
        <translation>Verlorene Nachrichten</translation>
    </message>
    <message>
        <source>Rejected frames</source>
        <translation>Abgewiesene Telegramme</translation>
    </message>
    <message>
        <source>Late rows</source>
        <translation>Späte Zeilen</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Neustarts</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>Neuverbindungen</translation>
    </message>
    <message>
        <source>Worst lag</source>
        <translation>Größter Verzug</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>%1 (%2 in all)</source>
        <translation>%1 (insgesamt %2)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>more than 2 s apart</source>
        <translation>mehr als 2 s daneben</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>feed not live</source>
        <translation>Datenquelle nicht live</translation>
    </message>
    <message>
        <source>gap in the samples</source>
        <translation>Lücke in den Messwerten</translation>
    </message>
    <message>
        <source>readings of bad quality</source>
        <translation>Messwerte schlechter Qualität</translation>
    </message>
    <message>
        <source>stale or not to be believed</source>
        <translation>veraltet oder nicht zu glauben</translation>
    </message>
    <message>
        <source>clock more than 2 s apart</source>
        <translation>Uhr mehr als 2 s daneben</translation>
    </message>
    <message>
        <source>Data quality</source>
        <translation>Datenqualität</translation>
    </message>
    <message>
        <source>Gaps, stale times and clocks</source>
        <translation>Lücken, veraltete Zeiten und Uhren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>and %1 more, all of them in the JSON file</source>
        <translation>und %1 weitere, alle in der JSON-Datei</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anlagen</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Messstelle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Samples in the JSON file</source>
        <translation>Messwerte in der JSON-Datei</translation>
    </message>
    <message>
        <source>What is not known</source>
        <translation>Was nicht bekannt ist</translation>
    </message>
    <message>
        <source>Integrity and sign-off</source>
        <translation>Unversehrtheit und Abzeichnung</translation>
    </message>
    <message>
        <source>SHA-256 of the JSON payload</source>
        <translation>SHA-256 der JSON-Daten</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Schichtleiter</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Expected between</source>
        <translation>Erwartet zwischen</translation>
    </message>
    <message>
        <source>Last readings</source>
        <translation>Letzte Messwerte</translation>
    </message>
    <message>
        <source>Most similar stretch of its own past</source>
        <translation>Ähnlichster Abschnitt der eigenen Vergangenheit</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>last readings over the most similar stretch of its own past</source>
        <translation>letzte Messwerte über dem ähnlichsten Abschnitt der eigenen Vergangenheit</translation>
    </message>
    <message>
        <source>last %1 readings</source>
        <translation>letzte %1 Messwerte</translation>
    </message>
    <message>
        <source>most similar stretch</source>
        <translation>ähnlichster Abschnitt</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>gekommen</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>gegangen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>more urgent</source>
        <translation>dringender</translation>
    </message>
    <message>
        <source>first violation</source>
        <translation>erste Verletzung</translation>
    </message>
    <message>
        <source>unit unknown</source>
        <translation>Einheit unbekannt</translation>
    </message>
    <message>
        <source>Values and the expected band around the alarm; the table below says the same in words.</source>
        <translation>Werte und erwartetes Band um den Alarm; die Tabelle darunter sagt dasselbe in Worten.</translation>
    </message>
    <message>
        <source>time, UTC</source>
        <translation>Zeit, UTC</translation>
    </message>
    <message>
        <source>no samples are stored for this sensor</source>
        <translation>für diese Messstelle sind keine Messwerte gespeichert</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlend</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinster</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größter</translation>
    </message>
    <message>
        <source>Why the alarms were raised</source>
        <translation>Warum die Alarme kamen</translation>
    </message>
    <message>
        <source>Anomalous by themselves too while it was active:</source>
        <translation>Währenddessen auch für sich auffällig:</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>About the time</source>
        <translation>Zur Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Respond within</source>
        <translation>Reagieren binnen</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Record of the incident</source>
        <translation>Aufzeichnung des Vorfalls</translation>
    </message>
    <message>
        <source>Suppressed, shelved and out of service</source>
        <translation>Unterdrückt, zurückgestellt und außer Betrieb</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes on times</source>
        <translation>Notizen zu Zeiten</translation>
    </message>
    <message>
        <source>Guidance shown</source>
        <translation>Gezeigte Anweisung</translation>
    </message>
    <message>
        <source>Action taken</source>
        <translation>Ergriffene Maßnahmen</translation>
    </message>
    <message>
        <source>%1 alarm(s) on %2 source(s): %3 still open, %4 not acknowledged.</source>
        <translation>%1 Alarm(e) an %2 Quelle(n): %3 noch offen, %4 nicht quittiert.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until it clears</source>
        <translation>bis er geht</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 · incident %2 · SHA-256 %3</source>
        <translation>%1 · Vorfall %2 · SHA-256 %3</translation>
    </message>
    <message>
        <source>Of the %1 sensors behind alarm #%2, the samples of the leading %3 are in this report.</source>
        <translation>Von den %1 Messstellen hinter Alarm #%2 stehen die Messwerte der führenden %3 in diesem Bericht.</translation>
    </message>
    <message>
        <source>Alarm #%1 was still open when this report was made: its end is not in it.</source>
        <translation>Alarm #%1 war noch offen, als dieser Bericht entstand: sein Ende steht nicht darin.</translation>
    </message>
    <message>
        <source>Alarm #%1 has had no fresh reading since the last restart: whether it still holds is not known.</source>
        <translation>Alarm #%1 hatte seit dem letzten Neustart keinen frischen Messwert: ob er noch besteht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Alarm #%1 has more than %2 transitions; the rest is in the journal.</source>
        <translation>Alarm #%1 hat mehr als %2 Übergänge; die übrigen stehen im Journal.</translation>
    </message>
    <message>
        <source>There are no stored samples of %1 between %2 and %3: never received, or already pruned.</source>
        <translation>Von %1 sind zwischen %2 und %3 keine Messwerte gespeichert: nie empfangen oder schon ausgedünnt.</translation>
    </message>
    <message>
        <source>There are no stored samples of %1 before %2.</source>
        <translation>Von %1 sind vor %2 keine Messwerte gespeichert.</translation>
    </message>
    <message>
        <source>There are %1 gap(s) in the samples of %2 between %3 and %4.</source>
        <translation>In den Messwerten von %2 sind %1 Lücke(n) zwischen %3 und %4.</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>No feed health is stored for the time of this report: gaps in the feed cannot be told.</source>
        <translation>Für die Zeit dieses Berichts ist kein Zustand der Datenquellen gespeichert: Lücken der Datenquelle sind nicht zu erkennen.</translation>
    </message>
    <message>
        <source>No text of configuration %1 is in the journal: it ran without a plant file.</source>
        <translation>Im Journal steht kein Text der Konfiguration %1: sie lief ohne Anlagendatei.</translation>
    </message>
    <message>
        <source>Feed %1 numbers no messages: lost ones cannot be seen.</source>
        <translation>Datenquelle %1 nummeriert keine Nachrichten: verlorene sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>Feed %1 lost %2 message(s) in this time.</source>
        <translation>Datenquelle %1 verlor in dieser Zeit %2 Nachricht(en).</translation>
    </message>
    <message>
        <source>The clock of feed %1 differed from ours by more than 2 s.</source>
        <translation>Die Uhr der Datenquelle %1 wich um mehr als 2 s von der eigenen ab.</translation>
    </message>
    <message>
        <source>%1; %2 is outside</source>
        <translation>%1; %2 liegt außerhalb</translation>
    </message>
    <message>
        <source>%1; %2 is not outside, the score is not of this value by itself</source>
        <translation>%1; %2 liegt nicht außerhalb, der Score kommt nicht von diesem Wert allein</translation>
    </message>
    <message>
        <source>Newest reading</source>
        <translation>Neuester Messwert</translation>
    </message>
    <message>
        <source>Reading %1 before the newest</source>
        <translation>Messwert %1 vor dem neuesten</translation>
    </message>
    <message>
        <source>expected %1, got %2 (%3 of the difference)</source>
        <translation>erwartet %1, gemessen %2 (%3 des Unterschieds)</translation>
    </message>
    <message>
        <source>Alarm report</source>
        <translation>Alarmbericht</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>suppressed by rule</source>
        <translation>durch Regel unterdrückt</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>Journal at the newest row of this report: %1 links, head</source>
        <translation>Journal bei der jüngsten Zeile dieses Berichts: %1 Glieder, Ende</translation>
    </message>
    <message>
        <source>Some stored samples of %1 are damaged and left out.</source>
        <translation>Einige gespeicherte Messwerte von %1 sind beschädigt und fehlen.</translation>
    </message>
    <message>
        <source>Stored samples of %1 cannot be read: %2.</source>
        <translation>Gespeicherte Messwerte von %1 können nicht gelesen werden: %2.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unacknowledged P1</source>
        <translation>Unquittierte P1</translation>
    </message>
</context>
<context>
    <name>SensorTile</name>
    <message>
        <source>%1 alarm</source>
        <translation>Alarm %1</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>nicht quittiert</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch kein Messwert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>%1 quality</source>
        <translation>Qualität %1</translation>
    </message>
    <message>
        <source>warming up %1</source>
        <translation>lernt an: %1</translation>
    </message>
    <message>
        <source>no decision</source>
        <translation>keine Entscheidung</translation>
    </message>
</context>
<context>
    <name>SignInDesk</name>
    <message>
        <source>viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>Schichtleiter</translation>
    </message>
    <message>
        <source>engineer</source>
        <translation>Ingenieur</translation>
    </message>
</context>
<context>
    <name>SoundState</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>the sound system has not answered yet</source>
        <translation>das Tonsystem hat noch nicht geantwortet</translation>
    </message>
    <message>
        <source>no sound system answers</source>
        <translation>kein Tonsystem antwortet</translation>
    </message>
    <message>
        <source>no sound device</source>
        <translation>kein Tongerät</translation>
    </message>
    <message>
        <source>the sound device is muted</source>
        <translation>das Tongerät ist stummgeschaltet</translation>
    </message>
    <message>
        <source>muted in the mixer</source>
        <translation>im Mischer stummgeschaltet</translation>
    </message>
    <message>
        <source>the sound device takes no sound</source>
        <translation>das Tongerät nimmt keinen Ton an</translation>
    </message>
    <message>
        <source>switched off at this station</source>
        <translation>an diesem Platz ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>StartFailure</name>
    <message>
        <source>Telltale cannot show this.</source>
        <translation>Telltale kann dies nicht anzeigen.</translation>
    </message>
</context>
<context>
    <name>SuppressedColumns</name>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Shelved, one shot</source>
        <translation>Zurückgestellt, einmalig</translation>
    </message>
    <message>
        <source>Suppressed</source>
        <translation>Unterdrückt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Why it is not in the alarm list. ⚠: a shelf ends within 5 min, or a review is overdue.</source>
        <translation>Warum es nicht in der Alarmliste steht. ⚠: eine Rückstellung endet binnen 5 min, oder eine Prüfung ist überfällig.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>End of the shelf, or day of the review</source>
        <translation>Ende der Rückstellung oder Tag der Prüfung</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>How long until then</source>
        <translation>Wie lange noch bis dahin</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlagenteil</translation>
    </message>
    <message>
        <source>Which machine</source>
        <translation>Welche Maschine</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>The sensor and what would be said of it</source>
        <translation>Die Messstelle und was von ihr gemeldet würde</translation>
    </message>
    <message>
        <source>Pri</source>
        <translation>Pri</translation>
    </message>
    <message>
        <source>Priority, P1 is the most urgent</source>
        <translation>Priorität, P1 ist die dringendste</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>What would be in the list without it</source>
        <translation>Was ohne dies in der Liste stünde</translation>
    </message>
    <message>
        <source>Raises</source>
        <translation>Kommen</translation>
    </message>
    <message>
        <source>How often it was raised meanwhile</source>
        <translation>Wie oft er inzwischen kam</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why, or the rule that says so</source>
        <translation>Warum, oder die Regel, die es sagt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Wer es getan hat</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>Seit wann</translation>
    </message>
</context>
<context>
    <name>TrendPainter</name>
    <message>
        <source>range high</source>
        <translation>Bereich oben</translation>
    </message>
    <message>
        <source>range low</source>
        <translation>Bereich unten</translation>
    </message>
</context>
<context>
    <name>TrendPicture</name>
    <message>
        <source>before now</source>
        <translation>vor jetzt</translation>
    </message>
    <message>
        <source>unit unknown</source>
        <translation>Einheit unbekannt</translation>
    </message>
</context>
<context>
    <name>TrendStatus</name>
    <message>
        <source>waiting for the first sample</source>
        <translation>wartet auf den ersten Messwert</translation>
    </message>
    <message>
        <source>stale: nothing new since %1</source>
        <translation>veraltet: nichts Neues seit %1</translation>
    </message>
    <message>
        <source>%1 quality: not judged</source>
        <translation>Qualität %1: nicht bewertet</translation>
    </message>
    <message>
        <source>warming up %1: no decision yet</source>
        <translation>lernt an: %1, noch keine Entscheidung</translation>
    </message>
    <message>
        <source>no decision</source>
        <translation>keine Entscheidung</translation>
    </message>
    <message>
        <source>too much history for one picture: zoom in</source>
        <translation>zu viel Geschichte für ein Bild: vergrößern</translation>
    </message>
    <message>
        <source>loading history …</source>
        <translation>Geschichte wird geladen …</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>PAUSED %1</source>
        <translation>PAUSE %1</translation>
    </message>
    <message>
        <source> (unit unknown)</source>
        <translation> (Einheit unbekannt)</translation>
    </message>
    <message>
        <source>%1, simulated clock</source>
        <translation>%1, simulierte Uhr</translation>
    </message>
    <message>
        <source>REPLAY, %1</source>
        <translation>WIEDERGABE, %1</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>lowest and highest of each minute</source>
        <translation>Tiefst- und Höchstwert jeder Minute</translation>
    </message>
    <message>
        <source>lowest and highest of each hour</source>
        <translation>Tiefst- und Höchstwert jeder Stunde</translation>
    </message>
    <message>
        <source>lowest and highest of each day</source>
        <translation>Tiefst- und Höchstwert jedes Tages</translation>
    </message>
    <message numerus="yes">
        <source>%n stretch(es) of stored samples are damaged and left out</source>
        <translation>
            <numerusform>%n Stück gespeicherter Messwerte ist beschädigt und fehlt</numerusform>
            <numerusform>%n Stücke gespeicherter Messwerte sind beschädigt und fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>stored samples cannot be read: %1</source>
        <translation>gespeicherte Messwerte können nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>Zones</name>
    <message>
        <source>All times in local time.</source>
        <translation>Alle Zeiten in Ortszeit.</translation>
    </message>
    <message>
        <source>All times in UTC.</source>
        <translation>Alle Zeiten in UTC.</translation>
    </message>
    <message>
        <source>All times as at the plant, %1.</source>
        <translation>Alle Zeiten wie an der Anlage, %1.</translation>
    </message>
</context>
<context>
    <name>telltale::app::AlarmHook</name>
    <message numerus="yes">
        <source>the program ended before %n alarm event(s) could be handed over</source>
        <translation>
            <numerusform>das Programm endete, bevor %n Alarmereignis übergeben werden konnte</numerusform>
            <numerusform>das Programm endete, bevor %n Alarmereignisse übergeben werden konnten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it is too slow: %n alarm event(s) were not handed over</source>
        <translation>
            <numerusform>er ist zu langsam: %n Alarmereignis wurde nicht übergeben</numerusform>
            <numerusform>er ist zu langsam: %n Alarmereignisse wurden nicht übergeben</numerusform>
        </translation>
    </message>
    <message>
        <source>it took longer than %1 s and was ended</source>
        <translation>er brauchte länger als %1 s und wurde beendet</translation>
    </message>
    <message>
        <source>it ended with %1</source>
        <translation>er endete mit %1</translation>
    </message>
</context>
<context>
    <name>telltale::app::FeedStarter</name>
    <message>
        <source>It runs already: its window was asked to the front.</source>
        <translation>Läuft bereits: Das Fenster wurde nach vorn gebeten.</translation>
    </message>
    <message>
        <source>The plant file is not right: %1</source>
        <translation>Die Anlagendatei ist nicht in Ordnung: %1</translation>
    </message>
</context>
<context>
    <name>telltale::app::SimulatorFeed</name>
    <message>
        <source>it ended at once</source>
        <translation>sofort beendet</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>telltale::app::Wakefulness</name>
    <message>
        <source>Alarms are watched on this screen</source>
        <translation>Auf diesem Bildschirm werden Alarme überwacht</translation>
    </message>
</context>
<context>
    <name>telltale::ui</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Active for %1, since %2</source>
        <translation>Aktiv seit %1, ab %2</translation>
    </message>
    <message>
        <source>Raised %1, cleared %2</source>
        <translation>Gekommen %1, gegangen %2</translation>
    </message>
    <message>
        <source>First violation %1</source>
        <translation>Erste Verletzung %1</translation>
    </message>
    <message>
        <source>Acknowledged %1 by %2</source>
        <translation>Quittiert %1 von %2</translation>
    </message>
    <message>
        <source>raised %1 times</source>
        <translation>%1-mal gekommen</translation>
    </message>
    <message>
        <source>first of its group</source>
        <translation>Erstmeldung der Gruppe</translation>
    </message>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
    <message>
        <source>Quality: unverified since restart, no fresh reading yet</source>
        <translation>Qualität: seit dem Neustart ungeprüft, noch kein frischer Messwert</translation>
    </message>
    <message>
        <source>Quality good</source>
        <translation>Qualität gut</translation>
    </message>
    <message>
        <source>Quality %1: the alarm is frozen until data can be believed again</source>
        <translation>Qualität %1: der Alarm ist eingefroren, bis den Daten wieder zu trauen ist</translation>
    </message>
    <message>
        <source>Raised by the program itself, not by a detector.</source>
        <translation>Vom Programm selbst gemeldet, nicht von einem Detektor.</translation>
    </message>
    <message>
        <source>Score at the raise %1, limit %2: %3</source>
        <translation>Score beim Kommen %1, Grenze %2: %3</translation>
    </message>
    <message>
        <source>Now %1, worst %2</source>
        <translation>Jetzt %1, schlimmstens %2</translation>
    </message>
    <message>
        <source>Expected band %1</source>
        <translation>Erwartetes Band %1</translation>
    </message>
    <message>
        <source>Detector %1 v%2, configuration %3</source>
        <translation>Detektor %1 v%2, Konfiguration %3</translation>
    </message>
    <message>
        <source>Trained model %1</source>
        <translation>Angelerntes Modell %1</translation>
    </message>
    <message>
        <source>%1 by itself too: %2 (%3), expected %4, got %5</source>
        <translation>auch %1 für sich: %2 (%3), erwartet %4, gekommen %5</translation>
    </message>
    <message>
        <source> (within %1)</source>
        <translation> (innerhalb von %1)</translation>
    </message>
    <message>
        <source>Do: %1%2</source>
        <translation>Tun: %1%2</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>Ursache: %1</translation>
    </message>
    <message>
        <source>If nothing is done: %1</source>
        <translation>Wenn nichts geschieht: %1</translation>
    </message>
    <message>
        <source>… and %1 before, in the journal</source>
        <translation>… und %1 davor, im Journal</translation>
    </message>
    <message>
        <source>warming up: %1</source>
        <translation>lernt an: %1</translation>
    </message>
    <message>
        <source>STALE</source>
        <translation>VERALTET</translation>
    </message>
    <message>
        <source>Its asset as a whole: detector %1, %2, %3</source>
        <translation>Das Anlagenteil als Ganzes: Detektor %1, %2, %3</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>No reading yet</source>
        <translation>Noch kein Messwert</translation>
    </message>
    <message>
        <source>Reading of %1, %2 ago</source>
        <translation>Messwert von %1, vor %2</translation>
    </message>
    <message>
        <source>Quality %1%2</source>
        <translation>Qualität %1%2</translation>
    </message>
    <message>
        <source>, STALE</source>
        <translation>, VERALTET</translation>
    </message>
    <message>
        <source>Physical range %1</source>
        <translation>Physikalischer Bereich %1</translation>
    </message>
    <message>
        <source>not declared</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Expected %1, band %2</source>
        <translation>Erwartet %1, Band %2</translation>
    </message>
    <message>
        <source>judged with its asset</source>
        <translation>mit dem Anlagenteil bewertet</translation>
    </message>
    <message>
        <source>detector %1</source>
        <translation>Detektor %1</translation>
    </message>
    <message>
        <source>Warming up: %1</source>
        <translation>Lernt an: %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Period %1, %2 samples so far%3</source>
        <translation>Takt %1, bisher %2 Messwerte%3</translation>
    </message>
    <message>
        <source>, not in the plant file</source>
        <translation>, nicht in der Anlagendatei</translation>
    </message>
    <message>
        <source>Last %1 readings, ending at %2; the most similar stretch of its own past ended at %3. All between %4 and %5</source>
        <translation>Letzte %1 Messwerte, bis %2; der ähnlichste Abschnitt der eigenen Vergangenheit endete %3. Alle zwischen %4 und %5</translation>
    </message>
    <message>
        <source>last %1 readings</source>
        <translation>letzte %1 Messwerte</translation>
    </message>
    <message>
        <source>most similar stretch of its past</source>
        <translation>ähnlichster Abschnitt der Vergangenheit</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>after %1 s</source>
        <translation>nach %1 s</translation>
    </message>
    <message>
        <source>after %1 readings in a row</source>
        <translation>nach %1 Messwerten in Folge</translation>
    </message>
    <message>
        <source>after %1 of %2 readings</source>
        <translation>nach %1 von %2 Messwerten</translation>
    </message>
    <message>
        <source>after %1 readings within %2 s</source>
        <translation>nach %1 Messwerten in %2 s</translation>
    </message>
    <message>
        <source>%1 as a whole</source>
        <translation>%1 als Ganzes</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>no stages</source>
        <translation>keine Stufen</translation>
    </message>
    <message>
        <source>stages %1</source>
        <translation>Stufen %1</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
    <message>
        <source>at %1: %2 of %3 rows, %4</source>
        <translation>bei %1: %2 von %3 Zeilen, %4</translation>
    </message>
    <message>
        <source>%1, trained %2 on %3 rows (%4 left out) of %5, %6 to %7. Limit %8. File %9, SHA-256 %10</source>
        <translation>%1, angelernt %2 auf %3 Zeilen (%4 ausgelassen) von %5, %6 bis %7. Grenze %8. Datei %9, SHA-256 %10</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>selbst gefunden</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gesichert…</translation>
    </message>
    <message>
        <source>%1 1st</source>
        <translation>%1 Erst</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, not stored</source>
        <translation>%1, nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 +%2: %3</source>
        <translation>%1 +%2: %3</translation>
    </message>
    <message>
        <source>CLOSED</source>
        <translation>GESCHLOSSEN</translation>
    </message>
    <message>
        <source>closed (%1)</source>
        <translation>geschlossen (%1)</translation>
    </message>
    <message>
        <source>unverified</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>NO SOUND: %1</source>
        <translation>KEIN TON: %1</translation>
    </message>
    <message>
        <source>NO SOUND</source>
        <translation>KEIN TON</translation>
    </message>
    <message>
        <source>lag %1 ms</source>
        <translation>Verzug %1 ms</translation>
    </message>
    <message>
        <source>lag %1 s</source>
        <translation>Verzug %1 s</translation>
    </message>
    <message>
        <source> CLOCK DIFFERS</source>
        <translation> UHR WEICHT AB</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1/%2 sensors</source>
        <translation>%1/%2 Messstellen</translation>
    </message>
    <message>
        <source>%1 samples/s</source>
        <translation>%1 Messwerte/s</translation>
    </message>
    <message>
        <source>gaps %1</source>
        <translation>Lücken %1</translation>
    </message>
    <message>
        <source>gaps unknown</source>
        <translation>Lücken unbekannt</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>abgewiesen %1</translation>
    </message>
    <message>
        <source>horn off</source>
        <translation>Hupe aus</translation>
    </message>
    <message>
        <source>silenced until %1</source>
        <translation>stumm bis %1</translation>
    </message>
    <message>
        <source>✕ journal NOT WRITING</source>
        <translation>✕ Journal SCHREIBT NICHT</translation>
    </message>
    <message>
        <source>✕ NOT WRITING</source>
        <translation>✕ SCHREIBT NICHT</translation>
    </message>
    <message>
        <source>◍ journal READ ONLY</source>
        <translation>◍ Journal NUR LESEND</translation>
    </message>
    <message>
        <source>◍ READ ONLY</source>
        <translation>◍ NUR LESEND</translation>
    </message>
    <message>
        <source>● journal ok</source>
        <translation>● Journal ok</translation>
    </message>
    <message>
        <source>● journal ok, %1 waiting</source>
        <translation>● Journal ok, %1 warten</translation>
    </message>
    <message>
        <source>the journal cannot be written</source>
        <translation>das Journal kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>READ ONLY: %1. Nothing that happens here is recorded.</source>
        <translation>NUR LESEND: %1. Nichts, was hier geschieht, wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>another instance writes this journal</source>
        <translation>eine andere Instanz schreibt dieses Journal</translation>
    </message>
    <message>
        <source>drops 0</source>
        <translation>verworfen 0</translation>
    </message>
    <message>
        <source>DROPPED %1 batches, %2 samples</source>
        <translation>VERWORFEN %1 Pakete, %2 Messwerte</translation>
    </message>
    <message>
        <source>LOST %1 messages</source>
        <translation>VERLOREN %1 Meldungen</translation>
    </message>
    <message>
        <source>SIMULATED</source>
        <translation>SIMULIERT</translation>
    </message>
    <message>
        <source>SIMULATED ×%1</source>
        <translation>SIMULIERT ×%1</translation>
    </message>
    <message>
        <source>Pri</source>
        <translation>Pri</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Datenquelle</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>first violation of #%1
%2</source>
        <translation>erste Verletzung von #%1
%2</translation>
    </message>
    <message>
        <source>RAISE #%1</source>
        <translation>GEKOMMEN #%1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>(system)</source>
        <translation>(System)</translation>
    </message>
    <message>
        <source>▲ beyond: %1</source>
        <translation>▲ darüber: %1</translation>
    </message>
    <message>
        <source>Feed uptime</source>
        <translation>Datenquellen verfügbar</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Datenquellen</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Outages</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längster</translation>
    </message>
    <message>
        <source>Lost messages</source>
        <translation>Verlorene Nachrichten</translation>
    </message>
    <message>
        <source>Time to acknowledge</source>
        <translation>Zeit bis Quittierung</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Quittiert</translation>
    </message>
    <message>
        <source>Half within</source>
        <translation>Die Hälfte binnen</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % binnen</translation>
    </message>
    <message>
        <source>After clear</source>
        <translation>Nach dem Gehen</translation>
    </message>
    <message>
        <source>Still waiting</source>
        <translation>Wartet noch</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>asset</source>
        <translation>Anlagenteil</translation>
    </message>
    <message>
        <source>detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Langstehend</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Definitions at the end</source>
        <translation>Definitionen am Ende</translation>
    </message>
    <message>
        <source>Time, summed</source>
        <translation>Zeit, Summe</translation>
    </message>
    <message>
        <source>Raises meanwhile</source>
        <translation>Kommen in dieser Zeit</translation>
    </message>
    <message>
        <source>Shelved</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Suppressed by rule</source>
        <translation>Durch Regel unterdrückt</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Per 10 min</source>
        <translation>Je 10 min</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>In flood</source>
        <translation>Im Alarmschwall</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Richtwert</translation>
    </message>
    <message>
        <source>%1 per h</source>
        <translation>%1 je h</translation>
    </message>
    <message>
        <source>flood above %1</source>
        <translation>Alarmschwall über %1</translation>
    </message>
    <message>
        <source>about %1 is manageable</source>
        <translation>etwa %1 ist zu bewältigen</translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <translation>%1 – %2 %3</translation>
    </message>
    <message>
        <source>%1 of %2 that cleared</source>
        <translation>%1 von %2, die gingen</translation>
    </message>
    <message>
        <source>over %1 h; %2 in this time</source>
        <translation>über %1 h; %2 in dieser Zeit</translation>
    </message>
    <message>
        <source>half within; 95 % within %1</source>
        <translation>Hälfte; 95 % binnen %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Shelved, out of service</source>
        <translation>Zurückgestellt, außer Betrieb</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>by hand, whole plant</source>
        <translation>von Hand, ganze Anlage</translation>
    </message>
    <message>
        <source>Bad actors</source>
        <translation>Störenfriede</translation>
    </message>
    <message>
        <source>Chatter</source>
        <translation>Flattern</translation>
    </message>
    <message>
        <source>Fleeting</source>
        <translation>Flüchtig</translation>
    </message>
    <message>
        <source>%1 alarm, %2</source>
        <translation>Alarm %1, %2</translation>
    </message>
    <message>
        <source>no alarm</source>
        <translation>kein Alarm</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message numerus="yes">
        <source>NOT WRITING: %1. Alarms go on; %n event(s) wait in memory; acknowledgements are not safe until this ends.</source>
        <translation>
            <numerusform>SCHREIBT NICHT: %1. Alarme gehen weiter; %n Ereignis wartet im Speicher; Quittierungen sind bis zum Ende nicht sicher.</numerusform>
            <numerusform>SCHREIBT NICHT: %1. Alarme gehen weiter; %n Ereignisse warten im Speicher; Quittierungen sind bis zum Ende nicht sicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>when nobody has acknowledged it for %1</source>
        <translation>wenn ihn %1 lang niemand quittiert</translation>
    </message>
    <message>
        <source>at %1 times its limit</source>
        <translation>beim %1-fachen seiner Grenze</translation>
    </message>
    <message>
        <source>Becomes %1 %2</source>
        <translation>Wird %1 %2</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Owner: %1  ·  Verdict: %2</source>
        <translation>Zuständig: %1  ·  Urteil: %2</translation>
    </message>
    <message>
        <source>%1: after %2, in time</source>
        <translation>%1: nach %2, rechtzeitig</translation>
    </message>
    <message>
        <source>%1: after %2, LATE by %3</source>
        <translation>%1: nach %2, um %3 ZU SPÄT</translation>
    </message>
    <message>
        <source>%1 by %2: %3 left</source>
        <translation>%1 bis %2: noch %3</translation>
    </message>
    <message>
        <source>%1 by %2: OVERDUE by %3</source>
        <translation>%1 bis %2: seit %3 ÜBERFÄLLIG</translation>
    </message>
    <message>
        <source>Cost avoided: %1</source>
        <translation>Vermiedene Kosten: %1</translation>
    </message>
    <message>
        <source>Cost avoided: nothing, it ended too late (%1)</source>
        <translation>Vermiedene Kosten: keine, es endete zu spät (%1)</translation>
    </message>
    <message>
        <source>Cost avoided if it ends in time: %1</source>
        <translation>Vermiedene Kosten, wenn es rechtzeitig endet: %1</translation>
    </message>
    <message>
        <source>Cost no longer avoided: %1</source>
        <translation>Nicht mehr vermiedene Kosten: %1</translation>
    </message>
    <message>
        <source>%1 since onset at %2</source>
        <translation>%1 seit Beginn um %2</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Response as written down</source>
        <translation>Hinterlegte Reaktion</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>4 h</source>
        <translation>4 h</translation>
    </message>
    <message>
        <source>end of shift, %1</source>
        <translation>Ende der Schicht, %1</translation>
    </message>
    <message>
        <source>until it clears, at most %1</source>
        <translation>bis er geht, höchstens %1</translation>
    </message>
    <message>
        <source>Not offered: %1. %2 (%3) may be shelved for %4 at most.</source>
        <translation>Nicht angeboten: %1. %2 (%3) darf höchstens %4 zurückgestellt werden.</translation>
    </message>
    <message>
        <source>%1 must not be shelved.</source>
        <translation>%1 darf nicht zurückgestellt werden.</translation>
    </message>
    <message>
        <source>review overdue %1</source>
        <translation>Prüfung überfällig %1</translation>
    </message>
    <message>
        <source>ending</source>
        <translation>endet</translation>
    </message>
    <message>
        <source>ACTIVE</source>
        <translation>AKTIV</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Shelved until it clears, at most until %1 (%2 left)</source>
        <translation>Zurückgestellt, bis er geht, höchstens bis %1 (noch %2)</translation>
    </message>
    <message>
        <source>Shelved until %1 (%2 left)</source>
        <translation>Zurückgestellt bis %1 (noch %2)</translation>
    </message>
    <message>
        <source>%1 by %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>, OVERDUE</source>
        <translation>, ÜBERFÄLLIG</translation>
    </message>
    <message>
        <source>Out of service since %1 by %2: %3. To be reviewed %4%5</source>
        <translation>Außer Betrieb seit %1 durch %2: %3. Zu prüfen %4%5</translation>
    </message>
    <message>
        <source>Suppressed by design since %1: %2</source>
        <translation>Planmäßig unterdrückt seit %1: %2</translation>
    </message>
    <message>
        <source>Shelved %1 (next %2)</source>
        <translation>Zurückgestellt %1 (nächste %2)</translation>
    </message>
    <message>
        <source>Sh %1 (%2)</source>
        <translation>Zu %1 (%2)</translation>
    </message>
    <message>
        <source>Shelved 0</source>
        <translation>Zurückgestellt 0</translation>
    </message>
    <message>
        <source>Sh 0</source>
        <translation>Zu 0</translation>
    </message>
    <message>
        <source>Suppressed %1</source>
        <translation>Unterdrückt %1</translation>
    </message>
    <message>
        <source>Su %1</source>
        <translation>Un %1</translation>
    </message>
    <message>
        <source>, review %1</source>
        <translation>, Prüfung %1</translation>
    </message>
    <message>
        <source>OOS %1%2</source>
        <translation>AB %1%2</translation>
    </message>
    <message>
        <source>OOS %1</source>
        <translation>AB %1</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Anlagenteil</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>nobody looks after it</source>
        <translation>niemand kümmert sich darum</translation>
    </message>
    <message>
        <source>%1 looks after it</source>
        <translation>%1 kümmert sich darum</translation>
    </message>
    <message>
        <source>Open since %1, opened by %2, %3.</source>
        <translation>Offen seit %1, eröffnet von %2, %3.</translation>
    </message>
    <message>
        <source>Closed %1 by %2. Cause: %3</source>
        <translation>Geschlossen %1 von %2. Ursache: %3</translation>
    </message>
    <message>
        <source>Handed over and stored. The other side takes over with their name.</source>
        <translation>Übergeben und gespeichert. Die andere Seite übernimmt mit ihrem Namen.</translation>
    </message>
    <message>
        <source>%1 has taken over the shift.</source>
        <translation>%1 hat die Schicht übernommen.</translation>
    </message>
    <message>
        <source>A handover can be exported once it is signed.</source>
        <translation>Eine Übergabe kann ausgegeben werden, sobald sie unterschrieben ist.</translation>
    </message>
    <message>
        <source>Handover written: %1</source>
        <translation>Übergabe geschrieben: %1</translation>
    </message>
    <message>
        <source>The handover was not written: %1</source>
        <translation>Die Übergabe wurde nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Incident stored: %1</source>
        <translation>Vorfall gespeichert: %1</translation>
    </message>
    <message>
        <source>Alarm #%1 is in incident %2.</source>
        <translation>Alarm #%1 ist in Vorfall %2.</translation>
    </message>
    <message>
        <source>Stored: incident %1</source>
        <translation>Gespeichert: Vorfall %1</translation>
    </message>
    <message>
        <source>Select the alarms that belong into an incident.</source>
        <translation>Die Alarme wählen, die in einen Vorfall gehören.</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>Cost avoided: nothing, it ended before anybody answered (%1)</source>
        <translation>Vermiedene Kosten: keine, es endete, bevor jemand reagierte (%1)</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Reaktionszeiten</translation>
    </message>
    <message>
        <source>Action: none, it ended by itself after %1</source>
        <translation>Maßnahme: keine, es endete von selbst nach %1</translation>
    </message>
    <message>
        <source>THE JOURNAL CANNOT BE READ, what you see is old: %1</source>
        <translation>DAS JOURNAL IST NICHT LESBAR, die Anzeige ist alt: %1</translation>
    </message>
    <message>
        <source>NOBODY WATCHES THIS PLANT, as far as its journal shows: nothing has been written since %1. What you see is old.</source>
        <translation>DIESE ANLAGE WIRD NICHT ÜBERWACHT, soweit ihr Journal zeigt: Seit %1 wurde nichts geschrieben. Die Anzeige ist alt.</translation>
    </message>
    <message numerus="yes">
        <source>%n sensor(s), nothing wrong</source>
        <translation>
            <numerusform>%n Messstelle, nichts Auffälliges</numerusform>
            <numerusform>%n Messstellen, nichts Auffälliges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n sensor(s), %3</source>
        <translation>
            <numerusform>%1, %2, %n Messstelle, %3</numerusform>
            <numerusform>%1, %2, %n Messstellen, %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Raised %n time(s) meanwhile</source>
        <translation>
            <numerusform>Inzwischen %n Mal gekommen</numerusform>
            <numerusform>Inzwischen %n Mal gekommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Outside the expected band %1: got %2</source>
        <translation>Außerhalb des erwarteten Bandes %1: gemessen %2</translation>
    </message>
    <message>
        <source>Not outside the band %1 (got %2): the score is not of this value by itself</source>
        <translation>Nicht außerhalb des Bandes %1 (gemessen %2): der Score kommt nicht von diesem Wert allein</translation>
    </message>
    <message>
        <source>Newest reading</source>
        <translation>Neuester Messwert</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s) before the newest</source>
        <translation>
            <numerusform>%n Messwert vor dem neuesten</numerusform>
            <numerusform>%n Messwerte vor dem neuesten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: expected %2, got %3 (%4 of the difference)</source>
        <translation>%1: erwartet %2, gemessen %3 (%4 des Unterschieds)</translation>
    </message>
    <message>
        <source>shelved</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>suppressed by rule</source>
        <translation>durch Regel unterdrückt</translation>
    </message>
    <message>
        <source>out of service</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%n flood(s), %1</source>
        <translation>
            <numerusform>%n Alarmflut, %1</numerusform>
            <numerusform>%n Alarmfluten, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n Lücke</numerusform>
            <numerusform>%n Lücken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s)</source>
        <translation>
            <numerusform>%n Datenquelle</numerusform>
            <numerusform>%n Datenquellen</numerusform>
        </translation>
    </message>
    <message>
        <source>watched time not known: rates are over the whole time</source>
        <translation>überwachte Zeit nicht bekannt: Raten gelten für die gesamte Zeit</translation>
    </message>
    <message>
        <source>watched time not known</source>
        <translation>überwachte Zeit nicht bekannt</translation>
    </message>
    <message>
        <source>watched %1 of %2: rates are over what was watched</source>
        <translation>überwacht %1 von %2: Raten gelten für die überwachte Zeit</translation>
    </message>
    <message>
        <source>watched %1 of %2</source>
        <translation>überwacht %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>worst %1 of %n definition(s)</source>
        <translation>
            <numerusform>%1 von %n Definition</numerusform>
            <numerusform>%1 von %n Definitionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raise(s) within %1</source>
        <translation>
            <numerusform>%n-mal in %1</numerusform>
            <numerusform>%n-mal in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledged</source>
        <translation>
            <numerusform>%n quittiert</numerusform>
            <numerusform>%n quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not among the %n alarm(s)</source>
        <translation>
            <numerusform>nicht unter dem %n Alarm</numerusform>
            <numerusform>nicht unter den %n Alarmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n alarm(s) with a verdict</source>
        <translation>
            <numerusform>%1 von %n Alarm mit Urteil</numerusform>
            <numerusform>%1 von %n Alarmen mit Urteil</numerusform>
        </translation>
    </message>
    <message>
        <source>chattering: shelve it for 30 min?</source>
        <translation>flattert: für 30 min zurückstellen?</translation>
    </message>
    <message>
        <source>Cost avoided: not set (%1 sets it)</source>
        <translation>Vermiedene Kosten: nicht festgelegt (mit %1 festlegen)</translation>
    </message>
    <message>
        <source>HORN ON  [%1 silence]</source>
        <translation>HUPE EIN  [%1 stumm]</translation>
    </message>
    <message>
        <source>Read only: nothing has been written here yet (%1 reads again).</source>
        <translation>Nur lesend: Hier wurde noch nichts geschrieben (%1 liest erneut).</translation>
    </message>
    <message>
        <source>Read only, state of %1, as another Telltale writes it (%2 reads again). Nothing can be changed here.</source>
        <translation>Nur lesend, Stand %1, wie ein anderes Telltale ihn schreibt (%2 liest erneut). Hier kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>nothing since %1: %2</source>
        <translation>nichts seit %1: %2</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>neuer Versuch</translation>
    </message>
    <message numerus="yes">
        <source>next try in %n s</source>
        <translation>
            <numerusform>nächster Versuch in %n s</numerusform>
            <numerusform>nächster Versuch in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>UNENCRYPTED: %1. Anybody on the way can read what comes from there, and forge it (--insecure).</source>
        <translation>UNVERSCHLÜSSELT: %1. Jeder unterwegs kann lesen und fälschen, was von dort kommt (--insecure).</translation>
    </message>
    <message>
        <source>UNENCRYPTED: %1</source>
        <translation>UNVERSCHLÜSSELT: %1</translation>
    </message>
    <message numerus="yes">
        <source>UNENCRYPTED: %n feed(s)</source>
        <translation>
            <numerusform>UNVERSCHLÜSSELT: %n Datenquelle</numerusform>
            <numerusform>UNVERSCHLÜSSELT: %n Datenquellen</numerusform>
        </translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmDesk</name>
    <message>
        <source>This window is read-only: nothing was done.</source>
        <translation>Dieses Fenster ist nur lesend: nichts wurde getan.</translation>
    </message>
    <message>
        <source>%1 alarms</source>
        <translation>%1 Alarme</translation>
    </message>
    <message>
        <source>Acknowledged and stored: %1</source>
        <translation>Quittiert und gespeichert: %1</translation>
    </message>
    <message>
        <source>Comment stored: #%1</source>
        <translation>Bemerkung gespeichert: #%1</translation>
    </message>
    <message>
        <source>Comment not stored (#%1)</source>
        <translation>Bemerkung nicht gespeichert (#%1)</translation>
    </message>
    <message>
        <source>Horn silenced. Nothing is acknowledged by that.</source>
        <translation>Hupe stummgeschaltet. Damit ist nichts quittiert.</translation>
    </message>
    <message>
        <source>Not silenced</source>
        <translation>Nicht stummgeschaltet</translation>
    </message>
    <message>
        <source>Not acknowledged</source>
        <translation>Nicht quittiert</translation>
    </message>
    <message>
        <source>Acknowledgement taken back: %1</source>
        <translation>Quittierung zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Nicht zurückgenommen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurückgesetzt: %1</translation>
    </message>
    <message>
        <source>Not reset</source>
        <translation>Nicht zurückgesetzt</translation>
    </message>
    <message>
        <source>Shelved until it clears, at most %1: %2</source>
        <translation>Zurückgestellt, bis er geht, höchstens %1: %2</translation>
    </message>
    <message>
        <source>Shelved for %1: %2</source>
        <translation>Für %1 zurückgestellt: %2</translation>
    </message>
    <message>
        <source>Not shelved</source>
        <translation>Nicht zurückgestellt</translation>
    </message>
    <message>
        <source>Back from the shelf: %1</source>
        <translation>Wieder in der Liste: %1</translation>
    </message>
    <message>
        <source>Not unshelved</source>
        <translation>Rückstellung nicht beendet</translation>
    </message>
    <message>
        <source>Out of service: %1</source>
        <translation>Außer Betrieb: %1</translation>
    </message>
    <message>
        <source>Not taken out of service</source>
        <translation>Nicht außer Betrieb genommen</translation>
    </message>
    <message>
        <source>Back in service: %1</source>
        <translation>Wieder in Betrieb: %1</translation>
    </message>
    <message>
        <source>Not returned to service</source>
        <translation>Nicht wieder in Betrieb genommen</translation>
    </message>
    <message>
        <source>Verdict stored: #%1</source>
        <translation>Urteil gespeichert: #%1</translation>
    </message>
    <message>
        <source>Verdict not stored</source>
        <translation>Urteil nicht gespeichert</translation>
    </message>
    <message>
        <source>#%1 has no owner now</source>
        <translation>#%1 hat jetzt keinen Zuständigen</translation>
    </message>
    <message>
        <source>%1 looks after #%2</source>
        <translation>%1 kümmert sich um #%2</translation>
    </message>
    <message>
        <source>Not assigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmDetail</name>
    <message>
        <source>WHY</source>
        <translation>WARUM</translation>
    </message>
    <message>
        <source>WHAT TO DO</source>
        <translation>WAS ZU TUN IST</translation>
    </message>
    <message>
        <source>TIMELINE</source>
        <translation>ABLAUF</translation>
    </message>
    <message>
        <source>saving… not yet on disk</source>
        <translation>wird gesichert… noch nicht auf der Platte</translation>
    </message>
    <message>
        <source>Nothing is written down for this alarm.</source>
        <translation>Für diesen Alarm ist nichts hinterlegt.</translation>
    </message>
    <message>
        <source>Nothing is known yet.</source>
        <translation>Noch ist nichts bekannt.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmFilter</name>
    <message numerus="yes">
        <source>%n alarm(s), %1 not acknowledged, %2 folded away (→ unfolds)</source>
        <translation>
            <numerusform>%n Alarm, %1 unquittiert, %2 zugeklappt (→ klappt auf)</numerusform>
            <numerusform>%n Alarme, %1 unquittiert, %2 zugeklappt (→ klappt auf)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s), %1 not acknowledged</source>
        <translation>
            <numerusform>%n Alarm, %1 unquittiert</numerusform>
            <numerusform>%n Alarme, %1 unquittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>group %1, worst %2, %3, %n alarm(s)</source>
        <translation>
            <numerusform>Gruppe %1, schlimmster %2, %3, %n Alarm</numerusform>
            <numerusform>Gruppe %1, schlimmster %2, %3, %n Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmListPage</name>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>FLOOD: %1 alarms in 10 min</source>
        <translation>ALARMSCHWALL: %1 Alarme in 10 min</translation>
    </message>
    <message>
        <source>unacknowledged %1</source>
        <translation>unquittiert %1</translation>
    </message>
    <message>
        <source>%1 hidden by the filter</source>
        <translation>%1 vom Filter verborgen</translation>
    </message>
    <message>
        <source>%1 new above (Home): %2 %3</source>
        <translation>%1 neue oberhalb (Home): %2 %3</translation>
    </message>
    <message>
        <source>View “%1” deleted.</source>
        <translation>Ansicht „%1“ gelöscht.</translation>
    </message>
    <message>
        <source>Name of this view:</source>
        <translation>Name dieser Ansicht:</translation>
    </message>
    <message>
        <source>There is always a view “%1”: take another name.</source>
        <translation>Eine Ansicht „%1“ gibt es immer: einen anderen Namen nehmen.</translation>
    </message>
    <message>
        <source>Hidden, not acknowledged: %1</source>
        <translation>Verborgen, unquittiert: %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show single alarms</source>
        <translation>Einzelne Alarme zeigen</translation>
    </message>
    <message>
        <source>Group by asset</source>
        <translation>Nach Anlagenteil gruppieren</translation>
    </message>
    <message>
        <source>View “%1” saved: %2 shows it.</source>
        <translation>Ansicht „%1“ gespeichert: %2 zeigt sie.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmModel</name>
    <message>
        <source>score %1, limit %2</source>
        <translation>Score %1, Grenze %2</translation>
    </message>
</context>
<context>
    <name>telltale::ui::AlarmTable</name>
    <message>
        <source>Alarms, the most pressing first</source>
        <translation>Alarme, die dringendsten zuerst</translation>
    </message>
    <message>
        <source>No open alarms.</source>
        <translation>Keine offenen Alarme.</translation>
    </message>
    <message numerus="yes">
        <source>The filter hides %n open alarm(s): all there are.</source>
        <translation>
            <numerusform>Der Filter verbirgt %n offenen Alarm: den einzigen.</numerusform>
            <numerusform>Der Filter verbirgt %n offene Alarme: alle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::AssetModel</name>
    <message>
        <source>as a whole warming up: %1 %</source>
        <translation>als Ganzes lernt an: %1 %</translation>
    </message>
    <message>
        <source>as a whole no decision</source>
        <translation>als Ganzes keine Entscheidung</translation>
    </message>
    <message>
        <source>as a whole anomalous</source>
        <translation>als Ganzes auffällig</translation>
    </message>
    <message numerus="yes">
        <source>%n open alarm(s)</source>
        <translation>
            <numerusform>%n offener Alarm</numerusform>
            <numerusform>%n offene Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 not acknowledged</source>
        <translation>%1 nicht quittiert</translation>
    </message>
    <message>
        <source>%1 of %2 sensors without fresh data</source>
        <translation>%1 von %2 Messstellen ohne frische Daten</translation>
    </message>
    <message>
        <source>%1 of bad quality</source>
        <translation>%1 von schlechter Qualität</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Anlagenteile</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>worst P%1 %2</source>
        <translation>schlimmstens P%1 %2</translation>
    </message>
</context>
<context>
    <name>telltale::ui::AssetPane</name>
    <message>
        <source>Assets and sensors with their worst state</source>
        <translation>Anlagenteile und Messstellen mit ihrem schlimmsten Zustand</translation>
    </message>
    <message>
        <source>Show only assets and sensors whose names hold this text, in tree, list and tiles</source>
        <translation>Nur Anlagenteile und Messstellen zeigen, deren Name diesen Text enthält, in Baum, Liste und Kacheln</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
</context>
<context>
    <name>telltale::ui::BadActorTable</name>
    <message>
        <source>Bad actors: the definitions with most alarms. Enter shows the detector, L the alarms.</source>
        <translation>Störenfriede: die Definitionen mit den meisten Alarmen. Enter zeigt den Detektor, L die Alarme.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::CandidateForm</name>
    <message>
        <source>any number</source>
        <translation>beliebige Zahl</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>Kind of detector</source>
        <translation>Art des Detektors</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Stage: tail likelihood</source>
        <translation>Stufe: Randwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>How rare is this score for this sensor?</source>
        <translation>Wie selten ist dieser Score bei dieser Messstelle?</translation>
    </message>
    <message>
        <source>Stage: alert control</source>
        <translation>Stufe: Alarmbegrenzung</translation>
    </message>
    <message>
        <source>Limits how often it may alert in the long run.</source>
        <translation>Begrenzt, wie oft er auf lange Sicht melden darf.</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Model file…</source>
        <translation>Modelldatei…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models (*.model);;All files (*)</source>
        <translation>Modelle (*.model);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>None: it is not judged.</source>
        <translation>Keiner: es wird nicht bewertet.</translation>
    </message>
    <message>
        <source>This program has no such detector.</source>
        <translation>Dieses Programm hat keinen solchen Detektor.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>angelernt</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; is no number; what was there before still holds.</source>
        <translation>%1: „%2“ ist keine Zahl; es gilt weiter, was vorher da stand.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>none, learns</source>
        <translation>keines, lernt</translation>
    </message>
    <message>
        <source>It learns from labelled rows: it needs a model file, as telltale-lab train writes one.</source>
        <translation>Er lernt aus beschrifteten Zeilen: er braucht eine Modelldatei, wie telltale-lab train sie schreibt.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; may mean two numbers; write it without parting thousands.</source>
        <translation>%1: &quot;%2&quot; kann zwei Zahlen meinen; bitte ohne Tausendertrennung schreiben.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ChoiceForm</name>
    <message>
        <source>Enter sends, Esc drops</source>
        <translation>Enter sendet, Esc verwirft</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
    <message>
        <source>↓ %1</source>
        <translation>↓ %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::CloseGuard</name>
    <message>
        <source>This screen is meant to stay. %1</source>
        <translation>Dieser Bildschirm soll bleiben. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) are unacknowledged, and nobody watches once this is closed. %1</source>
        <translation>
            <numerusform>%n Alarm ist unquittiert, und niemand überwacht, wenn dies geschlossen ist. %1</numerusform>
            <numerusform>%n Alarme sind unquittiert, und niemand überwacht, wenn dies geschlossen ist. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 again within %2 s ends it all the same.</source>
        <translation>Noch einmal %1 binnen %2 s beendet es trotzdem.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::CommandPalette</name>
    <message>
        <source>What can be done, with its key</source>
        <translation>Was sich tun lässt, mit seiner Taste</translation>
    </message>
    <message>
        <source>What do you want to do? Enter does it, Esc closes</source>
        <translation>Was möchten Sie tun? Enter tut es, Esc schließt</translation>
    </message>
    <message>
        <source>Words of what is to be done</source>
        <translation>Worte für das, was zu tun ist</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ComparePanel</name>
    <message>
        <source>Also compare, with usual settings (two at most)</source>
        <translation>Auch vergleichen, mit üblichen Einstellungen (höchstens zwei)</translation>
    </message>
    <message>
        <source>What each detector made of the rows</source>
        <translation>Was jeder Detektor aus den Zeilen machte</translation>
    </message>
    <message>
        <source>On how many rows each two detectors agree</source>
        <translation>Bei wie vielen Zeilen je zwei Detektoren übereinstimmen</translation>
    </message>
    <message>
        <source>All on the same rows: %1. Ratio: anomalous of the decided ones.</source>
        <translation>Alle auf denselben Zeilen: %1. Anteil: auffällige unter den entschiedenen.</translation>
    </message>
    <message>
        <source>NO DECISION: %1</source>
        <translation>KEINE ENTSCHEIDUNG: %1</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Fires</source>
        <translation>Meldet</translation>
    </message>
    <message>
        <source>Anomalous rows</source>
        <translation>Auffällige Zeilen</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>No decision</source>
        <translation>Keine Entscheidung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Only A</source>
        <translation>Nur A</translation>
    </message>
    <message>
        <source>Only B</source>
        <translation>Nur B</translation>
    </message>
    <message>
        <source>Jaccard</source>
        <translation>Jaccard</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ContributionBars</name>
    <message numerus="yes">
        <source>and %n more, together %1</source>
        <translation>
            <numerusform>und %n weitere, zusammen %1</numerusform>
            <numerusform>und %n weitere, zusammen %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Contributions: %1</source>
        <translation>Beiträge: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ControlChartView</name>
    <message>
        <source>%1, %2 models; the table below has the numbers</source>
        <translation>%1, %2 Modelle; die Tabelle darunter hat die Zahlen</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>telltale::ui::DetailPane</name>
    <message>
        <source>This window is read-only.</source>
        <translation>Dieses Fenster ist nur lesend.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Detector…</source>
        <translation>Detektor…</translation>
    </message>
    <message>
        <source>Shelve</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Shelve: keep it from the list for a while</source>
        <translation>Zurückstellen: eine Weile aus der Liste halten</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Verdict: true, false, expected or a test</source>
        <translation>Urteil: wahr, falsch, erwartet oder eine Probe</translation>
    </message>
    <message>
        <source>I look after it</source>
        <translation>Ich kümmere mich darum</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset a latched alarm</source>
        <translation>Einen gehaltenen Alarm zurücksetzen</translation>
    </message>
    <message>
        <source>Out of service</source>
        <translation>Außer Betrieb</translation>
    </message>
    <message>
        <source>Out of service until it is looked at again; for supervisors</source>
        <translation>Außer Betrieb bis zur nächsten Prüfung; für Schichtleiter</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring back from the shelf, or into service</source>
        <translation>Aus der Rückstellung oder wieder in Betrieb holen</translation>
    </message>
    <message>
        <source>Write a report of it</source>
        <translation>Einen Bericht darüber schreiben</translation>
    </message>
    <message>
        <source>What judges it, and what another one would have done</source>
        <translation>Was ihn bewertet, und was ein anderer getan hätte</translation>
    </message>
    <message>
        <source>About what is chosen</source>
        <translation>Zur Auswahl</translation>
    </message>
    <message>
        <source>I look after it; %1: somebody else</source>
        <translation>Ich kümmere mich darum; %1: jemand anderes</translation>
    </message>
    <message>
        <source>Nothing is selected.

%1 goes to the top unacknowledged alarm, %2 acknowledges it.
%3 and %4 move through the list. A tile or a sensor in the tree shows its trend and its figures here.

%5 lists all keys.</source>
        <translation>Nichts ist gewählt.

%1 geht zum obersten unquittierten Alarm, %2 quittiert ihn.
%3 und %4 gehen durch die Liste. Eine Kachel oder eine Messstelle im Baum zeigt hier ihren Verlauf und ihre Zahlen.

%5 nennt alle Tasten.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::DetectorDesk</name>
    <message>
        <source>too many commands are waiting</source>
        <translation>zu viele Befehle warten</translation>
    </message>
    <message>
        <source>Detector changed: %1</source>
        <translation>Detektor geändert: %1</translation>
    </message>
    <message>
        <source>Detector not changed (%1): %2</source>
        <translation>Detektor nicht geändert (%1): %2</translation>
    </message>
</context>
<context>
    <name>telltale::ui::DetectorPage</name>
    <message>
        <source>Working it out…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>The candidate changed while the reason was typed: apply it again.</source>
        <translation>Der Kandidat hat sich geändert, während der Grund getippt wurde: noch einmal anwenden.</translation>
    </message>
    <message>
        <source>Asks for the reason; every change is a new configuration version.</source>
        <translation>Fragt nach dem Grund; jede Änderung ist eine neue Version der Konfiguration.</translation>
    </message>
    <message>
        <source>Why is %1 judged by this from now on?</source>
        <translation>Warum wird %1 ab jetzt so bewertet?</translation>
    </message>
    <message>
        <source>Why is %1 judged by nothing from now on?</source>
        <translation>Warum wird %1 ab jetzt nicht mehr bewertet?</translation>
    </message>
    <message>
        <source>configuration %1, %2</source>
        <translation>Konfiguration %1, %2</translation>
    </message>
    <message>
        <source>changed in the window</source>
        <translation>im Fenster geändert</translation>
    </message>
    <message>
        <source>as the plant file says</source>
        <translation>wie in der Anlagendatei</translation>
    </message>
    <message>
        <source>  ·  warm-up %1</source>
        <translation>  ·  Anlernen %1</translation>
    </message>
    <message>
        <source>  ·  %1 rows without a decision</source>
        <translation>  ·  %1 Zeilen ohne Entscheidung</translation>
    </message>
    <message>
        <source>Judged by %1%2  ·  %3</source>
        <translation>Bewertet von %1%2  ·  %3</translation>
    </message>
    <message>
        <source>%1%2  ·  %3</source>
        <translation>%1%2  ·  %3</translation>
    </message>
    <message>
        <source>NO DECISION: %1</source>
        <translation>KEINE ENTSCHEIDUNG: %1</translation>
    </message>
    <message>
        <source>Working it out: %1</source>
        <translation>Wird berechnet: %1</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>Wird berechnet</translation>
    </message>
    <message>
        <source>The candidate judges nothing: there is nothing to train.</source>
        <translation>Der Kandidat bewertet nichts: es gibt nichts anzulernen.</translation>
    </message>
    <message>
        <source>Training %1 on %2 of %3…</source>
        <translation>%1 wird auf %2 von %3 angelernt…</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>Angehalten; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Not trained: %1</source>
        <translation>Nicht angelernt: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>trained; its models offer it.</source>
        <translation>angelernt; steht unter seinen Modellen.</translation>
    </message>
    <message>
        <source>Trained. The candidate now uses it; nothing judges by it until it is applied.</source>
        <translation>Angelernt. Der Kandidat benutzt es jetzt; bewertet wird danach erst, wenn es angewendet ist.</translation>
    </message>
    <message>
        <source>Drift: challenger waits</source>
        <translation>Drift: Herausforderer wartet</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Asked for; waiting for the answer.</source>
        <translation>Angefragt; die Antwort steht aus.</translation>
    </message>
    <message>
        <source>Applied. It is a new configuration version, with who and why in the journal.</source>
        <translation>Angewendet. Es ist eine neue Version der Konfiguration, mit Wer und Warum im Journal.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Why does the challenger judge %1 from now on?</source>
        <translation>Warum bewertet der Herausforderer ab jetzt %1?</translation>
    </message>
    <message>
        <source>Why is %1 judged as before again?</source>
        <translation>Warum wird %1 wieder wie vorher bewertet?</translation>
    </message>
    <message>
        <source>roll back to %1</source>
        <translation>zurück zu %1</translation>
    </message>
    <message>
        <source>Choose a sensor or an asset.</source>
        <translation>Eine Messstelle oder ein Anlagenteil wählen.</translation>
    </message>
    <message>
        <source>No data folder: there is no history to try a detector on.</source>
        <translation>Kein Datenordner: es gibt keine Geschichte, an der ein Detektor zu erproben wäre.</translation>
    </message>
    <message>
        <source>Sensor or asset</source>
        <translation>Messstelle oder Anlagenteil</translation>
    </message>
    <message>
        <source>tried over</source>
        <translation>erprobt über</translation>
    </message>
    <message>
        <source>This window is read-only.</source>
        <translation>Dieses Fenster ist nur lesend.</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Back to the plant file&apos;s…</source>
        <translation>Wie in der Anlagendatei…</translation>
    </message>
    <message>
        <source>Takes the change made in the window back.</source>
        <translation>Nimmt die im Fenster gemachte Änderung zurück.</translation>
    </message>
    <message>
        <source>Start from the present one</source>
        <translation>Vom jetzigen ausgehen</translation>
    </message>
    <message>
        <source>Fills the form with what judges now.</source>
        <translation>Füllt das Formular mit dem, was jetzt bewertet.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Why is %1 judged as the plant file says?</source>
        <translation>Warum wird %1 bewertet, wie die Anlagendatei sagt?</translation>
    </message>
</context>
<context>
    <name>telltale::ui::DraftBook</name>
    <message>
        <source>What is being typed cannot be kept: %1</source>
        <translation>Was gerade getippt wird, lässt sich nicht aufheben: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::DriftPanel</name>
    <message>
        <source>in control</source>
        <translation>beherrscht</translation>
    </message>
    <message>
        <source>OUT OF CONTROL: %1</source>
        <translation>AUSSER KONTROLLE: %1</translation>
    </message>
    <message>
        <source>Models by training time, with cut-off and data</source>
        <translation>Modelle nach Zeit des Anlernens, mit Schwelle und Daten</translation>
    </message>
    <message>
        <source>Whose values are shown</source>
        <translation>Wessen Werte gezeigt werden</translation>
    </message>
    <message>
        <source>Retraining</source>
        <translation>Nachlernen</translation>
    </message>
    <message>
        <source>Train a challenger every</source>
        <translation>Einen Herausforderer anlernen alle</translation>
    </message>
    <message>
        <source>Days between two trainings</source>
        <translation>Tage zwischen zweimal Anlernen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Promote…</source>
        <translation>Befördern…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Roll back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>The candidate judges nothing: it has no models.</source>
        <translation>Der Kandidat bewertet nichts: er hat keine Modelle.</translation>
    </message>
    <message>
        <source>There is no model of the kind %1 here yet. Train one on the tab Model, or let one be trained below.</source>
        <translation>Hier gibt es noch kein Modell der Art %1. Auf der Seite Modell eines anlernen oder unten eines anlernen lassen.</translation>
    </message>
    <message>
        <source>Not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>noch kein Modell</translation>
    </message>
    <message>
        <source>this kind finds its limit by itself</source>
        <translation>diese Art findet ihre Grenze selbst</translation>
    </message>
    <message>
        <source>Cut-off over time</source>
        <translation>Schwelle über die Zeit</translation>
    </message>
    <message>
        <source>found by itself</source>
        <translation>selbst gefunden</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Angelernt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Data: mean ± sd</source>
        <translation>Daten: Mittel ± Standardabw.</translation>
    </message>
    <message>
        <source>its models keep nothing of the data</source>
        <translation>seine Modelle behalten nichts von den Daten</translation>
    </message>
    <message>
        <source>The data: mean ± sd</source>
        <translation>Die Daten: Mittel ± Standardabw.</translation>
    </message>
    <message>
        <source>The data: mean ± sd of %1</source>
        <translation>Die Daten: Mittel ± Standardabw. von %1</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächstes %1</translation>
    </message>
    <message>
        <source>never by itself</source>
        <translation>nie von selbst</translation>
    </message>
    <message>
        <source>Nothing was promoted yet.</source>
        <translation>Noch wurde nichts befördert.</translation>
    </message>
    <message>
        <source>Back to what the plant file says, then %1</source>
        <translation>Zurück zur Anlagendatei, dann %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>No challenger. Nothing is ever promoted by itself.</source>
        <translation>Kein Herausforderer. Nichts wird je von selbst befördert.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::FeedDesk</name>
    <message>
        <source>Starting the demonstration plant…</source>
        <translation>Die Demonstrationsanlage startet …</translation>
    </message>
    <message>
        <source>This window only looks: no feed can be added here.</source>
        <translation>Dieses Fenster sieht nur zu: Hier kann keine Datenquelle aufgenommen werden.</translation>
    </message>
    <message>
        <source>The program is too busy to listen to %1 now. Try again.</source>
        <translation>Das Programm ist gerade zu beschäftigt für %1. Bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Not connected. %1</source>
        <translation>Nicht verbunden. %1</translation>
    </message>
    <message>
        <source>Listening to %1, until Telltale is closed.</source>
        <translation>%1 wird empfangen, bis Telltale beendet wird.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::FeedModel</name>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgewiesen: %1</translation>
    </message>
    <message>
        <source>Program: sound</source>
        <translation>Programm: Ton</translation>
    </message>
    <message>
        <source>Program: notes on the desktop</source>
        <translation>Programm: Notizen auf dem Desktop</translation>
    </message>
    <message>
        <source>What is counted</source>
        <translation>Was gezählt wird</translation>
    </message>
    <message>
        <source>no feed</source>
        <translation>keine Datenquelle</translation>
    </message>
</context>
<context>
    <name>telltale::ui::FeedOffer</name>
    <message>
        <source>10 rows per second</source>
        <translation>10 Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>1 row per second</source>
        <translation>1 Zeile pro Sekunde</translation>
    </message>
    <message>
        <source>as its own times say</source>
        <translation>wie aufgezeichnet</translation>
    </message>
    <message>
        <source>Instead of that (what is waited for above is then not monitored until Telltale is started again):</source>
        <translation>Stattdessen (worauf oben gewartet wird, wird dann bis zum nächsten Start von Telltale nicht überwacht):</translation>
    </message>
    <message>
        <source>Address of a feed, as tcp://HOST:PORT</source>
        <translation>Adresse einer Datenquelle, wie tcp://HOST:PORT</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Your plant</source>
        <translation>Ihre Anlage</translation>
    </message>
    <message>
        <source>The address at which your publisher sends (ZeroMQ PUB). For every start: telltale --feed ADDRESS, or a plant file.</source>
        <translation>Die Adresse, an der Ihre Anlage sendet (ZeroMQ PUB). Für jeden Start: telltale --feed ADRESSE oder eine Anlagendatei.</translation>
    </message>
    <message>
        <source>A file of readings (.csv)</source>
        <translation>Datei mit Messwerten (.csv)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>How fast the file is played</source>
        <translation>Wie schnell die Datei abgespielt wird</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>The first line names the columns, one of them has times. It is watched as if it came now; nothing of it is kept.</source>
        <translation>Die erste Zeile benennt die Spalten, eine davon enthält Zeiten. Überwacht, als käme sie jetzt; nichts davon wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Start the demonstration plant</source>
        <translation>Demonstrationsanlage starten</translation>
    </message>
    <message>
        <source>To look around</source>
        <translation>Zum Umsehen</translation>
    </message>
    <message>
        <source>Five simulated machines; the first alarm comes within a minute. Its journal is its own.</source>
        <translation>Fünf simulierte Maschinen; der erste Alarm kommt innerhalb einer Minute. Mit eigenem Journal.</translation>
    </message>
    <message>
        <source>The past</source>
        <translation>Vergangenes</translation>
    </message>
    <message>
        <source>The last quarter of an hour that was recorded, in a window of its own that writes nothing.</source>
        <translation>Die letzte aufgezeichnete Viertelstunde, in einem eigenen Fenster, das nichts schreibt.</translation>
    </message>
    <message>
        <source>A file of readings</source>
        <translation>Datei mit Messwerten</translation>
    </message>
    <message>
        <source>Readings (*.csv)</source>
        <translation>Messwerte (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Expected a file of readings, found nothing: type its name, or browse.</source>
        <translation>Erwartet: eine Datei mit Messwerten; gefunden: nichts. Bitte Namen eingeben oder durchsuchen.</translation>
    </message>
    <message>
        <source>Expected a file of readings, found none called %1.</source>
        <translation>Erwartet: eine Datei mit Messwerten; %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Replay what is stored</source>
        <translation>Gespeichertes abspielen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::FeedPage</name>
    <message>
        <source>Counters of feeds and program</source>
        <translation>Zähler von Datenquellen und Programm</translation>
    </message>
    <message>
        <source>Play the file again</source>
        <translation>Datei erneut abspielen</translation>
    </message>
    <message>
        <source>Reconnect all feeds</source>
        <translation>Alle Datenquellen neu verbinden</translation>
    </message>
    <message>
        <source>Remove a feed…</source>
        <translation>Datenquelle entfernen …</translation>
    </message>
    <message>
        <source>One that was added here is no longer listened to. Asks first.</source>
        <translation>Eine hier aufgenommene Datenquelle wird nicht mehr empfangen. Fragt vorher.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::FilterBar</name>
    <message>
        <source>Show only alarms whose asset, sensor or owner holds this text</source>
        <translation>Nur Alarme zeigen, deren Anlagenteil, Messstelle oder Zuständiger diesen Text enthält</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Unacked %1</source>
        <translation>Unquittiert %1</translation>
    </message>
    <message>
        <source>Acked %1</source>
        <translation>Quittiert %1</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Only alarms whose data cannot be believed</source>
        <translation>Nur Alarme, deren Daten nicht zu trauen ist</translation>
    </message>
    <message>
        <source>Latched %1</source>
        <translation>Gehalten %1</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Named views, groups and order</source>
        <translation>Benannte Ansichten, Gruppen und Ordnung</translation>
    </message>
    <message>
        <source>Show or hide P%1</source>
        <translation>P%1 zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::FollowDesk</name>
    <message>
        <source>Reading the journal again.</source>
        <translation>Das Journal wird erneut gelesen.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::HandoverPage</name>
    <message>
        <source>This shift and former handovers</source>
        <translation>Diese Schicht und frühere Übergaben</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>Was übergeben wird</translation>
    </message>
    <message>
        <source>Words to the next shift</source>
        <translation>Worte an die nächste Schicht</translation>
    </message>
    <message>
        <source>Re&amp;new</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Make the sheet of this shift anew</source>
        <translation>Das Blatt dieser Schicht neu erstellen</translation>
    </message>
    <message>
        <source>&amp;Sign and hand over</source>
        <translation>&amp;Unterschreiben und übergeben</translation>
    </message>
    <message>
        <source>I ta&amp;ke over, name</source>
        <translation>I&amp;ch übernehme, Name</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>PIN of who takes over</source>
        <translation>PIN dessen, der übernimmt</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Ausgeben</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Das Journal wird gelesen…</translation>
    </message>
    <message>
        <source>Not all of it could be read: %1</source>
        <translation>Nicht alles davon konnte gelesen werden: %1</translation>
    </message>
    <message>
        <source>this shift</source>
        <translation>diese Schicht</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>nicht unterschrieben</translation>
    </message>
    <message>
        <source>not taken over</source>
        <translation>nicht übernommen</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Draft: nothing is signed yet.</source>
        <translation>Entwurf: noch ist nichts unterschrieben.</translation>
    </message>
    <message>
        <source>The stored sheet is not what was signed: its hash differs.</source>
        <translation>Das gespeicherte Blatt ist nicht, was unterschrieben wurde: seine Prüfsumme ist anders.</translation>
    </message>
    <message>
        <source>Signed by %1. Who takes over gives their name.</source>
        <translation>Unterschrieben von %1. Wer übernimmt, gibt seinen Namen an.</translation>
    </message>
    <message>
        <source>Signed by both sides.</source>
        <translation>Von beiden Seiten unterschrieben.</translation>
    </message>
    <message>
        <source>%1 hands over: somebody else takes over.</source>
        <translation>%1 übergibt: jemand anderes übernimmt.</translation>
    </message>
    <message>
        <source>Alarms have changed since the sheet was made: it has been made anew. Read it and sign again.</source>
        <translation>Seit das Blatt gemacht wurde, haben sich Alarme geändert: es ist neu gemacht. Lesen Sie es und unterschreiben Sie noch einmal.</translation>
    </message>
    <message>
        <source>Write this handover as PDF, HTML and JSON</source>
        <translation>Diese Übergabe als PDF, HTML und JSON schreiben</translation>
    </message>
</context>
<context>
    <name>telltale::ui::HeaderBar</name>
    <message>
        <source>Menu: everything that can be done, with its key</source>
        <translation>Menü: alles, was getan werden kann, mit seiner Taste</translation>
    </message>
    <message>
        <source>READ ONLY</source>
        <translation>NUR LESEND</translation>
    </message>
    <message>
        <source>unacked 0</source>
        <translation>unquittiert 0</translation>
    </message>
    <message>
        <source>unacked %1 · worst P%2</source>
        <translation>unquittiert %1 · schlimmste P%2</translation>
    </message>
    <message>
        <source>Go to the top unacknowledged alarm</source>
        <translation>Zum obersten unquittierten Alarm gehen</translation>
    </message>
    <message>
        <source>Silence (%1): ends by itself, acknowledges nothing</source>
        <translation>Stumm (%1): endet von selbst, quittiert nichts</translation>
    </message>
</context>
<context>
    <name>telltale::ui::HelpSheet</name>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Telltale: keys and help</source>
        <translation>Telltale: Tasten und Hilfe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>How to read this window</source>
        <translation>Wie dieses Fenster zu lesen ist</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>Tasten &amp;ändern…</translation>
    </message>
</context>
<context>
    <name>telltale::ui::HoldDesk</name>
    <message>
        <source>maintenance</source>
        <translation>Instandhaltung</translation>
    </message>
    <message>
        <source>known fault, being worked on</source>
        <translation>bekannte Störung, in Arbeit</translation>
    </message>
    <message>
        <source>chattering</source>
        <translation>flatternd</translation>
    </message>
    <message>
        <source>sensor fault</source>
        <translation>Messstelle gestört</translation>
    </message>
    <message>
        <source>being overhauled</source>
        <translation>in Überholung</translation>
    </message>
    <message>
        <source>sensor removed</source>
        <translation>Messstelle ausgebaut</translation>
    </message>
    <message>
        <source>not in use</source>
        <translation>nicht in Gebrauch</translation>
    </message>
    <message>
        <source>Select alarms, a sensor or an asset first.</source>
        <translation>Zuerst Alarme, eine Messstelle oder ein Anlagenteil wählen.</translation>
    </message>
    <message>
        <source>Shelve %1 for</source>
        <translation>%1 zurückstellen für</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>Grund:</translation>
    </message>
    <message>
        <source>Take %1 out of service, to be looked at again in</source>
        <translation>%1 außer Betrieb nehmen, zu prüfen in</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: suppressed by a rule of the plant, which ends by itself.</source>
        <translation>%1: durch eine Regel der Anlage unterdrückt, die von selbst endet.</translation>
    </message>
    <message>
        <source>It is shelved, suppressed or out of service already. %1 brings it back.</source>
        <translation>Es ist schon zurückgestellt, unterdrückt oder außer Betrieb. %1 holt es zurück.</translation>
    </message>
    <message>
        <source>Nothing that is shelved or out of service is selected. %1 lists it.</source>
        <translation>Nichts Zurückgestelltes oder außer Betrieb Genommenes ist gewählt. %1 listet es auf.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::IncidentChooser</name>
    <message>
        <source>A new incident, or one that is open</source>
        <translation>Ein neuer Vorfall, oder einer, der offen ist</translation>
    </message>
    <message>
        <source>Title of the new incident</source>
        <translation>Titel des neuen Vorfalls</translation>
    </message>
    <message>
        <source>Title; Enter makes it, Esc drops</source>
        <translation>Titel; Enter legt ihn an, Esc verwirft</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>a new incident</source>
        <translation>ein neuer Vorfall</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 into:</source>
        <translation>%1 in:</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) into:</source>
        <translation>
            <numerusform>%n Alarm in:</numerusform>
            <numerusform>%n Alarme in:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::IncidentDesk</name>
    <message>
        <source>There is no data folder: nothing is stored that a report could be made of.</source>
        <translation>Es gibt keinen Datenordner: nichts ist gespeichert, woraus ein Bericht entstehen könnte.</translation>
    </message>
    <message>
        <source>A report is being written already.</source>
        <translation>Ein Bericht wird schon geschrieben.</translation>
    </message>
    <message>
        <source>No report was written: %1</source>
        <translation>Kein Bericht wurde geschrieben: %1</translation>
    </message>
    <message>
        <source>Report written to %1: %2 (%3 files)</source>
        <translation>Bericht nach %1 geschrieben: %2 (%3 Dateien)</translation>
    </message>
    <message>
        <source>Writing the report of incident %1…</source>
        <translation>Der Bericht über Vorfall %1 wird geschrieben…</translation>
    </message>
    <message>
        <source>Reading what the report of incident %1 says…</source>
        <translation>Was der Bericht über Vorfall %1 sagt, wird gelesen…</translation>
    </message>
    <message>
        <source>There is nothing to show: %1</source>
        <translation>Es gibt nichts zu zeigen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Writing a report of %n alarm(s)…</source>
        <translation>
            <numerusform>Bericht über %n Alarm wird geschrieben…</numerusform>
            <numerusform>Bericht über %n Alarme wird geschrieben…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading what a report of %n alarm(s) says…</source>
        <translation>
            <numerusform>Gelesen wird, was ein Bericht über %n Alarm sagt…</numerusform>
            <numerusform>Gelesen wird, was ein Bericht über %n Alarme sagt…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report of %n alarm(s), as it would be printed.</source>
        <translation>
            <numerusform>Der Bericht über %n Alarm, wie er gedruckt würde.</numerusform>
            <numerusform>Der Bericht über %n Alarme, wie er gedruckt würde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::IncidentPage</name>
    <message>
        <source>Incidents, open ones first</source>
        <translation>Vorfälle, offene zuerst</translation>
    </message>
    <message>
        <source>Alarms of the incident</source>
        <translation>Alarme des Vorfalls</translation>
    </message>
    <message>
        <source>All that happened, by number</source>
        <translation>Alles, was geschah, nach Nummer</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>O&amp;wner</source>
        <translation>&amp;Zuständig</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Remove alarm</source>
        <translation>Alarm &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Ausgeben</translation>
    </message>
    <message>
        <source>There is no incident. I on alarms of the list makes one.</source>
        <translation>Es gibt keinen Vorfall. I auf Alarmen der Liste legt einen an.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open &amp;again</source>
        <translation>&amp;Wieder öffnen</translation>
    </message>
    <message>
        <source>Choose an incident.</source>
        <translation>Einen Vorfall wählen.</translation>
    </message>
    <message>
        <source>Note on incident %1:</source>
        <translation>Notiz zu Vorfall %1:</translation>
    </message>
    <message>
        <source>Who looks after incident %1 (empty = nobody):</source>
        <translation>Wer kümmert sich um Vorfall %1 (leer = niemand):</translation>
    </message>
    <message>
        <source>What was the cause of incident %1? That closes it:</source>
        <translation>Was war die Ursache von Vorfall %1? Das schließt ihn:</translation>
    </message>
    <message>
        <source>Choose the alarm to be removed in the upper table.</source>
        <translation>Den Alarm, der entfernt werden soll, in der oberen Tabelle wählen.</translation>
    </message>
    <message>
        <source>Write a report of all its alarms</source>
        <translation>Einen Bericht über alle seine Alarme schreiben</translation>
    </message>
</context>
<context>
    <name>telltale::ui::InlineField</name>
    <message>
        <source>Enter sends, Esc drops</source>
        <translation>Enter sendet, Esc verwirft</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::JournalPage</name>
    <message>
        <source>The journal cannot be read: %1</source>
        <translation>Das Journal kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Older entries cannot be read: %1</source>
        <translation>Ältere Einträge können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Enter goes to the alarm or the time.</source>
        <translation>Eingabe springt zum Alarm oder zur Zeit.</translation>
    </message>
    <message>
        <source>No data folder: only what happened in this run is listed.</source>
        <translation>Kein Datenordner: nur was in diesem Lauf geschah, ist aufgeführt.</translation>
    </message>
    <message>
        <source>Find words in the whole journal</source>
        <translation>Wörter im ganzen Journal suchen</translation>
    </message>
    <message>
        <source>The journal cannot be searched: %1</source>
        <translation>Das Journal lässt sich nicht durchsuchen: %1</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n lines that have all of these words; there are more.</source>
        <translation>
            <numerusform>%n neueste Zeile mit allen diesen Wörtern; es gibt mehr.</numerusform>
            <numerusform>Die neuesten %n Zeilen mit allen diesen Wörtern; es gibt mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines have all of these words.</source>
        <translation>
            <numerusform>%n Zeile hat alle diese Wörter.</numerusform>
            <numerusform>%n Zeilen haben alle diese Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find words in the whole journal: an asset, an operator, what was said</source>
        <translation>Wörter im ganzen Journal suchen: eine Anlage, ein Bediener, was gesagt wurde</translation>
    </message>
</context>
<context>
    <name>telltale::ui::JudgementDesk</name>
    <message>
        <source>true: something was wrong</source>
        <translation>wahr: etwas war nicht in Ordnung</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>a test</source>
        <translation>eine Probe</translation>
    </message>
    <message>
        <source>Select the alarm to judge; a closed one in the journal.</source>
        <translation>Den Alarm wählen, über den zu urteilen ist; einen geschlossenen im Journal.</translation>
    </message>
    <message>
        <source>What was it? %1</source>
        <translation>Was war es? %1</translation>
    </message>
    <message>
        <source>In words, if you like:</source>
        <translation>In Worten, wenn gewünscht:</translation>
    </message>
    <message>
        <source>Select the alarms that you look after.</source>
        <translation>Die Alarme wählen, um die Sie sich kümmern.</translation>
    </message>
    <message>
        <source>Select the alarms that somebody is to look after.</source>
        <translation>Die Alarme wählen, um die sich jemand kümmern soll.</translation>
    </message>
    <message>
        <source>Who looks after it? %1</source>
        <translation>Wer kümmert sich darum? %1</translation>
    </message>
    <message>
        <source>It is not acknowledged yet: Space first, then R.</source>
        <translation>Er ist noch nicht quittiert: erst Space, dann R.</translation>
    </message>
    <message>
        <source>Nothing is selected that is latched and back to normal.</source>
        <translation>Nichts ist gewählt, das gehalten und wieder normal ist.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KeyDesk</name>
    <message>
        <source>Keys as by default there. %1</source>
        <translation>Dort gelten die üblichen Tasten. %1</translation>
    </message>
    <message>
        <source>It acts until the end of this program only: %1</source>
        <translation>Es gilt nur bis zum Ende dieses Programms: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KeyDialog</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>“%1” always keeps %2.</source>
        <translation>„%1“ behält immer %2.</translation>
    </message>
    <message>
        <source>“%1” needs a function key, or one with Ctrl, Alt or Meta that edits no text: it must work everywhere.</source>
        <translation>„%1“ braucht eine Funktionstaste oder eine mit Ctrl, Alt oder Meta, die keinen Text bearbeitet: es muss überall wirken.</translation>
    </message>
    <message>
        <source>What can be done, with its keys</source>
        <translation>Was getan werden kann, mit seinen Tasten</translation>
    </message>
    <message>
        <source>Telltale: change keys</source>
        <translation>Telltale: Tasten ändern</translation>
    </message>
    <message>
        <source>Find what can be done, or a key</source>
        <translation>Suchen, was getan werden kann, oder eine Taste</translation>
    </message>
    <message>
        <source>The new key: press it</source>
        <translation>Die neue Taste: drücken</translation>
    </message>
    <message>
        <source>&amp;Swap</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Lea&amp;ve it</source>
        <translation>&amp;Lassen</translation>
    </message>
    <message>
        <source>&amp;New key…</source>
        <translation>&amp;Neue Taste…</translation>
    </message>
    <message>
        <source>&amp;Another key…</source>
        <translation>&amp;Weitere Taste…</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>Wegneh&amp;men</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>&amp;Alle zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Enter gives the chosen row a new key. What is changed acts at once.</source>
        <translation>Enter gibt der gewählten Zeile eine neue Taste. Was geändert wird, gilt sofort.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Press the new key for: %1</source>
        <translation>Die neue Taste drücken für: %1</translation>
    </message>
    <message>
        <source>Esc leaves it as it is. %1 silences the horn, here too.</source>
        <translation>Esc lässt es, wie es ist. %1 schaltet auch hier die Hupe stumm.</translation>
    </message>
    <message>
        <source>%1 cannot be chosen: Tab, Enter, Esc, arrows, PgUp, PgDown, Ctrl+C and Alt with a letter mean the same everywhere.</source>
        <translation>%1 ist nicht wählbar: Tab, Enter, Esc, Pfeiltasten, PgUp, PgDown, Ctrl+C und Alt mit einem Buchstaben bedeuten überall dasselbe.</translation>
    </message>
    <message>
        <source>%1 does that already.</source>
        <translation>%1 tut das schon.</translation>
    </message>
    <message>
        <source>%1: “%2” has it. Another key is one that nobody has.</source>
        <translation>%1: „%2“ hat sie. Eine weitere Taste ist eine, die noch frei ist.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: “%2” has it. %3</source>
        <translation>%1: „%2“ hat sie. %3</translation>
    </message>
    <message>
        <source>%1: “%2” has it, and would get: %3.</source>
        <translation>%1: „%2“ hat sie und bekäme: %3.</translation>
    </message>
    <message>
        <source>No key: %1</source>
        <translation>Keine Taste: %1</translation>
    </message>
    <message>
        <source>As by default: %1</source>
        <translation>Wie üblich: %1</translation>
    </message>
    <message>
        <source>All keys are as by default.</source>
        <translation>Alle Tasten sind wie üblich.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KpiDesk</name>
    <message>
        <source>Nothing judges %1: there is no detector behind it.</source>
        <translation>%1 wird nicht bewertet: es steht kein Detektor dahinter.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KpiPage</name>
    <message>
        <source>No data folder: there is no journal to count in.</source>
        <translation>Kein Datenordner: es gibt kein Journal zum Auszählen.</translation>
    </message>
    <message>
        <source>Reading the journal …</source>
        <translation>Das Journal wird gelesen …</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>The page as text to the clipboard</source>
        <translation>Die Seite als Text in die Zwischenablage</translation>
    </message>
    <message>
        <source>Sa&amp;ve CSV …</source>
        <translation>CSV spei&amp;chern …</translation>
    </message>
    <message>
        <source>All figures as a file, as telltale --kpi writes it</source>
        <translation>Alle Kennzahlen als Datei, wie telltale --kpi sie schreibt</translation>
    </message>
    <message>
        <source>Shifts and &amp;marks …</source>
        <translation>Schichten und Richt&amp;werte …</translation>
    </message>
    <message>
        <source>When shifts begin, and what the figures are held against</source>
        <translation>Wann Schichten beginnen, und woran die Kennzahlen gemessen werden</translation>
    </message>
    <message>
        <source>The journal cannot be read: %1</source>
        <translation>Das Journal kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The page was copied.</source>
        <translation>Die Seite wurde kopiert.</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translation>Kennzahlen speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>Not kept for the next start: %1</source>
        <translation>Nicht für den nächsten Start behalten: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KpiPeriodBar</name>
    <message>
        <source>Which time</source>
        <translation>Welche Zeit</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Own range</source>
        <translation>Eigene Spanne</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Die davor</translation>
    </message>
    <message>
        <source>The one after</source>
        <translation>Die danach</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Only alarms of an asset and what lies below it</source>
        <translation>Nur Alarme eines Anlagenteils und dessen, was darunter liegt</translation>
    </message>
    <message>
        <source>All assets</source>
        <translation>Alle Anlagenteile</translation>
    </message>
    <message>
        <source>Only alarms of a priority</source>
        <translation>Nur Alarme einer Priorität</translation>
    </message>
    <message>
        <source>All priorities</source>
        <translation>Alle Prioritäten</translation>
    </message>
    <message>
        <source>Only alarms of a detector</source>
        <translation>Nur Alarme eines Detektors</translation>
    </message>
    <message>
        <source>All detectors</source>
        <translation>Alle Detektoren</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KpiSettingsDialog</name>
    <message>
        <source>Shifts and marks</source>
        <translation>Schichten und Richtwerte</translation>
    </message>
    <message>
        <source>&amp;Shifts begin at (local time)</source>
        <translation>&amp;Schichten beginnen um (Ortszeit)</translation>
    </message>
    <message>
        <source>A flood must end below what begins it.</source>
        <translation>Ein Alarmschwall muss tiefer enden, als er beginnt.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::KpiTile</name>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1: %2; %3</translation>
    </message>
</context>
<context>
    <name>telltale::ui::LeaveDesk</name>
    <message>
        <source>Leave the file</source>
        <translation>Datei verlassen</translation>
    </message>
    <message>
        <source>End the demonstration</source>
        <translation>Demonstrationsanlage verlassen</translation>
    </message>
    <message>
        <source>Another plant</source>
        <translation>Andere Anlage</translation>
    </message>
    <message>
        <source>Watch the plant of %1 instead?</source>
        <translation>Stattdessen die Anlage aus %1 überwachen?</translation>
    </message>
    <message>
        <source>The file was handed over by another start. %1 is then no longer monitored here; what is open stays in its journal.</source>
        <translation>Die Datei wurde von einem weiteren Start übergeben. %1 wird hier dann nicht mehr überwacht; was offen ist, bleibt in ihrem Journal.</translation>
    </message>
    <message>
        <source>Watch it</source>
        <translation>Überwachen</translation>
    </message>
    <message>
        <source>The file is still being played.</source>
        <translation>Die Datei wird noch abgespielt.</translation>
    </message>
    <message>
        <source>No file is played here.</source>
        <translation>Hier wird keine Datei abgespielt.</translation>
    </message>
    <message>
        <source>This is no demonstration: what you see is your plant.</source>
        <translation>Dies ist keine Demonstrationsanlage: Angezeigt wird Ihre Anlage.</translation>
    </message>
    <message>
        <source>The file has been played to its end. %1 plays it again, %2 leaves it.</source>
        <translation>Die Datei ist zu Ende abgespielt. %1 spielt sie erneut ab, %2 verlässt sie.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::LiveBridge</name>
    <message>
        <source>Too many commands are waiting; nothing was done. Try again.</source>
        <translation>Zu viele Befehle warten; nichts wurde getan. Noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::LoadChart</name>
    <message>
        <source>Alarms per 10 minutes: %1 spans, at most %2, %3 above %4. The table &quot;Per 10 min&quot; has the numbers.</source>
        <translation>Alarme je 10 Minuten: %1 Spannen, höchstens %2, %3 über %4. Die Tabelle „Je 10 min“ hat die Zahlen.</translation>
    </message>
    <message>
        <source>Alarms per 10 min</source>
        <translation>Alarme je 10 min</translation>
    </message>
    <message>
        <source>flood above %1</source>
        <translation>Alarmschwall über %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1: %2 alarms</source>
        <translation>%1: %2 Alarme</translation>
    </message>
</context>
<context>
    <name>telltale::ui::LogbookDesk</name>
    <message>
        <source>This window is read-only: nothing was written.</source>
        <translation>Dieses Fenster ist nur lesend: nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Not written: %1</source>
        <translation>Nicht geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::MachinePage</name>
    <message>
        <source>No machine chosen: Enter on an asset or on a tile shows it here.</source>
        <translation>Keine Maschine gewählt: Enter auf einem Anlagenteil oder einer Kachel zeigt sie hier.</translation>
    </message>
    <message>
        <source>Positions, the newest first; Ctrl+C copies the selected rows</source>
        <translation>Positionen, die neueste zuerst; Ctrl+C kopiert die gewählten Zeilen</translation>
    </message>
    <message>
        <source>Open alarms of this machine</source>
        <translation>Offene Alarme dieser Maschine</translation>
    </message>
    <message>
        <source>Sensors of this machine</source>
        <translation>Messstellen dieser Maschine</translation>
    </message>
    <message>
        <source>no open alarm</source>
        <translation>kein offener Alarm</translation>
    </message>
    <message>
        <source>%1 %2, %3 open, %4 not acknowledged</source>
        <translation>%1 %2, %3 offen, %4 nicht quittiert</translation>
    </message>
    <message>
        <source>Its sensors are judged one by one.</source>
        <translation>Ihre Messstellen werden einzeln bewertet.</translation>
    </message>
    <message>
        <source>warming up, %1</source>
        <translation>lernt an, %1</translation>
    </message>
    <message>
        <source>no decision: a sensor has no fresh data</source>
        <translation>keine Entscheidung: eine Messstelle hat keine frischen Daten</translation>
    </message>
    <message>
        <source>no decision</source>
        <translation>keine Entscheidung</translation>
    </message>
    <message>
        <source>anomalous, %1 its limit</source>
        <translation>auffällig, %1 seiner Grenze</translation>
    </message>
    <message>
        <source>normal, %1 its limit</source>
        <translation>normal, %1 seiner Grenze</translation>
    </message>
    <message>
        <source>Judged as a whole by %1: %2</source>
        <translation>Als Ganzes bewertet von %1: %2</translation>
    </message>
    <message>
        <source>Do: %1</source>
        <translation>Tun: %1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>Ursache: %1</translation>
    </message>
    <message>
        <source>Consequence: %1</source>
        <translation>Folge: %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Longitude °</source>
        <translation>Länge °</translation>
    </message>
    <message>
        <source>x km</source>
        <translation>x km</translation>
    </message>
    <message>
        <source>Latitude °</source>
        <translation>Breite °</translation>
    </message>
    <message>
        <source>y km</source>
        <translation>y km</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>telltale::ui::MachineSensors</name>
    <message>
        <source>no sample yet</source>
        <translation>noch kein Messwert</translation>
    </message>
    <message>
        <source>stale %1</source>
        <translation>veraltet %1</translation>
    </message>
    <message>
        <source>warming up %1</source>
        <translation>lernt an: %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::MachineTiles</name>
    <message>
        <source>Machines, a tile each</source>
        <translation>Maschinen, eine Kachel je Maschine</translation>
    </message>
</context>
<context>
    <name>telltale::ui::MainWindow</name>
    <message>
        <source>The filter was taken back.</source>
        <translation>Der Filter wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 – Telltale</source>
        <translation>%1 – Telltale</translation>
    </message>
    <message>
        <source>(%1) %2</source>
        <translation>(%1) %2</translation>
    </message>
    <message>
        <source>NO NEW PICTURE for %1 s: the monitoring itself stands still, what you see is old.</source>
        <translation>SEIT %1 s KEIN NEUES BILD: die Überwachung selbst steht, was zu sehen ist, ist alt.</translation>
    </message>
    <message>
        <source>Reconnecting all feeds.</source>
        <translation>Alle Datenquellen werden neu verbunden.</translation>
    </message>
    <message>
        <source>Unacknowledged alarms blink.</source>
        <translation>Unquittierte Alarme blinken.</translation>
    </message>
    <message>
        <source>Nothing blinks.</source>
        <translation>Nichts blinkt.</translation>
    </message>
    <message>
        <source>Select an alarm to comment on.</source>
        <translation>Einen Alarm wählen, der eine Bemerkung bekommen soll.</translation>
    </message>
    <message>
        <source>Comment on #%1:</source>
        <translation>Bemerkung zu #%1:</translation>
    </message>
    <message>
        <source>Nothing judges this: there is no detector behind it.</source>
        <translation>Dies wird nicht bewertet: es steht kein Detektor dahinter.</translation>
    </message>
    <message>
        <source>Nothing is unacknowledged.</source>
        <translation>Nichts ist unquittiert.</translation>
    </message>
    <message>
        <source>Choose an asset, a tile or an alarm first: this belongs to no machine.</source>
        <translation>Zuerst ein Anlagenteil, eine Kachel oder einen Alarm wählen: dies gehört zu keiner Maschine.</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n alarm(s) with a comment:</source>
        <translation>
            <numerusform>%n Alarm mit einer Bemerkung quittieren:</numerusform>
            <numerusform>%n Alarme mit einer Bemerkung quittieren:</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a replay.</source>
        <translation>Dies ist eine Wiedergabe.</translation>
    </message>
    <message>
        <source>There is nothing stored to replay yet.</source>
        <translation>Es ist noch nichts gespeichert, was sich wiedergeben ließe.</translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in 10 min</source>
        <translation>
            <numerusform>%n Alarm in 10 min</numerusform>
            <numerusform>%n Alarme in 10 min</numerusform>
        </translation>
    </message>
    <message>
        <source>There is neither a trend nor a track here.</source>
        <translation>Hier ist weder ein Verlauf noch eine Spur.</translation>
    </message>
    <message>
        <source>Select the alarms to report on.</source>
        <translation>Die Alarme wählen, über die berichtet werden soll.</translation>
    </message>
    <message>
        <source>The command for alarms: %1.</source>
        <translation>Der Befehl für Alarme: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) that had not been sent when the program ended stand(s) in the field again.</source>
        <translation>
            <numerusform>%n Text, der beim Ende des Programms nicht gesendet war, steht wieder in seinem Feld.</numerusform>
            <numerusform>%n Texte, die beim Ende des Programms nicht gesendet waren, stehen wieder in ihren Feldern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing unacknowledged is selected. %1 goes to the top one.</source>
        <translation>Nichts Unquittiertes ist gewählt. %1 geht zum obersten.</translation>
    </message>
    <message>
        <source>%1 twice ends the program.</source>
        <translation>Zweimal %1 beendet das Programm.</translation>
    </message>
    <message>
        <source>A kiosk stays full screen. %1 twice ends the program.</source>
        <translation>Ein Kiosk bleibt auf dem ganzen Bildschirm. Zweimal %1 beendet das Programm.</translation>
    </message>
    <message>
        <source>NO NEW PICTURE for %1 s: the monitoring itself stands still (%2), what you see is old.</source>
        <translation>SEIT %1 s KEIN NEUES BILD: die Überwachung selbst steht (%2), was zu sehen ist, ist alt.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::MemoryFile</name>
    <message>
        <source>%1 cannot be read: it is no settings file</source>
        <translation>%1 kann nicht gelesen werden: es ist keine Datei mit Einstellungen</translation>
    </message>
    <message>
        <source>%1 cannot be written</source>
        <translation>%1 kann nicht geschrieben werden</translation>
    </message>
</context>
<context>
    <name>telltale::ui::MessageBar</name>
    <message>
        <source>Dismiss the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source> (and %1 before it)</source>
        <translation> (und %1 davor)</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ModelPanel</name>
    <message>
        <source>Threshold to try</source>
        <translation>Schwelle zur Probe</translation>
    </message>
    <message>
        <source>Threshold to try, as a number</source>
        <translation>Schwelle zur Probe, als Zahl</translation>
    </message>
    <message>
        <source>Use this threshold</source>
        <translation>Diese Schwelle nehmen</translation>
    </message>
    <message>
        <source>Train the candidate&apos;s kind on the stored history of the chosen time</source>
        <translation>Die Art des Kandidaten auf der gespeicherten Geschichte der gewählten Zeit anlernen</translation>
    </message>
    <message>
        <source>Name of the model, for people</source>
        <translation>Name des Modells, für Menschen</translation>
    </message>
    <message>
        <source>name, if you like</source>
        <translation>Name, wenn gewünscht</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Anlernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>How much of the training is done</source>
        <translation>Wie viel des Anlernens getan ist</translation>
    </message>
    <message>
        <source>This detector learns its limit; it cannot be set.</source>
        <translation>Dieser Detektor lernt seine Grenze; sie ist nicht einstellbar.</translation>
    </message>
    <message>
        <source>Puts it into the candidate&apos;s setting %1.</source>
        <translation>Setzt sie in die Einstellung %1 des Kandidaten.</translation>
    </message>
    <message>
        <source>No scores yet.</source>
        <translation>Noch keine Scores.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::NoticePlan</name>
    <message>
        <source>P%1 %2</source>
        <translation>P%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n alarm(s)</source>
        <translation>
            <numerusform>%1: %n Alarm</numerusform>
            <numerusform>%1: %n Alarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Flood: %n alarm(s) not acknowledged</source>
        <translation>
            <numerusform>Alarmschwall: %n Alarm nicht quittiert</numerusform>
            <numerusform>Alarmschwall: %n Alarme nicht quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>P1: %n further alarm(s) not acknowledged</source>
        <translation>
            <numerusform>P1: %n weiterer Alarm nicht quittiert</numerusform>
            <numerusform>P1: %n weitere Alarme nicht quittiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alarm(s) in the last 10 minutes.</source>
        <translation>
            <numerusform>%n Alarm in den letzten 10 Minuten.</numerusform>
            <numerusform>%n Alarme in den letzten 10 Minuten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::NotificationBus</name>
    <message>
        <source>it has ended</source>
        <translation>er hat aufgehört</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Silence the horn</source>
        <translation>Hupe stummschalten</translation>
    </message>
</context>
<context>
    <name>telltale::ui::OfferDialog</name>
    <message>
        <source>Listen to another feed</source>
        <translation>Weitere Datenquelle aufnehmen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::PageBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>telltale::ui::PreviewPanel</name>
    <message>
        <source>When the candidate would have fired, newest first</source>
        <translation>Wann der Kandidat gemeldet hätte, das Neueste zuerst</translation>
    </message>
    <message>
        <source>It would not have fired.</source>
        <translation>Er hätte nicht gemeldet.</translation>
    </message>
    <message>
        <source>Fires at:
%1</source>
        <translation>Meldet um:
%1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::PriorityBadge</name>
    <message>
        <source>P%1: %2 not acknowledged of %3 open</source>
        <translation>P%1: %2 nicht quittiert von %3 offenen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::RangeBox</name>
    <message>
        <source>How much history is tried</source>
        <translation>Über wie viel Geschichte erprobt wird</translation>
    </message>
</context>
<context>
    <name>telltale::ui::RangeNoteBox</name>
    <message>
        <source>Notes in this range</source>
        <translation>Notizen in dieser Spanne</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note on %1:</source>
        <translation>Notiz zu %1:</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) in this range</source>
        <translation>
            <numerusform>%n Notiz in diesem Bereich</numerusform>
            <numerusform>%n Notizen in diesem Bereich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::RangeNoteDesk</name>
    <message>
        <source>Note stored: %1</source>
        <translation>Notiz gespeichert: %1</translation>
    </message>
    <message>
        <source>%1, marked: %2 to %3 (%4)</source>
        <translation>%1, markiert: %2 bis %3 (%4)</translation>
    </message>
    <message>
        <source>%1, %2 to %3 (%4)</source>
        <translation>%1, %2 bis %3 (%4)</translation>
    </message>
</context>
<context>
    <name>telltale::ui::RemoveFeedDesk</name>
    <message>
        <source>It has no sensors: nothing has come from it yet.</source>
        <translation>Sie hat keine Messstellen: Von ihr ist noch nichts gekommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n sensor(s) of it will no longer be monitored.</source>
        <translation>
            <numerusform>%n Messstelle von ihr wird nicht mehr überwacht.</numerusform>
            <numerusform>%n Messstellen von ihr werden nicht mehr überwacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of its alarms is open.</source>
        <translation>Keiner ihrer Alarme ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n open alarm(s) of it will clear; what nobody has acknowledged stays in the list until somebody does.</source>
        <translation>
            <numerusform>%n offener Alarm von ihr geht; ist er nicht quittiert, bleibt er in der Liste, bis ihn jemand quittiert.</numerusform>
            <numerusform>%n offene Alarme von ihr gehen; was niemand quittiert hat, bleibt in der Liste, bis es jemand quittiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its stored readings and the journal stay, and it can be added again.</source>
        <translation>Ihre gespeicherten Messwerte und das Journal bleiben, und sie kann wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It belongs to what is played here, and goes when that is left (%1).</source>
        <translation>Sie gehört zu dem, was hier abgespielt wird, und geht, wenn dies verlassen wird (%1).</translation>
    </message>
    <message>
        <source>It was given when Telltale was started (--feed), so it cannot be removed here: start without it.</source>
        <translation>Sie wurde beim Start von Telltale angegeben (--feed) und kann hier nicht entfernt werden: Starten Sie ohne sie.</translation>
    </message>
    <message>
        <source>It is written in the plant file, so it cannot be removed here: take it out of %1 and start again.</source>
        <translation>Sie steht in der Anlagendatei und kann hier nicht entfernt werden: Nehmen Sie sie aus %1 heraus und starten Sie neu.</translation>
    </message>
    <message>
        <source>This window only looks: no feed can be removed here.</source>
        <translation>Dieses Fenster sieht nur zu: Hier kann keine Datenquelle entfernt werden.</translation>
    </message>
    <message>
        <source>No feed is listened to.</source>
        <translation>Es wird keine Datenquelle empfangen.</translation>
    </message>
    <message>
        <source>%1 is no longer listened to.</source>
        <translation>%1 wird nicht mehr empfangen.</translation>
    </message>
    <message>
        <source>Not removed. %1</source>
        <translation>Nicht entfernt. %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::RemoveFeedDialog</name>
    <message>
        <source>Remove a feed</source>
        <translation>Datenquelle entfernen</translation>
    </message>
    <message>
        <source>Feeds that are listened to</source>
        <translation>Datenquellen, die empfangen werden</translation>
    </message>
    <message>
        <source>&amp;Remove feed</source>
        <translation>Datenquelle &amp;entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No longer listen to:</source>
        <translation>Nicht mehr empfangen:</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ReplayBar</name>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>Where the replay is</source>
        <translation>Wo die Wiedergabe ist</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>Geschwindigkeit der Wiedergabe</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 of %2 – %3</source>
        <translation>%1 von %2 – %3</translation>
    </message>
    <message>
        <source>%1 and %2: half a minute back or on</source>
        <translation>%1 und %2: eine halbe Minute zurück oder vor</translation>
    </message>
    <message>
        <source>%1 and %2: slower or faster</source>
        <translation>%1 und %2: langsamer oder schneller</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ReportPreview</name>
    <message>
        <source>Print preview: %1</source>
        <translation>Druckvorschau: %1</translation>
    </message>
    <message>
        <source>Size of the page on the screen</source>
        <translation>Größe der Seite auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Number of the page</source>
        <translation>Nummer der Seite</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>Seiten des Berichts</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ResponseDesk</name>
    <message>
        <source>Times to respond: %1</source>
        <translation>Zeiten bis zur Reaktion: %1</translation>
    </message>
    <message>
        <source>Minutes for staff, minutes for action, and if known cost avoided and currency:</source>
        <translation>Minuten bis Personal, Minuten bis Maßnahme, und falls bekannt vermiedene Kosten und Währung:</translation>
    </message>
    <message>
        <source>Not taken: %1. Wanted are two times as in 10 20, the second not before the first, or four words as in 10 20 5000 EUR.</source>
        <translation>Nicht übernommen: %1. Erwartet werden zwei Zeiten wie 10 20, die zweite nicht vor der ersten, oder vier Angaben wie 10 20 5000 EUR.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::RetrainingDesk</name>
    <message>
        <source>Challenger ready; it could not be compared: %1</source>
        <translation>Herausforderer bereit; er konnte nicht verglichen werden: %1</translation>
    </message>
    <message>
        <source>Challenger ready, but it would not judge: %1</source>
        <translation>Herausforderer bereit, aber er würde nicht bewerten: %1</translation>
    </message>
    <message>
        <source>no anomalous row with either</source>
        <translation>mit keinem von beiden eine auffällige Zeile</translation>
    </message>
    <message>
        <source>agreement %1</source>
        <translation>Übereinstimmung %1</translation>
    </message>
    <message>
        <source>Challenger ready: over the last day it would have fired %1, the champion %2, %3</source>
        <translation>Herausforderer bereit: am letzten Tag hätte er %1 gemeldet, der jetzige %2, %3</translation>
    </message>
    <message>
        <source>The schedule cannot be read: %1</source>
        <translation>Der Zeitplan kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Without a data folder nothing can be trained.</source>
        <translation>Ohne Datenordner kann nichts angelernt werden.</translation>
    </message>
    <message>
        <source>This window is read-only.</source>
        <translation>Dieses Fenster ist nur lesend.</translation>
    </message>
    <message>
        <source>Challenger ready: %1</source>
        <translation>Herausforderer bereit: %1</translation>
    </message>
    <message>
        <source>No challenger. Nothing is ever promoted by itself.</source>
        <translation>Kein Herausforderer. Nichts wird je von selbst befördert.</translation>
    </message>
    <message>
        <source>Training a challenger…</source>
        <translation>Ein Herausforderer wird angelernt…</translation>
    </message>
    <message>
        <source> (the newest day is kept for comparing)</source>
        <translation> (der neueste Tag bleibt für den Vergleich)</translation>
    </message>
    <message>
        <source>No challenger could be trained: %1%2</source>
        <translation>Kein Herausforderer konnte angelernt werden: %1%2</translation>
    </message>
    <message>
        <source>The schedule cannot be written: %1</source>
        <translation>Der Zeitplan kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>The schedule is written again.</source>
        <translation>Der Zeitplan wird wieder geschrieben.</translation>
    </message>
    <message>
        <source>Discarded; its model file stays.</source>
        <translation>Verworfen; seine Modelldatei bleibt.</translation>
    </message>
    <message>
        <source>Promoted. Roll back brings the former one.</source>
        <translation>Befördert. Zurücknehmen bringt den früheren wieder.</translation>
    </message>
    <message>
        <source>Rolled back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ScoreHistogram</name>
    <message>
        <source>Histogram of the candidate&apos;s scores with its limit; the count below says it in numbers</source>
        <translation>Histogramm der Scores des Kandidaten mit seiner Grenze; die Zählung darunter sagt es in Zahlen</translation>
    </message>
    <message>
        <source>score; height: rows, square root</source>
        <translation>Score; Höhe: Zeilen, Quadratwurzel</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>tried %1</source>
        <translation>Probe %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ScoreStrip</name>
    <message>
        <source>Score over limit of the present detector and of the candidate; the times are listed beside it</source>
        <translation>Score zu Grenze des jetzigen Detektors und des Kandidaten; die Zeiten stehen daneben</translation>
    </message>
    <message>
        <source>nothing to draw yet</source>
        <translation>noch nichts zu zeichnen</translation>
    </message>
    <message>
        <source>%1: score ÷ limit</source>
        <translation>%1: Score ÷ Grenze</translation>
    </message>
    <message>
        <source>%1: NO DECISION</source>
        <translation>%1: KEINE ENTSCHEIDUNG</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>▼ fires   ╷ anomalous rows</source>
        <translation>▼ meldet   ╷ auffällige Zeilen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::SensorTile</name>
    <message>
        <source> (unit unknown)</source>
        <translation> (Einheit unbekannt)</translation>
    </message>
    <message>
        <source>last %1: %2 to %3</source>
        <translation>letzte %1: %2 bis %3</translation>
    </message>
    <message>
        <source>at %1 %2 %3</source>
        <translation>am %1 um %2 %3</translation>
    </message>
</context>
<context>
    <name>telltale::ui::SessionMemory</name>
    <message>
        <source>Settings are of a newer Telltale: they stay as they are, and nothing that is arranged here is kept.</source>
        <translation>Die Einstellungen sind von einem neueren Telltale: sie bleiben, wie sie sind, und was hier geordnet wird, wird nicht behalten.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ShelfWatch</name>
    <message>
        <source> (and %1 more)</source>
        <translation> (und %1 weitere)</translation>
    </message>
    <message>
        <source>The shelf of %1 ends in %2%3; shelved by %4: %5</source>
        <translation>Die Rückstellung von %1 endet in %2%3; zurückgestellt von %4: %5</translation>
    </message>
</context>
<context>
    <name>telltale::ui::SignInDesk</name>
    <message>
        <source>nobody touched anything</source>
        <translation>niemand hat etwas berührt</translation>
    </message>
    <message>
        <source>Signed out: nobody touched anything for a while. Alarms go on.</source>
        <translation>Abgemeldet: eine Weile hat niemand etwas berührt. Alarme gehen weiter.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 (no accounts: may do everything)</source>
        <translation>%1 (keine Konten: darf alles)</translation>
    </message>
    <message>
        <source>%1 (no accounts)</source>
        <translation>%1 (keine Konten)</translation>
    </message>
    <message>
        <source>Only a role of %1 or above may do this; you are signed in as %2.</source>
        <translation>Dies darf nur die Rolle %1 oder eine höhere; angemeldet ist %2.</translation>
    </message>
    <message>
        <source>A PIN is being looked at already.</source>
        <translation>Eine PIN wird schon geprüft.</translation>
    </message>
    <message>
        <source>Wait %1 s after a wrong PIN.</source>
        <translation>Nach einer falschen PIN %1 s warten.</translation>
    </message>
    <message>
        <source>This window is read-only: nobody acts here.</source>
        <translation>Dieses Fenster ist nur lesend: hier handelt niemand.</translation>
    </message>
    <message>
        <source>Type the name of who acts.</source>
        <translation>Den Namen dessen tippen, der handelt.</translation>
    </message>
    <message>
        <source>%1 is %2; this takes %3 or above.</source>
        <translation>%1 ist %2; dies braucht %3 oder höher.</translation>
    </message>
    <message>
        <source>%1 took over</source>
        <translation>%1 hat übernommen</translation>
    </message>
    <message>
        <source>nobody signed in</source>
        <translation>niemand angemeldet</translation>
    </message>
    <message>
        <source>nobody signed in – looking only</source>
        <translation>niemand angemeldet – nur schauen</translation>
    </message>
    <message>
        <source>looking only</source>
        <translation>nur schauen</translation>
    </message>
    <message>
        <source>Sign in as %1 or above to do this (%2).</source>
        <translation>Dafür als %1 oder höher anmelden (%2).</translation>
    </message>
</context>
<context>
    <name>telltale::ui::SignInRow</name>
    <message>
        <source>P&amp;IN</source>
        <translation>P&amp;IN</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Act as this</source>
        <translation>So handeln</translation>
    </message>
    <message>
        <source>Looking at the PIN…</source>
        <translation>Die PIN wird geprüft…</translation>
    </message>
</context>
<context>
    <name>telltale::ui::SpreadView</name>
    <message>
        <source>Spread of priorities. P1: %1. P2: %2. P3: %3.</source>
        <translation>Verteilung der Prioritäten. P1: %1. P2: %2. P3: %3.</translation>
    </message>
    <message>
        <source>%1 (mark %2 %)</source>
        <translation>%1 (Richtwert %2 %)</translation>
    </message>
    <message>
        <source>Spread of priorities</source>
        <translation>Verteilung der Prioritäten</translation>
    </message>
</context>
<context>
    <name>telltale::ui::StatusRow</name>
    <message>
        <source>○ no feed is configured</source>
        <translation>○ keine Datenquelle eingerichtet</translation>
    </message>
    <message>
        <source>That is %1. Click (or U) to switch.</source>
        <translation>Das ist %1. Klick (oder U) wechselt.</translation>
    </message>
    <message>
        <source>Clock %1</source>
        <translation>Uhr %1</translation>
    </message>
</context>
<context>
    <name>telltale::ui::StudyView</name>
    <message>
        <source>No preview: %1</source>
        <translation>Keine Vorschau: %1</translation>
    </message>
    <message>
        <source>NO DECISION: %1</source>
        <translation>KEINE ENTSCHEIDUNG: %1</translation>
    </message>
    <message>
        <source>Nothing is stored of it in %1.</source>
        <translation>In %1 ist nichts davon gespeichert.</translation>
    </message>
    <message>
        <source>The model learned from all rows of %1: there is none left to try it on.</source>
        <translation>Das Modell lernte aus allen Zeilen von %1: keine ist übrig, um es zu erproben.</translation>
    </message>
    <message>
        <source>NO DECISION on any row in %1: warm-up %2.</source>
        <translation>KEINE ENTSCHEIDUNG bei irgendeiner Zeile in %1: Anlernen %2.</translation>
    </message>
    <message>
        <source>In %1 this would have fired %2</source>
        <translation>In %1 hätte dieser %2 gemeldet</translation>
    </message>
    <message>
        <source>%1; which alarms there were cannot be read: %2</source>
        <translation>%1; welche Alarme es gab, ist nicht zu lesen: %2</translation>
    </message>
    <message>
        <source>more than </source>
        <translation>mehr als </translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, waren %2</translation>
    </message>
    <message>
        <source>%1; misses %2.</source>
        <translation>%1; verpasst %2.</translation>
    </message>
    <message>
        <source>%1 rows, %2 anomalous (%3), %4 without a decision.</source>
        <translation>%1 Zeilen, %2 auffällig (%3), %4 ohne Entscheidung.</translation>
    </message>
    <message>
        <source>%1 of these are not judged: the model learned from these rows.</source>
        <translation>%1 davon sind nicht bewertet: das Modell lernte aus diesen Zeilen.</translation>
    </message>
    <message>
        <source>The present detector on the same rows: %1.</source>
        <translation>Der jetzige Detektor auf denselben Zeilen: %1.</translation>
    </message>
    <message>
        <source>Alarm %1.</source>
        <translation>Alarm %1.</translation>
    </message>
    <message>
        <source>Too much to look at in one go: only the newest %1 rows.</source>
        <translation>Zu viel auf einmal: nur die neuesten %1 Zeilen.</translation>
    </message>
    <message>
        <source>Without %1, which never reported.</source>
        <translation>Ohne %1, die sich nie meldete.</translation>
    </message>
    <message>
        <source>%1  and still active</source>
        <translation>%1  und noch aktiv</translation>
    </message>
    <message>
        <source>%1  for %2</source>
        <translation>%1  für %2</translation>
    </message>
</context>
<context>
    <name>telltale::ui::SuppressedPage</name>
    <message>
        <source>Alarms that are shelved, suppressed by design or out of service</source>
        <translation>Alarme, die zurückgestellt, planmäßig unterdrückt oder außer Betrieb sind</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Shelved %1</source>
        <translation>Zurückgestellt %1</translation>
    </message>
    <message>
        <source>Suppressed by design %1</source>
        <translation>Planmäßig unterdrückt %1</translation>
    </message>
    <message>
        <source>Out of service %1</source>
        <translation>Außer Betrieb %1</translation>
    </message>
    <message>
        <source>Nothing is shelved, suppressed by design or out of service. %1 shelves the selection.</source>
        <translation>Nichts ist zurückgestellt, planmäßig unterdrückt oder außer Betrieb. %1 stellt die Auswahl zurück.</translation>
    </message>
    <message>
        <source>%1 brings the selection back: unshelves it, or returns it to service. A rule ends by itself.</source>
        <translation>%1 holt die Auswahl zurück: aus der Rückstellung oder wieder in Betrieb. Eine Regel endet von selbst.</translation>
    </message>
    <message>
        <source>%1 brings the selection back.</source>
        <translation>%1 holt die Auswahl zurück.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TileGrid</name>
    <message>
        <source>Sensor tiles</source>
        <translation>Kacheln der Messstellen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TilesPage</name>
    <message>
        <source>Worst first</source>
        <translation>Schlimmste zuerst</translation>
    </message>
    <message>
        <source>Previous page (PgUp)</source>
        <translation>Vorige Seite (PgUp)</translation>
    </message>
    <message>
        <source>Next page (PgDown)</source>
        <translation>Nächste Seite (PgDown)</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n sensor(s)</source>
        <translation>
            <numerusform>%n Messstelle</numerusform>
            <numerusform>%n Messstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n sensor(s)</source>
        <translation>
            <numerusform>%1 von %n Messstelle</numerusform>
            <numerusform>%1 von %n Messstellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n machine(s), %1</source>
        <translation>
            <numerusform>%n Maschine, %1</numerusform>
            <numerusform>%n Maschinen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Worst first, or in the order of the plant</source>
        <translation>Schlimmste zuerst, oder in der Ordnung der Anlage</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TornPanes</name>
    <message>
        <source>%1 – Telltale</source>
        <translation>%1 – Telltale</translation>
    </message>
    <message>
        <source>%1: in a window of its own. %2 there, or closing it, brings it back.</source>
        <translation>%1: in einem eigenen Fenster. %2 dort, oder es zu schließen, holt es zurück.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TourDesk</name>
    <message>
        <source>There is no tour of a window that only looks.</source>
        <translation>Durch ein Fenster, das nur zusieht, führt kein Rundgang.</translation>
    </message>
    <message>
        <source>No tour while an alarm of the first priority is not acknowledged.</source>
        <translation>Kein Rundgang, solange ein Alarm der höchsten Priorität unquittiert ist.</translation>
    </message>
    <message>
        <source>Open alarms, the most pressing on top. %1 goes to the top one that nobody has acknowledged, %2 acknowledges what is selected, %3 silences the horn.</source>
        <translation>Offene Alarme, die dringendsten oben. %1 geht zum obersten unquittierten, %2 quittiert die Auswahl, %3 stellt die Hupe still.</translation>
    </message>
    <message>
        <source>The trend of the selected alarm&apos;s sensor, with the band that was expected and marks where it fired. %1 pauses it, %2 is live again. At the right: why it fired and what to do.</source>
        <translation>Der Verlauf der Messstelle des gewählten Alarms mit erwartetem Band und Marken, wo er auslöste. %1 hält an, %2 ist wieder live. Rechts: warum er auslöste und was zu tun ist.</translation>
    </message>
    <message>
        <source>%1 shelves an alarm for a while, with a reason; %2 lists what is shelved. %3 says what it was: true, false, expected or a test. The detectors&apos; worth is counted from that.</source>
        <translation>%1 stellt einen Alarm mit Grund eine Zeit lang zurück; %2 listet Zurückgestelltes. %3 sagt, was er war: wahr, falsch, erwartet oder ein Test. Daraus wird der Wert der Detektoren gezählt.</translation>
    </message>
    <message>
        <source>%1 lists all keys, %2 explains the window, %3 writes a report of the selected alarms. The menu has everything, this tour too (%4).</source>
        <translation>%1 nennt alle Tasten, %2 erklärt das Fenster, %3 schreibt einen Bericht über die gewählten Alarme. Im Menü steht alles, auch dieser Rundgang (%4).</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TourStrip</name>
    <message>
        <source>Tour of the window</source>
        <translation>Rundgang durch das Fenster</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>End tour (Esc)</source>
        <translation>Beenden (Esc)</translation>
    </message>
    <message>
        <source>Tour %1/%2</source>
        <translation>Rundgang %1/%2</translation>
    </message>
    <message>
        <source>Tour, step %1 of %2: %3</source>
        <translation>Rundgang, Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrackView</name>
    <message>
        <source>Track: no position yet</source>
        <translation>Spur: noch keine Position</translation>
    </message>
    <message>
        <source>latitude %1°, longitude %2°</source>
        <translation>Breite %1°, Länge %2°</translation>
    </message>
    <message>
        <source>x %1 km, y %2 km</source>
        <translation>x %1 km, y %2 km</translation>
    </message>
    <message>
        <source>No position yet.</source>
        <translation>Noch keine Position.</translation>
    </message>
    <message>
        <source>km north of now</source>
        <translation>km nördlich von jetzt</translation>
    </message>
    <message>
        <source>y in km</source>
        <translation>y in km</translation>
    </message>
    <message>
        <source>km east of now</source>
        <translation>km östlich von jetzt</translation>
    </message>
    <message>
        <source>x in km</source>
        <translation>x in km</translation>
    </message>
    <message numerus="yes">
        <source>Track of the last %1, now at %2, %n alarm(s) on it; %3 shows it as a table</source>
        <translation>
            <numerusform>Spur der letzten %1, jetzt bei %2, %n Alarm darauf; %3 zeigt sie als Tabelle</numerusform>
            <numerusform>Spur der letzten %1, jetzt bei %2, %n Alarme darauf; %3 zeigt sie als Tabelle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrayBadge</name>
    <message>
        <source>Telltale: nothing is unacknowledged</source>
        <translation>Telltale: nichts ist unquittiert</translation>
    </message>
    <message numerus="yes">
        <source>Telltale: %n alarm(s) not acknowledged, the worst is P%1</source>
        <translation>
            <numerusform>Telltale: %n Alarm nicht quittiert, der schlimmste ist P%1</numerusform>
            <numerusform>Telltale: %n Alarme nicht quittiert, der schlimmste ist P%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Das Fenster zeigen</translation>
    </message>
    <message>
        <source>Silence the horn</source>
        <translation>Hupe stummschalten</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrendPane</name>
    <message>
        <source>Sensor of the trend</source>
        <translation>Messstelle des Verlaufs</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>PAUSE</source>
        <translation>PAUSE</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>Messstellen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>No sensor is chosen.</source>
        <translation>Keine Messstelle ist gewählt.</translation>
    </message>
    <message>
        <source>%1 stays in the trend: choose another sensor to see both.</source>
        <translation>%1 bleibt im Verlauf: eine andere Messstelle wählen, um beide zu sehen.</translation>
    </message>
    <message>
        <source>%1 stays in the trend only while it is chosen.</source>
        <translation>%1 bleibt nur im Verlauf, solange sie gewählt ist.</translation>
    </message>
    <message>
        <source>Follow the newest reading</source>
        <translation>Dem neuesten Messwert folgen</translation>
    </message>
    <message>
        <source>Hold the picture; the plant and the list go on</source>
        <translation>Das Bild anhalten; Anlage und Liste laufen weiter</translation>
    </message>
    <message>
        <source>Other sensors below, over the same time</source>
        <translation>Weitere Messstellen darunter, über dieselbe Zeit</translation>
    </message>
    <message>
        <source>The trend as a table</source>
        <translation>Der Verlauf als Tabelle</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <source>No more than %1 sensors in one trend. %2 takes some away.</source>
        <translation>Nicht mehr als %1 Messstellen in einem Verlauf. %2 nimmt welche weg.</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrendSensorsMenu</name>
    <message>
        <source>&amp;0  Only the chosen one</source>
        <translation>&amp;0  Nur die gewählte</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrendStack</name>
    <message>
        <source>Take %1 out of the trend</source>
        <translation>%1 aus dem Verlauf nehmen</translation>
    </message>
    <message>
        <source>Take it out of the trend</source>
        <translation>Aus dem Verlauf nehmen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrendTable</name>
    <message>
        <source>unit unknown</source>
        <translation>Einheit unbekannt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1 anomalous</source>
        <translation>%1 auffällig</translation>
    </message>
    <message numerus="yes">
        <source>%1 anomalous: %n reading(s)</source>
        <translation>
            <numerusform>%1 auffällig: %n Messwert</numerusform>
            <numerusform>%1 auffällig: %n Messwerte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 missing: %n reading(s)</source>
        <translation>
            <numerusform>%1 fehlt: %n Messwert</numerusform>
            <numerusform>%1 fehlt: %n Messwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of bad quality</source>
        <translation>%1 von schlechter Qualität</translation>
    </message>
    <message>
        <source>%1 of uncertain quality</source>
        <translation>%1 von unsicherer Qualität</translation>
    </message>
    <message>
        <source>nothing recorded for %1 before</source>
        <translation>davor %1 nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Time, from</source>
        <translation>Zeit, ab</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Largest score</source>
        <translation>Größter Score</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n Messwert</numerusform>
            <numerusform>%n Messwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, each in its row</source>
        <translation>%1, jeder in seiner Zeile</translation>
    </message>
    <message>
        <source>%1 in rows of %2: smallest … largest value; zoom in for each</source>
        <translation>%1 in Zeilen von %2: kleinster … größter Wert; hineinzoomen zeigt jeden</translation>
    </message>
    <message>
        <source>%1 in rows of %2</source>
        <translation>%1 in Zeilen von %2</translation>
    </message>
    <message>
        <source>The trend as a table, the newest first; Ctrl+C copies the selected rows</source>
        <translation>Der Verlauf als Tabelle, das Neueste zuerst; Ctrl+C kopiert die gewählten Zeilen</translation>
    </message>
    <message>
        <source>Held while rows are selected; Esc lets the table go on</source>
        <translation>Angehalten, solange Zeilen gewählt sind; mit Esc geht die Tabelle weiter</translation>
    </message>
    <message>
        <source>Held; Esc goes on</source>
        <translation>Angehalten; Esc: weiter</translation>
    </message>
    <message>
        <source>smallest … largest value in rows of %1; zoom in for single readings</source>
        <translation>kleinster … größter Wert in Zeilen zu %1; einzelne Werte bei näherem Hinsehen</translation>
    </message>
</context>
<context>
    <name>telltale::ui::TrendView</name>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Trend of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>Select a sensor to see its trend</source>
        <translation>Eine Messstelle wählen, um ihren Verlauf zu sehen</translation>
    </message>
    <message>
        <source>Loading history …</source>
        <translation>Geschichte wird geladen …</translation>
    </message>
    <message>
        <source>No sample of this sensor yet</source>
        <translation>Noch kein Messwert dieser Messstelle</translation>
    </message>
    <message>
        <source>No samples in this range</source>
        <translation>Keine Messwerte in diesem Bereich</translation>
    </message>
    <message>
        <source>Note on a range: %1</source>
        <translation>Notiz zu einer Zeitspanne: %1</translation>
    </message>
    <message>
        <source>Marked: %1</source>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>no sample near the cursor</source>
        <translation>kein Messwert nahe der Marke</translation>
    </message>
    <message>
        <source>Cursor at %1 %2</source>
        <translation>Marke bei %1 %2</translation>
    </message>
</context>
<context>
    <name>telltale::ui::UndoDesk</name>
    <message numerus="yes">
        <source>%n alarm(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take back: an acknowledgement can be undone for 10 s, by who made it, while its alarm is open.</source>
        <translation>Nichts zurückzunehmen: eine Quittierung kann 10 s lang zurückgenommen werden, von dem, der sie gab, solange der Alarm offen ist.</translation>
    </message>
    <message>
        <source>acknowledged %1 – undo: %2 (%3 s)</source>
        <translation>%1 quittiert – zurücknehmen: %2 (%3 s)</translation>
    </message>
    <message>
        <source>undo: %1 (%2 s)</source>
        <translation>zurücknehmen: %1 (%2 s)</translation>
    </message>
</context>
<context>
    <name>telltale::ui::ViewMenu</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Group by asset</source>
        <translation>Nach Anlagenteil &amp;gruppieren</translation>
    </message>
    <message>
        <source>%1 – hides %2 unacknowledged</source>
        <translation>%1 – verbirgt %2 unquittierte</translation>
    </message>
    <message>
        <source>&amp;Order by</source>
        <translation>&amp;Ordnen nach</translation>
    </message>
    <message>
        <source>&amp;Delete a view</source>
        <translation>Eine Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Default: most pressing first</source>
        <translation>Ü&amp;blich: dringendste zuerst</translation>
    </message>
</context>
<context>
    <name>telltale::ui::WelcomePage</name>
    <message>
        <source>Waiting for the first data from %1: %2%3</source>
        <translation>Warten auf die ersten Daten von %1: %2%3</translation>
    </message>
    <message>
        <source>Starting: waiting for the first picture.</source>
        <translation>Start: warten auf das erste Bild.</translation>
    </message>
    <message>
        <source>No feed is configured, so there is nothing to show yet. Readings can come from:</source>
        <translation>Keine Datenquelle eingerichtet, daher ist noch nichts zu sehen. Messwerte können kommen von:</translation>
    </message>
    <message>
        <source>Listening to %1.</source>
        <translation>%1 wird empfangen.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>From a command line: telltale --demo, telltale --play FILE.csv, telltale --feed tcp://HOST:PORT
Two lines of Python are a publisher (in a loop):
      s = zmq.Context().socket(zmq.PUB); s.bind(&quot;tcp://127.0.0.1:5556&quot;)
      s.send_string(&apos;line-a/pump1 {&quot;values&quot;: {&quot;temperature&quot;: 22.1}}&apos;)
%1 explains the window, %2 lists the keys.</source>
        <translation>Auf der Befehlszeile: telltale --demo, telltale --play DATEI.csv, telltale --feed tcp://HOST:PORT
Zwei Zeilen Python sind eine Datenquelle (in einer Schleife):
      s = zmq.Context().socket(zmq.PUB); s.bind(&quot;tcp://127.0.0.1:5556&quot;)
      s.send_string(&apos;line-a/pump1 {&quot;values&quot;: {&quot;temperature&quot;: 22.1}}&apos;)
%1 erklärt das Fenster, %2 nennt die Tasten.</translation>
    </message>
    <message>
        <source>%1 has ended.</source>
        <translation>%1 ist beendet.</translation>
    </message>
</context>
</TS>
