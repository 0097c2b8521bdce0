// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a price list holds, reading it ends: with a preview whose prices can be stored and used, or with an error that has a
// sentence. What was imported is known afterwards: the same file again brings nothing new. The format is recognized from the
// content, so the seeds reach every reader.
#include <core/prices/apply_prices.h>
#include <core/prices/freshness.h>
#include <core/prices/price_counts.h>
#include <core/prices/price_import.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace headroom::core;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

Catalog smallCatalog()
{
    Catalog catalog;
    for (const auto &[id, memory] : {std::pair{"a100-40gb-sxm", 40e9}, {"a100-80gb-sxm", 80e9}, {"h100-sxm", 80e9}}) {
        Gpu gpu;
        gpu.id = gpu.name = id;
        gpu.memoryLabel = Bytes(memory);
        catalog.gpus.push_back(std::move(gpu));
    }
    return catalog;
}

PriceImportOptions options()
{
    PriceImportOptions options;
    options.sourceName = "gcp/list";
    options.fileDate = "2026-11-20";
    options.today = "2026-11-26";
    return options;
}

void requireUsable(const PricePoint &point, const Catalog &catalog)
{
    require(!point.provider.empty() && !point.instance.empty() && point.provider.size() <= 200 && point.instance.size() <= 200 && point.region.size() <= 200);
    require(catalog.findGpu(point.gpu) != nullptr && point.gpus >= 1 && point.gpus <= 1024);
    require(point.perHour.micros() > 0 && daysFromEpoch(point.source.asOf).has_value() && !point.source.text.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    static const Catalog catalog = smallCatalog();
    const auto preview = previewPrices(text, options(), catalog);
    if (!preview) {
        require(!preview.error().detail.empty() && preview.error().file == "gcp/list");
        return 0;
    }
    for (const PricePoint &point : pricesToStore(*preview, true))
        requireUsable(point, catalog);
    for (const auto *notes : {&preview->suspicious, &preview->skipped})
        for (const PriceNote &note : *notes)
            require(!note.reason.empty() && !note.code.empty() && note.rows > 0);
    require(preview->changed.empty() && preview->unchanged == 0); // nothing was known
    const Catalog priced = withPrices(catalog, {pricesToStore(*preview, false), {}, {}, "fuzzed"}, "2026-11-26");
    const auto again = previewPrices(text, options(), priced);
    require(again.has_value() && again->added.empty() && again->changed.empty() && again->confirmed.empty());
    return 0;
}
