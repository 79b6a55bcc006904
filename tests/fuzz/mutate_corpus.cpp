// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without a fuzzer: over the files of its corpus, so that a crash that was found once stays found, and then over
// as many mutations of them as wanted. Prints what became of them, and that none is missing.
#include "fuzz_target.h"
#include "tests/support/input_mutator.h"
#include "tests/support/sanitized.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

using namespace telltale;

namespace {

struct Wanted {
    std::string corpus = FUZZ_CORPUS;
    std::uint64_t inputs = 0;
    std::uint64_t seed = 20'261'122;
};

/// Empty = not understood.
std::optional<Wanted> wantedOf(int argc, char **argv)
{
    Wanted wanted;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        const bool valued = i + 1 < argc;
        if (valued && (option == "--frames" || option == "--inputs"))
            wanted.inputs = std::strtoull(argv[++i], nullptr, 10);
        else if (valued && option == "--seed")
            wanted.seed = std::strtoull(argv[++i], nullptr, 10);
        else if (!option.starts_with('-'))
            wanted.corpus = option;
        else
            return {};
    }
    return wanted;
}

/// In the order of their names, so that a seed means the same everywhere.
std::vector<std::string> inputsIn(const std::string &folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto &entry : std::filesystem::directory_iterator(folder, none))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<std::string> inputs;
    for (const auto &path : files) {
        std::ifstream file(path, std::ios::binary);
        inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return inputs;
}

constexpr const char *kCrashFile = "crashed-input-" FUZZ_TARGET;
std::string_view g_input; ///< at hand; no data between two inputs

/// Leaves the input behind that the target did not survive; what it is called with is all that may be done in a signal.
void keepInput(int signal)
{
    constexpr std::string_view kSaid = "the target did not survive an input: see the file crashed-input-" FUZZ_TARGET "\n";
    if (g_input.data() != nullptr) {
        const int file = open(kCrashFile, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        static_cast<void>(!write(file, g_input.data(), g_input.size()));
        static_cast<void>(!write(STDERR_FILENO, kSaid.data(), kSaid.size()));
    }
    std::signal(signal, SIG_DFL);
    raise(signal);
}

/// A sanitizer says more of the other signals than we do, and aborts then (abort_on_error).
void keepInputsThatCrash()
{
    std::signal(SIGABRT, keepInput);
    if constexpr (!test::kSanitized)
        for (const int signal : {SIGSEGV, SIGFPE, SIGBUS})
            std::signal(signal, keepInput);
}

using Outcomes = std::map<std::string, std::uint64_t, std::less<>>;

void judgeAndCount(const std::string &input, Outcomes &outcomes)
{
    // A copy of exactly this size, so that a sanitizer sees every read beyond the end.
    const std::string exact(input);
    g_input = exact;
    const std::string_view outcome = fuzz::judge(exact);
    g_input = {};
    const auto known = outcomes.find(outcome);
    ++(known == outcomes.end() ? outcomes.emplace(outcome, 0).first : known)->second;
}

long peakMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// True when accepted and rejected make up what was sent.
bool report(const Outcomes &outcomes, std::uint64_t sent)
{
    std::uint64_t sum = 0;
    for (const auto &[outcome, count] : outcomes) {
        std::printf("%12llu %s%s\n", static_cast<unsigned long long>(count),
                    outcome == fuzz::kAccepted ? "" : "rejected: ", outcome.c_str());
        sum += count;
    }
    std::printf("%12llu in all, %llu sent: %s; at most %ld MiB of memory\n", static_cast<unsigned long long>(sum),
                static_cast<unsigned long long>(sent), sum == sent ? "every one accounted for" : "THE SUMS DIFFER", peakMiB());
    return sum == sent;
}

} // namespace

int main(int argc, char **argv)
{
    const auto wanted = wantedOf(argc, argv);
    if (!wanted)
        return std::fprintf(stderr, "usage: %s [--inputs COUNT] [--seed NUMBER] [CORPUS FOLDER]\n", argv[0]), 2;
    keepInputsThatCrash();
    const std::vector<std::string> corpus = inputsIn(wanted->corpus);
    Outcomes outcomes;
    for (const std::string &input : corpus)
        judgeAndCount(input, outcomes);
    std::printf("%zu inputs replayed\n", corpus.size());
    if (corpus.empty())
        return 1;
    std::printf("%llu mutations of them with seed %llu\n", static_cast<unsigned long long>(wanted->inputs),
                static_cast<unsigned long long>(wanted->seed));
    std::fflush(stdout); // before a crash could swallow the seed
    test::InputMutator mutator(wanted->seed, corpus);
    for (std::uint64_t i = 0; i < wanted->inputs; ++i)
        judgeAndCount(mutator.next(), outcomes);
    return report(outcomes, corpus.size() + wanted->inputs) ? 0 : 1;
}
