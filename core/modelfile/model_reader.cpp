// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modelfile/model_reader.h"

#include "core/modelfile/model_file.h"

namespace telltale::modelfile {

Result<TrainedModelPtr> ModelReader::read(const std::string &path)
{
    std::error_code unknown;
    const auto written = std::filesystem::last_write_time(path, unknown);
    const std::uintmax_t bytes = unknown ? 0 : std::filesystem::file_size(path, unknown);
    const auto known = m_kept.find(path);
    if (!unknown && known != m_kept.end() && known->second.written == written && known->second.bytes == bytes) {
        if (TrainedModelPtr model = known->second.model.lock())
            return model;
    }
    Result<TrainedModel> model = readModel(path);
    if (!model)
        return model.error();
    m_newest = std::make_shared<const TrainedModel>(std::move(*model));
    if (!unknown)
        m_kept[path] = {written, bytes, m_newest};
    return m_newest;
}

} // namespace telltale::modelfile
