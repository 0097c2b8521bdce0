// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/serving/arrival_process.h>

#include <fmt/format.h>

namespace headroom::core {

ArrivalProcess openLoop(RequestsPerSecond rate, double burstiness)
{
    using enum ArrivalProcess::Kind;
    return {burstiness == 1.0 ? Poisson : burstiness == 0.0 ? Constant : Gamma, rate, burstiness, 1};
}

Result<void> validate(const ArrivalProcess &arrivals, std::string_view field)
{
    const auto bad = [&](const char *part, std::string what) {
        return std::unexpected(Error{ErrorCode::BadValue, std::move(what), {}, fmt::format("{}.{}", field, part), 0});
    };
    if (arrivals.isOpen() && !(arrivals.rate.value() > 0 && arrivals.rate.value() <= 1e6))
        return bad("rate", fmt::format("{} requests per second: a number over 0, up to 1,000,000, would be accepted", arrivals.rate.value()));
    if (!(arrivals.burstiness >= 0 && arrivals.burstiness <= 10))
        return bad("burstiness", fmt::format("a burstiness of {}: a number from 0 to 10 would be accepted", arrivals.burstiness));
    if (arrivals.kind == ArrivalProcess::Kind::ClosedLoop && (arrivals.users < 1 || arrivals.users > 1'000'000))
        return bad("users", fmt::format("{} users: a whole number from 1 to 1,000,000 would be accepted", arrivals.users));
    return {};
}

GapGenerator::GapGenerator(const ArrivalProcess &arrivals, std::uint64_t seed) : m_kind(arrivals.kind), m_seed(seed), m_random(seed)
{
    if (m_kind == ArrivalProcess::Kind::Gamma) {
        if (arrivals.burstiness < 1e-3)
            m_kind = ArrivalProcess::Kind::Constant;
        else
            m_shape = 1.0 / (arrivals.burstiness * arrivals.burstiness);
    }
}

double GapGenerator::operator()()
{
    switch (m_kind) {
    case ArrivalProcess::Kind::Constant: return 1.0;
    case ArrivalProcess::Kind::Gamma: return m_random.gamma(m_shape);
    default: return m_random.exponential();
    }
}

ArrivalClock::ArrivalClock(const ArrivalProcess &arrivals, std::uint64_t seed) : m_meanGap(1.0 / arrivals.rate.value()), m_gaps(GapGenerator(arrivals, seed)) {}

Nanoseconds ArrivalClock::next()
{
    m_now += toNanoseconds(std::min(m_gaps.next() * m_meanGap, 1e7));
    return m_now;
}

} // namespace headroom::core
