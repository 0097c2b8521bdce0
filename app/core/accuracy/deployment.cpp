// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/deployment.h>
#include <core/catalog/parameters.h>
#include <core/planning/planning_context.h>

#include <fmt/format.h>

#include <algorithm>

namespace headroom::core {
namespace {

Error noPrediction(ErrorCode code, std::string why)
{
    return Error{code, std::move(why), {}, {}, 0};
}

// Engines' usual choice in published runs: TensorRT-LLM keeps an fp8 cache for fp8 and fp4 checkpoints; vLLM and SGLang
// keep bf16 on Hopper and fp8 on Blackwell.
double usualKvBytes(const Engine &engine, const Gpu &gpu, NumberFormat format)
{
    if (engine.id == "trtllm")
        return kvBytesPerValue(engine, format);
    return gpu.architecture.starts_with("Blackwell") && format != NumberFormat::Bf16 ? 1.0 : 2.0;
}

double bytesOf(NumberFormat format)
{
    return format == NumberFormat::Bf16 ? 2.0 : format == NumberFormat::Fp4 ? 0.5625 : 1.0;
}

// From its PyTorch backend on, TensorRT-LLM's offline benchmarks of expert models run attention data parallel: the
// "tp" GPUs of those tables are dp ranks (performance overviews v1.0 and later).
bool runsAttentionDataParallel(const DeploymentRow &row, const Engine &engine, const ModelShape &shape)
{
    return engine.id == "trtllm" && row.loadMode == LoadMode::OfflineMax && !row.dp && !row.ep && !shape.experts.empty() && !row.engineVersion.empty()
        && row.engineVersion.front() >= '1' && row.engineVersion.front() <= '9';
}

// Layouts to try: the row's own, or for empty columns every split of its GPUs that divides the heads.
std::vector<Layout> layoutsOf(const DeploymentRow &row, const Deployment &d)
{
    std::vector<Layout> layouts;
    const int server = std::max(d.gpu.perServer, d.gpu.interconnect ? d.gpu.interconnect->domain : 1);
    const auto choices = [&](const std::optional<int> &given, int most) {
        std::vector<int> values;
        if (given)
            return std::vector{*given};
        for (int v = 1; v <= most; v *= 2)
            values.push_back(v);
        return values;
    };
    const int most = row.gpus > 0 ? row.gpus : row.tp.value_or(1) * row.pp.value_or(1) * row.dp.value_or(1);
    const bool dataParallel = runsAttentionDataParallel(row, d.engine, d.shape);
    for (const int tp : choices(row.tp, std::min(most, server)))
        for (const int pp : choices(row.pp, row.tp ? 1 : std::max(1, most / server)))
            for (const int dp : choices(row.dp, 1)) {
                Layout layout{tp, pp, row.ep.value_or(1), dp, 1};
                const int each = layout.gpusPerReplica();
                if (!row.tp && !dividesHeads(d.model.architecture, tp))
                    continue;
                if (each > most || most % each != 0)
                    continue;
                if (dataParallel)
                    layout = {1, pp, tp, tp, 1};
                if (layout.ep > layout.tp * layout.dp || (layout.tp * layout.dp) % layout.ep != 0)
                    layout.ep = 1;
                layout.replicas = most / each;
                layouts.push_back(layout);
            }
    return layouts;
}

} // namespace

ConstantTraits Deployment::traits(const Layout &layout) const
{
    return traitsOf(shape, format, weightOnly, gpu, engine, version, layout, kvBytes);
}

Result<Deployment> resolveDeployment(const DeploymentRow &row, const Catalog &catalog)
{
    const Model *model = catalog.findModel(row.model);
    if (!model)
        return std::unexpected(noPrediction(ErrorCode::UnknownId, fmt::format("unknown model '{}'", row.model)));
    const Gpu *gpu = catalog.findGpu(row.gpu);
    if (!gpu)
        return std::unexpected(noPrediction(ErrorCode::UnknownId, fmt::format("unknown GPU '{}'", row.gpu)));
    const Engine *engine = catalog.findEngine(row.engine);
    if (!engine)
        return std::unexpected(noPrediction(ErrorCode::UnknownId, fmt::format("unknown engine '{}'", row.engine)));
    Deployment d{*model, *gpu, *engine, row.engineVersion, shapeOf(model->architecture), checkpointFormat(*model, row.format), false, 2.0, {}, {}};
    const FormatSupport support = supportOf(*engine, *gpu, row.format);
    d.weightOnly = support == FormatSupport::WeightOnly || (support == FormatSupport::None && !gpu->denseRates.contains(row.format));
    if (support == FormatSupport::None)
        d.note = fmt::format("no source says that {} runs {} on {}", engine->name, formatId(row.format), gpu->architecture);
    d.kvBytes = row.kvFormat ? bytesOf(*row.kvFormat) : usualKvBytes(*engine, *gpu, row.format);
    d.layouts = layoutsOf(row, d);
    if (d.layouts.empty())
        return std::unexpected(noPrediction(ErrorCode::BadValue, "the columns gpus, tp, pp and dp contradict each other, or no split of the GPUs divides the attention heads"));
    return d;
}

} // namespace headroom::core
