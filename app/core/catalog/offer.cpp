// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/offer.h>

#include <algorithm>
#include <cctype>

namespace headroom::core {

std::string_view commitmentId(Commitment commitment)
{
    switch (commitment) {
    case Commitment::Spot: return "spot";
    case Commitment::OneYear: return "1y";
    case Commitment::ThreeYears: return "3y";
    case Commitment::OnDemand: break;
    }
    return "ondemand";
}

Result<Commitment> parseCommitment(std::string_view id)
{
    std::string lower(id);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const Commitment commitment : kCommitments)
        if (lower == commitmentId(commitment))
            return commitment;
    return std::unexpected(Error{ErrorCode::BadValue, "unknown commitment '" + std::string(id.substr(0, 40)) + "': ondemand, spot, 1y or 3y would be accepted", {}, "commitment", 0});
}

} // namespace headroom::core
