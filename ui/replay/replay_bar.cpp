// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/replay_bar.h"

#include "ui/keys/key_bindings.h"
#include "ui/keys/key_words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fitting_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <array>

namespace telltale::ui {

namespace {

constexpr int kSteps = 10'000;
constexpr int kRefreshMs = 100;
constexpr std::array kSpeeds{1, 2, 5, 10, 30, 60};

int stepOf(const replay::ReplayState &state)
{
    const double whole = toSeconds(state.range.to - state.range.from);
    return static_cast<int>(toSeconds(state.position - state.range.from) / whole * kSteps);
}

} // namespace

ReplayBar::ReplayBar(replay::ReplaySource &source, QWidget *parent)
    : QWidget(parent)
    , m_source(source)
    , m_word(new Banner(QStringLiteral("replayWord"), Banner::Tone::Inverse, this))
    , m_pause(new QPushButton(this))
    , m_position(new QSlider(Qt::Horizontal, this))
    , m_time(new FittingLabel(QStringLiteral("replayTime"), this))
    , m_speed(new QComboBox(this))
{
    setObjectName(QStringLiteral("replayBar"));
    createControls();
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_word);
    row->addWidget(m_pause);
    row->addWidget(m_position, 1);
    row->addWidget(m_time);
    row->addWidget(m_speed);
    connect(&m_timer, &QTimer::timeout, this, &ReplayBar::showState);
    m_timer.start(kRefreshMs);
    showState();
}

void ReplayBar::createControls()
{
    m_word->setText(tr("REPLAY"));
    m_word->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_pause->setObjectName(QStringLiteral("replayPause"));
    m_position->setObjectName(QStringLiteral("replayPosition"));
    m_position->setRange(0, kSteps);
    m_position->setAccessibleName(tr("Where the replay is"));
    m_speed->setObjectName(QStringLiteral("replaySpeed"));
    m_speed->setAccessibleName(tr("Speed of the replay"));
    sayKeys(this, [this] {
        m_pause->setToolTip(keysText(Act::ReplayPause));
        m_position->setToolTip(withPressTexts(tr("%1 and %2: half a minute back or on"), {Act::ReplayBack, Act::ReplayOn}));
        m_speed->setToolTip(withPressTexts(tr("%1 and %2: slower or faster"), {Act::ReplaySlower, Act::ReplayFaster}));
    });
    for (const int speed : kSpeeds) {
        m_speed->addItem(tr("%1×").arg(speed), speed);
    }
    connect(m_pause, &QPushButton::clicked, this, &ReplayBar::togglePaused);
    connect(m_position, &QSlider::valueChanged, this, &ReplayBar::seek);
    connect(m_speed, &QComboBox::activated, this, [this](int index) { m_source.setSpeed(kSpeeds[std::size_t(index)]); });
}

void ReplayBar::setZone(ZoneChoice zone)
{
    m_zone = zone;
    showState();
}

void ReplayBar::togglePaused()
{
    m_source.setPaused(!m_source.state().paused);
    showState();
}

void ReplayBar::skip(Duration by)
{
    m_source.moveTo(m_source.state().position + by);
    showState();
}

void ReplayBar::faster(int steps)
{
    const double speed = m_source.state().speed;
    const auto now = std::find_if(kSpeeds.begin(), kSpeeds.end(), [&](int each) { return each >= speed; });
    const int index = int(now - kSpeeds.begin()) + steps;
    m_source.setSpeed(kSpeeds[std::size_t(std::clamp(index, 0, int(kSpeeds.size()) - 1))]);
    showState();
}

void ReplayBar::seek(int position)
{
    const replay::Range range = m_source.state().range;
    m_source.moveTo(range.from + Duration((range.to - range.from).count() / kSteps * position));
}

void ReplayBar::showState()
{
    const replay::ReplayState state = m_source.state();
    const bool ended = state.position >= state.range.to;
    m_pause->setText(state.paused ? tr("Play") : ended ? tr("Ended") : tr("Pause"));
    m_time->setText(
        tr("%1 of %2 – %3").arg(fullTime(state.position, m_zone), timeOfDay(state.range.from, m_zone), timeOfDay(state.range.to, m_zone)));
    const auto speed = std::find(kSpeeds.begin(), kSpeeds.end(), int(state.speed));
    const QSignalBlocker quiet(m_position);
    if (!m_position->isSliderDown()) {
        m_position->setValue(stepOf(state));
    }
    m_speed->setCurrentIndex(int(speed - kSpeeds.begin()));
}

} // namespace telltale::ui
