// SPDX-License-Identifier: GPL-3.0-or-later
#include "amount.h"
#include "gpu_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace headroom::core::price_reading {
namespace {

struct NameRule {
    std::string_view name;       // as of key(): upper case, one '-' for blanks and '_'
    std::string_view gpu;        // its usual form
    std::string_view pcie;       // where the list says PCIe
    std::string_view nvl;        // where the list says NVL
};

// SkyPilot's names (A100 alone is the 40 GB one; H100 does not say its form) and those seen in other lists.
constexpr std::array kNames{
    NameRule{"A100", "a100-40gb-sxm", "a100-40gb-pcie", {}},      NameRule{"A100-40GB", "a100-40gb-sxm", "a100-40gb-pcie", {}},
    NameRule{"A100-80GB", "a100-80gb-sxm", "a100-80gb-pcie", {}}, NameRule{"A100-80GB-SXM", "a100-80gb-sxm", {}, {}},
    NameRule{"H100", "h100-sxm", "h100-pcie", "h100-nvl"},        NameRule{"H100-80GB", "h100-sxm", "h100-pcie", "h100-nvl"},
    NameRule{"H100-SXM", "h100-sxm", {}, {}},                     NameRule{"H100-MEGA", "h100-sxm", {}, {}},
    NameRule{"H100-NVL", "h100-nvl", {}, {}},                     NameRule{"H100-PCIE", "h100-pcie", {}, {}},
    NameRule{"H200", "h200-sxm", {}, "h200-nvl"},                 NameRule{"H200-SXM", "h200-sxm", {}, {}},
    NameRule{"H200-NVL", "h200-nvl", {}, {}},                     NameRule{"B200", "b200-sxm", {}, {}},
    NameRule{"B300", "b300-sxm", {}, {}},                         NameRule{"V100", "v100-32gb-sxm", {}, {}},
    NameRule{"V100-32GB", "v100-32gb-sxm", {}, {}},               NameRule{"RTX4090", "rtx-4090", {}, {}},
    NameRule{"RTX5090", "rtx-5090", {}, {}},                      NameRule{"RTX6000-ADA", "rtx-6000-ada", {}, {}},
    NameRule{"RTX6000ADA", "rtx-6000-ada", {}, {}},               NameRule{"RTXPRO6000", "rtx-pro-6000", {}, {}},
    NameRule{"RTX-PRO-6000", "rtx-pro-6000", {}, {}},             NameRule{"RTX-PRO-6000-WS", "rtx-pro-6000", {}, {}},
};

struct TypeRule {
    std::string_view provider;
    std::string_view prefix;      // of the instance type, lower case
    std::string_view gpu;
    int count;                    // 0: the number that follows the prefix
};

// Instance types by the providers' documentation (AWS EC2 accelerated computing, Google Cloud GPU machine types, Azure GPU sizes,
// Alibaba ECS GPU families; read 2026-11). Longer prefixes stand before shorter ones.
constexpr std::array kTypes{
    TypeRule{"aws", "p4d.24xlarge", "a100-40gb-sxm", 8},    TypeRule{"aws", "p4de.24xlarge", "a100-80gb-sxm", 8}, TypeRule{"aws", "p5.48xlarge", "h100-sxm", 8},
    TypeRule{"aws", "p5.4xlarge", "h100-sxm", 1},           TypeRule{"aws", "p5e.48xlarge", "h200-sxm", 8},       TypeRule{"aws", "p5en.48xlarge", "h200-sxm", 8},
    TypeRule{"aws", "p6-b200.48xlarge", "b200-sxm", 8},     TypeRule{"aws", "p6-b300.48xlarge", "b300-sxm", 8},   TypeRule{"aws", "p3dn.24xlarge", "v100-32gb-sxm", 8},
    TypeRule{"aws", "g4dn.12xlarge", "t4", 4},              TypeRule{"aws", "g4dn.metal", "t4", 8},               TypeRule{"aws", "g4dn.", "t4", 1},
    TypeRule{"aws", "g5.12xlarge", "a10g", 4},              TypeRule{"aws", "g5.24xlarge", "a10g", 4},            TypeRule{"aws", "g5.48xlarge", "a10g", 8},
    TypeRule{"aws", "g5.", "a10g", 1},                      TypeRule{"aws", "g6.12xlarge", "l4", 4},              TypeRule{"aws", "g6.24xlarge", "l4", 4},
    TypeRule{"aws", "g6.48xlarge", "l4", 8},                TypeRule{"aws", "g6.", "l4", 1},                      TypeRule{"aws", "g6e.12xlarge", "l40s", 4},
    TypeRule{"aws", "g6e.24xlarge", "l40s", 4},             TypeRule{"aws", "g6e.48xlarge", "l40s", 8},           TypeRule{"aws", "g6e.", "l40s", 1},
    TypeRule{"gcp", "a2-highgpu-", "a100-40gb-sxm", 0},     TypeRule{"gcp", "a2-megagpu-", "a100-40gb-sxm", 0},   TypeRule{"gcp", "a2-ultragpu-", "a100-80gb-sxm", 0},
    TypeRule{"gcp", "a3-highgpu-", "h100-sxm", 0},          TypeRule{"gcp", "a3-megagpu-", "h100-sxm", 0},        TypeRule{"gcp", "a3-edgegpu-", "h100-sxm", 0},
    TypeRule{"gcp", "a3-ultragpu-", "h200-sxm", 0},         TypeRule{"gcp", "a4-highgpu-", "b200-sxm", 0},        TypeRule{"gcp", "g2-standard-24", "l4", 2},
    TypeRule{"gcp", "g2-standard-48", "l4", 4},             TypeRule{"gcp", "g2-standard-96", "l4", 8},           TypeRule{"gcp", "g2-standard-", "l4", 1},
    TypeRule{"azure", "standard_nc24ads_a100_v4", "a100-80gb-pcie", 1},  TypeRule{"azure", "standard_nc48ads_a100_v4", "a100-80gb-pcie", 2},
    TypeRule{"azure", "standard_nc96ads_a100_v4", "a100-80gb-pcie", 4},  TypeRule{"azure", "standard_nc40ads_h100_v5", "h100-nvl", 1},
    TypeRule{"azure", "standard_nc80adis_h100_v5", "h100-nvl", 2},       TypeRule{"azure", "standard_nd96asr_v4", "a100-40gb-sxm", 8},
    TypeRule{"azure", "standard_nd96asr_a100_v4", "a100-40gb-sxm", 8},   TypeRule{"azure", "standard_nd96amsr_a100_v4", "a100-80gb-sxm", 8},
    TypeRule{"azure", "standard_nd96isr_h100_v5", "h100-sxm", 8},        TypeRule{"azure", "standard_nd96isr_h200_v5", "h200-sxm", 8},
    TypeRule{"azure", "standard_nd96isr_mi300x_v5", "mi300x", 8},        TypeRule{"azure", "standard_nd40rs_v2", "v100-32gb-sxm", 8},
    TypeRule{"azure", "standard_nc64as_t4_v3", "t4", 4},                 TypeRule{"azure", "standard_nc4as_t4_v3", "t4", 1},
    TypeRule{"azure", "standard_nc8as_t4_v3", "t4", 1},                  TypeRule{"azure", "standard_nc16as_t4_v3", "t4", 1},
    TypeRule{"azure", "standard_nv36ads_a10_v5", "a10", 1},              TypeRule{"azure", "standard_nv72ads_a10_v5", "a10", 2},
    TypeRule{"alibaba", "ecs.ebmgn7e.32xlarge", "a100-80gb-sxm", 8},     TypeRule{"alibaba", "ecs.gn7e-c16g1.4xlarge", "a100-80gb-sxm", 1},
    TypeRule{"alibaba", "ecs.gn7e-c16g1.8xlarge", "a100-80gb-sxm", 2},   TypeRule{"alibaba", "ecs.gn7e-c16g1.16xlarge", "a100-80gb-sxm", 4},
    TypeRule{"alibaba", "ecs.gn7e-c16g1.32xlarge", "a100-80gb-sxm", 8},
};

// "NVIDIA A100_80GB" -> "A100-80GB"
std::string key(std::string_view name)
{
    std::string all;
    for (const char c : trimmed(name)) {
        const char plain = c == ' ' || c == '_' ? '-' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (plain != '-' || (!all.empty() && all.back() != '-'))
            all += plain;
    }
    if (all.starts_with("NVIDIA-"))
        all.erase(0, 7);
    return all;
}

bool says(const GpuHint &hint, std::string_view word)
{
    return lower(hint.instance).find(word) != std::string::npos || lower(hint.longName).find(word) != std::string::npos || lower(hint.name).find(word) != std::string::npos;
}

bool fitsMemory(const Gpu &gpu, double memoryMib)
{
    if (memoryMib <= 0)
        return true;
    const double stated = memoryMib < 1024 ? memoryMib * 1024 : memoryMib; // some lists mean GiB
    const double known = gpu.memoryLabel.value() / 1048576.0;
    return std::abs(stated / known - 1.0) < 0.2; // marketing GB, GiB and what drivers report are within 12 %
}

std::string typeKey(std::string_view provider, std::string_view instance)
{
    return lower(provider) + "/" + lower(instance);
}

} // namespace

