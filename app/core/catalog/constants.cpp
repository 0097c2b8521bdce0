// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/catalog/constants.h>

#include <cmath>

namespace headroom::core {
namespace {

struct Named {
    std::string_view id, unit;
};

constexpr std::array<Named, kConstantCount> kConstants{{
    {"gemm_compute", "ratio"}, {"gemm_bandwidth", "ratio"}, {"expert_compute", "ratio"}, {"expert_bandwidth", "ratio"},
    {"decode_attention", "ratio"}, {"prefill_attention", "ratio"}, {"layer_us", "us"}, {"expert_layer_us", "us"},
    {"prefill_layer_us", "us"}, {"all_reduce_us", "us"}, {"link_share", "ratio"}, {"activation_passes", "passes"},
    {"gemm_token_offset", "tokens"}, {"expert_token_offset", "tokens"}, {"host_ms", "ms"}, {"host_sequence_us", "us"},
    {"request_ms", "ms"}, {"request_token_us", "us"}, {"kv_usable", "ratio"}, {"overall", "ratio"}, {"warm_up", "ratio"},
    {"routing_spread", "ratio"}, {"first_token_steps", "steps"}, {"expert_passes", "passes"},
}};

constexpr std::array<std::string_view, kKeyPartCount> kParts{"architecture", "gpu", "format", "dense_format", "expert_format", "kv_format", "engine",
                                                             "release", "version", "model_class", "attention", "link", "ranks"};

} // namespace

std::string_view constantId(Constant constant)
{
    return kConstants[static_cast<std::size_t>(constant)].id;
}

std::string_view constantUnit(Constant constant)
{
    return kConstants[static_cast<std::size_t>(constant)].unit;
}

std::string_view keyPartId(KeyPart part)
{
    return kParts[static_cast<std::size_t>(part)];
}

std::string ConstantTraits::key(KeyParts set) const
{
    std::string key;
    bool first = true;
    for (std::size_t i = 0; i < kKeyPartCount; ++i) {
        if ((set >> i & 1U) == 0)
            continue;
        if (!first)
            key += '|';
        key += parts[i];
        first = false;
    }
    return key;
}

double ConstantValue::at(const ConstantTraits &traits) const
{
    double sum = 0;
    for (const ConstantOffsets &one : offsets)
        if (const auto found = one.byKey.find(traits.key(one.parts)); found != one.byKey.end())
            sum += found->second;
    return base * std::exp(sum);
}

std::string_view Constants::newestVersion(std::string_view engine) const
{
    const auto found = newestVersions.find(engine);
    return found == newestVersions.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace headroom::core
