// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/source.h>
#include <core/units/money.h>
#include <core/units/result.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headroom::core {

enum class Commitment { OnDemand, Spot, OneYear, ThreeYears };
inline constexpr std::array kCommitments{Commitment::OnDemand, Commitment::Spot, Commitment::OneYear, Commitment::ThreeYears};

std::string_view commitmentId(Commitment commitment);            // "ondemand", "spot", "1y", "3y"
Result<Commitment> parseCommitment(std::string_view id);

// Who rents what at which price: one instance type of one provider in one region. Prices are for the whole instance
// and one hour, in the provider's own currency; a commitment without a price is absent.
struct Offer {
    std::string provider;   // "aws"
    std::string region;     // "us-east-1"
    std::string instance;   // "p5.48xlarge"
    std::string gpu;        // Gpu::id
    int gpus = 0;           // in one instance
    std::optional<Money> onDemand;
    std::optional<Money> spot;
    std::optional<Money> oneYear;
    std::optional<Money> threeYears;
    Source source;          // its asOf is the date of the price
    std::vector<std::pair<Commitment, Source>> ownSources;   // of prices that come from elsewhere or are of another day: imported, negotiated

    const std::optional<Money> &price(Commitment commitment) const
    {
        switch (commitment) {
        case Commitment::Spot: return spot;
        case Commitment::OneYear: return oneYear;
        case Commitment::ThreeYears: return threeYears;
        case Commitment::OnDemand: break;
        }
        return onDemand;
    }
    std::optional<Money> &price(Commitment commitment) { return const_cast<std::optional<Money> &>(std::as_const(*this).price(commitment)); }
    const Source &sourceOf(Commitment commitment) const
    {
        for (const auto &[of, own] : ownSources)
            if (of == commitment)
                return own;
        return source;
    }
    bool operator==(const Offer &) const = default;
};

// One unit of `from` is `rate` units of `to`, on a day.
struct ExchangeRate {
    Currency from = Currency::USD;
    Currency to = Currency::USD;
    Money rate;      // in `to`
    Source source;

    bool operator==(const ExchangeRate &) const = default;
};

} // namespace headroom::core
