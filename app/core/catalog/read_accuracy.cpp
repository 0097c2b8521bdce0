// SPDX-License-Identifier: GPL-3.0-or-later
#include "read_entries.h"

namespace headroom::core::catalog_json {
namespace {

AccuracyFigure readFigure(ObjectReader &group, const char *key)
{
    AccuracyFigure figure;
    if (!group.has(key))
        return figure;
    ObjectReader object(group.child(key), group.path(key), group.problems());
    figure.rows = object.whole("rows", 0, 1'000'000'000);
    figure.median = object.number("median_error_ratio", 0, 1e9);
    figure.mean = object.number("mean_error_ratio", 0, 1e9);
    figure.insideBand = object.number("inside_band_ratio", 0, 1, false, -1);
    for (const char *further : {"p90_error_ratio", "mean_band_ratio", "all_rows"})
        object.has(further);
    object.finish();
    return figure;
}

AccuracyEntry readGroup(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    AccuracyEntry entry;
    entry.tpot = readFigure(object, "tpot");
    entry.ttft = readFigure(object, "ttft");
    entry.throughput = readFigure(object, "throughput");
    object.finish();
    return entry;
}

} // namespace

std::vector<AccuracyEntry> readAccuracyReport(const Json &json, Problems &problems)
{
    std::vector<AccuracyEntry> entries;
    ObjectReader report(json, "", problems);
    report.list("evaluations", [&](const Json &item, const std::string &path) {
        ObjectReader evaluation(item, path, problems);
        const std::string holdOut = evaluation.text("hold_out", true);
        const auto add = [&](AccuracyEntry entry, const std::string &by, const std::string &key) {
            entry.holdOut = holdOut;
            entry.by = by;
            entry.key = key;
            entries.push_back(std::move(entry));
        };
        add(readGroup(evaluation.child("total"), path + ".total", problems), {}, {});
        if (!evaluation.has("by"))
            return;
        ObjectReader groupings(evaluation.child("by"), path + ".by", problems);
        if (!groupings.json().is_object())
            return;
        for (const std::string &by : groupings.unasked()) {
            const std::string at = path + ".by." + by;
            ObjectReader groups(groupings.child(by.c_str()), at, problems);
            if (groups.json().is_object())
                for (const std::string &key : groups.unasked())
                    add(readGroup(groups.child(key.c_str()), at + "." + key, problems), by, key);
        }
    });
    return entries;
}

} // namespace headroom::core::catalog_json
