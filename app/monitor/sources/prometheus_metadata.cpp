// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus_answer.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace headroom::monitor {
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxText = 1000;

// data.NAME[0].type, help, unit; and status, error at the top.
class Reader final : public nlohmann::json_sax<nlohmann::json> {
public:
    Reader(ApiAnswer &answer, std::vector<MetricMetadata> &metrics, std::size_t most) : m_answer(answer), m_metrics(metrics), m_most(most)
    {
    }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool string(string_t &value) override
    {
        if (m_path.size() == 1 && m_path[0].key == "status") {
            m_answer.isApi = value == "success" || value == "error";
            m_answer.success = value == "success";
        } else if (m_path.size() == 1 && m_path[0].key == "errorType") {
            m_answer.errorType = value.substr(0, 100);
        } else if (m_path.size() == 1 && m_path[0].key == "error") {
            m_answer.error = value.substr(0, kMaxText);
        } else if (m_path.size() == 4 && inMetric() && m_first) {
            const std::string &key = m_path[3].key;
            if (std::string *const field = key == "type"   ? &m_now.type
                                           : key == "help" ? &m_now.help
                                           : key == "unit" ? &m_now.unit
                                                           : nullptr)
                *field = value.substr(0, kMaxText);
        }
        return true;
    }
    bool start_object(std::size_t) override { return push(false); }
    bool start_array(std::size_t) override
    {
        m_first = true;
        return push(true);
    }
    bool key(string_t &name) override
    {
        m_path.back().key = name;
        return true;
    }
    bool end_object() override
    {
        if (m_path.size() == 4 && inMetric() && std::exchange(m_first, false)) {
            m_now.name = m_path[1].key.substr(0, kMaxText);
            if (++m_answer.series <= m_most)
                m_metrics.push_back(m_now);
            m_now = {};
        }
        m_path.pop_back();
        return true;
    }
    bool end_array() override
    {
        m_path.pop_back();
        return true;
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override { return false; }

private:
    struct Level {
        std::string key;
        bool isArray = false;
    };

    bool push(bool isArray)
    {
        m_path.push_back({{}, isArray});
        return m_path.size() < kMaxDepth;
    }
    bool inMetric() const
    {
        return !m_path[0].isArray && m_path[0].key == "data" && !m_path[1].isArray && m_path[2].isArray && !m_path[3].isArray;
    }

    ApiAnswer &m_answer;
    std::vector<MetricMetadata> &m_metrics;
    std::size_t m_most;
    std::vector<Level> m_path;
    MetricMetadata m_now;
    bool m_first = false;
};

} // namespace

ApiAnswer readPrometheusMetadata(std::string_view body, std::vector<MetricMetadata> &metrics, std::size_t most)
{
    ApiAnswer answer;
    Reader reader(answer, metrics, most);
    if (!nlohmann::json::sax_parse(body, &reader)) {
        answer.isApi = false;
        answer.success = false;
    }
    if (answer.series > most)
        answer.warnings.push_back("only the first " + std::to_string(most) + " of " + std::to_string(answer.series) + " metrics were read");
    return answer;
}

} // namespace headroom::monitor
