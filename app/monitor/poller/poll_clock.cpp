// SPDX-License-Identifier: GPL-3.0-or-later
#include "poll_clock.h"

#include <QRandomGenerator>
#include <QTimer>

namespace headroom::monitor {

std::chrono::milliseconds SystemPollClock::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

std::int64_t SystemPollClock::unixMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

double SystemPollClock::random()
{
    return QRandomGenerator::global()->generateDouble();
}

void SystemPollClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> call)
{
    QTimer::singleShot(delay, context, std::move(call));
}

} // namespace headroom::monitor
