// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/drawn_tape.h>
#include <core/serving/random.h>
#include <core/serving/simulated_time.h>
#include <core/units/quantity.h>
#include <core/units/result.h>

#include <string_view>

namespace headroom::core {

// How requests come to the whole system.
struct ArrivalProcess {
    enum class Kind {
        Poisson,     // open loop at `rate`
        Constant,    // open loop, evenly spaced
        Gamma,       // open loop, gaps with coefficient of variation `burstiness`: 1 is Poisson, 0 is constant
        ClosedLoop,  // `users` at once, each sends its next request when the last is answered
        AllAtOnce,   // everything queued at the start
    };
    Kind kind = Kind::Poisson;
    RequestsPerSecond rate;      // open loop; (0, 1e6]
    double burstiness = 1;       // Gamma; 0 .. 10
    int users = 1;               // ClosedLoop; 1 .. 1,000,000

    bool isOpen() const { return kind == Kind::Poisson || kind == Kind::Constant || kind == Kind::Gamma; }
    bool operator==(const ArrivalProcess &) const = default;
};

// Gamma gaps with this coefficient of variation; Poisson and constant where that is what it comes to.
ArrivalProcess openLoop(RequestsPerSecond rate, double burstiness = 1);

// BadValue naming the field, prefixed by `field`.
Result<void> validate(const ArrivalProcess &arrivals, std::string_view field);

// Gaps between requests in units of their mean.
class GapGenerator {
public:
    // `arrivals` must be open and valid.
    GapGenerator(const ArrivalProcess &arrivals, std::uint64_t seed);

    double operator()();
    bool sameAs(const GapGenerator &other) const { return m_kind == other.m_kind && m_shape == other.m_shape && m_seed == other.m_seed; }

private:
    ArrivalProcess::Kind m_kind;
    double m_shape = 1;          // Gamma
    std::uint64_t m_seed;
    Random m_random;
};

// Times of an open loop. The same seed gives the same gaps, scaled by the rate: runs at two rates meet the same crowd.
class ArrivalClock {
public:
    // `arrivals` must be open and valid.
    ArrivalClock(const ArrivalProcess &arrivals, std::uint64_t seed);

    // Time of the next arrival, after the last.
    Nanoseconds next();

private:
    double m_meanGap;            // s
    TapeReader<GapGenerator> m_gaps;
    Nanoseconds m_now = 0;
};

} // namespace headroom::core
