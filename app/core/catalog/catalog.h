// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/accuracy_figures.h>
#include <core/catalog/constants.h>
#include <core/catalog/engine.h>
#include <core/catalog/gpu.h>
#include <core/catalog/model.h>
#include <core/catalog/offer.h>

#include <string>
#include <string_view>
#include <vector>

namespace headroom::core {

// Everything known about the world outside: immutable once loaded, handed round as std::shared_ptr<const Catalog>,
// so that any thread may read it. Lookups take an id, an alias or a name, case-insensitively, and return nullptr where unknown.
struct Catalog {
    std::string version;          // "2026.11.1", with "+NAME" for each overlay
    std::string calibration;      // version of the constants with a digest of their values: "2026.11.1-3f9a12bc"
    std::string pricesAsOf;       // newest price's date
    std::string oldestPriceAsOf;
    std::string readOn;           // ISO date of the day it is looked at: tells stale prices; empty: nobody asked
    std::vector<Model> models;    // sorted by id
    std::vector<Gpu> gpus;        // sorted by id
    std::vector<Engine> engines;
    std::vector<Offer> offers;
    std::vector<ExchangeRate> exchangeRates;
    Constants constants;          // of the step model, fitted on published measurements
    std::vector<AccuracyEntry> accuracy;   // their shipped error report; empty where it is not installed

    const Model *findModel(std::string_view idOrAlias) const;
    const Gpu *findGpu(std::string_view idOrAlias) const;
    const Engine *findEngine(std::string_view idOrAlias) const;

    bool operator==(const Catalog &) const = default;
};

// Sets pricesAsOf and oldestPriceAsOf from the offers.
void updatePriceDates(Catalog &catalog);

} // namespace headroom::core
