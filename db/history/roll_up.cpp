// SPDX-License-Identifier: GPL-3.0-or-later
#include "roll_up.h"

#include "head_block.h"
#include "int_codec.h"

#include <algorithm>

namespace headroom::db {
namespace {

void join(RollUp &into, const RollUp &more)
{
    into.count += more.count;
    into.low = std::min(into.low, more.low);
    into.high = std::max(into.high, more.high);
    into.sum += more.sum;
}

// The sum is kept as what it is above the lowest value times the count: small, and never negative.
constexpr std::int64_t RollUp::*kColumns[] = {&RollUp::at, &RollUp::count, &RollUp::low, &RollUp::high, &RollUp::sum};

} // namespace

std::vector<RollUp> rollUp(std::span<const std::int64_t> times, std::span<const std::int64_t> values, std::int64_t stepS)
{
    std::vector<RollUp> all;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (values[i] == kNoValue)
            continue;
        const RollUp one{times[i] / (stepS * 1000), 1, values[i], values[i], values[i]};
        if (!all.empty() && all.back().at == one.at)
            join(all.back(), one);
        else
            all.push_back(one);
    }
    return all;
}

void mergeRollUps(std::vector<RollUp> &all, std::span<const RollUp> more)
{
    for (const RollUp &one : more) {
        // Nearly always at the end.
        if (all.empty() || all.back().at < one.at) {
            all.push_back(one);
            continue;
        }
        const auto place = std::ranges::lower_bound(all, one.at, {}, &RollUp::at);
        if (place != all.end() && place->at == one.at)
            join(*place, one);
        else
            all.insert(place, one);
    }
}

std::string packRollUps(std::span<const RollUp> all)
{
    std::string out;
    std::vector<std::int64_t> column(all.size());
    for (const auto member : kColumns) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            column[i] = all[i].*member;
            if (member == &RollUp::high)
                column[i] -= all[i].low;
            else if (member == &RollUp::sum)
                column[i] -= all[i].low * all[i].count;
        }
        putInts(out, column);
    }
    return out;
}

bool unpackRollUps(std::string_view bytes, std::vector<RollUp> &all)
{
    static thread_local std::vector<std::int64_t> column;
    for (const auto member : kColumns) {
        if (!takeInts(bytes, kMostRollUps, column))
            return false;
        if (member == &RollUp::at)
            all.assign(column.size(), {});
        if (column.size() != all.size())
            return false;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i].*member = column[i];
    }
    for (RollUp &one : all) {
        one.high = static_cast<std::int64_t>(static_cast<std::uint64_t>(one.high) + static_cast<std::uint64_t>(one.low));
        one.sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(one.sum) + static_cast<std::uint64_t>(one.low) * static_cast<std::uint64_t>(one.count));
    }
    return bytes.empty();
}

} // namespace headroom::db
