// SPDX-License-Identifier: GPL-3.0-or-later
// Text -> damage to the databases of a real data folder -> everything that opens them. Readers end in an answer or in an error; the writer
// opens whatever is there, and what is written then can be read.
//
// One step a line; lines that are none are passed over. Numbers are taken modulo the size of the file.
//     poke FILE OFFSET HEX      write bytes            cut FILE LENGTH        shorten
//     noise FILE SEED COUNT     so many random bytes   page FILE FROM TO      copy a page of 4096 bytes over another
//     word FILE OLD NEW         replace a text wherever it is; both are as long as the shorter one
// FILE is journal.db, history.db, journal.db-wal, history.db-wal, or a file of the chain; one that is missing is made.
#include "core/store/data_folder.h"
#include "core/store/journal_check.h"
#include "core/store/store_reader.h"
#include "fuzz_target.h"
#include "scratch_folder.h"
#include "tests/support/fake_clock.h"
#include "tests/support/stored_journal.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <sstream>

using namespace telltale;
using fuzz::require;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kAlarms = 24;
constexpr OccurrenceId kNewAlarm = 900;
constexpr std::size_t kPageBytes = 4096;
constexpr std::size_t kMostSteps = 64;
const SensorKey kSensor{"line-a/pump1", "temperature"};

using Step = void (*)(std::string &bytes, std::istringstream &rest);

void poke(std::string &bytes, std::istringstream &rest)
{
    std::size_t offset = 0;
    std::string digits;
    rest >> offset >> digits;
    for (std::size_t i = 0; i + 1 < digits.size() && !bytes.empty(); i += 2)
        bytes[(offset % bytes.size() + i / 2) % bytes.size()] = static_cast<char>(std::strtoul(digits.substr(i, 2).c_str(), nullptr, 16));
}

void cut(std::string &bytes, std::istringstream &rest)
{
    std::size_t length = 0;
    rest >> length;
    bytes.resize(bytes.empty() ? 0 : length % bytes.size());
}

