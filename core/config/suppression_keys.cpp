// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/suppression_keys.h"

#include <array>

namespace telltale::config {

namespace {

constexpr double kMostText = 128;

constexpr auto kSourceKeys = std::to_array<KeyRule<SensorKey>>({
    {"asset", required(text(kMostText, 1)), [](SensorKey &k, const Found &f) { k.asset = f.node.text; }},
    {"sensor", text(kMostText, 1), [](SensorKey &k, const Found &f) { k.sensor = f.node.text; }},
});

struct Test {
    SuppressionRule &rule;
    int tests = 0;
};

void takeTest(Test &target, SuppressionRule::Test test, double value)
{
    target.rule.test = test;
    target.rule.value = value;
    ++target.tests;
}

constexpr auto kWhileKeys = std::to_array<KeyRule<Test>>({
    {"asset", required(text(kMostText, 1)), [](Test &t, const Found &f) { t.rule.sensor.asset = f.node.text; }},
    {"sensor", text(kMostText, 1), [](Test &t, const Found &f) { t.rule.sensor.sensor = f.node.text; }},
    {"below", number(), [](Test &t, const Found &f) { takeTest(t, SuppressionRule::Test::Below, f.node.number); }},
    {"above", number(), [](Test &t, const Found &f) { takeTest(t, SuppressionRule::Test::Above, f.node.number); }},
    {"equals", number(), [](Test &t, const Found &f) { takeTest(t, SuppressionRule::Test::Equals, f.node.number); }},
    {"alarm", flag(),
     [](Test &t, const Found &f) {
         takeTest(t, SuppressionRule::Test::AlarmActive, 0.0);
         if (!f.node.flag)
             f.expected("true");
     }},
});

void takeWhile(SuppressionRule &rule, const Found &found)
{
    Test test{rule};
    readTable<Test>(found, kWhileKeys, test);
    if (test.tests != 1)
        found.wrong("expected exactly one of below, above, equals and alarm, found " + std::to_string(test.tests));
    if (rule.test != SuppressionRule::Test::AlarmActive && rule.sensor.sensor.empty())
        found.wrong("the key sensor is missing: whose value is tested?", ErrorKind::NotFound);
}

void takeAlarms(SuppressionRule &rule, const Found &found)
{
    for (std::size_t i = 0; i < found.node.items.size(); ++i) {
        const Found item = found.at(i);
        SensorKey key;
        if (!holds(item, table()))
            continue;
        readTable<SensorKey>(item, kSourceKeys, key);
        if (key == rule.sensor && rule.test == SuppressionRule::Test::AlarmActive)
            item.wrong("an alarm cannot suppress itself");
        rule.alarms.push_back(std::move(key));
    }
    if (found.node.items.empty())
        found.expected("at least one { asset = ..., sensor = ... }");
}

constexpr auto kRuleKeys = std::to_array<KeyRule<SuppressionRule>>({
    {"name", required(text(kMostText, 1)), [](SuppressionRule &r, const Found &f) { r.name = f.node.text; }},
    {"while", required(table()), &takeWhile},
    {"alarms", required(list()), &takeAlarms},
    {"reason", required(text(2000, 1)), [](SuppressionRule &r, const Found &f) { r.reason = f.node.text; }},
});

} // namespace

SuppressionRule readSuppression(const Found &found)
{
    SuppressionRule rule;
    readTable<SuppressionRule>(found, kRuleKeys, rule);
    return rule;
}

} // namespace telltale::config
