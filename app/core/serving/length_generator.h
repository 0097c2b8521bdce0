// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/serving/drawn_tape.h>
#include <core/serving/random.h>
#include <core/workload/token_lengths.h>

namespace headroom::core {

struct LengthPair {
    int input = 1, output = 1; // tokens
};

// Lengths of one request after the other; both distributions must be valid.
class LengthGenerator {
public:
    LengthGenerator(const TokenLengths &input, const TokenLengths &output, std::uint64_t seed)
        : m_ofInput(input), m_ofOutput(output), m_seed(seed), m_input(input), m_output(output), m_random(seed) {}

    LengthPair operator()()
    {
        LengthPair drawn;
        drawn.input = m_input.draw(m_random);
        drawn.output = m_output.draw(m_random);
        return drawn;
    }
    bool sameAs(const LengthGenerator &other) const { return m_seed == other.m_seed && m_ofInput == other.m_ofInput && m_ofOutput == other.m_ofOutput; }

private:
    TokenLengths m_ofInput, m_ofOutput;
    std::uint64_t m_seed;
    LengthSampler m_input, m_output;
    Random m_random;
};

} // namespace headroom::core
