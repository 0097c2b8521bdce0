// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/sources/source.h>

#include <memory>

namespace headroom::monitor {

// The GPUs of this machine. The driver is asked on a thread of its own, which is left behind where the driver never answers.
class NvmlSource final : public Source {
Q_OBJECT

public:
    explicit NvmlSource(const SourceConfig &config, QObject *parent = nullptr);
    ~NvmlSource() override;

    void fetch() override;
    void cancel() override;

private:
    struct Worker; // shared with the thread

    void answered(std::uint64_t round, const Snapshot &snapshot);

    std::shared_ptr<Worker> m_worker;
    std::uint64_t m_round = 0;
};

} // namespace headroom::monitor
