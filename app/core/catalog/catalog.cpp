// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/catalog.h>

#include <algorithm>
#include <cctype>

namespace headroom::core {
namespace {

bool sameId(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

// An id wins over another entry's alias, and that over a name.
template<class Entry>
const Entry *find(const std::vector<Entry> &entries, std::string_view idOrAlias)
{
    for (const Entry &entry : entries)
        if (sameId(entry.id, idOrAlias))
            return &entry;
    for (const Entry &entry : entries)
        if (std::ranges::any_of(entry.aliases, [&](const std::string &alias) { return sameId(alias, idOrAlias); }))
            return &entry;
    for (const Entry &entry : entries)
        if (sameId(entry.name, idOrAlias))
            return &entry;
    return nullptr;
}

} // namespace

const Model *Catalog::findModel(std::string_view idOrAlias) const
{
    return find(models, idOrAlias);
}

const Gpu *Catalog::findGpu(std::string_view idOrAlias) const
{
    return find(gpus, idOrAlias);
}

const Engine *Catalog::findEngine(std::string_view idOrAlias) const
{
    return find(engines, idOrAlias);
}

void updatePriceDates(Catalog &catalog)
{
    catalog.pricesAsOf.clear();
    catalog.oldestPriceAsOf.clear();
    const auto take = [&](const std::string &date) {
        if (date.empty())
            return;
        catalog.pricesAsOf = std::max(catalog.pricesAsOf, date);
        catalog.oldestPriceAsOf = catalog.oldestPriceAsOf.empty() ? date : std::min(catalog.oldestPriceAsOf, date);
    };
    for (const Offer &offer : catalog.offers) {
        take(offer.source.asOf);
        for (const auto &[commitment, source] : offer.ownSources)
            take(source.asOf);
    }
}

} // namespace headroom::core
