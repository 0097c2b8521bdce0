// SPDX-License-Identifier: GPL-3.0-or-later
// Private to present/live: pods and models joined to GPUs, over all sources.
#pragma once

#include <monitor/values/snapshot.h>

#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace headroom::present {

// Which pod uses which GPU is said by the GPU's exporter; which model a pod serves, by the engine's own page or by Prometheus:
// they meet in namespace and pod, whatever source either comes from. Where an engine's page has no labels of its pod, the name
// of the host it is scraped at is the pod's in a cluster ("vllm-0.vllm.ml.svc").
class PodJoin {
public:
    explicit PodJoin(const std::map<std::string, monitor::Snapshot> &latest);

    struct Use {
        std::string nameSpace;
        std::string pod;
        std::string model;   // empty: no source tells what it serves
    };
    // Of a GPU, by its key: one for each pod that shares it.
    const std::vector<Use> &usesOf(const QString &gpuKey) const;
    // "ml/vllm-0 · gemma", several with commas; empty: nothing is known.
    QString textOf(const QString &gpuKey) const;
    // GPUs that the pods of a model use; each once, though several exporters tell of it. 0: not known.
    int gpusOf(const std::string &model) const;

private:
    std::map<QString, std::vector<Use>> m_uses;
    std::map<std::string, int> m_gpus;   // by model
};

} // namespace headroom::present
