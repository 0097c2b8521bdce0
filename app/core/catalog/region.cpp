// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/region.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace headroom::core {
namespace {

using Place = std::pair<std::string_view, std::string_view>;

// Whole ids, and beginnings of ids that end in '*'; the first that fits counts.
constexpr std::array kPlaces{
    // AWS and Alibaba Cloud share a way of writing, and where they share an id it is the same country.
    Place{"us-*", "us"}, Place{"ca-*", "ca"}, Place{"cn-hongkong", "hk"}, Place{"cn-*", "cn"}, Place{"sa-east-1", "br"},
    Place{"eu-central-1", "de"}, Place{"eu-central-2", "ch"}, Place{"eu-north-1", "se"}, Place{"eu-west-1", "ie"}, Place{"eu-west-2", "gb"},
    Place{"eu-west-3", "fr"}, Place{"eu-south-1", "it"}, Place{"eu-south-2", "es"}, Place{"ap-northeast-1", "jp"}, Place{"ap-northeast-2", "kr"},
    Place{"ap-northeast-3", "jp"}, Place{"ap-southeast-1", "sg"}, Place{"ap-southeast-2", "au"}, Place{"ap-southeast-3", "id"}, Place{"ap-south-1", "in"},
    Place{"ap-east-1", "hk"}, Place{"me-central-1", "ae"}, Place{"me-south-1", "bh"}, Place{"il-central-1", "il"}, Place{"af-south-1", "za"},
    // Google Cloud
    Place{"europe-west1", "be"}, Place{"europe-west2", "gb"}, Place{"europe-west3", "de"}, Place{"europe-west4", "nl"}, Place{"europe-west6", "ch"},
    Place{"europe-west9", "fr"}, Place{"europe-north1", "fi"}, Place{"europe-central2", "pl"}, Place{"asia-northeast1", "jp"}, Place{"asia-northeast3", "kr"},
    Place{"asia-southeast1", "sg"}, Place{"asia-east1", "tw"}, Place{"asia-south1", "in"}, Place{"northamerica-northeast1", "ca"},
    // Azure
    Place{"eastus*", "us"}, Place{"westus*", "us"}, Place{"centralus", "us"}, Place{"southcentralus", "us"}, Place{"northcentralus", "us"},
    Place{"westeurope", "nl"}, Place{"northeurope", "ie"}, Place{"swedencentral", "se"}, Place{"francecentral", "fr"}, Place{"germanywestcentral", "de"},
    Place{"switzerlandnorth", "ch"}, Place{"uksouth", "gb"}, Place{"ukwest", "gb"}, Place{"polandcentral", "pl"}, Place{"italynorth", "it"},
    Place{"norwayeast", "no"}, Place{"japaneast", "jp"}, Place{"japanwest", "jp"}, Place{"koreacentral", "kr"}, Place{"southeastasia", "sg"},
    Place{"eastasia", "hk"}, Place{"australiaeast", "au"}, Place{"canadacentral", "ca"}, Place{"canadaeast", "ca"}, Place{"brazilsouth", "br"},
    Place{"southindia", "in"}, Place{"centralindia", "in"}, Place{"uaenorth", "ae"},
};

constexpr std::array<std::string_view, 27> kEuropeanUnion{"at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu",
                                                          "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk"};

bool sameText(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        return std::tolower(static_cast<unsigned char>(x)) == std::tolower(static_cast<unsigned char>(y));
    });
}

// Every country that occurs, so that a code written in a region's name can be answered as a view.
constexpr std::array<std::string_view, 24> kOtherCountries{"us", "ca", "cn", "hk", "br", "ch", "gb", "jp", "kr", "sg", "au", "id", "in", "ae", "bh", "il", "za",
                                                           "tw", "no", "vn", "is", "th", "my", "mx"};

// "France, FR, EU": the two capital letters between commas.
std::string_view statedCountry(std::string_view region)
{
    const auto comma = region.find(", ");
    if (comma == std::string_view::npos)
        return {};
    const std::string_view code = region.substr(comma + 2, 2);
    const auto same = [&](std::string_view known) { return sameText(known, code); };
    if (const auto found = std::ranges::find_if(kEuropeanUnion, same); found != kEuropeanUnion.end())
        return *found;
    const auto found = std::ranges::find_if(kOtherCountries, same);
    return found != kOtherCountries.end() ? *found : std::string_view();
}

bool isPlace(std::string_view entry)
{
    return entry.size() == 2;
}

bool lies(std::string_view entry, std::string_view region, std::string_view country)
{
    if (isPlace(entry))
        return sameText(entry, country) || (sameText(entry, "eu") && isInEuropeanUnion(country));
    return sameText(entry, region);
}

} // namespace

std::string_view countryOf(std::string_view region)
{
    for (const auto &[id, country] : kPlaces)
        if (id.ends_with('*') ? sameText(region.substr(0, id.size() - 1), id.substr(0, id.size() - 1)) : sameText(region, id))
            return country;
    return statedCountry(region);
}

bool isInEuropeanUnion(std::string_view country)
{
    return std::ranges::find(kEuropeanUnion, country) != kEuropeanUnion.end();
}

bool regionAllowed(const std::vector<std::string> &allowed, const std::vector<std::string> &excluded, std::string_view region)
{
    if (allowed.empty() && excluded.empty())
        return true;
    const std::string_view country = countryOf(region);
    const bool unknown = country.empty();
    for (const std::string &entry : excluded)
        if (lies(entry, region, country) || (unknown && isPlace(entry)))
            return false;
    return allowed.empty() || std::ranges::any_of(allowed, [&](const std::string &entry) { return lies(entry, region, country); });
}

} // namespace headroom::core
