// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/pulse_output.h"

#include "core/base/time.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <optional>
#include <pulse/pulseaudio.h>
#include <string_view>
#include <thread>

namespace telltale::ui {

namespace {

using Kind = SoundState::Kind;

constexpr const char *kNoHardware = "auto_null";
constexpr std::chrono::seconds kLongestEnd{2};

bool silent(const pa_cvolume &volume)
{
    return pa_cvolume_avg(&volume) == PA_VOLUME_MUTED;
}

} // namespace

/// Lives on the output's thread, but for `ends` and `loop`'s wake-up. Callbacks of libpulse come from within `pa_mainloop_dispatch`.
struct PulseOutput::Room {
    std::string programName;
    std::string server;
    Pull pull;
    Report report;
    std::atomic<bool> ends{false};
    std::thread thread;
    std::promise<void> ended;

    pa_mainloop *loop = pa_mainloop_new();
    pa_context *context = nullptr;
    pa_stream *stream = nullptr;
    std::optional<SteadyTime> retryAt;
    SoundState device;         ///< of the sink that the stream plays on
    bool programMuted = false; ///< the stream itself

    ~Room() { pa_mainloop_free(loop); }

    void run();
    void connect();
    void disconnect();
    void retryLater();
    void retry();
    [[nodiscard]] int patience() const;
    void open();
    void close();
    void ask();
    void say(Kind kind);
    void sayWhatIsKnown();
    void fill(std::size_t bytes);

    void onContext();
    void onStream();
    void onSink(const pa_sink_info &sink);
    void onOwnInput(const pa_sink_input_info &input);

