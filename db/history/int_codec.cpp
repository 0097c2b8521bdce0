// SPDX-License-Identifier: GPL-3.0-or-later
#include "int_codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

namespace headroom::db {
namespace {

enum Mode : std::uint8_t { Constant, AroundMean, Differences, SecondDifferences };

constexpr std::size_t kBlock = 32;
constexpr unsigned kParameterBits = 6;
constexpr unsigned kAllZero = 63;       // a parameter that says: nothing but zeros follow
constexpr unsigned kMostParameter = 56; // what one read of eight bytes surely holds
constexpr unsigned kLongest = 24;       // ones in a row that stand for: the number follows whole
constexpr unsigned kWholeBits = 64;

class BitWriter {
public:
    explicit BitWriter(std::string &out) : m_out(out) {}
    ~BitWriter()
    {
        if (m_filled > 0)
            m_out.push_back(static_cast<char>(m_pending & 0xffU));
    }
    BitWriter(const BitWriter &) = delete;
    BitWriter &operator=(const BitWriter &) = delete;

    void put(std::uint64_t bits, unsigned count) // count <= 56
    {
        m_pending |= bits << m_filled;
        m_filled += count;
        while (m_filled >= 8) {
            m_out.push_back(static_cast<char>(m_pending & 0xffU));
            m_pending >>= 8U;
            m_filled -= 8;
        }
    }

private:
    std::string &m_out;
    std::uint64_t m_pending = 0;
    unsigned m_filled = 0;
};

class BitReader {
public:
    explicit BitReader(std::string_view in) : m_in(in) {}

    std::uint64_t take(unsigned count) // count <= 56; zeros behind the end
    {
        const std::uint64_t bits = peek() & ((std::uint64_t(1) << count) - 1);
        m_bit += count;
        return bits;
    }
    unsigned takeOnes() // at most kLongest, without the zero behind them
    {
        const auto ones = std::min<unsigned>(static_cast<unsigned>(std::countr_one(peek())), kLongest);
        m_bit += ones;
        return ones;
    }
    bool overrun() const { return m_bit > m_in.size() * 8; }
    std::size_t bytes() const { return (m_bit + 7) / 8; }

private:
    std::uint64_t peek() const
    {
        const std::size_t byte = m_bit / 8;
        std::uint64_t bits = 0;
        if (byte + sizeof bits <= m_in.size())
            std::memcpy(&bits, m_in.data() + byte, sizeof bits);
        else if (byte < m_in.size())
            std::memcpy(&bits, m_in.data() + byte, m_in.size() - byte);
        if constexpr (std::endian::native == std::endian::big)
            bits = __builtin_bswap64(bits);
        return bits >> (m_bit % 8);
    }

    std::string_view m_in;
    std::size_t m_bit = 0;
};

std::uint64_t costOf(std::uint64_t code, unsigned k)
{
    const std::uint64_t ones = code >> k;
    return ones >= kLongest ? kLongest + kWholeBits : ones + 1 + k;
}

struct Parameter {
    unsigned k = kAllZero;
    std::uint64_t bits = 0;
};

// The best parameter lies near the logarithm of the mean.
Parameter parameterFor(std::span<const std::uint64_t> codes)
{
    std::uint64_t sum = 0;
    for (const std::uint64_t code : codes)
        sum += std::min(code, std::uint64_t(1) << 57U);
    if (sum == 0)
        return {};
    const auto middle = static_cast<unsigned>(std::bit_width(sum / codes.size()));
    Parameter best;
    for (unsigned k = middle > 1 ? middle - 2 : 0; k <= std::min(middle + 1, kMostParameter); ++k) {
        std::uint64_t bits = 0;
        for (const std::uint64_t code : codes)
            bits += costOf(code, k);
        if (best.k == kAllZero || bits < best.bits)
            best = {k, bits};
    }
    return best;
}

std::uint64_t costOf(std::span<const std::uint64_t> codes)
{
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < codes.size(); i += kBlock)
        bits += kParameterBits + parameterFor(codes.subspan(i, std::min(kBlock, codes.size() - i))).bits;
    return bits;
}

void putCodes(std::string &out, std::span<const std::uint64_t> codes)
{
    BitWriter bits(out);
    for (std::size_t i = 0; i < codes.size(); i += kBlock) {
        const auto block = codes.subspan(i, std::min(kBlock, codes.size() - i));
        const unsigned k = parameterFor(block).k;
        bits.put(k, kParameterBits);
        if (k == kAllZero)
            continue;
        for (const std::uint64_t code : block) {
            const std::uint64_t ones = code >> k;
            if (ones >= kLongest) {
                bits.put((std::uint64_t(1) << kLongest) - 1, kLongest);
                bits.put(code & 0xffffffffU, 32);
                bits.put(code >> 32U, 32);
            } else {
                bits.put((std::uint64_t(1) << ones) - 1, static_cast<unsigned>(ones) + 1);
                bits.put(code & ((std::uint64_t(1) << k) - 1), k);
            }
        }
    }
}

bool takeCodes(std::string_view &in, std::size_t count, std::int64_t *codes)
{
    BitReader bits(in);
    for (std::size_t i = 0; i < count; i += kBlock) {
        const std::size_t end = std::min(i + kBlock, count);
        const auto k = static_cast<unsigned>(bits.take(kParameterBits));
        if (k == kAllZero) {
            std::fill(codes + i, codes + end, 0);
            continue;
        }
        if (k > kMostParameter || bits.overrun())
            return false;
        for (std::size_t j = i; j < end; ++j) {
            const std::uint64_t ones = bits.takeOnes();
            std::uint64_t code = 0;
            if (ones == kLongest) {
                code = bits.take(32);
                code |= bits.take(32) << 32U;
            } else {
                bits.take(1);
                code = (ones << k) | bits.take(k);
            }
            codes[j] = unzigzag(code);
        }
    }
    if (bits.overrun())
        return false;
    in.remove_prefix(bits.bytes());
    return true;
}

// Wraps around instead of overflowing: what is read may be hostile.
std::int64_t plus(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::int64_t times(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b));
}

} // namespace

