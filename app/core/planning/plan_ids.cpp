// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/planning/figure.h>
#include <core/planning/plan.h>

namespace headroom::core {

std::string_view bindingConstraintId(BindingConstraint constraint)
{
    switch (constraint) {
    case BindingConstraint::KvMemory: return "kv_memory";
    case BindingConstraint::WeightsMemory: return "weights_memory";
    case BindingConstraint::Compute: return "compute";
    case BindingConstraint::Bandwidth: return "bandwidth";
    case BindingConstraint::Communication: return "communication";
    case BindingConstraint::Queueing: return "queueing";
    case BindingConstraint::None: break;
    }
    return "none";
}

std::string_view capacityLimitId(CapacityLimit limit)
{
    switch (limit) {
    case CapacityLimit::Ttft: return "ttft";
    case CapacityLimit::Tpot: return "tpot";
    case CapacityLimit::EndToEnd: return "e2e";
    case CapacityLimit::Throughput: return "throughput";
    case CapacityLimit::None: break;
    }
    return "none";
}

std::string_view basisId(Basis basis)
{
    switch (basis) {
    case Basis::Calibrated: return "calibrated";
    case Basis::Measured: return "measured";
    case Basis::Estimated: break;
    }
    return "estimated";
}

std::string_view rejectionCodeId(RejectionCode code)
{
    switch (code) {
    case RejectionCode::Memory: return "memory";
    case RejectionCode::Support: return "support";
    case RejectionCode::Latency: return "latency";
    case RejectionCode::Price: return "price";
    case RejectionCode::Power: return "power";
    case RejectionCode::Layout: return "layout";
    case RejectionCode::Excluded: break;
    }
    return "excluded";
}

std::string_view figureId(Figure figure)
{
    switch (figure) {
    case Figure::PeakRps: return "peak_rps";
    case Figure::Gpus: return "gpus";
    case Figure::Replicas: return "replicas";
    case Figure::MonthlyCost: return "monthly_cost";
    case Figure::TtftP95: return "ttft_p95_s";
    case Figure::TpotP95: return "tpot_p95_s";
    case Figure::EndToEnd: return "e2e_p95_s";
    case Figure::Headroom: return "headroom_ratio";
    case Figure::CostPerMillionOutputTokens: return "cost_per_million_output_tokens";
    case Figure::WeightsPerGpu: return "weights_bytes_per_gpu";
    case Figure::KvCapacityTokens: return "kv_capacity_tokens_per_replica";
    case Figure::CapacityPerReplica: return "capacity_per_replica_rps";
    case Figure::MeanUtilization: return "mean_utilization_ratio";
    case Figure::PowerPeak: break;
    }
    return "power_peak_w";
}

} // namespace headroom::core
