// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/prices/freshness.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace headroom::core {
namespace {

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (problem != std::errc() || end != digits.data() + digits.size() || digits.starts_with('-'))
        return std::nullopt;
    return value;
}

} // namespace

std::optional<int> daysFromEpoch(std::string_view isoDate)
{
    using namespace std::chrono;
    if (isoDate.size() != 4 && isoDate.size() != 7 && isoDate.size() != 10)
        return std::nullopt;
    if ((isoDate.size() >= 7 && isoDate[4] != '-') || (isoDate.size() == 10 && isoDate[7] != '-'))
        return std::nullopt;
    const auto y = number(isoDate.substr(0, 4));
    const auto m = isoDate.size() >= 7 ? number(isoDate.substr(5, 2)) : std::optional(12);
    const auto d = isoDate.size() == 10 ? number(isoDate.substr(8, 2)) : std::optional(0);
    if (!y || !m || !d || *y < 1970)
        return std::nullopt;
    const year_month named = year(*y) / month(static_cast<unsigned>(*m));
    if (!named.ok())
        return std::nullopt;
    const year_month_day date = isoDate.size() == 10 ? named / day(static_cast<unsigned>(*d)) : year_month_day(named / last);
    if (!date.ok())
        return std::nullopt;
    return static_cast<int>(sys_days(date).time_since_epoch().count());
}

std::optional<int> ageInDays(std::string_view asOf, std::string_view today)
{
    const auto from = daysFromEpoch(asOf);
    const auto to = daysFromEpoch(today);
    if (!from || !to)
        return std::nullopt;
    // A month or a year that runs is not in the future.
    if (asOf.size() < 10 && today.starts_with(asOf))
        return 0;
    return *to - *from;
}

bool isStale(std::string_view asOf, std::string_view today)
{
    const auto age = ageInDays(asOf, today);
    return age && *age > kStaleAfterDays;
}

} // namespace headroom::core
