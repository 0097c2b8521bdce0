// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry_checks.h"

#include <algorithm>

namespace headroom::core::catalog_json {
namespace {

constexpr double kMostParameters = 1e15;

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Upper bounds in floating point, so that a hostile product cannot overflow the exact count.
double roughWeights(const GroupedAttention &a, double hidden)
{
    return 4.0 * hidden * a.heads * a.headDim;
}

double roughWeights(const LatentAttention &a, double hidden)
{
    const double wide = static_cast<double>(a.heads) * (a.nopeHeadDim + a.ropeHeadDim + a.valueHeadDim);
    return (hidden + a.qLoraRank + a.kvLoraRank) * (wide + a.qLoraRank + a.kvLoraRank + static_cast<double>(a.indexHeads + 1) * a.indexHeadDim);
}

double roughWeights(const LinearAttention &a, double hidden)
{
    return (hidden + a.convKernel) * (3.0 * a.keyHeads * a.keyHeadDim + 3.0 * a.valueHeads * a.valueHeadDim);
}

double roughWeights(const DenseFfn &f, double hidden)
{
    return 3.0 * hidden * f.intermediate;
}

double roughWeights(const ExpertFfn &f, double hidden)
{
    return 3.0 * hidden * (static_cast<double>(f.intermediate) * f.experts + f.sharedIntermediate) + hidden * f.experts;
}

} // namespace

bool isId(std::string_view text)
{
    if (text.empty() || text.size() > 100 || !isWordChar(text.front()))
        return false;
    return std::ranges::all_of(text, [](char c) { return isWordChar(c) || c == '.' || c == '_' || c == '-'; });
}

std::optional<std::string> architectureProblem(const Architecture &architecture)
{
    const double hidden = architecture.hidden;
    double total = 2.0 * hidden * architecture.vocab;
    for (const LayerGroup &group : architecture.groups) {
        if (const auto *a = std::get_if<GroupedAttention>(&group.attention); a && a->kvHeads > 0 && a->heads % a->kvHeads != 0)
            return "the number of key-value heads must divide that of heads (" + std::to_string(a->heads) + " / " + std::to_string(a->kvHeads) + ")";
        if (const auto *a = std::get_if<LinearAttention>(&group.attention); a && a->keyHeads > 0 && a->valueHeads % a->keyHeads != 0)
            return "the number of key heads must divide that of value heads (" + std::to_string(a->valueHeads) + " / " + std::to_string(a->keyHeads) + ")";
        const double layer = std::visit([&](const auto &a) { return roughWeights(a, hidden); }, group.attention)
            + std::visit([&](const auto &f) { return roughWeights(f, hidden); }, group.ffn);
        total += group.count * layer;
    }
    if (!(total <= kMostParameters))
        return "the parameters would be more than 1e15 in all";
    return std::nullopt;
}

} // namespace headroom::core::catalog_json
