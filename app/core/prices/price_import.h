// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/prices/price_preview.h>
#include <core/units/result.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace headroom::core {

// Fills the block from where the last call ended and returns how much; 0 at the end. An error ends the reading.
using ReadBlock = std::function<Result<std::size_t>(std::span<char> block)>;

struct PriceImportOptions {
    std::string sourceName;             // the file as the person named it: stands in errors and sources
    std::string provider;               // whose prices these are, where the file does not say; empty: told from the file's name
    std::string asOf;                   // day of the prices, where the person knows it; empty: what the file says, else fileDate
    std::string fileDate;               // ISO date of the file; used where nothing else is known
    std::string today;                  // ISO date; tells old prices and those of the future
    std::optional<Currency> currency;   // where the file does not say; empty: the format's usual one
};

struct PriceReadControl {
    std::stop_token stop;                               // looked at every block
    std::function<void(std::uint64_t bytes)> progress;  // bytes read so far, every block
};

// Reads a price list of any of the known formats (recognized by what it holds) and tells what it would change in `catalog`.
// Formats: the SkyPilot catalog's vms.csv of any cloud; the AWS price list of EC2 as JSON or CSV; AWS Savings Plans as JSON or
// CSV; pages of the Azure Retail Prices API; the pricing.yml of Cyclenerd's Google Cloud calculator; Alibaba prices as
// {region: {instance: CNY}}; and a plain CSV (columns: provider, region, instance, gpu, gpus, currency, ondemand, spot, 1y, 3y,
// as_of, source).
// The text is streamed: memory grows with the GPU prices in it, not with its size. Nothing is stored. Any thread.
// Errors: Syntax (not UTF-8 text, broken off, none of the formats; with the line), BadValue (a provider or date is needed),
// TooLarge (over 8 GiB, 64 levels, a million GPU prices), Cancelled, and what `read` reports; all with the source's name.
Result<PricePreview> previewPrices(const ReadBlock &read, const PriceImportOptions &options, const Catalog &catalog, const PriceReadControl &control = {});

// The same over text that is there already.
Result<PricePreview> previewPrices(std::string_view text, const PriceImportOptions &options, const Catalog &catalog);

} // namespace headroom::core
