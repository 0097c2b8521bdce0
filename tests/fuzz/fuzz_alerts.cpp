// SPDX-License-Identifier: GPL-3.0-or-later
// Rules, alerts, subjects and the catalog of XIDs, as a store or a file that somebody changed may hold them.
#include <monitor/alerts/alert_json.h>
#include <monitor/alerts/prometheus_rules.h>
#include <monitor/alerts/xid_catalog.h>
#include <monitor/recording/subject_json.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace headroom::monitor;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    if (const auto rules = alertRulesFromJson(text)) {
        if (alertRulesFromJson(alertRulesToJson(*rules)) != *rules || prometheusRules(*rules).empty())
            std::abort();
    }
    if (const auto alert = alertFromJson(text))
        if (alertFromJson(alertToJson(*alert)) != *alert)
            std::abort();
    if (const auto subject = subjectFromText(text))
        if (subjectFromText(subjectToText(*subject)) != *subject)
            std::abort();
    static_cast<void>(xidCatalogFromJson(text));
    return 0;
}