GpuNames::GpuNames(const Catalog &catalog) : m_catalog(catalog)
{
    for (const Offer &offer : catalog.offers)
        if (const Gpu *gpu = catalog.findGpu(offer.gpu))
            m_known.try_emplace(typeKey(offer.provider, offer.instance), InstanceGpus{gpu, offer.gpus});
}

const Gpu *GpuNames::find(const GpuHint &hint) const
{
    if (const auto type = ofInstance(hint.provider, hint.instance); type && fitsMemory(*type->gpu, hint.memoryMib))
        return type->gpu;
    const std::string name = key(hint.name);
    const Gpu *gpu = nullptr;
    if (const auto rule = std::ranges::find(kNames, name, &NameRule::name); rule != kNames.end()) {
        std::string_view id = rule->gpu;
        if (!rule->nvl.empty() && says(hint, "nvl"))
            id = rule->nvl;
        else if (!rule->pcie.empty() && says(hint, "pcie"))
            id = rule->pcie;
        gpu = m_catalog.findGpu(id);
        if (gpu && !fitsMemory(*gpu, hint.memoryMib) && name == "A100") // some lists say A100 for both sizes
            gpu = m_catalog.findGpu(says(hint, "pcie") ? "a100-80gb-pcie" : "a100-80gb-sxm");
    } else if (name.starts_with("RTX-PRO-6000")) {
        gpu = m_catalog.findGpu("rtx-pro-6000"); // server and workstation editions
    } else {
        gpu = m_catalog.findGpu(hint.name);
        if (!gpu)
            gpu = m_catalog.findGpu(name);
    }
    return gpu && fitsMemory(*gpu, hint.memoryMib) ? gpu : nullptr;
}

std::optional<InstanceGpus> GpuNames::ofInstance(std::string_view provider, std::string_view instance) const
{
    if (const auto known = m_known.find(typeKey(provider, instance)); known != m_known.end())
        return known->second;
    const std::string type = lower(instance);
    const std::string owner = provider == "aws-cn" ? "aws" : lower(provider);
    for (const TypeRule &rule : kTypes) {
        if (rule.provider != owner || !type.starts_with(rule.prefix))
            continue;
        int count = rule.count;
        if (count == 0) {
            const std::string_view digits = std::string_view(type).substr(rule.prefix.size());
            const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
            if (problem != std::errc() || count < 1 || count > 64 || !std::string_view(end, static_cast<std::size_t>(digits.data() + digits.size() - end)).starts_with("g"))
                continue;
        }
        if (const Gpu *gpu = m_catalog.findGpu(rule.gpu))
            return InstanceGpus{gpu, count};
    }
    return std::nullopt;
}

} // namespace headroom::core::price_reading