void putVarint(std::string &out, std::uint64_t value)
{
    while (value >= 0x80U) {
        out.push_back(static_cast<char>(value | 0x80U));
        value >>= 7U;
    }
    out.push_back(static_cast<char>(value));
}

bool takeVarint(std::string_view &in, std::uint64_t &value)
{
    value = 0;
    for (unsigned i = 0; i < in.size() && i < 10; ++i) {
        const auto byte = static_cast<std::uint8_t>(in[i]);
        value |= static_cast<std::uint64_t>(byte & 0x7fU) << (7 * i);
        if (byte < 0x80U) {
            in.remove_prefix(i + 1);
            return true;
        }
    }
    return false;
}

void putInts(std::string &out, std::span<const std::int64_t> values)
{
    putVarint(out, values.size());
    if (values.empty())
        return;
    std::int64_t divisor = 0;
    for (const std::int64_t value : values) {
        divisor = std::gcd(divisor, value - values[0]);
        if (divisor == 1)
            break;
    }
    if (divisor == 0) {
        out.push_back(Constant);
        putVarint(out, zigzag(values[0]));
        return;
    }
    // Of each way its numbers; the first one stands apart.
    std::vector<std::int64_t> reduced(values.size());
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        reduced[i] = (values[i] - values[0]) / divisor;
        sum += static_cast<double>(reduced[i]);
    }
    const auto mean = static_cast<std::int64_t>(std::llround(sum / static_cast<double>(values.size())));
    const std::size_t rest = values.size() - 1;
    std::array<std::vector<std::uint64_t>, 3> ways;
    for (auto &way : ways)
        way.resize(rest);
    std::int64_t before = 0;
    for (std::size_t i = 0; i < rest; ++i) {
        const std::int64_t difference = reduced[i + 1] - reduced[i];
        ways[0][i] = zigzag(reduced[i + 1] - mean);
        ways[1][i] = zigzag(difference);
        ways[2][i] = zigzag(difference - before);
        before = difference;
    }
    std::size_t best = 1;
    std::uint64_t least = costOf(ways[1]);
    for (const std::size_t way : {std::size_t(0), std::size_t(2)}) {
        if (const std::uint64_t bits = costOf(ways[way]); bits < least) {
            best = way;
            least = bits;
        }
    }
    out.push_back(static_cast<char>(best + 1));
    putVarint(out, zigzag(values[0]));
    putVarint(out, static_cast<std::uint64_t>(divisor));
    if (best == 0)
        putVarint(out, zigzag(mean));
    putCodes(out, ways[best]);
}

bool takeInts(std::string_view &in, std::size_t most, std::vector<std::int64_t> &values)
{
    values.clear();
    std::uint64_t count = 0;
    if (!takeVarint(in, count) || count > most)
        return false;
    if (count == 0)
        return true;
    if (in.empty())
        return false;
    const auto mode = static_cast<std::uint8_t>(in.front());
    in.remove_prefix(1);
    std::uint64_t code = 0;
    if (mode > SecondDifferences || !takeVarint(in, code))
        return false;
    const std::int64_t first = unzigzag(code);
    values.resize(count, first);
    if (mode == Constant)
        return true;
    std::uint64_t divisor = 0;
    if (!takeVarint(in, divisor))
        return false;
    std::int64_t mean = 0;
    if (mode == AroundMean) {
        if (!takeVarint(in, code))
            return false;
        mean = unzigzag(code);
    }
    if (!takeCodes(in, count - 1, values.data() + 1))
        return false;
    const auto step = static_cast<std::int64_t>(divisor);
    std::int64_t value = first;
    std::int64_t difference = 0;
    switch (mode) {
    case AroundMean:
        for (std::size_t i = 1; i < count; ++i)
            values[i] = plus(first, times(plus(values[i], mean), step));
        break;
    case Differences:
        for (std::size_t i = 1; i < count; ++i)
            values[i] = value = plus(value, times(values[i], step));
        break;
    default:
        for (std::size_t i = 1; i < count; ++i) {
            difference = plus(difference, values[i]);
            values[i] = value = plus(value, times(difference, step));
        }
        break;
    }
    return true;
}

} // namespace headroom::db
