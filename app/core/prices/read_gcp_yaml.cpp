// SPDX-License-Identifier: GPL-3.0-or-later
// pricing.yml of the Google Cloud pricing calculator by Cyclenerd: compute.instance.<type>.cost.<region>.{hour, hour_spot, month_1y,
// month_3y}, in US dollars, a month of 730 hours. Only what that file uses of YAML is read: nested "key: value" lines.
#include "csv_records.h"
#include "readers.h"

#include <fmt/format.h>

#include <vector>

namespace headroom::core::price_reading {
namespace {

struct Level {
    std::size_t indent = 0;
    std::string key;
};

// Lines of the stream; a line over 64 KiB or a zero byte is an error.
class Lines {
public:
    explicit Lines(ByteStream &stream) : m_stream(stream) {}

    bool next(std::string &line)
    {
        line.clear();
        bool any = false;
        while (true) {
            if (m_block.empty())
                m_block = m_stream.next();
            if (m_block.empty())
                break;
            any = true;
            const auto end = m_block.find('\n');
            line.append(m_block.substr(0, end));
            m_block.remove_prefix(end == std::string_view::npos ? m_block.size() : end + 1);
            if (line.size() > 64 * 1024 || line.find('\0') != std::string::npos) {
                m_stream.fail(ErrorCode::Syntax, "a line that is too long, or a zero byte: this is no pricing.yml", static_cast<int>(m_number + 1));
                return false;
            }
            if (end != std::string_view::npos)
                break;
        }
        ++m_number;
        return any && !m_stream.error();
    }
    std::uint64_t number() const { return m_number; }

private:
    ByteStream &m_stream;
    std::string_view m_block;
    std::uint64_t m_number = 0;
};

std::string_view unquoted(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front())
        return text.substr(1, text.size() - 2);
    return text;
}

class PricingFile {
public:
    PricingFile(ByteStream &stream, PriceCollector &collector) : m_stream(stream), m_collector(collector) {}

    void read()
    {
        Lines lines(m_stream);
        std::string line;
        while (lines.next(line) && !tooMany(m_stream, m_collector)) {
            std::string_view rest = line;
            const std::size_t indent = rest.find_first_not_of(' ');
            if (indent == std::string_view::npos || rest[indent] == '#' || rest[indent] == '\r' || rest.substr(indent).starts_with("---"))
                continue;
            rest = trimmed(rest.substr(indent));
            const auto colon = rest.find(": ");
            const bool opens = rest.ends_with(':');
            if (rest.starts_with("- ") || (colon == std::string_view::npos && !opens))
                continue; // lists and folded texts hold no prices
            while (!m_levels.empty() && m_levels.back().indent >= indent)
                closeLevel();
            if (opens) {
                if (m_levels.size() > 32)
                    return m_stream.fail(ErrorCode::TooLarge, "nested deeper than 32 levels", static_cast<int>(lines.number()));
                m_levels.push_back({indent, std::string(unquoted(rest.substr(0, rest.size() - 1)))});
                if (m_levels.size() == 5)
                    m_raw.row = lines.number();
                continue;
            }
            if (isCost())
                price(lines.number(), unquoted(rest.substr(0, colon)), unquoted(trimmed(rest.substr(colon + 1))));
        }
        while (!m_levels.empty())
            closeLevel();
        if (!m_stream.error() && !m_sawInstances)
            m_stream.fail(ErrorCode::Syntax, "no prices under compute.instance: a pricing.yml of the Google Cloud pricing calculator would be accepted");
    }

private:
    bool isCost() const
    {
        return m_levels.size() == 5 && m_levels[0].key == "compute" && m_levels[1].key == "instance" && m_levels[3].key == "cost";
    }

    void price(std::uint64_t line, std::string_view key, std::string_view text)
    {
        m_sawInstances = true;
        const std::string &instance = m_levels[2].key;
        if (!m_collector.gpuNames().ofInstance("gcp", instance))
            return;
        const std::string subject = fmt::format("gcp {} {}", instance, m_levels[4].key);
        if (key == "hour")
            m_raw.prices[0] = m_collector.price(line, Currency::USD, text, subject, "on-demand");
        else if (key == "hour_spot")
            m_raw.prices[1] = m_collector.price(line, Currency::USD, text, subject, "spot");
        else if (key == "month_1y")
            m_raw.prices[2] = hourOf(line, text, subject, "1y");
        else if (key == "month_3y")
            m_raw.prices[3] = hourOf(line, text, subject, "3y");
    }

    std::optional<Money> hourOf(std::uint64_t line, std::string_view text, const std::string &subject, const char *field)
    {
        const auto month = m_collector.price(line, Currency::USD, text, subject, field);
        return month ? std::optional(month->times(1, 730)) : std::nullopt;
    }

    void closeLevel()
    {
        if (isCost()) {
            m_collector.countRow();
            m_sawInstances = true;
            m_raw.provider = "gcp";
            m_raw.instance = m_levels[2].key;
            m_raw.region = m_levels[4].key;
            const auto type = m_collector.gpuNames().ofInstance("gcp", m_raw.instance);
            if (!type) {
                m_collector.skip(m_raw.row, PriceSkip::NoGpu, m_raw.instance, "no GPU in it that the catalog knows");
            } else {
                m_raw.gpu = type->gpu;
                m_raw.gpus = type->count;
                // Where there is no commitment the file repeats the month at list price.
                for (const std::size_t i : {2U, 3U})
                    if (m_raw.prices[i] && m_raw.prices[0] && m_raw.prices[i]->micros() >= m_raw.prices[0]->micros())
                        m_raw.prices[i].reset();
                m_collector.compareSpot(m_raw);
                m_collector.add(std::move(m_raw));
            }
            m_raw = {};
        }
        m_levels.pop_back();
    }

    ByteStream &m_stream;
    PriceCollector &m_collector;
    std::vector<Level> m_levels;
    RawPrice m_raw;
    bool m_sawInstances = false;
};

} // namespace

void readGcpYaml(ByteStream &stream, PriceCollector &collector)
{
    collector.setDetail("Google Cloud pricing calculator");
    PricingFile(stream, collector).read();
}

} // namespace headroom::core::price_reading
