// SPDX-License-Identifier: GPL-3.0-or-later
// What is news about a GPU, and who uses it: XIDs, summaries, pods.
#include "canonical_mapper.h"

#include "labels.h"

#include <monitor/exposition/numbers.h>

#include <array>
#include <map>

namespace headroom::monitor {

// DCGM's XID stays until the driver is loaded anew, so only its change tells of an event, and a second one of the same code
// is not seen. A count, or the time of the last event, of each code does tell.
void CanonicalMapper::mapXid(const Occurrence &seen, std::uint32_t subject)
{
    const bool isLast = seen.rule().treatment == Treatment::LastXid;
    const std::string_view codeLabel = labelValue(seen.labels, {"xid"});
    if (isLast)
        put(subject, seen.rule().metric, seen.value, seen.rule());
    if (m_over == Over::WholeLife)
        return;
    // The row's other labels change with the event (err_code, err_msg), so that it is told by its GPU alone.
    const Subject &gpu = m_poll.subjects[subject];
    const std::string index = std::to_string(gpu.gpuIndex);
    const std::array identity{LabelView{"uuid", gpu.gpuUuid}, LabelView{"gpu", gpu.gpuUuid.empty() ? index : std::string_view()},
                              LabelView{"node", gpu.gpuUuid.empty() ? gpu.node : std::string_view()}, LabelView{"xid", codeLabel}};
    const std::uint64_t series = seriesNumber(seen.name, identity);
    const auto before = m_growth.previous(series);
    m_growth.observe(series, {m_steadyS, seen.value});
    if (isLast) {
        if (before && *before != seen.value && seen.value > 0.0 && seen.rule().rate)
            put(subject, *seen.rule().rate, seen.value, seen.rule());
        return;
    }
    const auto code = parseMetricNumber(codeLabel);
    const bool isNews = before ? seen.value > *before : m_growth.hasPrevious() && seen.value > 0.0;
    if (code && *code > 0.0 && isNews)
        put(subject, seen.rule().metric, *code, seen.rule());
}

void CanonicalMapper::mapSummary(const Occurrence &seen, std::uint32_t subject)
{
    if (seen.match.part != SamplePart::Value)
        return addToHistogram(seen, subject);
    const auto quantile = parseMetricNumber(labelValue(seen.labels, {"quantile"}));
    for (const double wanted : {0.5, 0.9, 0.95, 0.99})
        if (quantile && *quantile == wanted && seen.value >= 0.0)
            m_poll.samples.push_back({seen.rule().metric, subject, static_cast<float>(wanted), false, seen.value * seen.rule().factor});
}

// Prometheus renames the labels of a page where it has its own of that name; the exporter's own pod is no workload.
void CanonicalMapper::rememberWorkload(const Occurrence &seen, std::uint32_t subject)
{
    const std::string_view exported = labelValue(seen.labels, {"exported_pod", "pod_name"});
    const std::string_view pod = exported.empty() ? labelValue(seen.labels, {"pod"}) : exported;
    if (pod.empty() || (seen.match.dialect->kind == DialectKind::Gpu && pod.find("exporter") != std::string_view::npos))
        return;
    Workload workload;
    workload.subject = subject;
    workload.pod = pod;
    workload.nameSpace =
        exported.empty() ? labelValue(seen.labels, {"namespace"}) : labelValue(seen.labels, {"exported_namespace", "namespace"});
    workload.container = exported.empty() ? labelValue(seen.labels, {"container"})
                                          : labelValue(seen.labels, {"exported_container", "container_name", "container"});
    if (m_workloadKeys.insert(std::to_string(subject) + "\n" + workload.nameSpace + "\n" + workload.pod + "\n" + workload.container).second)
        m_poll.workloads.push_back(std::move(workload));
}

// The engine's rows say which model it serves, the GPU's rows say which pod uses it: the pod is in both.
void CanonicalMapper::nameModels()
{
    std::map<std::pair<std::string_view, std::string_view>, std::string_view> models; // by namespace and pod
    for (Workload &workload : m_poll.workloads)
        if (const Subject &subject = m_poll.subjects[workload.subject]; subject.isServing()) {
            workload.modelName = subject.modelName;
            models.try_emplace({workload.nameSpace, workload.pod}, subject.modelName);
        }
    for (Workload &workload : m_poll.workloads)
        if (const auto model = models.find({workload.nameSpace, workload.pod}); workload.modelName.empty() && model != models.end())
            workload.modelName = model->second;
}

} // namespace headroom::monitor
