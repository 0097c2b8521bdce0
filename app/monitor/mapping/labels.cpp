// SPDX-License-Identifier: GPL-3.0-or-later
#include "labels.h"

#include <algorithm>
#include <functional>

namespace headroom::monitor {
namespace {

constexpr std::size_t kUuidLength = 36;

bool equalIgnoringCase(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size() && std::ranges::equal(text, lower, [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

} // namespace

std::string_view labelValue(std::span<const LabelView> labels, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names)
        for (const LabelView &label : labels)
            if (!label.value.empty() && equalIgnoringCase(label.name, name))
                return label.value;
    return {};
}

std::string gpuUuid(std::string_view text)
{
    const bool bare = text.size() == kUuidLength && text[8] == '-' && text[13] == '-';
    return bare ? "GPU-" + std::string(text) : std::string(text);
}

std::uint64_t seriesNumber(std::string_view name, std::span<const LabelView> labels)
{
    constexpr std::uint64_t kPrime = 1099511628211U;
    const std::hash<std::string_view> hash;
    std::uint64_t sum = 0;
    for (const LabelView &label : labels) {
        std::uint64_t one = hash(label.name) * kPrime ^ hash(label.value);
        one ^= one >> 29U;
        sum += one * 0xBF58476D1CE4E5B9U; // a sum, so that the order of labels does not matter
    }
    return hash(name) * kPrime ^ sum;
}

} // namespace headroom::monitor
