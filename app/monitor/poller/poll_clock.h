// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <cstdint>
#include <functional>

namespace headroom::monitor {

// Time as the poller sees it, so that tests need not wait for it.
class PollClock {
public:
    virtual ~PollClock() = default;

    virtual std::chrono::milliseconds now() const = 0; // monotonic
    virtual std::int64_t unixMs() const = 0;
    virtual double random() = 0; // 0 <= x < 1, for jitter
    // Calls back once on the thread of `context`, not at all once that is destroyed.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) = 0;
};

class SystemPollClock final : public PollClock {
public:
    std::chrono::milliseconds now() const override;
    std::int64_t unixMs() const override;
    double random() override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call) override;
};

} // namespace headroom::monitor
