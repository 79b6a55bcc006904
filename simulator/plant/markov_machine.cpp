// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/plant/markov_machine.h"

namespace telltale::simulator {

void MarkovMachine::step(Random &random)
{
    const bool changes = random.chance(m_abnormal ? m_transitions.toNormal : m_transitions.toAbnormal);
    m_abnormal = m_abnormal != changes;
}

} // namespace telltale::simulator
