// SPDX-License-Identifier: GPL-3.0-or-later
#include "prometheus_answer.h"

#include <monitor/exposition/numbers.h>

#include <nlohmann/json.hpp>

#include <utility>

namespace headroom::monitor {
namespace {

constexpr std::size_t kMaxWarnings = 100;
constexpr std::size_t kMaxDepth = 32;

// Follows the places that matter through the document: data.result[i].metric.*, .value and .values.
class Reader final : public nlohmann::json_sax<nlohmann::json> {
public:
    Reader(ApiAnswer &answer, const std::function<void(const ApiSeries &)> &receive, std::size_t maxSeries)
        : m_answer(answer)
        , m_receive(receive)
        , m_maxSeries(maxSeries)
    {
    }

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t &) override { return number(value); }
    bool binary(binary_t &) override { return true; }

    bool string(string_t &value) override
    {
        if (m_path.size() == 1 && !m_path[0].isArray)
            topLevel(m_path[0].key, value);
        else if (at({"warnings"}, 1) && m_path.size() == 2 && m_answer.warnings.size() < kMaxWarnings)
            m_answer.warnings.push_back(value);
        else if (m_path.size() == 2 && at({"data", "resultType"}, 2))
            m_answer.resultType = value;
        else if (inSeries() && m_path.size() == 5 && m_path[3].key == "metric")
            m_labels.emplace_back(m_path[4].key, std::move(value));
        else if (inSeries() && m_hasTime && (m_path.size() == 5 || m_path.size() == 6) && m_path.back().isArray)
            point(value);
        return true;
    }

    bool start_object(std::size_t) override
    {
        if (m_path.size() == 3 && at({"data", "result"}, 2) && m_path[2].isArray) {
            m_labels.clear();
            m_points.clear();
        }
        m_path.push_back({});
        return m_path.size() < kMaxDepth;
    }
    bool key(string_t &name) override
    {
        m_path.back().key = name;
        return true;
    }
    bool end_object() override
    {
        if (m_path.size() == 4 && inSeries())
            emitSeries();
        m_path.pop_back();
        return true;
    }
    bool start_array(std::size_t) override
    {
        m_path.push_back({.key = {}, .isArray = true});
        m_hasTime = false;
        return m_path.size() < kMaxDepth;
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

    bool at(std::initializer_list<std::string_view> keys, std::size_t levels) const
    {
        if (m_path.size() < levels)
            return false;
        std::size_t i = 0;
        for (const std::string_view key : keys)
            if (m_path[i].isArray || m_path[i++].key != key)
                return false;
        return true;
    }

    bool inSeries() const { return m_path.size() >= 4 && at({"data", "result"}, 2) && m_path[2].isArray && !m_path[3].isArray; }

    void topLevel(const std::string &key, const std::string &value)
    {
        if (key == "status") {
            m_answer.isApi = value == "success" || value == "error";
            m_answer.success = value == "success";
        } else if (key == "errorType") {
            m_answer.errorType = value.substr(0, 100);
        } else if (key == "error") {
            m_answer.error = value.substr(0, 1000);
        }
    }

    bool number(double value)
    {
        if (inSeries() && m_path.back().isArray) {
            m_time = value;
            m_hasTime = true;
        }
        return true;
    }

    void point(const std::string &text)
    {
        m_hasTime = false;
        if (const auto value = parseMetricNumber(text))
            m_points.push_back({m_time, *value});
    }

    void emitSeries()
    {
        if (++m_answer.series > m_maxSeries)
            return;
        ApiSeries series;
        m_views.clear();
        for (const auto &[name, value] : m_labels) {
            if (name == "__name__")
                series.name = value;
            else
                m_views.push_back({name, value});
        }
        series.labels = m_views;
        series.points = m_points;
        m_receive(series);
    }

    ApiAnswer &m_answer;
    const std::function<void(const ApiSeries &)> &m_receive;
    std::size_t m_maxSeries;
    std::vector<Level> m_path;
    std::vector<std::pair<std::string, std::string>> m_labels;
    std::vector<LabelView> m_views;
    std::vector<TimedValue> m_points;
    double m_time = 0.0;
    bool m_hasTime = false;
};

} // namespace

ApiAnswer readPrometheusAnswer(std::string_view body, const std::function<void(const ApiSeries &)> &receive, std::size_t maxSeries)
{
    ApiAnswer answer;
    Reader reader(answer, receive, maxSeries);
    const bool complete = nlohmann::json::sax_parse(body, &reader);
    if (!complete) {
        answer.isApi = false;
        answer.success = false;
    }
    if (answer.series > maxSeries)
        answer.warnings.push_back("only the first " + std::to_string(maxSeries) + " of " + std::to_string(answer.series) + " series were read");
    return answer;
}

} // namespace headroom::monitor
