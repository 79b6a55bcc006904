// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/history/real_chunks.h"

#include "core/base/csv.h"
#include "core/base/time.h"

#include <cstdio>
#include <limits>
#include <utility>

namespace telltale::bench {

namespace {

void addSample(Chunk &chunk, UtcTime t, double value)
{
    chunk.t.push_back(toNanos(t));
    chunk.value.push_back(value);
    for (auto *floats : {&chunk.score, &chunk.lower, &chunk.upper})
        floats->push_back(std::numeric_limits<float>::quiet_NaN());
    chunk.flags.push_back(0);
}

Result<void> addFile(const std::string &file, std::vector<Chunk> &chunks)
{
    auto reader = CsvReader::open(file);
    if (!reader)
        return reader.error();
    std::vector<Chunk> open(reader->header().size());
    std::vector<std::string> cells;
    while (true) {
        const auto more = reader->next(cells);
        if (!more || !*more)
            return more ? Result<void>{} : more.error();
        const auto t = parseTime(cells[0]);
        for (std::size_t c = 1; c < open.size() && t; ++c) {
            const std::string &name = reader->header()[c];
            const auto value = csvNumber(cells[c], reader->place());
            if (name == "anomaly" || name == "changepoint" || !value)
                continue;
            addSample(open[c], *t, *value);
            if (open[c].size() == Chunk::kCapacity)
                chunks.push_back(std::exchange(open[c], {}));
        }
    }
}

} // namespace

std::vector<Chunk> realChunks(const std::vector<std::string> &files)
{
    std::vector<Chunk> chunks;
    for (const std::string &file : files)
        if (const auto added = addFile(file, chunks); !added)
            std::fprintf(stderr, "%s\n", added.error().text().c_str());
    return chunks;
}

} // namespace telltale::bench
