// SPDX-License-Identifier: GPL-3.0-or-later
#include "amount.h"

#include <algorithm>
#include <charconv>

namespace headroom::core::price_reading {
namespace {

constexpr std::int64_t kMostMicros = 1'000'000LL * 1'000'000LL;

// Digits with grouping signs taken out and the decimal sign made a point; empty where it could be read in two ways.
std::string plainNumber(std::string_view text, bool &ambiguous)
{
    const auto commas = std::ranges::count(text, ',');
    const auto points = std::ranges::count(text, '.');
    if (commas == 0)
        return std::string(text);
    char decimal = '.';
    if (points > 0) {
        decimal = text.rfind(',') > text.rfind('.') ? ',' : '.';
    } else if (commas == 1) {
        if (text.size() - text.find(',') - 1 == 3 && text.find(',') > 0 && text.find(',') <= 3 && !text.starts_with('0')) {
            ambiguous = true;
            return {};
        }
        decimal = ',';
    }
    if (std::ranges::count(text, decimal) > 1)
        return std::string(text); // no number
    std::string plain;
    for (const char c : text) {
        if (c == decimal)
            plain += '.';
        else if (c != ',' && c != '.')
            plain += c;
    }
    return plain;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text)
{
    std::string all(text);
    for (char &c : all)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return all;
}

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const int more = byte < 0x80 ? 0 : byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : -1;
        if (more < 0 || i + static_cast<std::size_t>(more) >= text.size())
            return false;
        for (int k = 1; k <= more; ++k) {
            const auto next = static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]);
            if ((next & 0xc0) != 0x80)
                return false;
            if (k == 1 && ((byte == 0xe0 && next < 0xa0) || (byte == 0xed && next >= 0xa0) || (byte == 0xf0 && next < 0x90) || (byte == 0xf4 && next >= 0x90)))
                return false; // overlong, surrogate, over U+10FFFF
        }
        i += static_cast<std::size_t>(more) + 1;
    }
    return true;
}

bool isPlainText(std::string_view text)
{
    return !text.empty() && text.size() <= 200 && isUtf8(text) && std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Amount parseAmount(Currency currency, std::string_view text)
{
    text = trimmed(text);
    for (const std::string_view sign : {"$", "¥", "€", "￥"})
        if (text.starts_with(sign))
            text = trimmed(text.substr(sign.size()));
    if (text.empty())
        return {};
    if (text.size() > 60)
        return {Amount::Kind::NotANumber, {}};
    bool ambiguous = false;
    const std::string plain = plainNumber(text, ambiguous);
    if (ambiguous)
        return {Amount::Kind::Ambiguous, {}};
    std::string_view rest = plain;
    const bool negative = rest.starts_with('-');
    if (negative)
        rest.remove_prefix(1);
    int exponent = 0;
    if (const auto e = rest.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view digits = rest.substr(e + 1);
        if (digits.starts_with('+'))
            digits.remove_prefix(1);
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (problem != std::errc() || end != digits.data() + digits.size() || exponent < -40 || exponent > 12)
            return {Amount::Kind::NotANumber, {}};
        rest = rest.substr(0, e);
    }
    std::string digits;
    int point = -1;
    for (const char c : rest) {
        if (c == '.' && point < 0)
            point = static_cast<int>(digits.size());
        else if (c >= '0' && c <= '9')
            digits += c;
        else
            return {Amount::Kind::NotANumber, {}};
    }
    if (digits.empty())
        return {Amount::Kind::NotANumber, {}};
    // Digits before the decimal point of the amount in millionths.
    const int whole = (point < 0 ? static_cast<int>(digits.size()) : point) + exponent + 6;
    std::int64_t micros = 0;
    for (int i = 0; i < whole; ++i) {
        const int digit = i < static_cast<int>(digits.size()) ? digits[static_cast<std::size_t>(i)] - '0' : 0;
        micros = micros * 10 + digit;
        if (micros > kMostMicros)
            return {Amount::Kind::TooLarge, {}};
    }
    const bool anyDigit = std::ranges::any_of(digits, [](char c) { return c != '0'; });
    if (whole >= 0 && whole < static_cast<int>(digits.size())) {
        const std::string_view tail = std::string_view(digits).substr(static_cast<std::size_t>(whole));
        const bool over = tail.front() > '5' || (tail.front() == '5' && tail.substr(1).find_first_not_of('0') != std::string_view::npos);
        if (over || (tail.front() == '5' && micros % 2 != 0))
            ++micros;
    }
    if (!anyDigit)
        return {Amount::Kind::Zero, Money(currency, 0)};
    if (negative)
        return {Amount::Kind::Negative, {}};
    if (micros == 0)
        return {Amount::Kind::Zero, Money(currency, 0)};
    return {Amount::Kind::Good, Money(currency, micros)};
}

} // namespace headroom::core::price_reading
