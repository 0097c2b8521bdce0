// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/source.h>
#include <core/units/money.h>

#include <optional>
#include <string_view>

namespace headroom::core {

// What a provider asks for around the instances. A price that no source states is missing.
struct CloudExtras {
    std::optional<Money> storageGbMonth;
    std::optional<Money> egressGb;
    std::optional<Money> balancerHour;
    Source storageSource, egressSource, balancerSource;
};
CloudExtras cloudExtras(std::string_view provider);

// Bytes that leave for each output token when answers are streamed as server-sent events: one event of JSON around a token
// of about four characters. A judgement.
inline constexpr double kStreamBytesPerToken = 250.0;

// What the model's own makers ask for a million tokens at their API.
struct ApiPrice {
    Money inputPerMillion, cachedInputPerMillion, outputPerMillion;
    Source source;
};
std::optional<ApiPrice> apiPrice(std::string_view modelId);

} // namespace headroom::core
