// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace headroom::core::price_reading {

// What a price list says about the accelerators of an instance; empty or 0 where it says nothing.
struct GpuHint {
    std::string_view provider;
    std::string_view instance;
    std::string_view name;        // "A100-80GB"
    std::string_view longName;    // of GpuInfo: "A100 PCIe"
    double memoryMib = 0;         // of one; lists that mean GiB are put right
};

struct InstanceGpus {
    const Gpu *gpu = nullptr;
    int count = 0;
};

// Names that price lists give to accelerators, and what is known of instance types whose list names none. Made once per import.
class GpuNames {
public:
    explicit GpuNames(const Catalog &catalog);

    // The catalog's GPU; nullptr where it holds none that fits name and memory.
    const Gpu *find(const GpuHint &hint) const;
    // What an instance type holds: as the catalog's offers say, else by the provider's naming rules. Empty where unknown.
    std::optional<InstanceGpus> ofInstance(std::string_view provider, std::string_view instance) const;

private:
    const Catalog &m_catalog;
    std::map<std::string, InstanceGpus, std::less<>> m_known;   // "provider/instance", lower case
};

} // namespace headroom::core::price_reading
