// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/raw_detector.h"
#include "core/model/detector_spec.h"
#include "core/model/row_table.h"

namespace telltale::detect {

/// A detector that can be trained, used without a model file: it collects its first rows, trains itself on them once, and judges from
/// then on. Rows that cannot be used do not count. When the rows teach nothing (all constant, or so absurd that no limit can be found), it
/// drops them and collects anew: no decision, and a warm-up that begins again.
/// Cost: the fit runs on the shard's thread, once; `makeDetector` refuses settings with which it would take seconds.
class SelfTrainingDetector final : public RawDetector {
public:
    SelfTrainingDetector(DetectorSpec spec, std::vector<ChannelSpec> channels, std::size_t warmUpRows);

    [[nodiscard]] RawScore judge(const Point &point) override;
    [[nodiscard]] std::vector<Contribution> contributions() const override;
    [[nodiscard]] double warmUp() const override;
    [[nodiscard]] std::size_t bytes() const override;

private:
    void collect(const Point &point);
    [[nodiscard]] Result<std::unique_ptr<RawDetector>> trained() const;
    void trainNow();

    DetectorSpec m_spec;
    std::vector<ChannelSpec> m_channels;
    std::size_t m_warmUpRows;
    RowTable m_rows;
    std::unique_ptr<RawDetector> m_trained; ///< null while collecting
};

} // namespace telltale::detect
