// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/accuracy/fit_rows.h>
#include <core/accuracy/predict.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <thread>
#include <tuple>

namespace headroom::core {
namespace {

// Constants that cannot move a row: no experts, no second GPU, no front end in a throughput.
bool concerns(Constant constant, const Deployment &d, const Layout &layout, LoadMode mode)
{
    switch (constant) {
    case Constant::ExpertCompute:
    case Constant::ExpertBandwidth:
    case Constant::ExpertLayer:
    case Constant::ExpertTokenOffset:
    case Constant::ExpertPasses:
    case Constant::RoutingSpread: return !d.shape.experts.empty();
    case Constant::AllReduce:
    case Constant::LinkShare: return layout.gpusPerReplica() > 1;
    case Constant::WarmUp: return mode == LoadMode::FixedConcurrency;
    default: return true;
    }
}

// A queue near saturation turns a small change into a long wait; the fit must not chase it.
constexpr double kSteepest = 2.0;

DeploymentRow shortened(DeploymentRow row)
{
    const int most = row.loadMode == LoadMode::OfflineMax ? 1200 : row.loadMode == LoadMode::FixedRate ? 800 : std::max(100, static_cast<int>(3.0 * row.concurrency));
    row.requests = std::min(requestCount(row), most);
    return row;
}

} // namespace

FitRows::FitRows(std::vector<MeasuredRow> rows, const Catalog &catalog, int threads)
    : m_rows(std::move(rows)), m_ready(m_rows.size()), m_threads(std::max(threads, 1))
{
    std::map<std::tuple<std::size_t, KeyParts, std::string>, std::size_t> known;
    const auto parameter = [&](const ConstantPrior &prior, KeyParts parts, std::string key, double sigma) {
        const auto [place, isNew] = known.try_emplace({static_cast<std::size_t>(prior.constant), parts, key}, m_parameters.size());
        if (isNew)
            m_parameters.push_back({prior.constant, parts, std::move(key), parts == 0 ? std::log(prior.start) : 0.0, sigma});
        return place->second;
    };
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        choose(i, catalog);
    for (const ConstantPrior &prior : constantPriors()) {
        const std::size_t base = parameter(prior, 0, {}, prior.baseSigma);
        for (std::size_t i = 0; i < m_ready.size(); ++i) {
            Ready &ready = m_ready[i];
            if (!ready.deployment || !concerns(prior.constant, *ready.deployment, ready.layout, m_rows[i].row.loadMode))
                continue;
            auto &list = ready.parameters[static_cast<std::size_t>(prior.constant)];
            list.push_back(base);
            for (const ConstantPrior::Group &group : prior.groups)
                list.push_back(parameter(prior, group.parts, ready.traits.key(group.parts), group.sigma));
        }
    }
}

// The layout with the highest throughput under the catalog's constants, where the row leaves a choice.
void FitRows::choose(std::size_t row, const Catalog &catalog)
{
    Ready &ready = m_ready[row];
    auto deployment = resolveDeployment(m_rows[row].row, catalog);
    if (!deployment) {
        ready.problem = deployment.error().detail;
        return;
    }
    ready.layout = deployment->layouts.front();
    if (deployment->layouts.size() > 1) {
        double best = -1;
        for (const Layout &layout : deployment->layouts) {
            const auto p = predictLayout(m_rows[row].row, *deployment, layout, efficiencyFor(catalog.constants, deployment->traits(layout)));
            if (p && p->output.value() > best) {
                best = p->output.value();
                ready.layout = layout;
            }
        }
    }
    ready.traits = deployment->traits(ready.layout);
    ready.deployment.emplace(*std::move(deployment));
}

std::vector<double> FitRows::start() const
{
    std::vector<double> values;
    values.reserve(m_parameters.size());
    for (const FitParameter &p : m_parameters)
        values.push_back(p.prior);
    return values;
}

const std::vector<std::size_t> &FitRows::parametersOf(std::size_t row, Constant constant) const
{
    return m_ready[row].parameters[static_cast<std::size_t>(constant)];
}

ConstantArray FitRows::constantsOf(const Ready &ready, const std::vector<double> &values) const
{
    ConstantArray constants;
    for (std::size_t c = 0; c < kConstantCount; ++c) {
        double sum = 0;
        for (const std::size_t p : ready.parameters[c])
            sum += values[p];
        constants[c] = std::exp(sum);
    }
    return constants;
}

RowFigures FitRows::predictOne(const DeploymentRow &load, const Ready &ready, const ConstantArray &constants) const
{
    RowFigures figures;
    if (!ready.deployment)
        return figures;
    const auto p = predictLayout(load, *ready.deployment, ready.layout, efficiencyOf(constants));
    if (!p)
        return figures;
    figures.predicted = true;
    if (p->tpot)
        figures.logs[at(Figure::Tpot)] = std::log(p->tpot->mean.value());
    if (p->ttft)
        figures.logs[at(Figure::Ttft)] = std::log(p->ttft->mean.value());
    figures.logs[at(Figure::Throughput)] = std::log(p->output.value());
    return figures;
}

template<class Work>
void FitRows::eachRow(std::size_t count, const Work &work) const
{
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> threads;
    for (int t = 1; t < m_threads; ++t)
        threads.emplace_back(run);
    run();
}

std::vector<RowFigures> FitRows::predict(const std::vector<std::size_t> &which, const std::vector<double> &values) const
{
    std::vector<RowFigures> figures(which.size());
    eachRow(which.size(), [&](std::size_t i) { figures[i] = predictOne(m_rows[which[i]].row, m_ready[which[i]], constantsOf(m_ready[which[i]], values)); });
    return figures;
}

std::vector<RowSlopes> FitRows::slopes(const std::vector<std::size_t> &which, const std::vector<double> &values, double step) const
{
    std::vector<RowSlopes> slopes(which.size());
    eachRow(which.size(), [&](std::size_t i) {
        const Ready &ready = m_ready[which[i]];
        const ConstantArray centre = constantsOf(ready, values);
        const DeploymentRow load = shortened(m_rows[which[i]].row);
        const RowFigures low = predictOne(load, ready, centre);
        if (!low.predicted)
            return;
        for (std::size_t c = 0; c < kConstantCount; ++c) {
            if (ready.parameters[c].empty())
                continue;
            ConstantArray up = centre;
            up[c] *= std::exp(step);
            const RowFigures high = predictOne(load, ready, up);
            if (!high.predicted)
                continue;
            for (std::size_t f = 0; f < kFigureCount; ++f)
                slopes[i].by[f][c] = static_cast<float>(std::clamp((high.logs[f] - low.logs[f]) / step, -kSteepest, kSteepest));
        }
    });
    return slopes;
}

} // namespace headroom::core
