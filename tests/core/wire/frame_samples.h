// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/codec.h"

#include <string>
#include <vector>

namespace telltale::test {

inline constexpr UtcTime kReceived = fromNanos(1'795'000'000'000'000'000);

inline wire::PackedSamples packedSample()
{
    return {"line-a/pump1",
            81,
            7,
            {{0, Quality::Good, 1'795'000'000'000'000'000, 22.125},
             {1, Quality::Bad, 1'795'000'000'000'000'001, -0.5},
             {4'000'000'000u, Quality::Uncertain, 1'795'000'001'000'000'000, 1e308}}};
}

/// One valid frame of every kind and shape; what mutation and truncation start from.
inline std::vector<std::string> validFrames()
{
    return {
        R"(line-a/pump1 {"values": {"temperature": 22.1}})",
        R"(line-a/pump1 {"epoch":81,"seq":"7","t":1795000000.123456789,"values":{"temperature":22.1,"flow":null}})",
        R"(p {"t":[1795000000,"2026-11-22T12:31:07.5+01:00"],"values":{"a":[1,-2.5e-3],"b":[null,1e999]},"quality":{"a":"bad"}})",
        R"(p {"values":{"a":1},"quality":{"a":"uncertain"},"truth":{"anomaly":true,"kind":"spike","sensors":["a"]},"later":[{"x":[]}]})",
        R"(p {"kind":"describe","epoch":81,"clock":"simulated","speed":30000,"sensors":{"a":{"index":3,"unit":"°C","range":[0,120],"period":0.5,"text":"bearing"},"b":{}}})",
        R"(p {"kind":"heartbeat","epoch":18446744073709551615,"seq":9})",
        wire::encode(packedSample())};
}

} // namespace telltale::test
