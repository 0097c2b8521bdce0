// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <monitor/exposition/exposition_parser.h>
#include <monitor/mapping/canonical_mapper.h>
#include <monitor/values/snapshot.h>

#include <memory>
#include <optional>
#include <string_view>

namespace headroom::monitor {

// Turns the bytes of one answer, as they arrive, into a snapshot. Nothing but the mapped values is held. Knows no Qt.
class PageReader final : private ExpositionVisitor {
public:
    PageReader(CanonicalMapper &mapper, ExpositionFormat format, double timeS, std::optional<double> steadyS = std::nullopt, const ExpositionLimits &limits = {});
    ~PageReader() override;

    // False once it is clear that this fails; the rest need not be fetched.
    bool feed(std::string_view bytes);
    // The page is complete: its values, or why there are none.
    Snapshot finish();

private:
    void type(std::string_view, MetricType) override {}
    void help(std::string_view, std::string_view) override {}
    void unit(std::string_view, std::string_view) override {}
    void sample(const SampleView &sample) override;
    void error(const ExpositionError &error) override;

    CanonicalMapper &m_mapper;
    ExpositionParser m_parser;
    std::optional<ExpositionError> m_error;
    char m_first = '\0'; // the first character that is no blank: '<' and '{' tell HTML and JSON
};

// What would be accepted instead of something that is no metrics page; ends the sentences about sources.
inline constexpr std::string_view kKnownExporters =
    "dcgm-exporter, nvidia_gpu_exporter, AMD device-metrics-exporter, Ascend npu-exporter, vLLM, SGLang, TGI, Triton, trtllm-serve, llama.cpp or node_exporter";
inline constexpr std::string_view kAcceptedPage = "the address of a metrics page (Prometheus text or OpenMetrics, mostly ending in /metrics) would be accepted";

// What a mapper found, as a snapshot that is Ok.
Snapshot snapshotOf(MappedPoll &&poll);

Snapshot failedSnapshot(FailureReason reason, std::string detail);

} // namespace headroom::monitor
