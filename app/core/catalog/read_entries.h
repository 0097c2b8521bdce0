// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json_reader.h"

#include <core/catalog/catalog.h>

// One function for each kind of entry; a problem stays in `problems` and the entry is then to be dropped.
namespace headroom::core::catalog_json {

Model readModel(const Json &json, const std::string &path, Problems &problems);
Json writeModel(const Model &model);
Gpu readGpu(const Json &json, const std::string &path, Problems &problems);
Engine readEngine(const Json &json, const std::string &path, Problems &problems);
Offer readOffer(const Json &json, const std::string &path, Problems &problems);
ExchangeRate readExchangeRate(const Json &json, const std::string &path, Problems &problems);

// The fitted constants; those that the entry does not name stay as they were `before` (version empty: nothing was there).
Constants readConstants(const Json &json, const std::string &path, const Constants &before, Problems &problems);
Json writeConstants(const Constants &constants);

// The lines of a report of `headroom accuracy`; what it says beside them is not read.
std::vector<AccuracyEntry> readAccuracyReport(const Json &json, Problems &problems);

Source readSource(ObjectReader &object);
NumberFormat readFormat(ObjectReader &object, const char *key, NumberFormat fallback = NumberFormat::Bf16);

} // namespace headroom::core::catalog_json
