// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog_fixture.h"

#include <core/prices/price_counts.h>
#include <core/prices/price_import.h>

#include <algorithm>
#include <string>

namespace headroom::test {

inline core::PriceImportOptions importOptions(const std::string &name, const std::string &provider = {})
{
    core::PriceImportOptions options;
    options.sourceName = name;
    options.provider = provider;
    options.fileDate = "2026-11-20";
    options.today = "2026-11-26";
    return options;
}

// A catalog of GPUs without any price.
inline core::Catalog unpriced()
{
    core::Catalog catalog = *shippedCatalog();
    catalog.offers.clear();
    return catalog;
}

inline const core::PricePoint *pointOf(const std::vector<core::PricePoint> &points, std::string_view instance, std::string_view region, core::Commitment commitment = core::Commitment::OnDemand)
{
    const auto found = std::ranges::find_if(points, [&](const core::PricePoint &p) { return p.instance == instance && p.region == region && p.commitment == commitment; });
    return found == points.end() ? nullptr : &*found;
}

inline std::string perHour(const std::vector<core::PricePoint> &points, std::string_view instance, std::string_view region, core::Commitment commitment = core::Commitment::OnDemand)
{
    const core::PricePoint *point = pointOf(points, instance, region, commitment);
    return point ? point->perHour.toDecimalString(6) + " " + std::string(core::currencyCode(point->perHour.currency())) + " " + point->gpu + " x" + std::to_string(point->gpus) : "missing";
}

inline std::uint64_t noted(const std::vector<core::PriceNote> &notes, std::string_view code)
{
    std::uint64_t all = 0;
    for (const core::PriceNote &note : notes)
        if (note.code == code)
            all += note.rows;
    return all;
}

} // namespace headroom::test

// A preview that must be there; a refusal ends the test with its sentence.
#define HEADROOM_PREVIEW(name, ...) \
    const auto name##Result = headroom::core::previewPrices(__VA_ARGS__); \
    QVERIFY2(name##Result.has_value(), name##Result ? "" : name##Result.error().detail.c_str()); \
    const auto &name = *name##Result
