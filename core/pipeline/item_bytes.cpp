// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/item_bytes.h"

namespace telltale::pipeline {

namespace {

std::size_t held(const std::string &text)
{
    return sizeof text + text.capacity();
}

template <typename T>
std::size_t held(const std::vector<T> &values)
{
    return sizeof values + values.capacity() * sizeof(T);
}

std::size_t bytesOf(const SampleBatch &batch)
{
    std::size_t bytes = held(batch.asset) + held(batch.times) + (batch.truth ? held(batch.truth->sensors) : 0);
    for (const SensorColumn &column : batch.columns)
        bytes += held(column.sensor) + held(column.values) + held(column.quality);
    return bytes;
}

std::size_t bytesOf(const wire::Describe &describe)
{
    std::size_t bytes = held(describe.asset);
    for (const wire::DescribedSensor &sensor : describe.sensors)
        bytes += sizeof sensor + sensor.name.capacity() + sensor.unit.capacity() + sensor.text.capacity();
    return bytes;
}

std::size_t bytesOf(const feed::Gap &gap)
{
    return held(gap.asset);
}

std::size_t bytesOf(const FeedHealth &health)
{
    return held(health.address) + held(health.detail);
}

} // namespace

std::size_t bytesOf(const IntakeItem &item)
{
    return sizeof item + std::visit([](const auto &what) { return bytesOf(what); }, item.what);
}

} // namespace telltale::pipeline
