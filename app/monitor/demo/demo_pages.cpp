// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_pages.h"

#include <monitor/exposition/numbers.h>
#include <monitor/mapping/mapping_rule.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>
#include <iterator>

namespace headroom::monitor {
namespace {

void header(std::string &page, std::string_view name, std::string_view type, std::string_view help)
{
    fmt::format_to(std::back_inserter(page), "# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, help);
}

void marker(std::string &page)
{
    header(page, kDemoMarker, "gauge", "These values are made up by Headroom's demo cluster.");
    fmt::format_to(std::back_inserter(page), "{} 1\n", kDemoMarker);
}

void dcgmFamily(std::string &page, std::span<const DemoNode> nodes, std::string_view name, std::string_view type, std::string_view help, const std::function<double(const DemoGpu &)> &value)
{
    header(page, name, type, help);
    for (const DemoNode &node : nodes)
        for (std::size_t g = 0; g < node.gpus.size(); ++g) {
            if (node.isDown || (node.gpus[g].isLost && name != "DCGM_FI_DEV_XID_ERRORS"))
                continue;
            fmt::format_to(std::back_inserter(page),
                "{}{{gpu=\"{}\",UUID=\"{}\",pci_bus_id=\"00000000:{:02X}:00.0\",device=\"nvidia{}\",modelName=\"{}\",Hostname=\"{}\",DCGM_FI_DRIVER_VERSION=\"570.124.06\"}} {}\n", name, g,
                node.gpus[g].uuid, 0x1B + 0x10 * (g % 15), g, DemoCluster::kGpuModel, node.name, metricNumberText(value(node.gpus[g])));
        }
}

void dcgmFamilies(std::string &page, std::span<const DemoNode> nodes)
{
    const auto family = [&page, nodes](std::string_view name, std::string_view type, std::string_view help, const std::function<double(const DemoGpu &)> &value) { dcgmFamily(page, nodes, name, type, help, value); };
    family("DCGM_FI_DEV_SM_CLOCK", "gauge", "SM clock frequency (in MHz).", [](const DemoGpu &gpu) { return gpu.isHot ? 1215.0 : gpu.utilRatio > 0.02 ? (gpu.powerW > 0.97 * DemoCluster::kPowerLimitW ? 1830.0 : 1980.0) : 345.0; });
    family("DCGM_FI_DEV_MEM_CLOCK", "gauge", "Memory clock frequency (in MHz).", [](const DemoGpu &) { return 3201.0; });
    family("DCGM_FI_DEV_MEMORY_TEMP", "gauge", "Memory temperature (in C).", [](const DemoGpu &gpu) { return std::round(gpu.memTempC); });
    family("DCGM_FI_DEV_GPU_TEMP", "gauge", "GPU temperature (in C).", [](const DemoGpu &gpu) { return std::round(gpu.tempC); });
    family("DCGM_FI_DEV_POWER_USAGE", "gauge", "Power draw (in W).", [](const DemoGpu &gpu) { return std::round(gpu.powerW * 1000.0) / 1000.0; });
    family("DCGM_FI_DEV_POWER_MGMT_LIMIT", "gauge", "Power management limit (in W).", [](const DemoGpu &) { return DemoCluster::kPowerLimitW; });
    family("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", "counter", "Total energy consumption since boot (in mJ).", [](const DemoGpu &gpu) { return std::floor(gpu.energyJ * 1000.0); });
    family("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", "counter", "Total number of PCIe retries.", [](const DemoGpu &) { return 0.0; });
    family("DCGM_FI_DEV_GPU_UTIL", "gauge", "GPU utilization (in %).", [](const DemoGpu &gpu) { return std::round(gpu.utilRatio * 100.0); });
    family("DCGM_FI_DEV_MEM_COPY_UTIL", "gauge", "Memory utilization (in %).", [](const DemoGpu &gpu) { return std::round(gpu.dramActive * 100.0); });
    family("DCGM_FI_DEV_XID_ERRORS", "gauge", "Value of the last XID error encountered.", [](const DemoGpu &gpu) { return static_cast<double>(gpu.xid); });
    family("DCGM_FI_DEV_FB_FREE", "gauge", "Framebuffer memory free (in MiB).", [](const DemoGpu &gpu) { return DemoCluster::kMemTotalMib - gpu.memUsedMib - 600.0; });
    family("DCGM_FI_DEV_FB_USED", "gauge", "Framebuffer memory used (in MiB).", [](const DemoGpu &gpu) { return gpu.memUsedMib; });
    family("DCGM_FI_DEV_FB_RESERVED", "gauge", "Framebuffer memory reserved (in MiB).", [](const DemoGpu &) { return 600.0; });
    family("DCGM_FI_DEV_ROW_REMAP_FAILURE", "gauge", "Whether remapping of rows has failed", [](const DemoGpu &) { return 0.0; });
    family("DCGM_FI_DEV_POWER_VIOLATION", "counter", "Throttling duration due to power constraints (in ns).", [](const DemoGpu &gpu) { return std::floor(gpu.powerThrottleS * 1e9); });
    family("DCGM_FI_DEV_THERMAL_VIOLATION", "counter", "Throttling duration due to thermal constraints (in ns).", [](const DemoGpu &gpu) { return std::floor(gpu.thermalThrottleS * 1e9); });
    family("DCGM_FI_PROF_GR_ENGINE_ACTIVE", "gauge", "Ratio of time the graphics engine is active.", [](const DemoGpu &gpu) { return gpu.utilRatio; });
    family("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", "gauge", "Ratio of cycles the tensor (HMMA) pipe is active.", [](const DemoGpu &gpu) { return gpu.tensorActive; });
    family("DCGM_FI_PROF_DRAM_ACTIVE", "gauge", "Ratio of cycles the device memory interface is active sending or receiving data.", [](const DemoGpu &gpu) { return gpu.dramActive; });
}

std::string vllmLabels(std::size_t engine, const DemoNode &node)
{
    return fmt::format("engine=\"{}\",model_name=\"{}\"", engine, DemoCluster::modelFor(node.gpus.size()));
}

void vllmFamily(std::string &page, std::span<const DemoNode> nodes, std::string_view name, std::string_view type, std::string_view help, const std::function<double(const DemoNode &)> &value)
{
    header(page, name, type, help);
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (!nodes[n].isDown)
            fmt::format_to(std::back_inserter(page), "{}{{{}}} {}\n", name, vllmLabels(n, nodes[n]), metricNumberText(value(nodes[n])));
}

void vllmHistogram(std::string &page, std::span<const DemoNode> nodes, std::string_view name, std::string_view help, const std::function<const DemoHistogram &(const DemoNode &)> &of)
{
    header(page, name, "histogram", help);
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        if (nodes[n].isDown)
            continue;
        const DemoHistogram &histogram = of(nodes[n]);
        const std::string labels = vllmLabels(n, nodes[n]);
        std::uint64_t atMost = 0;
        for (std::size_t i = 0; i < histogram.bounds().size(); ++i) {
            atMost += histogram.inBucket(i);
            // As Python writes them: 1.0, not 1.
            const double bound = histogram.bounds()[i];
            const std::string le = bound == std::floor(bound) ? fmt::format("{:.1f}", bound) : metricNumberText(bound);
            fmt::format_to(std::back_inserter(page), "{}_bucket{{{},le=\"{}\"}} {}\n", name, labels, le, atMost);
        }
        fmt::format_to(std::back_inserter(page), "{0}_bucket{{{1},le=\"+Inf\"}} {2}\n{0}_count{{{1}}} {2}\n{0}_sum{{{1}}} {3}\n", name, labels, histogram.count(), metricNumberText(histogram.sum()));
    }
}

void vllmFamilies(std::string &page, std::span<const DemoNode> nodes)
{
    const auto family = [&page, nodes](std::string_view name, std::string_view type, std::string_view help, const std::function<double(const DemoNode &)> &value) { vllmFamily(page, nodes, name, type, help, value); };
    const auto blocks = [](const DemoNode &node) { return DemoCluster::kKvBlocksPerGpu * node.gpus.size(); };
    family("vllm:num_requests_running", "gauge", "Number of requests in model execution batches.", [](const DemoNode &node) { return static_cast<double>(node.running.size()); });
    family("vllm:num_requests_waiting", "gauge", "Number of requests waiting to be processed.", [](const DemoNode &node) { return static_cast<double>(node.waiting.size()); });
    family("vllm:kv_cache_usage_perc", "gauge", "KV-cache usage. 1 means 100 percent usage.", [blocks](const DemoNode &node) { return std::min(1.0, node.kvTokens / static_cast<double>(blocks(node) * DemoCluster::kKvBlockTokens)); });
    family("vllm:prefix_cache_queries_total", "counter", "Prefix cache queries, in terms of number of queried tokens.", [](const DemoNode &node) { return static_cast<double>(node.promptTokens); });
    family("vllm:prefix_cache_hits_total", "counter", "Prefix cache hits, in terms of number of cached tokens.", [](const DemoNode &node) { return static_cast<double>(node.cachedTokens); });
    family("vllm:num_preemptions_total", "counter", "Cumulative number of preemption from the engine.", [](const DemoNode &node) { return static_cast<double>(node.preemptions); });
    family("vllm:prompt_tokens_total", "counter", "Number of prefill tokens processed.", [](const DemoNode &node) { return static_cast<double>(node.promptTokens); });
    family("vllm:generation_tokens_total", "counter", "Number of generation tokens processed.", [](const DemoNode &node) { return static_cast<double>(node.generationTokens); });
    header(page, "vllm:request_success_total", "counter", "Count of successfully processed requests.");
    for (std::size_t n = 0; n < nodes.size(); ++n)
        if (!nodes[n].isDown)
            fmt::format_to(std::back_inserter(page), "vllm:request_success_total{{{0},finished_reason=\"stop\"}} {1}\nvllm:request_success_total{{{0},finished_reason=\"length\"}} {2}\nvllm:request_success_total{{{0},finished_reason=\"abort\"}} {3}\n",
                vllmLabels(n, nodes[n]), nodes[n].finishedStop, nodes[n].finishedLength, nodes[n].finishedAbort);
    vllmHistogram(page, nodes, "vllm:time_to_first_token_seconds", "Histogram of time to first token in seconds.", [](const DemoNode &node) -> const DemoHistogram & { return node.ttft; });
    vllmHistogram(page, nodes, "vllm:inter_token_latency_seconds", "Histogram of inter-token latency in seconds.", [](const DemoNode &node) -> const DemoHistogram & { return node.itl; });
    vllmHistogram(page, nodes, "vllm:request_time_per_output_token_seconds", "Histogram of time_per_output_token_seconds per request.", [](const DemoNode &node) -> const DemoHistogram & { return node.tpot; });
    vllmHistogram(page, nodes, "vllm:e2e_request_latency_seconds", "Histogram of e2e request latency in seconds.", [](const DemoNode &node) -> const DemoHistogram & { return node.e2e; });
    vllmHistogram(page, nodes, "vllm:request_queue_time_seconds", "Histogram of time spent in WAITING phase for request.", [](const DemoNode &node) -> const DemoHistogram & { return node.queue; });
    vllmHistogram(page, nodes, "vllm:request_prompt_tokens", "Number of prefill tokens processed.", [](const DemoNode &node) -> const DemoHistogram & { return node.inputLengths; });
    vllmHistogram(page, nodes, "vllm:request_generation_tokens", "Number of generation tokens processed.", [](const DemoNode &node) -> const DemoHistogram & { return node.outputLengths; });
    header(page, "vllm:cache_config_info", "gauge", "Information of the LLMEngine CacheConfig");
    for (std::size_t n = 0; n < nodes.size(); ++n)
        fmt::format_to(std::back_inserter(page), "vllm:cache_config_info{{block_size=\"{}\",cache_dtype=\"auto\",enable_prefix_caching=\"True\",engine=\"{}\",gpu_memory_utilization=\"0.9\",num_gpu_blocks=\"{}\"}} 1\n",
            DemoCluster::kKvBlockTokens, n, blocks(nodes[n]));
}

} // namespace

std::string demoDcgmPage(std::span<const DemoNode> nodes)
{
    std::string page;
    marker(page);
    dcgmFamilies(page, nodes);
    return page;
}

std::string demoVllmPage(std::span<const DemoNode> nodes)
{
    std::string page;
    marker(page);
    vllmFamilies(page, nodes);
    return page;
}

std::string demoWholePage(const DemoCluster &cluster)
{
    std::string page;
    marker(page);
    dcgmFamilies(page, cluster.nodes());
    vllmFamilies(page, cluster.nodes());
    return page;
}

std::string demoServiceDiscovery(const DemoCluster &cluster, std::uint16_t port)
{
    auto groups = nlohmann::ordered_json::array();
    const std::string target = fmt::format("127.0.0.1:{}", port);
    for (std::size_t n = 0; n < cluster.nodes().size(); ++n)
        for (const char *const what : {"dcgm", "vllm"})
            groups.push_back({{"targets", {target}}, {"labels", {{"__metrics_path__", fmt::format("/node/{}/{}", n + 1, what)}, {"job", fmt::format("demo-{}", what)}, {"node", cluster.nodes()[n].name}}}});
    return groups.dump(2) + "\n";
}

} // namespace headroom::monitor
