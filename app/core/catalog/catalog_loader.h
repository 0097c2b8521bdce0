// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/units/result.h>

#include <filesystem>
#include <string_view>

namespace headroom::core {

// Loads the shipped catalog: models.json, gpus.json, engines.json, constants.json, offers.json of `folder`, every field checked against
// the schema (docs in resources/catalog/README.md). An error names file and field ("offers[12].price.ondemand").
// Cost: linear in the files' size; files over 64 MiB are refused.
Result<Catalog> loadCatalog(const std::filesystem::path &folder);

// A copy of `base` with the entries of one overlay file added; an entry with a known id (for offers: provider, region
// and instance) replaces the old one. The overlay has any of the keys "models", "gpus", "engines", "offers", "exchange_rates", "constants".
Result<Catalog> withOverlay(const Catalog &base, const std::filesystem::path &overlayFile);

// The same from text that is already read; `name` stands in errors and in the catalog's version.
Result<Catalog> withOverlayText(const Catalog &base, std::string_view json, std::string_view name);

// Fitted constants as an overlay's text (and as the shipped constants.json).
std::string constantsToJson(const Constants &constants);

// One model as the JSON object of an overlay's "models" array (what `models import` stores).
std::string modelToJson(const Model &model);

} // namespace headroom::core