    static Room &of(void *given) { return *static_cast<Room *>(given); }
};

void PulseOutput::Room::run()
{
    connect();
    while (!ends) {
        if (retryAt && std::chrono::steady_clock::now() >= *retryAt) {
            retry();
        }
        if (pa_mainloop_prepare(loop, patience()) < 0 || pa_mainloop_poll(loop) < 0 || pa_mainloop_dispatch(loop) < 0) {
            break;
        }
    }
    disconnect();
}

void PulseOutput::Room::connect()
{
    pa_proplist *about = pa_proplist_new();
    pa_proplist_sets(about, PA_PROP_APPLICATION_NAME, programName.c_str());
    pa_proplist_sets(about, PA_PROP_APPLICATION_ID, "org.telltale.Telltale");
    pa_proplist_sets(about, PA_PROP_APPLICATION_ICON_NAME, "org.telltale.Telltale");
    context = pa_context_new_with_proplist(pa_mainloop_get_api(loop), programName.c_str(), about);
    pa_proplist_free(about);
    pa_context_set_state_callback(
        context, [](pa_context *, void *room) { of(room).onContext(); }, this);
    if (pa_context_connect(context, server.empty() ? nullptr : server.c_str(), PA_CONTEXT_NOAUTOSPAWN, nullptr) < 0) {
        say(Kind::NoServer);
        retryLater();
    }
}

void PulseOutput::Room::disconnect()
{
    close();
    if (context) {
        pa_context_set_state_callback(context, nullptr, nullptr);
        pa_context_set_subscribe_callback(context, nullptr, nullptr);
        pa_context_disconnect(context);
        pa_context_unref(context);
        context = nullptr;
    }
}

/// Nothing can be freed inside its own callback: the loop does it, also where the first try failed at once.
void PulseOutput::Room::retryLater()
{
    retryAt = std::chrono::steady_clock::now() + std::chrono::milliseconds{kRetryMs};
}

void PulseOutput::Room::retry()
{
    retryAt.reset();
    if (context && pa_context_get_state(context) == PA_CONTEXT_READY) {
        open();
    } else {
        disconnect();
        connect();
    }
}

/// In microseconds, as libpulse wants it; -1 = for ever.
int PulseOutput::Room::patience() const
{
    if (!retryAt) {
        return -1;
    }
    const auto left = std::chrono::duration_cast<std::chrono::microseconds>(*retryAt - std::chrono::steady_clock::now());
    return int(std::max(left, std::chrono::microseconds{0}).count());
}

void PulseOutput::Room::onContext()
{
    switch (pa_context_get_state(context)) {
    case PA_CONTEXT_READY: {
        pa_context_set_subscribe_callback(
            context, [](pa_context *, pa_subscription_event_type_t, std::uint32_t, void *room) { of(room).ask(); }, this);
        const auto what = pa_subscription_mask_t(PA_SUBSCRIPTION_MASK_SINK | PA_SUBSCRIPTION_MASK_SINK_INPUT | PA_SUBSCRIPTION_MASK_SERVER);
        if (pa_operation *asked = pa_context_subscribe(context, what, nullptr, nullptr)) {
            pa_operation_unref(asked);
        }
        open();
        break;
    }
    case PA_CONTEXT_FAILED:
    case PA_CONTEXT_TERMINATED:
        say(Kind::NoServer);
        retryLater();
        break;
    default: break;
    }
}

/// A new stream on the default device. Whoever muted an older one did not mean tomorrow's alarms.
void PulseOutput::Room::open()
{
    close();
    const pa_sample_spec form{PA_SAMPLE_FLOAT32NE, std::uint32_t(kSampleRate), 1};
    stream = pa_stream_new(context, "Alarm horn", &form, nullptr);
    if (!stream) {
        retryLater();
        return;
    }
    pa_stream_set_state_callback(
        stream, [](pa_stream *, void *room) { of(room).onStream(); }, this);
    pa_stream_set_moved_callback(
        stream, [](pa_stream *, void *room) { of(room).ask(); }, this);
    pa_stream_set_write_callback(
        stream, [](pa_stream *, std::size_t bytes, void *room) { of(room).fill(bytes); }, this);
    pa_buffer_attr buffer{};
    buffer.maxlength = buffer.prebuf = buffer.minreq = buffer.fragsize = std::uint32_t(-1);
    buffer.tlength = std::uint32_t(pa_usec_to_bytes(pa_usec_t(kBufferMs) * PA_USEC_PER_MSEC, &form));
    const auto how = pa_stream_flags_t(PA_STREAM_ADJUST_LATENCY | PA_STREAM_START_UNMUTED);
    if (pa_stream_connect_playback(stream, nullptr, &buffer, how, nullptr, nullptr) < 0) {
        say(Kind::NoDevice);
        retryLater();
    }
}

void PulseOutput::Room::close()
{
    if (!stream) {
        return;
    }
    pa_stream_set_state_callback(stream, nullptr, nullptr);
    pa_stream_set_moved_callback(stream, nullptr, nullptr);
    pa_stream_set_write_callback(stream, nullptr, nullptr);
    pa_stream_disconnect(stream);
    pa_stream_unref(stream);
    stream = nullptr;
}

void PulseOutput::Room::onStream()
{
    switch (pa_stream_get_state(stream)) {
    case PA_STREAM_READY: ask(); break;
    case PA_STREAM_FAILED:
    case PA_STREAM_TERMINATED:
        say(Kind::NoDevice);
        retryLater();
        break;
    default: break;
    }
}

/// Where do we play, and would it be heard? Asked again whenever the server says that anything about its devices has changed.
void PulseOutput::Room::ask()
{
    if (!stream || pa_stream_get_state(stream) != PA_STREAM_READY) {
        return;
    }
    pa_operation *asked = pa_context_get_sink_info_by_index(
        context, pa_stream_get_device_index(stream),
        [](pa_context *, const pa_sink_info *sink, int last, void *room) {
            if (last == 0) {
                of(room).onSink(*sink);
            }
        },
        this);
    if (asked) {
        pa_operation_unref(asked);
    }
    asked = pa_context_get_sink_input_info(
        context, pa_stream_get_index(stream),
        [](pa_context *, const pa_sink_input_info *input, int last, void *room) {
            if (last == 0) {
                of(room).onOwnInput(*input);
            }
        },
        this);
    if (asked) {
        pa_operation_unref(asked);
    }
}

void PulseOutput::Room::onSink(const pa_sink_info &sink)
{
    const bool hardware = std::string_view(sink.name) != kNoHardware;
    device.kind = !hardware ? Kind::NoDevice : sink.mute || silent(sink.volume) ? Kind::DeviceMuted : Kind::Ready;
    device.device = hardware && sink.description ? sink.description : "";
}

/// The second of the two answers.
void PulseOutput::Room::onOwnInput(const pa_sink_input_info &input)
{
    programMuted = input.mute || (input.has_volume && silent(input.volume));
    sayWhatIsKnown();
}

void PulseOutput::Room::sayWhatIsKnown()
{
    SoundState state = device;
    if (state.heard() && programMuted) {
        state.kind = Kind::ProgramMuted;
    }
    report(state);
}

void PulseOutput::Room::say(Kind kind)
{
    report(SoundState{kind, {}});
}

void PulseOutput::Room::fill(std::size_t bytes)
{
    void *place = nullptr;
    if (pa_stream_begin_write(stream, &place, &bytes) < 0 || !place) {
        return;
    }
    const std::size_t samples = bytes / sizeof(float);
    pull(std::span(static_cast<float *>(place), samples));
    pa_stream_write(stream, place, samples * sizeof(float), nullptr, 0, PA_SEEK_RELATIVE);
}

PulseOutput::PulseOutput(std::string programName, std::string server) : m_room(std::make_shared<Room>())
{
    m_room->programName = std::move(programName);
    m_room->server = std::move(server);
}

PulseOutput::~PulseOutput()
{
    if (!m_room->thread.joinable()) {
        return;
    }
    m_room->ends = true;
    pa_mainloop_wakeup(m_room->loop);
    if (m_room->ended.get_future().wait_for(kLongestEnd) == std::future_status::ready) {
        m_room->thread.join();
    } else {
        m_room->thread.detach(); // it hangs in the sound system, and keeps the room alive
    }
}

void PulseOutput::start(Pull pull, Report report)
{
    m_room->pull = std::move(pull);
    m_room->report = std::move(report);
    m_room->thread = std::thread([room = m_room] {
        room->run();
        room->ended.set_value();
    });
}

} // namespace telltale::ui
