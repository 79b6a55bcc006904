// SPDX-License-Identifier: GPL-3.0-or-later
// Makes one mistake on purpose, named by its argument, so that a sanitizer that finds nothing cannot pass for a program without mistakes.
#include <cstdio>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace {

int overrun()
{
    const std::vector<int> samples(8);
    return samples.data()[samples.size()];
}

int useAfterFree()
{
    auto sample = std::make_unique<int>(1);
    const int *kept = sample.get();
    sample.reset();
    return *kept;
}

int leak()
{
    volatile auto *lost = new std::string(100, 'x');
    lost = nullptr;
    return lost == nullptr ? 0 : 1;
}

int overflow()
{
    volatile int most = std::numeric_limits<int>::max();
    return most + 1;
}

} // namespace

int main(int argc, char **argv)
{
    const std::map<std::string, int (*)()> mistakes{
        {"overrun", overrun}, {"use-after-free", useAfterFree}, {"leak", leak}, {"overflow", overflow}};
    const auto mistake = mistakes.find(argc == 2 ? argv[1] : "");
    if (mistake == mistakes.end())
        return 2;
    std::printf("made: %d\n", mistake->second());
    return 0;
}
