// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_pods.h"

#include "live_parts.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace headroom::present {
namespace {

using Pod = std::pair<std::string, std::string>; // namespace, name

// The pod's name and, of a service's address, its namespace: "vllm-0.vllm.ml.svc.cluster.local".
Pod podOfHost(const std::string &host)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= host.size();) {
        const std::size_t end = std::min(host.find_first_of(".:", at), host.size());
        parts.push_back(host.substr(at, end - at));
        at = end + 1;
    }
    const auto service = std::ranges::find(parts, "svc");
    return {service != parts.end() && service - parts.begin() >= 2 ? *(service - 1) : std::string(), parts.front()};
}

} // namespace

PodJoin::PodJoin(const std::map<std::string, monitor::Snapshot> &latest)
{
    std::map<Pod, std::string> models;
    std::map<std::string, std::set<std::string>> byHost; // pod's name -> models, where the namespace is not known
    const auto serves = [&](const Pod &pod, const std::string &model) {
        if (!pod.second.empty() && !model.empty())
            models.try_emplace(pod, model);
    };
    for (const auto &[source, snapshot] : latest) {
        std::set<std::uint32_t> withPod;
        for (const monitor::Workload &workload : snapshot.workloads) {
            serves({workload.nameSpace, workload.pod}, workload.modelName);
            withPod.insert(workload.subject);
        }
        for (std::uint32_t i = 0; i < snapshot.subjects.size(); ++i) {
            const monitor::Subject &engine = snapshot.subjects[i];
            if (!engine.isServing() || engine.modelName.empty() || withPod.contains(i))
                continue;
            const Pod pod = podOfHost(engine.node);
            if (!pod.first.empty())
                serves(pod, engine.modelName);
            else
                byHost[pod.second].insert(engine.modelName);
        }
    }
    std::map<std::string, std::set<QString>> gpus;
    for (const auto &[source, snapshot] : latest)
        for (const monitor::Workload &workload : snapshot.workloads) {
            if (workload.subject >= snapshot.subjects.size() || !snapshot.subjects[workload.subject].isGpu())
                continue;
            const QString key = gpuKey(snapshot.subjects[workload.subject]);
            Use use{workload.nameSpace, workload.pod, workload.modelName};
            if (use.model.empty())
                if (const auto found = models.find({use.nameSpace, use.pod}); found != models.end())
                    use.model = found->second;
            // A name that two pods could have says nothing.
            if (use.model.empty())
                if (const auto found = byHost.find(use.pod); found != byHost.end() && found->second.size() == 1)
                    use.model = *found->second.begin();
            if (!use.model.empty())
                gpus[use.model].insert(key);
            std::vector<Use> &uses = m_uses[key];
            const auto known = std::ranges::find_if(uses, [&](const Use &one) { return one.nameSpace == use.nameSpace && one.pod == use.pod; });
            if (known == uses.end())
                uses.push_back(std::move(use));
            else if (known->model.empty())
                known->model = use.model;
        }
    for (const auto &[model, keys] : gpus)
        m_gpus[model] = static_cast<int>(keys.size());
}

const std::vector<PodJoin::Use> &PodJoin::usesOf(const QString &gpuKey) const
{
    static const std::vector<Use> kNone;
    const auto found = m_uses.find(gpuKey);
    return found == m_uses.end() ? kNone : found->second;
}

QString PodJoin::textOf(const QString &gpuKey) const
{
    QStringList all;
    for (const Use &use : usesOf(gpuKey)) {
        QString text = QString::fromStdString(use.nameSpace.empty() ? use.pod : use.nameSpace + '/' + use.pod);
        if (!use.model.empty())
            text += QStringLiteral(" · ") + QString::fromStdString(use.model);
        all << text;
    }
    return all.join(QStringLiteral(", "));
}

int PodJoin::gpusOf(const std::string &model) const
{
    const auto found = m_gpus.find(model);
    return found == m_gpus.end() ? 0 : found->second;
}

} // namespace headroom::present
