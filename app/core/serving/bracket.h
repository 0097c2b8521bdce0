// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace headroom::core {

// The two ends between which a function changes sign.
struct Bracket {
    double low = 0, high = 0;        // f(low) <= 0 < f(high)
    double atLow = 0, atHigh = 0;    // f there
};

// Narrows a bracket until its ends are within `tolerance` of each other, relative to the upper one: by the chord where it
// serves (with the weight of an end that stays put halved, so that both ends move: the Illinois rule), by halving where it does
// not. A smooth function takes about six calls of `f`, a step a few dozen. low < high, f(low) <= 0 < f(high).
template<class Function>
Bracket narrow(Bracket bracket, double tolerance, Function f)
{
    constexpr int kMostCalls = 60;
    double weightLow = bracket.atLow;
    double weightHigh = bracket.atHigh;
    int side = 0;
    for (int call = 0; call < kMostCalls && bracket.high - bracket.low > tolerance * std::abs(bracket.high); ++call) {
        const double width = bracket.high - bracket.low;
        double x = bracket.low + width / 2;
        if (call % 3 != 2 && weightHigh > weightLow) {
            // Not closer to an end than the tolerance: a root right beside it is boxed in by the next call.
            const double least = 0.4 * tolerance * std::abs(bracket.high);
            x = bracket.low + width * (-weightLow / (weightHigh - weightLow));
            x = std::fmin(std::fmax(x, bracket.low + least), bracket.high - least);
        }
        const double value = f(x);
        if (value <= 0) {
            bracket.low = x;
            bracket.atLow = weightLow = value;
            if (side < 0)
                weightHigh /= 2;
            side = -1;
        } else {
            bracket.high = x;
            bracket.atHigh = weightHigh = value;
            if (side > 0)
                weightLow /= 2;
            side = 1;
        }
    }
    return bracket;
}

} // namespace headroom::core