void makeNoise(std::string &bytes, std::istringstream &rest)
{
    std::uint32_t seed = 0;
    std::size_t count = 0;
    rest >> seed >> count;
    std::mt19937 random(seed);
    for (count = std::min<std::size_t>(count, 100'000); count > 0 && !bytes.empty(); --count) {
        const std::size_t place = random() % bytes.size();
        bytes[place] = static_cast<char>(random());
    }
}

void copyPage(std::string &bytes, std::istringstream &rest)
{
    const std::size_t pages = bytes.size() / kPageBytes;
    std::size_t from = 0;
    std::size_t to = 0;
    rest >> from >> to;
    if (pages > 0)
        bytes.replace(to % pages * kPageBytes, kPageBytes, std::string(bytes, from % pages * kPageBytes, kPageBytes));
}

void replaceWord(std::string &bytes, std::istringstream &rest)
{
    std::string old;
    std::string other;
    rest >> old >> other;
    const std::size_t length = std::min(old.size(), other.size());
    for (std::size_t at = 0; length > 0 && (at = bytes.find(old.c_str(), at, length)) != std::string::npos; at += length)
        bytes.replace(at, length, other, 0, length);
}

Step stepNamed(std::string_view word)
{
    constexpr std::array<std::pair<std::string_view, Step>, 5> kSteps{
        {{"poke", poke}, {"cut", cut}, {"noise", makeNoise}, {"page", copyPage}, {"word", replaceWord}}};
    const auto *found = std::find_if(kSteps.begin(), kSteps.end(), [&](const auto &each) { return each.first == word; });
    return found == kSteps.end() ? nullptr : found->second;
}

bool mayBeDamaged(std::string_view file)
{
    constexpr std::array<std::string_view, 6> kFiles{"journal.db",     "history.db",     "journal.db-wal",
                                                     "history.db-wal", "journal.anchor", "keys/journal.key"};
    return std::ranges::find(kFiles, file) != kFiles.end();
}

void damage(const std::string &folder, std::string_view steps)
{
    std::istringstream lines{std::string(steps)};
    std::string line;
    for (std::size_t i = 0; i < kMostSteps && std::getline(lines, line); ++i) {
        std::istringstream rest(line);
        std::string word;
        std::string file;
        rest >> word >> file;
        const Step step = stepNamed(word);
        if (step == nullptr || !mayBeDamaged(file))
            continue;
        const std::string path = folder + '/' + file;
        std::ifstream in(path, std::ios::binary);
        std::string bytes(std::istreambuf_iterator<char>(in), {});
        step(bytes, rest);
        std::ofstream(path, std::ios::binary) << bytes;
    }
}

/// A folder with alarms, samples and health, as a run leaves it.
class WholeFolder {
public:
    WholeFolder()
    {
        const test::FakeClock clock(test::at(0));
        const auto writer = test::openedWriter(m_folder.path(), clock);
        for (std::uint64_t number = 1; number <= kAlarms; ++number)
            for (store::StoreJob &job : test::jobsOfAlarm(number))
                writer->submit(std::move(job));
        for (int chunk = 0; chunk < 4; ++chunk)
            writer->submit(store::SaveChunk{kSensor, "°C", test::chunkOf(1000, 2000 * chunk), true});
        writer->submit(store::SaveFeedHealth{test::at(5), {}});
        writer->close();
    }
    void copyTo(const std::string &folder) const { fs::copy(m_folder.path(), folder, fs::copy_options::recursive); }

private:
    fuzz::ScratchFolder m_folder;
};

store::JournalQuery transitionsOf(OccurrenceId alarm)
{
    store::JournalQuery query;
    query.occurrence = alarm;
    return query;
}

template <typename Answer>
void checkText(const Result<Answer> &answer)
{
    require(answer.ok() || !answer.error().text().empty());
}

std::string_view readAll(const std::string &folder)
{
    checkText(store::checkJournal(folder));
    const auto reader = store::StoreReader::open(folder);
    if (!reader)
        return fuzz::refusal(reader.error());
    const store::StoreReader &store = **reader;
    checkText(store.restartState());
    checkText(store.events({}));
    checkText(store.events(transitionsOf(3)));
    checkText(store.conditionChanges({kSensor, "anomalous", test::at(0), test::at(100)}));
    checkText(store.logbook({}));
    checkText(store.search("pump1 look", 20));
    checkText(store.occurrence(5));
    checkText(store.occurrences(test::at(-1e6), test::at(1e6)));
    checkText(store.sensors());
    checkText(store.samples(kSensor, test::at(-1e6), test::at(1e6)));
    checkText(store.oldestWithin(test::at(-1e6), test::at(1e6)));
    checkText(store.feedHealth(test::at(-1e6), test::at(1e6)));
    return fuzz::kAccepted;
}

void writeAndReadBack(const std::string &folder)
{
    const test::FakeClock clock(test::at(1000));
    const EventSeq next = 3 * kAlarms + 1000;
    const Occurrence alarm = test::raisedAlarm(kNewAlarm, next);
    const auto writer = test::openedWriter(folder, clock);
    writer->submit(store::SaveTransition{test::eventOf(alarm, next), alarm});
    writer->close();
    require(writer->storedThrough() >= next);
    const auto reader = store::StoreReader::open(folder);
    require(reader.ok() && reader->get()->restartState().ok());
    const auto events = reader->get()->events(transitionsOf(kNewAlarm));
    require(events.ok() && events->size() == 1);
}

} // namespace

std::string_view fuzz::judge(std::string_view bytes)
{
    static const WholeFolder whole;
    const ScratchFolder scratch;
    const std::string folder = scratch.path() + "/data";
    whole.copyTo(folder);
    damage(folder, bytes);
    const std::string_view outcome = readAll(folder);
    writeAndReadBack(folder);
    return outcome;
}
