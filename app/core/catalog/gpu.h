// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/number_format.h>
#include <core/catalog/source.h>
#include <core/units/money.h>
#include <core/units/quantity.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace headroom::core {

struct Interconnect {
    enum class Kind { NvLink, InfinityFabric, Pcie, Ethernet, Other };
    Kind kind = Kind::Pcie;
    std::string name;               // "NVLink4"
    int generation = 0;             // of NVLink; 0 elsewhere
    BytesPerSecond perDirection;    // of one GPU, one way (half of what vendors quote)
    int domain = 1;                 // GPUs that reach each other this way (8 for HGX, 72 for NVL72, 2 for a bridge)

    bool operator==(const Interconnect &) const = default;
};

// One accelerator. What no source states is missing (empty optional), never guessed.
struct Gpu {
    std::string id;                    // "h100-sxm"
    std::string name;                  // "H100 SXM"
    std::vector<std::string> aliases;
    std::string vendor;                // "NVIDIA"
    std::string architecture;          // "Hopper": the key of support matrix and efficiencies
    Bytes memoryLabel;                 // as sold (80 GB = 80e9)
    std::optional<Bytes> memoryUsable; // as the driver reports it, where seen
    std::string memoryType;            // "HBM3"
    BytesPerSecond memoryBandwidth;
    std::map<NumberFormat, FlopsPerSecond> denseRates;  // dense; a format that the GPU does not compute in is absent
    std::optional<Interconnect> interconnect;           // absent: PCIe only
    int pcieGeneration = 0;            // 0 = unknown
    std::optional<Watts> tdp;
    std::string form;                  // "SXM5"
    int year = 0;
    int perServer = 8;                 // GPUs of a usual server
    std::optional<Money> purchasePrice;         // one card with its share of nothing else; see purchaseSource
    Source purchaseSource;
    std::string notes;
    Source source;

    Bytes memory() const { return memoryUsable.value_or(memoryLabel); }
    bool operator==(const Gpu &) const = default;
};

} // namespace headroom::core
